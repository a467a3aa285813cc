import { expect, test } from 'vitest';
import type { Rect } from '../../../src/core/geometry.ts';
import { pt } from '../../../src/core/units.ts';
import { dropDoubledRules } from '../../../src/layout/drop-doubled-rules.ts';
import type { Fragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const rule = (x: number, y: number, width: number, height = 1): Fragment => ({
  kind: 'rule',
  rect: { x: pt(x), y: pt(y), width: pt(width), height: pt(height) },
  colour: { red: 0, green: 0, blue: 0 },
  structure: { kind: 'artifact', artifact: 'layout' },
});
const picture = (x: number, y: number): Fragment => ({
  kind: 'image',
  file: 'pier.jpg',
  rect: { x: pt(x), y: pt(y), width: pt(20), height: pt(4) },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  structure: { kind: 'artifact', artifact: 'layout' },
});

const HEADER = rule(0, 30, 300);
const kept = (
  fragments: readonly Fragment[],
  heads: readonly number[],
  areas: readonly Rect[] = [],
): readonly Fragment[] =>
  dropDoubledRules(fragments, { heads: heads.map((y) => ({ y })), areas, baseline: 11 });

test('the rule over a head goes where another one stands over all of it with nothing between', () => {
  const [left, right] = [rule(0, 45, 140), rule(160, 45, 140)];
  expect(kept([left, right, HEADER], [45])).toEqual([HEADER]);
});

test('a rule stays under one of a story, as the last one of a table', () => {
  const [table, head] = [rule(0, 30, 300), rule(0, 45, 300)];
  const area = { x: pt(0), y: pt(10), width: pt(300), height: pt(21) };
  expect(kept([table, head], [45], [area])).toEqual([table, head]);
  expect(kept([table, head], [45], [{ ...area, height: pt(15) }])).toEqual([table]);
});

test('a rule stays that is parted by matter, too far away, over a part only, or not over a head', () => {
  const head = rule(0, 45, 300);
  for (const above of [
    [HEADER, picture(50, 36)],
    [rule(0, -20, 300)],
    [rule(0, 30, 140)],
    [rule(0, 30, 300, 9)],
  ])
    expect(kept([head, ...above], [45])).toContain(head);
  // As far as white that make-up leaves over the first story.
  expect(kept([head, rule(0, -5, 300)], [45])).not.toContain(head);
  expect(kept([head, HEADER], [80])).toContain(head);
  expect(kept([head, HEADER, picture(320, 36)], [45])).not.toContain(head);
});

test('no page of a paper has two rules one under the other at its head', async () => {
  const text = 'The boats leave at six and come back at noon, as they always did. '.repeat(60);
  const { set } = await composeFiles({
    'issue.yaml': 'name: Quay\nnumber: 1\ndate: 2024-05-03\nteasers: [b, c]\n',
    ...Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [
        `articles/${id}.md`,
        `---\nheadline: What the boats of ${id} do\n---\n${text}\n`,
      ]),
    ),
  });
  expect(set.composed.pages.length).toBeGreaterThan(1);
  for (const { fragments } of set.composed.pages) {
    const heads = fragments.flatMap((each) => (each.kind === 'rule' ? [each.rect.y] : []));
    expect(kept(fragments, heads)).toHaveLength(fragments.length);
  }
});
