import type { BoxTree } from '../box/box.ts';
import type { Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';
import { fillHole } from '../layout/fill-hole.ts';
import type { FilledFurniture } from '../layout/finish-edition.ts';
import type { LayoutSession } from '../layout/layout-session.ts';
import type { FurnitureArea } from '../layout/page-plan.ts';
import type { PageSection } from '../template/page-facts.ts';
import { renderFurniture } from '../template/render-furniture.ts';
import type { TemplateData } from '../template/template-data.ts';
import { boxesOf } from './boxes-of.ts';
import type { ComposeInput } from './compose-edition.ts';
import { sayingsOf } from './hole-sayings.ts';
import { indexFields } from './index-fields.ts';
import { pagesOf } from './settle-references.ts';

type Drafted = { readonly draft: DraftEdition; readonly session: LayoutSession };

/** Renders what stands round the stories, once it is known which page each stands on. */
export function fillFurniture(
  input: ComposeInput,
  { draft, session }: Drafted,
  context: Context,
): readonly FilledFurniture[] {
  const { edition } = input;
  const firstPage = pagesOf(draft);
  const sayings = sayingsOf({
    areas: draft.furniture,
    labels: draft.contents.map(({ label }) => label),
    imprintOn: new Set(
      draft.contents.flatMap(({ pageIndex, flows }) =>
        flows.some(({ kind }) => kind === 'imprint') ? [pageIndex] : [],
      ),
    ),
    hasMore: edition.tagline !== null || edition.masthead.contact.length > 0,
    stories: input.articles.flatMap(({ id, headline, language }) => {
      const page = firstPage.get(id);
      return headline === null || page === undefined ? [] : [{ id, headline: headline.text, language, page }];
    }),
  });
  return draft.furniture.map((area) => {
    const treeOf = (hole: TemplateData | null): BoxTree =>
      furnitureTree(input, draft, { area, firstPage, hole }, context);
    return { area, tree: fittingTree(sayings.get(area) ?? [], { area, session, treeOf }) };
  });
}

type HolePlace = {
  readonly area: FurnitureArea;
  readonly session: LayoutSession;
  readonly treeOf: (hole: TemplateData | null) => BoxTree;
};

/** The fullest of what may stand in a hole that goes into it; the last one where none does. */
function fittingTree(sayings: readonly TemplateData[], { area, session, treeOf }: HolePlace): BoxTree {
  for (const saying of sayings) {
    const filler = fillHole(session, treeOf(saying), area);
    if (filler !== null) return filler;
  }
  return treeOf(sayings.at(-1) ?? null);
}

/** Sections of the stories that begin on a page; of those that go on, where none begins, whatever else stands there. */
function pageSections(
  draft: DraftEdition,
  edition: Edition,
  { area: { pageIndex }, firstPage }: FurniturePlace,
): readonly PageSection[] {
  const tops = draft.tops.filter((top) => top.pageIndex === pageIndex && top.flow.kind === 'story');
  const begun = tops.filter(({ isFirst }) => isFirst);
  const here = new Set((begun.length > 0 ? begun : tops).map(({ flow }) => flow.section));
  const label = draft.contents[pageIndex]?.label;
  return edition.sections
    .filter(({ id }) => here.has(id))
    .map(({ id, title }) => {
      const first = edition.stories.find(({ section }) => section === id);
      return { id, title, begins: first !== undefined && firstPage.get(first.id) === label };
    });
}

type FurniturePlace = {
  readonly area: FurnitureArea;
  readonly firstPage: ReadonlyMap<string, string>;
  /** What a filler says; null for other furniture. */
  readonly hole: TemplateData | null;
};

function furnitureTree(
  input: ComposeInput,
  draft: DraftEdition,
  place: FurniturePlace,
  context: Context,
): BoxTree {
  const { edition, templates } = input;
  const { area, firstPage, hole } = place;
  const contents = draft.contents[area.pageIndex];
  const stories = (contents?.flows ?? [])
    .filter((flow) => flow.kind === 'story')
    .map((flow) => ({
      id: flow.name,
      kicker: null,
      headline: flow.title,
      section: flow.section,
      page: firstPage.get(flow.name) ?? '',
    }));
  const page = {
    number: area.pageIndex + 1,
    label: contents?.label ?? '',
    side: area.pageIndex % 2 === 0 ? ('right' as const) : ('left' as const),
    isFirst: area.pageIndex === 0,
    isLast: area.pageIndex === draft.pages.length - 1,
    sections: pageSections(draft, edition, place),
  };
  // A template that does not exist is missed where the page layout names it.
  const placed: Context = {
    report: (diagnostic) => context.report({ ...diagnostic, span: diagnostic.span ?? area.at }),
  };
  const fields = { ...indexFields(input, firstPage), house: null, hole };
  const tree = renderFurniture({ templates, edition, name: area.template, page, stories, fields }, placed);
  return boxesOf(input, tree, edition.language, context);
}
