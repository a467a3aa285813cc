import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Edition } from '../edition/edition.ts';
import type { Host } from '../host/host.ts';
import { writtenTags } from '../markup/written-tags.ts';
import type { TemplateSet } from '../template/template-set.ts';

/**
 * Looks for templates that nothing uses: those named much like one of galley's default theme, those of the EPUB whose name
 * galley does not ask for, and partials of the issue's own that no template takes in. Reports GA318.
 * A page layout that numbers share may be another number's, and is not told; nor is a partial.
 */
export function checkTemplateNames(
  edition: Edition,
  templates: TemplateSet,
  host: Host,
  context: Context,
): void {
  const { theme, pageRules, sections, folder } = edition;
  const shipped = `${theme.folders.at(-1) ?? ''}/`;
  const fileOf = (name: string): string => templates.fileOf(name) ?? name;
  const isOwn = (name: string): boolean => host.fileKind(`${shipped}${name}.hbs`) === 'missing';
  const isOfIssue = (name: string): boolean => fileOf(name).startsWith(`${folder}/`);
  const known = templates.names.filter((name) => !isOwn(name));
  const layouts = new Set([...pageRules, ...sections].map(({ layout }) => `pages/${layout}`));
  const odd = templates.names.flatMap((name) => {
    const hint = isOwn(name) && !layouts.has(name) ? hintFor(name, known, isOfIssue(name)) : null;
    return hint === null ? [] : [{ name, hint }];
  });
  if (odd.length === 0) return;
  const decoder = new TextDecoder();
  const read = templates.names.map((name) => {
    const text = decoder.decode(host.readFile(fileOf(name)) ?? new Uint8Array());
    return [name, namesIn(text)] as const;
  });
  const all = new Map(read);
  const used = new Set(read.flatMap(([, { named }]) => named));
  for (const { name, hint } of odd) {
    if (used.has(name) || (name.startsWith('partials/') && used.has(ANY_PARTIAL))) continue;
    if (!isOfIssue(name) && name.startsWith('pages/') && isLayout(name, all)) continue;
    reportFault(context, 'GA318', {
      message: `nothing uses the template "${name}"`,
      hint,
      span: { file: fileOf(name), start: 0, end: 0 },
    });
  }
}

/** What helps with a template that nothing uses; null for one that may have its name for a reason. */
function hintFor(name: string, known: readonly string[], isOfIssue: boolean): string | null {
  const kind = name.slice(0, name.indexOf('/') + 1);
  const bare = name.slice(kind.length);
  const names = known.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
  const meant = suggest(bare, names);
  if (meant !== null) return `Did you mean "${meant}"? Give the file that name.`;
  if (kind === 'epub/') return `The documents of the EPUB are ${names.join(', ')}.`;
  return kind === 'partials/' && isOfIssue ? `Take it in with {{> ${bare}}}, or take the file away.` : null;
}

/** Stands for a partial whose name is made when the template is filled: `{{> (lookup . "kind")}}`. */
const ANY_PARTIAL = 'partials/(';

/** What a template names, as `pages/folio` and `partials/deck`, and whether it has an `ed-page` of its own. */
type NamesIn = { readonly named: readonly string[]; readonly hasPage: boolean };

/** A tag of Handlebars that takes a partial in, up to the end of its name. */
const PARTIAL = /\{\{~?#?>\s*(?:"([^"]+)"|'([^']+)'|\[([^\]]+)\]|([^\s~}]+))/g;

function namesIn(text: string): NamesIn {
  const tags = writtenTags(text);
  // In an attribute that is made by {{#if}} each word may be the name.
  const strips = tags.flatMap(
    ({ attributes }) => attributes.get('template')?.value.trim().split(/\s+/) ?? [],
  );
  const partials = [...text.matchAll(PARTIAL)].map((found) => found.slice(1).find((name) => name) ?? '');
  return {
    named: [...strips.map((name) => `pages/${name}`), ...partials.map((name) => `partials/${name}`)],
    hasPage: tags.some(({ name }) => name === 'ed-page'),
  };
}

/** Whether a template is a whole page, by itself or by a partial of it. */
function isLayout(name: string, all: ReadonlyMap<string, NamesIn>): boolean {
  const within = new Set([name]);
  for (const one of within) {
    const { named, hasPage } = all.get(one) ?? { named: [], hasPage: false };
    if (hasPage) return true;
    for (const other of named) if (other.startsWith('partials/')) within.add(other);
  }
  return false;
}
