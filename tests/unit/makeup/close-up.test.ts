import { expect, test } from 'vitest';
import type { Blueprint, Flow, FlowKind, PlannedModule, PlannedPage } from '../../../src/layout/page-plan.ts';
import { closeUpLast } from '../../../src/makeup/close-up.ts';

const flow = (kind: FlowKind): Flow => ({ kind, name: kind }) as Flow;
const story = (column: number, columns: number, row: number, rows: number): PlannedModule => ({
  rect: { column, columns, row, rows },
  matter: { kind: 'rest', flow: flow('story'), legs: null },
});
const ad = (column: number, columns: number, row: number, rows: number): PlannedModule => ({
  rect: { column, columns, row, rows },
  matter: { kind: 'advertisement', flow: flow('advertisement') },
});
const page = (...modules: readonly PlannedModule[]): PlannedPage => ({
  blueprint: {} as Blueprint,
  slots: new Map(),
  modules,
  foot: [],
});
const topOf = (): number => 5;
const rowsOf = (pages: readonly PlannedPage[]): readonly (readonly number[])[] =>
  pages.map(({ modules }) => (modules ?? []).map(({ rect }) => rect.row));

test('advertisements of the last page come up under its stories, as they stand to one another', () => {
  const full = page(story(0, 4, 5, 20), ad(0, 4, 60, 20));
  const short = page(story(0, 2, 5, 20), story(2, 2, 5, 30), ad(0, 4, 60, 10), ad(0, 2, 71, 9));
  expect(rowsOf(closeUpLast([full, short], topOf))).toEqual([
    [5, 60],
    [5, 5, 36, 47],
  ]);
});

test('on a last page of advertisements alone they stand at its top, as they stand to one another', () => {
  const sold = page(ad(0, 4, 40, 20), ad(0, 2, 61, 20));
  expect(rowsOf(closeUpLast([page(story(0, 4, 5, 20)), sold], topOf))).toEqual([[5], [5, 26]]);
});

test('one beside the stories keeps its place, and so do all on a page that is full', () => {
  const beside = page(story(0, 3, 5, 60), ad(3, 1, 5, 30), ad(0, 4, 70, 10));
  for (const last of [page(story(0, 4, 5, 52), ad(0, 4, 60, 20)), beside])
    expect(closeUpLast([last], topOf)).toEqual([last]);
});
