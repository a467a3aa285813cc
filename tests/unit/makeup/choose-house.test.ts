import { expect, test } from 'vitest';
import type { Flow } from '../../../src/layout/page-plan.ts';
import { houseChooser } from '../../../src/makeup/choose-house.ts';

const flow = (name: string): Flow => ({
  kind: 'house',
  name,
  title: name,
  language: 'en',
  section: null,
  treeOf: () => {
    throw new Error('nothing is set here');
  },
});
const named = (matter: ReturnType<ReturnType<typeof houseChooser>>): string =>
  matter.kind === 'advertisement' ? matter.flow.name : matter.kind;

test('the picture that was used least and fits best fills a hole, each time under a name of its own', () => {
  const choose = houseChooser([
    { flow: flow('@house.1'), ratio: 2 },
    { flow: flow('@house.2'), ratio: 1.5 },
  ]);
  const holes = [2, 2, 2, 1.4].map((ratio, page) => named(choose(ratio, page)));
  expect(holes).toEqual(['@house.1', '@house.2', '@house.1.2', '@house.2.2']);
});

test('a picture is seen twice in an edition at most, and never twice on a page', () => {
  const choose = houseChooser([{ flow: flow('@house.1'), ratio: 2 }]);
  const holes = [4, 4, 6, 7].map((page) => named(choose(2, page)));
  expect(holes).toEqual(['@house.1', 'panel', '@house.1.2', 'panel']);
});

test('a hole that no picture fits is filled with words', () => {
  const choose = houseChooser([{ flow: flow('@house.1'), ratio: 2 }]);
  expect(choose(12, 0)).toMatchObject({ kind: 'panel', template: 'house' });
  expect(named(houseChooser([])(2, 0))).toBe('panel');
});
