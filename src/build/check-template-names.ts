import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Edition } from '../edition/edition.ts';
import type { Host } from '../host/host.ts';
import type { TemplateSet } from '../template/template-set.ts';

/**
 * Looks for templates that nothing uses and that are named much like one of galley's default theme. Reports GA318.
 */
export function checkTemplateNames(
  { theme, pageRules, sections }: Edition,
  templates: TemplateSet,
  host: Host,
  context: Context,
): void {
  const shipped = `${theme.folders.at(-1) ?? ''}/`;
  const fileOf = (name: string): string => templates.fileOf(name) ?? name;
  const isOwn = (name: string): boolean => host.fileKind(`${shipped}${name}.hbs`) === 'missing';
  const known = templates.names.filter((name) => !isOwn(name));
  const layouts = new Set([...pageRules, ...sections].map(({ layout }) => layout));
  const meantBy = (name: string): string | null => {
    const [kind = ''] = name.split('/', 1);
    const bare = name.slice(kind.length + 1);
    const others = known.filter((one) => one.startsWith(`${kind}/`)).map((one) => one.slice(kind.length + 1));
    return kind === 'pages' && layouts.has(bare) ? null : suggest(bare, others);
  };
  const asked = templates.names.filter(isOwn).map((name) => ({ name, meant: meantBy(name) }));
  const odd = asked.filter(({ meant }) => meant !== null);
  if (odd.length === 0) return;
  const decoder = new TextDecoder();
  const texts = templates.names.map((name) =>
    decoder.decode(host.readFile(fileOf(name)) ?? new Uint8Array()),
  );
  for (const { name, meant } of odd) {
    const bare = name.slice(name.indexOf('/') + 1);
    const tags = [`template="${bare}"`, `> ${bare}`];
    if (texts.some((text) => tags.some((tag) => text.includes(tag)))) continue;
    reportFault(context, 'GA318', {
      message: `nothing uses the template "${name}"`,
      hint: `Did you mean "${meant}"? Give the file that name.`,
      span: { file: fileOf(name), start: 0, end: 0 },
    });
  }
}
