import { PDFArray, PDFDict, type PDFContext, type PDFObject } from 'pdf-lib';
import { lookUp, nameOf, textOf } from './object-lookup.ts';

/** The namespace of PDF 2.0 (ISO 32000-2, 14.8.6). */
export const PDF_2_NAMESPACE = 'http://iso.org/pdf2/ssn';

const PDF_1_NAMESPACE = 'http://iso.org/pdf/ssn';

/** Standard structure types of ISO 32000-1, 14.8.4. */
const OLD_ROLES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
);

/** Those of ISO 32000-2 that were not there before. */
const NEW_ROLES: ReadonlySet<string> = new Set(
  'DocumentFragment Aside Title FENote Em Strong Sub Artifact'.split(' '),
);

/** What the roles of a file mean. */
export type Roles = {
  /** The role of PDF that an element's role leads to; null when it leads to none. */
  readonly standardOf: (role: string, element: PDFDict) => string | null;
  /** Roles that lead in a ring. */
  readonly rings: readonly string[];
  /** Roles of PDF that are made to mean another. */
  readonly remapped: readonly string[];
};

/** Reads the RoleMap, and those of the namespaces. */
export function readRoles(context: PDFContext, root: PDFDict | null): Roles {
  const map = root === null ? undefined : lookUp(context, root, 'RoleMap');
  const entries = new Map<string, string>();
  if (map instanceof PDFDict)
    for (const [key, value] of map.entries())
      entries.set(key.decodeText(), nameOf(context.lookup(value)) ?? '');
  return {
    standardOf: (role, element) => {
      const space = lookUp(context, element, 'NS');
      return space instanceof PDFDict
        ? standardIn(context, role, { space, entries, depth: 0 })
        : follow(role, entries);
    },
    rings: [...entries.keys()].filter((role) => isRing(role, entries)),
    remapped: [...entries].filter(([role, to]) => OLD_ROLES.has(role) && to !== role).map(([role]) => role),
  };
}

/** Steps from role to role. */
const DEEPEST = 32;

function follow(role: string, entries: ReadonlyMap<string, string>): string | null {
  let at: string | undefined = role;
  for (let step = 0; step < DEEPEST && at !== undefined; step += 1) {
    if (OLD_ROLES.has(at)) return at;
    at = entries.get(at);
  }
  return null;
}

function isRing(role: string, entries: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let at: string | undefined = role;
  while (at !== undefined && !seen.has(at)) {
    if (OLD_ROLES.has(at)) return false;
    seen.add(at);
    at = entries.get(at);
  }
  return at !== undefined;
}

function standardIn(
  context: PDFContext,
  role: string,
  way: { readonly space: PDFDict; readonly entries: ReadonlyMap<string, string>; readonly depth: number },
): string | null {
  const name = textOf(lookUp(context, way.space, 'NS'));
  if (name === PDF_2_NAMESPACE)
    return OLD_ROLES.has(role) || NEW_ROLES.has(role) || /^H[1-9]\d*$/.test(role) ? role : null;
  if (name === PDF_1_NAMESPACE) return follow(role, way.entries);
  // MathML stands for itself (14.8.6.3).
  if (name === 'http://www.w3.org/1998/Math/MathML') return role;
  const map = lookUp(context, way.space, 'RoleMapNS');
  const to: PDFObject | undefined = map instanceof PDFDict ? lookUp(context, map, role) : undefined;
  if (to instanceof PDFArray) {
    const [target, space] = to.asArray().map((item) => context.lookup(item));
    if (!(space instanceof PDFDict) || way.depth > DEEPEST) return null;
    return standardIn(context, nameOf(target) ?? '', { ...way, space, depth: way.depth + 1 });
  }
  return follow(nameOf(to) ?? '', way.entries);
}
