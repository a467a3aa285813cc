import { expect, test } from 'vitest';
import {
  joinTrees,
  matterTree,
  seenCost,
  seenTogether,
  stackCost,
  togetherCost,
  type CutTree,
} from '../../../src/makeup/cut-tree.ts';
import type { Matter, Setting } from '../../../src/makeup/matter.ts';

const setting: Setting = {
  columns: 2,
  shape: 'third',
  headRows: 3,
  legRows: 10,
  bodyRows: 20,
  picture: null,
};
const matter: Matter = { id: 'a', kind: 'story', section: null, mayJump: false, settingFor: () => setting };

const tree = (size: number, fillerRows = 0): CutTree =>
  matterTree(
    matter,
    setting,
    { rows: 13, cost: 1, fit: { pictureRows: 0, legRows: 10, whiteRows: 0, fillerRows, tailRows: 0 } },
    size,
  );

test('large heads of one size cost more, one under the other, than a large and a smaller one', () => {
  expect(stackCost(tree(3), tree(3))).toBeGreaterThan(stackCost(tree(3), tree(2)));
  expect(stackCost(tree(2), tree(2))).toBe(stackCost(tree(3), tree(2)));
  expect(stackCost(tree(2), tree(3))).toBeGreaterThan(stackCost(tree(3), tree(3)));
});

test('each further filler of a page costs, the first does not', () => {
  const joined = joinTrees('stack', tree(2, 5), tree(2, 5), 2);
  expect(togetherCost(tree(2, 5), tree(2))).toBe(0);
  const again = togetherCost(tree(2, 5), tree(2, 5));
  expect(again).toBeGreaterThan(0);
  expect(togetherCost(joined, tree(2, 5))).toBe(2 * again);
});

test('what is seen of rectangles together costs the same however they came together', () => {
  const pictures = { ...tree(2, 5), picture: 40 };
  const others = { ...tree(2, 5), picture: 30 };
  const more = joinTrees('abreast', pictures, others, 2);
  expect(seenCost(seenTogether(pictures, others))).toBe(togetherCost(pictures, others));
  expect(seenCost(seenTogether(more, tree(2, 5)))).toBe(togetherCost(more, tree(2, 5)));
  expect(seenCost(more)).toBe(togetherCost(pictures, others));
});
