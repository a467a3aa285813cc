import type { Context } from '../diagnostics/context.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Edition, PageRule } from '../edition/edition.ts';
import type { LayoutSession } from '../layout/layout-session.ts';
import { readBlueprint } from '../layout/read-blueprint.ts';
import type { Blueprint } from '../layout/page-plan.ts';
import { layoutStack } from '../layout/stack-layout.ts';
import type { PageLayouts } from '../makeup/page-layouts.ts';
import type { PageFacts } from '../template/page-facts.ts';
import { renderBlueprint } from '../template/render-blueprint.ts';
import { renderFurniture } from '../template/render-furniture.ts';
import { boxesOf } from './boxes-of.ts';
import { checkSpread } from './check-spreads.ts';
import type { ComposeInput } from './compose-edition.ts';
import { indexFields } from './index-fields.ts';
import { listsContents } from './settle-references.ts';

type Faults = Context & { readonly hasError: () => boolean };

const FOLDER = 'pages/';
/** Layouts that a theme may leave out, and take `inside` for. */
const OPTIONAL = ['section', 'back'] as const;

/** Templates beside the page layouts that are none: of what stands on pages. */
const NO_LAYOUTS: ReadonlySet<string> = new Set([
  'story',
  'imprint',
  'advertisement',
  'house',
  'draft',
  'jump-line',
  'jump-head',
  'contents',
]);

/**
 * Renders and reads the page layouts of an edition: `front` and `inside`, `section` and `back` where the theme has them,
 * and what the manifest wants for pages and sections. Reports GA719 for one that the theme does not have, and what
 * {@link readBlueprint} does. Null after a fault of `front` or `inside`.
 */
export function readLayouts(
  input: ComposeInput,
  session: LayoutSession,
  context: Faults,
): PageLayouts | null {
  const { pageRules, sections } = input.edition;
  const known = new Map<string, Blueprint | null>();
  const read = (name: string): Blueprint | null => {
    if (!known.has(name)) known.set(name, readLayout(input, { name, session }, context));
    return known.get(name) ?? null;
  };
  const front = read('front');
  const inside = read('inside');
  if (front === null || inside === null) return null;
  const has = (name: string): boolean =>
    !NO_LAYOUTS.has(name) && input.templates.names.includes(`${FOLDER}${name}`);
  const [section, back] = OPTIONAL.map((name) => (has(name) ? read(name) : null));
  reportUnknownLayouts(input.edition, input.templates.names, context);
  const wanted = (name: string): Blueprint | null => (has(name) ? read(name) : null);
  const about = { edition: input.edition, runsOn: listsContents(input.templates) };
  const stands = (blueprint: Blueprint, rule: PageRule | null, path: string | null): boolean =>
    !blueprint.isSpread || checkSpread({ blueprint, rule, path }, about, context);
  for (const own of [front, inside, section, back]) if (own) stands(own, null, null);
  const byPage = pageRules.flatMap((rule): [number, Blueprint][] => {
    const { layout, first, last } = rule;
    const blueprint = layout === null ? null : wanted(layout);
    if (blueprint === null || !stands(blueprint, rule, `${rule.path}.layout`)) return [];
    // A spread is known by its left page.
    const count = blueprint.isSpread ? 1 : last - first + 1;
    return Array.from({ length: count }, (_, at) => [first - 1 + at, blueprint]);
  });
  const bySection = sections.flatMap(({ id, layout }): [string, Blueprint][] => {
    const blueprint = layout === null ? null : wanted(layout);
    if (blueprint === null || !stands(blueprint, null, `sections.${id}.layout`)) return [];
    return [[id, blueprint]];
  });
  const named = { byPage: new Map(byPage), bySection: new Map(bySection) };
  return { front, inside, section: section ?? null, back: back ?? null, ...named };
}

type Reading = { readonly name: string; readonly session: LayoutSession };

function readLayout(input: ComposeInput, { name, session }: Reading, context: Faults): Blueprint | null {
  const { edition, templates, clock } = input;
  const hadError = context.hasError();
  const isFirst = name === 'front';
  const page = isFirst
    ? { number: 1, label: '1', side: 'right' as const, isFirst, isLast: false, sections: [] }
    : { number: 2, label: '2', side: 'left' as const, isFirst, isLast: name === 'back', sections: [] };
  const tree = clock.run('render', () =>
    boxesOf(input, renderBlueprint({ templates, edition, name, page }, context), edition.language, context),
  );
  if (!hadError && context.hasError()) return null;
  // What makes nothing at all has no place of its own.
  const whole = { file: templates.fileOf(`${FOLDER}${name}`) ?? name, start: 0, end: 0 };
  const placed: Context = { report: (fault) => context.report({ ...fault, span: fault.span ?? whole }) };
  const blueprint = readBlueprint(tree, name, edition.grid.columns, placed);
  if (blueprint === null || !hasRoom(blueprint, edition, context)) return null;
  const bands = blueprint.bands.map((band) =>
    band.kind === 'panel' && band.panel.rows === 0
      ? {
          ...band,
          panel: { ...band.panel, rows: panelRows(input, session, { template: band.panel.template, page }) },
        }
      : band,
  );
  return { ...blueprint, bands };
}

/** A page of fewer rows between its strips holds no story. */
const LEAST_ROWS = 3;

/** Whether header and footer leave rows for stories. Reports GA702 at the deeper of them where they do not. */
function hasRoom({ name, header, footer }: Blueprint, { grid }: Edition, context: Context): boolean {
  const rows = Math.floor(grid.live.height / grid.baseline + 1e-6);
  const [above, below] = [header?.rows ?? 0, footer?.rows ?? 0];
  if (above + below + LEAST_ROWS <= rows) return true;
  const strips = [header === null ? null : 'the header', footer === null ? null : 'the footer'];
  reportFault(context, 'GA702', {
    message: `${strips.filter((strip) => strip !== null).join(' and ')} of page layout "${name}" ${above > 0 && below > 0 ? 'take' : 'takes'} ${above + below} rows, and the page has ${rows}: no story can stand on it`,
    hint: 'Lower rows="…": a strip is as deep as so many lines of text.',
    span: (above > below ? header : footer)?.at ?? null,
  });
  return false;
}

/** The depth of a panel that is as deep as its matter, with pages of two digits: which they are is not known yet. */
function panelRows(
  input: ComposeInput,
  session: LayoutSession,
  { template, page }: { readonly template: string; readonly page: PageFacts },
): number {
  const { edition, templates, articles } = input;
  // It is rendered again, and its faults told, when the pages are known.
  const silent = createCollector();
  const fields = { ...indexFields(input, new Map(articles.map(({ id }) => [id, '00']))), house: null };
  const tree = renderFurniture({ templates, edition, name: template, page, stories: [], fields }, silent);
  const boxes = boxesOf(input, tree, edition.language, silent);
  const { height } = layoutStack({ ...session, context: silent }, [boxes.root], edition.grid.live.width);
  return Math.max(1, Math.ceil(height / edition.grid.baseline - 1e-6));
}

/** Reports GA719 for each layout that the manifest wants for pages or sections, and the theme does not have. */
export function reportUnknownLayouts(edition: Edition, templates: readonly string[], context: Context): void {
  const names = templates
    .filter((each) => each.startsWith(FOLDER))
    .map((each) => each.slice(FOLDER.length))
    .filter((each) => !NO_LAYOUTS.has(each));
  const wanted = [
    ...edition.pageRules.map(({ layout, path }) => ({ layout, path: `${path}.layout` })),
    ...edition.sections.map(({ layout, id }) => ({ layout, path: `sections.${id}.layout` })),
  ];
  for (const { layout, path } of wanted) {
    if (layout === null || names.includes(layout)) continue;
    const near = suggest(layout, names);
    const message = `the theme "${edition.theme.name}" has no page layout \`${layout}\``;
    const hint =
      near === null
        ? `A page layout is a file pages/${layout}.hbs of the theme or of the paper.`
        : `Did you mean \`${near}\`?`;
    reportFault(context, 'GA719', { message, hint, span: edition.spans[path] ?? null });
  }
}
