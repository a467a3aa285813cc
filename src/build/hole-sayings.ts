import type { FurnitureArea } from '../layout/page-plan.ts';
import type { TemplateData } from '../template/template-data.ts';

/*
 * What the paper says of itself in the holes that no picture fills: its name and how to reach it, or which stories stand on
 * other pages. The two take turns, so that no page says the same twice; page 1 has the name in its nameplate, and
 * another one in the imprint.
 */

/** A story that fillers name, in the order of the paper. */
export type NamedStory = {
  readonly id: string;
  readonly headline: string;
  readonly language: string;
  readonly page: string;
};

/** The pages of the edition as fillers see them: the holes, and the label of each page. */
export type HoleMatter = {
  readonly areas: readonly FurnitureArea[];
  readonly labels: readonly string[];
  readonly stories: readonly NamedStory[];
  /** Indexes of pages with the imprint, which says the name. */
  readonly imprintOn: ReadonlySet<number>;
  /** Has the paper a line under its name, or rows of how to reach it? A name alone fills no deep hole. */
  readonly hasMore: boolean;
};

/** Rows from which a hole holds more than the paper's name, and from which type in it is large. */
const MIDDLING_ROWS = 8;
const DEEP_ROWS = 12;

const DEPTHS = ['deep', 'middling', 'shallow'] as const;
type Depth = (typeof DEPTHS)[number];

/** Stories named in a hole of each depth at most. */
const MOST_NAMED: Readonly<Record<Depth, number>> = { deep: 5, middling: 3, shallow: 1 };

/** A list of fewer stories of later pages is none, where the paper's name may stand instead. */
const LEAST_NAMED = 2;

/** What may stand in each hole, the fullest first: the layout's field `hole`. */
export function sayingsOf({
  areas,
  labels,
  stories,
  imprintOn,
  hasMore,
}: HoleMatter): ReadonlyMap<FurnitureArea, readonly TemplateData[]> {
  const sayings = new Map<FurnitureArea, readonly TemplateData[]>();
  const named = new Set<string>();
  let namesPaper = false;
  for (const area of areas) {
    const { hole, pageIndex } = area;
    if (hole === undefined) continue;
    const depth = depthOf(hole.rows);
    const mayName = pageIndex > 0 && !imprintOn.has(pageIndex) && (hasMore || depth === 'shallow');
    const { later, earlier } = onOtherPages(stories, labels, pageIndex);
    namesPaper = mayName && ((!namesPaper && named.size > 0) || later.length < LEAST_NAMED);
    const elsewhere = mayName ? later : [...later, ...earlier];
    const fresh = elsewhere.filter(({ id }) => !named.has(id));
    const most = MOST_NAMED[depth];
    const also = namesPaper ? [] : [...fresh, ...elsewhere.filter(({ id }) => named.has(id))].slice(0, most);
    for (const { id } of also) named.add(id);
    sayings.set(area, candidates(hole, also));
  }
  return sayings;
}

const depthOf = (rows: number): Depth =>
  rows < MIDDLING_ROWS ? 'shallow' : rows < DEEP_ROWS ? 'middling' : 'deep';

/** Fewer stories in smaller type, then the paper's name, the larger first. */
function candidates(
  { columns, rows }: NonNullable<FurnitureArea['hole']>,
  also: readonly NamedStory[],
): readonly TemplateData[] {
  const depths = DEPTHS.slice(DEPTHS.indexOf(depthOf(rows)));
  const stories = Array.from({ length: also.length }, (_, fewer) => also.slice(0, also.length - fewer));
  return [
    ...stories.flatMap((some) => depths.map((depth) => ({ columns, depth, also: some }))),
    ...depths.map((depth) => ({ columns, depth, also: [] })),
  ];
}

/** Stories of the pages after one, and of those before it. */
function onOtherPages(
  stories: readonly NamedStory[],
  labels: readonly string[],
  pageIndex: number,
): { readonly later: readonly NamedStory[]; readonly earlier: readonly NamedStory[] } {
  const indexOf = ({ page }: NamedStory): number => labels.indexOf(page);
  return {
    later: stories.filter((story) => indexOf(story) > pageIndex),
    earlier: stories.filter((story) => indexOf(story) >= 0 && indexOf(story) < pageIndex),
  };
}
