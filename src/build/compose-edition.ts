import type { BoxTree } from '../box/box.ts';
import { createBoxPool } from '../box/share-boxes.ts';
import type { Article } from '../content/article.ts';
import { createCollector, type Collector, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { Cache } from '../host/cache.ts';
import type { ImageAsset } from '../image/image-asset.ts';
import { emptyRows } from '../layout/band-rows.ts';
import type { DraftEdition } from '../layout/composer.ts';
import { finishEdition } from '../layout/finish-edition.ts';
import type { Flow, FlowShape, JumpMatter } from '../layout/page-plan.ts';
import { jumpHeadRows, type JumpHeadRows } from '../makeup/jump-heads.ts';
import type { DummyPage } from '../makeup/page-dummy.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { StyleSheet } from '../style/style-sheet.ts';
import { fillReferences, type SayReference } from '../template/fill-references.ts';
import { renderFurniture } from '../template/render-furniture.ts';
import { renderStory } from '../template/render-story.ts';
import type { TemplateSet } from '../template/template-set.ts';
import type { TextEngine } from '../text/text-engine.ts';
import { adFlows, houseFlows } from './ad-flows.ts';
import { boxesOf } from './boxes-of.ts';
import { jumpTopics } from './jump-topics.ts';
import type { LayoutPicture } from './layout-pictures.ts';
import { keepMakeup, composeFlows } from './compose-flows.ts';
import { fillFurniture } from './fill-furniture.ts';
import { openMeasures } from './keep-measures.ts';
import { plannedJump, reportJumps } from './planned-jumps.ts';
import { markDraft } from './mark-draft.ts';
import { reportHoles } from './report-holes.ts';
import { reportPageCount } from './report-overset.ts';
import { indexFields } from './index-fields.ts';
import {
  listsContents,
  referencesOf,
  sayPages,
  settleReferences,
  type StoryPages,
} from './settle-references.ts';
import { readLayouts } from './read-layouts.ts';
import type { StageClock } from './stage-clock.ts';
import { flowOn, leaveBench, openBench, type StoryBench, type Workshop } from './workshop.ts';

/** What composing one edition takes. */
export type ComposeInput = {
  readonly edition: Edition;
  readonly articles: readonly Article[];
  readonly templates: TemplateSet;
  readonly sheets: readonly StyleSheet[];
  readonly images: ReadonlyMap<string, ImageAsset>;
  /** What the layouts name themselves. */
  readonly layoutPictures: readonly LayoutPicture[];
  readonly engine: TextEngine;
  readonly clock: StageClock;
  readonly workshop: Workshop | null;
  /** Where depths of stories are kept from build to build. */
  readonly measures: Cache;
  /** Names and contents of the theme's files and of its fonts; empty where nothing is kept. */
  readonly themeFiles: string;
  readonly fontFiles: string;
  /** The edition is a draft: each page says so, and what is overset stands on further pages. */
  readonly isDraft: boolean;
};

/** Pages and the depth of each story. */
export type ComposeResult = {
  readonly composed: ComposedEdition;
  readonly columnInches: ReadonlyMap<string, number>;
  /** The pages as made up; null where stories run through the bands of page layouts. */
  readonly dummies: readonly DummyPage[] | null;
  /** Stories that begin on the page on which teasers stand, with its label. */
  readonly besideTeasers: ReadonlyMap<string, string>;
};

/** Takes an edition from articles to finished pages. Null when a stage reported an error. */
export function composeEdition(input: ComposeInput, context: Collector): ComposeResult | null {
  const { edition, clock } = input;
  const bench = openBench(input, context);
  const { session } = bench;
  const flows = clock.run('render', () => renderFlows(input, bench, context));
  const layouts = readLayouts(input, session, context);
  if (layouts === null || context.hasError()) return null;
  const ads = adFlows(input, emptyRows(bench.store, layouts.inside), context);
  const house = houseFlows(input, context);
  const kept = keepMakeup(bench.store);
  const measures = openMeasures(input, flows.stories, bench);
  const headRows = rowsOfJumpHeads(input, bench, flows.stories);
  const settled = clock.run('compose', () =>
    settleReferences(
      input,
      (pages, report) => {
        const stories = withPages(input, flows.stories, pages, report);
        const imprint = { ...flows.imprint, treeOf: imprintShapes(input, pages, report) };
        const contents = contentsFlow(input, pages, report);
        const { measuredOf } = measures;
        const matter = { stories, contents, imprint, ads, house, layouts, session, kept };
        const jumps = { jumps: jumpMatter(input, context), jumpHeadRows: headRows };
        return composeFlows(input, { ...matter, ...jumps, measuredOf }, report);
      },
      context,
    ),
  );
  measures.keep(context.diagnostics);
  leaveBench(input, bench);
  if (context.hasError()) return null;
  reportPageCount(settled, input, context);
  if (!listsContents(input.templates)) reportJumps(settled, input, context);
  // Pages of bands are filled by whatever runs through them, where they were not to be made up.
  reportHoles(settled, settled.dummies ?? (settled.isGivenUp ? [] : null), edition, context);
  const draft = input.isDraft ? { ...settled, ...markDraft(settled, edition) } : settled;
  const furniture = clock.run('furniture', () => fillFurniture(input, { draft, session }, context));
  if (context.hasError()) return null;
  const composed = clock.run('compose', () => finishEdition(draft, furniture, { edition, session }));
  const { columnInches, dummies } = draft;
  return context.hasError() ? null : { composed, columnInches, dummies, besideTeasers: besideTeasers(draft) };
}

function besideTeasers({ furniture, tops, pages }: DraftEdition): ReadonlyMap<string, string> {
  const at = new Set(
    furniture.flatMap(({ template, pageIndex }) => (template === 'teasers' ? [pageIndex] : [])),
  );
  return new Map(
    tops
      .filter(({ isFirst, pageIndex }) => isFirst && at.has(pageIndex))
      .map(({ flow, pageIndex }) => [flow.name, pages[pageIndex]?.label ?? '']),
  );
}

function renderFlows(
  input: ComposeInput,
  bench: StoryBench,
  context: Context,
): { readonly stories: readonly Flow[]; readonly imprint: Flow } {
  const { edition } = input;
  const say = sayPages(edition, new Map(), bench.told);
  const runsOn = listsContents(input.templates);
  const flowOf = (article: Article): Flow => {
    const jump = runsOn ? null : plannedJump(edition, article);
    return {
      kind: 'story',
      name: article.id,
      title: article.headline?.text ?? article.id,
      language: article.language,
      section: article.section,
      ...(article.picture?.at == null ? {} : { pictureAt: article.picture.at }),
      ...(jump === null ? {} : { jump }),
      treeOf: shapesOf(input, { article, say }, bench.told),
    };
  };
  const stories = input.articles.map((article) => flowOn(bench, article, () => flowOf(article)));
  // The lead is rendered at once: a fault of the story's layout shows before anything is composed.
  stories[0]?.treeOf('lead');
  const title = edition.locale.words['imprint'] ?? edition.name;
  const imprint: Flow = {
    kind: 'imprint',
    name: '@imprint',
    title,
    language: edition.language,
    section: null,
    treeOf: imprintShapes(input, new Map(), context),
  };
  return { stories, imprint };
}

/** The contents by the layout `pages/contents`, where the theme has it and it is not empty: a flow before the stories. */
function contentsFlow(input: ComposeInput, pages: StoryPages, context: Context): Flow | null {
  const { edition, templates, articles } = input;
  if (!listsContents(templates)) return null;
  const page = { number: 1, label: '1', side: 'right' as const, isFirst: true, isLast: false, sections: [] };
  const kept = new Map(articles.map(({ id }) => [id, pages.get(id) ?? '0']));
  const own = indexFields(input, kept);
  const render = (shape: FlowShape): BoxTree => {
    const request = { templates, edition, name: 'contents', page, stories: [], fields: { ...own, shape } };
    return boxesOf(input, renderFurniture(request, context), edition.language, context);
  };
  const tree = render('lead');
  if (tree.root.children.length === 0) return null;
  let tight: BoxTree | null = null;
  return {
    kind: 'contents',
    name: '@contents',
    title: edition.locale.words['contents'] ?? edition.name,
    language: edition.language,
    section: null,
    treeOf: (shape) => (shape === 'brief' ? (tight ??= render(shape)) : tree),
  };
}

/** Renders the imprint when a shape of it is first wanted; corrections refer to the pages of their stories. */
function imprintShapes(input: ComposeInput, pages: StoryPages, context: Context): Flow['treeOf'] {
  const page = { number: 1, label: '1', side: 'right' as const, isFirst: false, isLast: true, sections: [] };
  const { edition, templates } = input;
  const say = sayPages(edition, pages, context);
  const known = new Map<FlowShape, BoxTree>();
  return (shape) => {
    let tree = known.get(shape);
    if (tree === undefined) {
      const request = { templates, edition, name: 'imprint', page, stories: [], fields: { shape } };
      const rendered = renderFurniture(request, context);
      const children = fillReferences(rendered.children, say);
      tree = boxesOf(input, { ...rendered, children }, edition.language, context);
      known.set(shape, tree);
    }
    return tree;
  };
}

type StoryMatter = { readonly article: Article; readonly say: SayReference };

/** Renders a story when a shape of it is first wanted. */
function shapesOf(input: ComposeInput, matter: StoryMatter, context: Context): Flow['treeOf'] {
  const known = new Map<FlowShape, BoxTree>();
  const pool = createBoxPool();
  return (shape) => {
    const tree = known.get(shape) ?? pool(storyTree(input, { ...matter, shape }, context));
    known.set(shape, tree);
    return tree;
  };
}

/** The stories with the pages that their references say; one without references stays as it is. */
function withPages(
  input: ComposeInput,
  stories: readonly Flow[],
  pages: StoryPages,
  context: Context,
): readonly Flow[] {
  if (pages.size === 0) return stories;
  const say = sayPages(input.edition, pages, context);
  return stories.map((flow) => {
    const article = input.articles.find(({ id }) => id === flow.name);
    if (article === undefined || referencesOf(article).length === 0) return flow;
    return { ...flow, treeOf: shapesOf(input, { article, say }, context) };
  });
}

function storyTree(
  input: ComposeInput,
  story: StoryMatter & { readonly shape: FlowShape },
  context: Context,
): BoxTree {
  const { edition, templates, clock } = input;
  const tree = clock.run('render', () =>
    renderStory({ templates, edition, ...story, imprint: false }, context),
  );
  return boxesOf(input, tree, story.article.language, context);
}

/** Jump heads are set again, and their faults told, where stories go on. */
function rowsOfJumpHeads(
  input: ComposeInput,
  { store, session }: StoryBench,
  stories: readonly Flow[],
): JumpHeadRows {
  const silent = createCollector();
  const { jumpHead } = jumpMatter(input, silent);
  const quiet = { ...store, session: { ...session, context: silent } };
  return jumpHeadRows(quiet, stories, (flow) => jumpHead(flow, '00', flow.name));
}

/** Jump lines and jump heads by the layouts `pages/jump-line` and `pages/jump-head`. */
function jumpMatter(input: ComposeInput, context: Context): JumpMatter {
  const { edition, templates, articles } = input;
  const page = { number: 1, label: '1', side: 'right' as const, isFirst: false, isLast: false, sections: [] };
  const topics = jumpTopics(articles, edition.sections);
  const treeOf = (
    name: string,
    flow: Flow,
    jump: { readonly page: string; readonly href: string },
  ): BoxTree => {
    const fields = { jump: { ...jump, kicker: topics.get(flow.name) ?? null, headline: flow.title } };
    const tree = renderFurniture({ templates, edition, name, page, stories: [], fields }, context);
    return boxesOf(input, tree, edition.language, context);
  };
  return {
    jumpLine: (flow, label, destination) =>
      treeOf('jump-line', flow, { page: label, href: `#${destination}` }),
    jumpHead: (flow, label, destination) =>
      treeOf('jump-head', flow, { page: label, href: `#${destination}` }),
  };
}
