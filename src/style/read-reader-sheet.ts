import { lexer, walk, type CssNode, type Declaration } from 'css-tree';
import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { foreignMark, parseCss } from './parse-css.ts';

/** Properties that EPUB 3.3, 6.3.1.2 forbids: direction is said by the documents themselves. */
const FORBIDDEN: ReadonlySet<string> = new Set(['direction', 'unicode-bidi']);

/** Functions whose strings are addresses. */
const TAKES_ADDRESS = /^(?:(?:-webkit-)?image-set|image|src)$/i;

/** A style sheet of the EPUB in two parts: rules on names stand before all others (CSS Namespaces 3, 2). */
export type ReaderSheet = { readonly names: string; readonly rules: string };

/**
 * Reads a style sheet of the EPUB, in which anything may stand that readers know. Reports GA400 for what is no CSS and
 * GA414 for what a book may not have: it is whole in itself, so that nothing is imported or fetched. A book is UTF-8:
 * `@charset` is left out. Of what CSS has, EPUBCheck takes no rule inside another: GA414 too. Reports GA416 for a declaration that no reading system knows.
 */
export function readReaderSheet(text: string, file: string, context: Context): ReaderSheet {
  const spanAt = (start: number, end: number): Span => ({ file, start, end: Math.max(end, start + 1) });
  const sheet = parseCss(text, file, { isOfBook: true }, context);
  let names = '';
  let rules = '';
  let from = 0;
  walk(sheet, (node: CssNode): unknown => {
    const { start, end } = placeOf(node);
    if (node.type === 'Atrule' && /^(?:charset|namespace)$/i.test(node.name)) {
      if (node.name.toLowerCase() === 'namespace') names += `${text.slice(start, end)}\n`;
      rules += text.slice(from, start);
      from = end;
      return walk.skip;
    }
    // A condition asks whether something is known.
    if (node.type === 'SupportsDeclaration') return walk.skip;
    const message = faultOf(node);
    if (message === null) {
      if (node.type === 'Declaration') checkKnown(node, spanAt(start, end), context);
      return undefined;
    }
    reportFault(context, 'GA414', { message, span: spanAt(start, end) });
    return walk.skip;
  });
  return { names, rules: rules + text.slice(from) };
}

/** Several sheets as one: later ones go over earlier ones. */
export const joinReaderSheets = (sheets: readonly ReaderSheet[]): string =>
  sheets.map(({ names }) => names).join('') + sheets.map(({ rules }) => rules).join('\n');

const placeOf = ({ loc }: CssNode): { readonly start: number; readonly end: number } => ({
  start: loc?.start.offset ?? 0,
  end: loc?.end.offset ?? 0,
});

const isFetched = (address: string): boolean => !/^(?:data:|#)/i.test(address);

function faultOf(node: CssNode): string | null {
  if (node.type === 'Atrule' && node.name.toLowerCase() === 'import')
    return '@import asks for another file: the EPUB has this style sheet alone';
  if (node.type === 'Url' && isFetched(node.value))
    return `url(${node.value}) asks for a file that is not in the EPUB`;
  if (node.type === 'Function' && TAKES_ADDRESS.test(node.name)) {
    const asked = node.children.toArray().find((child) => child.type === 'String' && isFetched(child.value));
    if (asked?.type === 'String') return `${node.name}() asks for "${asked.value}", which is not in the EPUB`;
  }
  if (node.type === 'Declaration' && FORBIDDEN.has(node.property.toLowerCase()))
    return `${node.property} may not stand in a style sheet of an EPUB`;
  return null;
}

// css-tree keeps its dictionary here, which its types leave out.
const dictionary = lexer as unknown as {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly atrules: Readonly<
    Record<string, { readonly descriptors: Readonly<Record<string, unknown>> | null }>
  >;
};

/** Properties of CSS, and descriptors of `@font-face` and the like. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(dictionary.properties),
  ...Object.values(dictionary.atrules).flatMap(({ descriptors }) => Object.keys(descriptors ?? {})),
]);

/** Names that makers of readers, and an early form of EPUB, have of their own. */
const MAKERS = /^(?:-|adobe-|oeb-)/;

/** What is a property of CSS misspelt. */
function checkKnown({ property, important }: Declaration, span: Span, context: Context): void {
  const name = property.toLowerCase();
  const mark = foreignMark(important);
  if (mark !== null) {
    const message = `"${mark}" behind ${name} is passed over by reading systems, and the declaration with it`;
    reportFault(context, 'GA416', { message, hint: 'The only word behind a ! is !important.', span });
    return;
  }
  if (MAKERS.test(name) || KNOWN.has(name)) return;
  // Drafts of CSS and makers of readers have more than the dictionary: what is near to none may be one of theirs.
  const meant = suggest(name, [...KNOWN]);
  if (meant === null) return;
  reportFault(context, 'GA416', {
    message: `CSS has no property "${name}": reading systems pass over it`,
    hint: `Did you mean "${meant}"?`,
    span: { ...span, end: span.start + name.length },
  });
}
