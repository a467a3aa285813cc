import type { BoxTree } from '../box/box.ts';
import { columnsWidth } from '../layout/leg-grid.ts';
import type { StoryStore } from '../layout/measure-story.ts';
import type { Flow } from '../layout/page-plan.ts';
import { layoutStack } from '../layout/stack-layout.ts';

/** Rows of the head over what goes on of a story in so many columns: a long headline takes more than one line of a few. */
export type JumpHeadRows = (story: string, columns: number) => number;

/** Measures jump heads when they are first asked for. Stories that are none have heads of no rows. */
export function jumpHeadRows(
  { session, grid }: StoryStore,
  stories: readonly Flow[],
  headOf: (flow: Flow) => BoxTree,
): JumpHeadRows {
  const flows = new Map(stories.map((flow) => [flow.name, flow]));
  const trees = new Map<string, BoxTree>();
  const known = new Map<string, number>();
  return (story, columns) => {
    const key = `${story} ${columns}`;
    const flow = flows.get(story);
    const rows = known.get(key);
    if (rows !== undefined || flow === undefined) return rows ?? 0;
    const tree = trees.get(story) ?? headOf(flow);
    trees.set(story, tree);
    const { height } = layoutStack(session, tree.root.children, columnsWidth(grid, columns));
    const own = Math.ceil(height / grid.baseline - 1e-6);
    known.set(key, own);
    return own;
  };
}
