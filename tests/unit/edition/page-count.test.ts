import { expect, test } from 'vitest';
import { resolveYaml } from './issue-fixture.ts';

const HEAD = 'name: Quayside Weekly\nnumber: 7\ndate: 2026-03-14';

test.each([
  ['8', 8, 8],
  ['{ 1: { lead: ferry }, 2-8: auto }', 8, 8],
  ['{ 1: { lead: ferry }, 4: { rest: none } }', 4, 4],
  ['{ 4: { rest: none }, 1-3: auto }', 4, 4],
  ['{ 1: { lead: ferry } }', null, 1],
  ['{ 1: auto, 4: { layout: opinion } }', null, 4],
])('pages: %s asks for a number where it ends in one', (pages, count, least) => {
  const [edition] = resolveYaml(`${HEAD}\npages: ${pages}`).issue?.editions ?? [];
  expect([edition?.pageCount, edition?.leastPages]).toEqual([count, least]);
});
