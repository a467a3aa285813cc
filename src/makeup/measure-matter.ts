import { findHeadPicture, whiteBeside, wholeRows } from '../layout/head-picture.ts';
import { columnsWidth, legGrid } from '../layout/leg-grid.ts';
import {
  measureStory,
  preparedAs,
  setStoryOf,
  type StoryDepth,
  type StorySetting,
  type StoryStore,
} from '../layout/measure-story.ts';
import type { Flow, FlowShape } from '../layout/page-plan.ts';
import { itemsAfter, plannedBreakOf, type PreparedFlow } from '../layout/place-flow.ts';
import { segmentGrid } from '../layout/segment-grid.ts';
import { columnsForPictures, rowsOfPictures, spansIn, type SpanPlace } from './measure-spans.ts';
import { pictureLegs } from '../layout/set-picture.ts';
import { widestTable } from '../layout/table-columns.ts';
import { isShortPoem, poemNeeds, poemsOf } from '../layout/verse-columns.ts';
import { natureOf, whiteInWide } from '../layout/wide-boxes.ts';
import { optionalQuotes } from '../layout/optional-quotes.ts';
import { headFits } from './head-fits.ts';
import { BLOCK_ROWS, depthOfEnd, endOfLegs, type LegBlock, type LegMatter } from './leg-matter.ts';
import type { Matter, PlacedMatter, Setting } from './matter.ts';
import type { MeasuredMatter } from './measured-matter.ts';
import { columnsForPicture, usualColumns, wantedColumns } from './picture-columns.ts';
import type { JumpHeadRows } from './jump-heads.ts';
import type { Spare } from './spare-rows.ts';
import { HOLE_BESIDE } from './weights.ts';

/** A story of at most so many lines, without a picture, is a brief. */
const BRIEF_LINES = 14;

/** Lines of text under a picture over some of the legs. */
const ROWS_UNDER_PICTURE = 4;

/** Pull quotes that make-up tries, of those that may be left out. */
const MOST_QUOTES = 2;

/** Fewest columns that a head of each shape is made for, on a page of at least so many. */
const LEAST_COLUMNS: Readonly<Record<FlowShape, number>> = {
  spread: 4,
  lead: 3,
  second: 2,
  third: 1,
  brief: 1,
};

/** A story as matter for the make-up of pages; it is set and measured when a setting is first asked for. */
export function matterOf(store: StoryStore, flow: Flow, measured: MeasuredMatter): Matter {
  const known = measured.settings;
  const settingFor = (columns: number, shape: FlowShape): Setting | null => {
    const key = `${columns}:${shape}`;
    if (known.has(key)) return known.get(key) ?? null;
    const setting = measureSetting(store, flow, columns, shape);
    known.set(key, setting);
    return setting;
  };
  const { others } = measured;
  const othersFor = (columns: number, shape: FlowShape): readonly Setting[] => {
    const key = `${columns}:${shape}`;
    const settings = others.get(key) ?? measureOthers(store, flow, columns, shape);
    others.set(key, settings);
    return settings;
  };
  const isNew = measured.facts === null;
  const facts = (measured.facts ??= factsOf(store, flow));
  const { isBrief, isShortPoem, leastColumns, tailRows, legMatter } = facts;
  if (isNew) measureUsual(store.grid.columns, isBrief, settingFor);
  return {
    id: flow.name,
    kind: isBrief ? 'brief' : 'story',
    section: flow.section,
    mayJump: !isBrief && !isShortPoem && tailRows === 0,
    ...(tailRows === 0 ? {} : { tailRows }),
    settingFor,
    othersFor,
    restDepth: (rows, legs) => depthOfEnd(legMatter, rows, legs),
    ...(legMatter.spans === undefined ? {} : { heldRows: heldIn(legMatter) }),
    leastColumns,
    ...(Math.max(facts.restColumns, facts.spanColumns) === 1 ? {} : { restColumns: columnsOfRest(facts) }),
  };
}

/** Fewest columns of the end of a story: what spans its legs counts where it stands in it. */
export function columnsOfRest({
  legMatter,
  restColumns,
  spanColumns,
}: NonNullable<MeasuredMatter['facts']>): NonNullable<Matter['restColumns']> {
  const { rows: all, spans = [] } = legMatter;
  return (rows) =>
    spans.some(({ end }) => end > all - rows) ? Math.max(restColumns, spanColumns) : restColumns;
}

function heldIn(matter: LegMatter): NonNullable<Matter['heldRows']> {
  return (rows, legs, depth) => {
    const first = Math.max(0, matter.rows - rows);
    return endOfLegs(matter, { first, legs, depth }) - first;
  };
}

/** Measures what is asked of nearly every story while it is at hand: it may be let go of before it is asked for. */
function measureUsual(columns: number, isBrief: boolean, settingFor: Matter['settingFor']): void {
  for (const shape of isBrief ? BRIEF_SHAPES : STORY_SHAPES)
    for (let width = 1; width <= columns; width += 1) settingFor(width, shape);
}

const BRIEF_SHAPES: readonly FlowShape[] = ['brief'];
const STORY_SHAPES: readonly FlowShape[] = ['brief', 'third', 'second'];

function factsOf(store: StoryStore, flow: Flow): NonNullable<MeasuredMatter['facts']> {
  const picture = findHeadPicture(flow.treeOf('brief'));
  const abreast = columnsForPictures(store.grid, flow.treeOf('brief').root);
  const { before, after, blocks, spanning, prepared } = rowsOfLegs(store, flow, 0);
  const spans = spansIn(store.grid, prepared, spanning);
  const restColumns = Math.max(1, abreast);
  const ofTables = columnsOfTables(store, flow);
  return {
    isBrief: before + after <= BRIEF_LINES && picture === null && abreast === 0,
    isShortPoem: isShortPoem(flow.treeOf('brief').root, before + after),
    tailRows: after,
    legMatter: { rows: before + after, blocks, ...(spans.length === 0 ? {} : { spans }) },
    restColumns,
    spanColumns: spans.length === 0 ? 1 : ofTables,
    leastColumns: Math.max(
      restColumns,
      columnsForPicture(store, flow, picture),
      ofTables,
      columnsOfVerse(store, flow),
    ),
  };
}

/** Fewest columns over which the tables of a story are read with ease; where none are enough, over which words stand whole. */
function columnsOfTables(store: StoryStore, flow: Flow): number {
  const { root } = flow.treeOf('brief');
  const { session } = setStoryOf(store, flow);
  const { grid } = store;
  const columnsFor = (key: 'least' | 'easy'): number | null => {
    const needs = widestTable(session, root, key);
    for (let columns = 1; columns <= grid.columns; columns += 1)
      if (needs <= columnsWidth(grid, columns)) return columns;
    return null;
  };
  return columnsFor('easy') ?? columnsFor('least') ?? grid.columns;
}

/** Fewest columns over which the lines of a poem stand whole; 1 where none do. */
function columnsOfVerse(store: StoryStore, flow: Flow): number {
  const poems = [...poemsOf(flow.treeOf('brief').root)];
  if (poems.length === 0) return 1;
  const { session } = setStoryOf(store, flow);
  const needs = Math.max(...poems.map((poem) => poemNeeds(session, poem)));
  for (let columns = 1; columns <= store.grid.columns; columns += 1)
    if (needs <= columnsWidth(store.grid, columns)) return columns;
  return 1;
}

/**
 * Rows of what stands in the legs of a story, set in one leg, before and after the break that the page plan has for it;
 * a head and a picture over all legs not counted; the blocks in it, and what spans the legs below the first of them.
 */
function rowsOfLegs(
  store: StoryStore,
  flow: Flow,
  quotes: number,
): {
  readonly before: number;
  readonly after: number;
  readonly blocks: LegMatter['blocks'];
  readonly spanning: readonly SpanPlace[];
  readonly prepared: PreparedFlow;
} {
  const legs = legGrid(store.grid, 1);
  const prepared = preparedAs(store, flow, { shape: 'brief', legs, pictureRows: null, quotes });
  const planned = plannedBreakOf(prepared, legs);
  let [before, after] = [0, 0];
  const blocks: LegBlock[] = [];
  const spanning: SpanPlace[] = [];
  const first = prepared.segments.findIndex(({ kind }) => kind !== 'span' && kind !== 'corner');
  for (const [segment, { kind }] of prepared.segments.entries()) {
    const from = before + after;
    if (kind === 'span' && segment > first) spanning.push({ segment, end: from, rows: 0 });
    if (kind === 'span' || kind === 'corner') continue;
    const pictures = rowsOfPictures(store.grid, prepared, segment);
    if (pictures !== null) {
      if (planned === null || segment < planned.segment) before += pictures;
      else after += pictures;
      spanning.push({ segment, end: before + after, rows: pictures, isWhole: true });
      continue;
    }
    const items = itemsAfter(prepared, { segment, rest: null }, segmentGrid(prepared, segment, legs).width);
    for (const [at, item] of items.entries()) {
      const rows = item.rows + (at === 0 ? 0 : item.rowsBefore);
      const isBefore =
        planned === null || segment < planned.segment || (segment === planned.segment && at < planned.items);
      if (isBefore) before += rows;
      else after += rows;
      if (item.rows >= BLOCK_ROWS && kind !== 'wide') blocks.push({ end: before + after, rows: item.rows });
    }
    if (kind === 'wide') spanning.push({ segment, end: before + after, rows: before + after - from });
  }
  return { before, after, blocks, spanning, prepared };
}

/**
 * Settings with the picture over more or fewer legs than it usually has, the widest first; then with pull quotes that may be left
 * out, the first of them first.
 */
function measureOthers(store: StoryStore, flow: Flow, columns: number, shape: FlowShape): readonly Setting[] {
  if (!mayHaveHead(store, flow, columns, shape)) return [];
  const picture = findHeadPicture(flow.treeOf(shape));
  const usual = usualOver(store, flow, columns, shape);
  const least = picture === null || picture.isAlone ? usual : (picture.leastColumns ?? usual);
  const widest = Math.max(usual, wantedColumns(store, flow, { columns, shape }));
  const over = Array.from({ length: widest - least + 1 }, (_, at) => widest - at);
  const otherwise = over
    .filter((pictureColumns) => pictureColumns !== usual)
    .map((pictureColumns): Setting => {
      const setting = measureOne(store, flow, { columns, shape, pictureColumns, quotes: 0 });
      const off = usual - pictureColumns;
      return { ...setting, pictureColumns, ...(off > 0 ? { narrower: off } : { wider: -off }) };
    });
  const optional = Math.min(MOST_QUOTES, optionalQuotes(flow.treeOf(shape)));
  const quoted = Array.from({ length: optional }, (_, at): Setting => {
    const quotes = at + 1;
    return { ...measureUsually(store, flow, { columns, shape, quotes }), quotes };
  });
  return [...otherwise, ...quoted];
}

function measureSetting(store: StoryStore, flow: Flow, columns: number, shape: FlowShape): Setting | null {
  if (!mayHaveHead(store, flow, columns, shape)) return null;
  return measureUsually(store, flow, { columns, shape, quotes: 0 });
}

/** With the picture over as many columns as the text is for; those are asked for where the layout would take more. */
function measureUsually(store: StoryStore, flow: Flow, way: Omit<Way, 'pictureColumns'>): Setting {
  const { columns, shape } = way;
  const wanted = wantedColumns(store, flow, { columns, shape });
  const over = wanted === 0 ? 0 : usualOver(store, flow, columns, shape);
  if (over === wanted) return measureOne(store, flow, { ...way, pictureColumns: null });
  return { ...measureOne(store, flow, { ...way, pictureColumns: over }), pictureColumns: over };
}

function usualOver(store: StoryStore, flow: Flow, columns: number, shape: FlowShape): number {
  const { before: bodyRows } = rowsOfLegs(store, flow, 0);
  return usualColumns(store, flow, { columns, shape, bodyRows });
}

/** A story has a head of some shape at any width: the smallest one, even where a word of it is too wide. */
function mayHaveHead(store: StoryStore, flow: Flow, columns: number, shape: FlowShape): boolean {
  if (columns < Math.min(LEAST_COLUMNS[shape], store.grid.columns)) return false;
  return (
    shape === 'brief' ||
    headFits(setStoryOf(store, flow).session, flow, shape, columnsWidth(store.grid, columns))
  );
}

type Way = {
  readonly columns: number;
  readonly shape: FlowShape;
  /** Legs that the picture stands over; null for its usual ones. */
  readonly pictureColumns: number | null;
  /** Pull quotes shown of those that may be left out. */
  readonly quotes: number;
};

function measureOne(store: StoryStore, flow: Flow, way: Way): Setting {
  const { columns, shape } = way;
  const depth = measureStory(store, flow, settingOf(way, null));
  const { before: bodyRows, spanning } = rowsOfLegs(store, flow, way.quotes);
  const isParted = spanning.length > 0;
  const legRows = isParted
    ? depth.rows - depth.headRows
    : Math.min(depth.rows, columns === 1 ? bodyRows : depth.legRows);
  const headRows = depth.rows - legRows;
  const picture = findHeadPicture(flow.treeOf(shape));
  const { session } = setStoryOf(store, flow);
  const pictureColumns =
    picture === null
      ? columns
      : pictureLegs(session, picture, legGrid(store.grid, columns), way.pictureColumns);
  const pictureWidth = columnsWidth(store.grid, pictureColumns);
  const natural = picture === null ? 0 : wholeRows(session, picture, pictureWidth);
  const { root } = flow.treeOf(shape);
  const nature = natureOf(root, picture !== null && pictureColumns < columns);
  const white =
    (picture === null ? 0 : whiteBeside(session, picture, pictureWidth)) +
    whiteInWide(session, root, nature, legGrid(store.grid, columns));
  const own = {
    columns,
    shape,
    bodyRows,
    ...(natural > 0 ? { pictureArea: pictureColumns * natural, pictureOver: pictureColumns } : {}),
    ...(white > 0 ? { pictureWhite: white / columnsWidth(store.grid, 1) } : {}),
  };
  if (pictureColumns < columns) {
    // A picture deeper than the text beside it shows in no leg.
    const besideLegs = isParted ? 0 : columns * legRows - bodyRows - depth.whiteRows;
    const insetRows = Math.max(pictureColumns * depth.cornerRows, besideLegs);
    const leastLegRows = Math.ceil(insetRows / pictureColumns) + ROWS_UNDER_PICTURE;
    const beside = measureBeside(store, flow, { way, depth, headRows });
    return { ...own, headRows, insetRows, leastLegRows, ...beside };
  }
  const { pictureRows: range } = depth;
  const besideRows = { least: whiteSeen(depth), most: whiteSeen(depth) };
  const forced = forcedOf(depth, depth, depth);
  if (range === null || range.least === range.most)
    return { ...own, headRows, legRows, picture: null, besideRows, ...forced };
  const rows = { least: range.least, wanted: range.natural, most: range.most };
  return { ...own, headRows: headRows - range.natural, legRows, picture: rows, besideRows, ...forced };
}

/** White beside a picture, with what it costs that some of it is a hole. */
const whiteSeen = ({ whiteRows, holeRows }: StoryDepth): number => whiteRows + (HOLE_BESIDE - 1) * holeRows;

const forcedOf = (least: StoryDepth, wanted: StoryDepth, most: StoryDepth): Pick<Setting, 'isForced'> =>
  [least, wanted, most].some(({ isForced }) => isForced)
    ? { isForced: { least: least.isForced, wanted: wanted.isForced, most: most.isForced } }
    : {};

const settingOf = (way: Way, pictureRows: number | null): StorySetting => ({
  ...way,
  legs: null,
  pictureRows,
});

type BesideLegs = { readonly way: Way; readonly depth: StoryDepth; readonly headRows: number };

/** A picture over some of the legs moves text from leg to leg: how much deeper the story gets, only setting it tells. */
function measureBeside(
  store: StoryStore,
  flow: Flow,
  { way, depth, headRows }: BesideLegs,
): Pick<Setting, 'legRows' | 'picture' | 'besideRows' | 'isForced'> {
  const { pictureRows: range } = depth;
  const depthAt = (rows: number): StoryDepth => measureStory(store, flow, settingOf(way, rows));
  const least = range === null ? depth : depthAt(range.least);
  const most = range === null ? depth : depthAt(range.most);
  const wanted = Math.max(0, depth.rows - least.rows);
  const rows = { least: 0, wanted, most: Math.max(wanted, most.rows - least.rows) };
  return {
    legRows: Math.min(depth.rows, least.rows) - headRows,
    picture: rows.most === 0 ? null : rows,
    besideRows: { least: whiteSeen(least), most: whiteSeen(most) },
    ...forcedOf(least, depth, most),
  };
}

/** Fewest columns from which a story goes on once more. */
const COLUMNS_ON = 2;

type RestOptions = {
  readonly spare: Spare;
  readonly notBefore: number;
  readonly pageRows: number;
  readonly headRows: JumpHeadRows;
};

/**
 * What is left of a story that jumps, as matter of its own. The exact line at which it breaks shows when it is set:
 * `spare` rows are kept for it. What is more than a page of `pageRows` holds goes on once more.
 */
export function restOf(
  { matter, fit }: PlacedMatter,
  columns: number,
  { spare, notBefore, pageRows, headRows }: RestOptions,
): Matter {
  const tailRows = fit.tailRows + spare.perJump;
  const settings = Array.from({ length: columns }, (_, at): Setting => {
    const depth = matter.restDepth?.(tailRows, at + 1) ?? Math.ceil(tailRows / (at + 1));
    const legRows = depth + spare.perLeg;
    return {
      columns: at + 1,
      shape: 'brief',
      headRows: headRows(matter.id, at + 1),
      legRows,
      bodyRows: tailRows,
      picture: null,
    };
  });
  const { restDepth, heldRows, restColumns } = matter;
  const last = settings.at(-1);
  const isLong = last !== undefined && last.headRows + last.legRows > pageRows;
  const own = isLong ? settings.map((each) => ({ ...each, pageArea: columns * pageRows })) : settings;
  return {
    id: matter.id,
    kind: 'rest',
    section: matter.section,
    mayJump: isLong,
    ...(isLong ? { jumpColumns: Math.min(COLUMNS_ON, columns) } : {}),
    ...(matter.kind === 'rest' ? { goesOnAgain: true } : {}),
    ...(restDepth === undefined ? {} : { restDepth }),
    ...(heldRows === undefined ? {} : { heldRows }),
    ...(restColumns === undefined ? {} : { restColumns, leastColumns: restColumns(tailRows) }),
    notBefore,
    settingFor: (width, shape) => (shape === 'brief' ? (own[width - 1] ?? null) : null),
  };
}
