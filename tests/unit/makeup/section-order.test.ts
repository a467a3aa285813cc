import { expect, test } from 'vitest';
import { makeUpPage } from '../../../src/makeup/make-up-page.ts';
import type { Matter, PageArea, PlacedMatter, Setting } from '../../../src/makeup/matter.ts';
import { emptyMemory } from '../../../src/makeup/search.ts';

// On a page that an earlier section shares with a later one, the earlier stands first, however short its stories are.

const area: PageArea = { columns: 4, rows: 60, role: 'inside', section: null, count: 4, ads: [] };
const options = { mayJump: false, mayEndShort: false, inRank: false, hasHouse: false };

const HEAD_ROWS = { spread: 10, lead: 10, second: 8, third: 6, brief: 4 } as const;

const story = (id: string, section: string, lines: number): Matter => ({
  id,
  kind: 'story',
  section,
  mayJump: false,
  settingFor: (columns, shape): Setting => ({
    columns,
    shape,
    headRows: HEAD_ROWS[shape],
    legRows: Math.ceil(lines / columns),
    bodyRows: lines,
    picture: null,
  }),
});

const isBefore = ({ cell: a }: PlacedMatter, { cell: b }: PlacedMatter): boolean =>
  a.row + a.rows <= b.row || a.column + a.columns <= b.column;

test.each([
  [20, 20, 150],
  [20, 30, 120],
  [20, 40, 110],
  [20, 50, 100],
])('stories of %i and %i lines, and one of %i', (first, second, long) => {
  const matters = [story('a', 'city', first), story('b', 'city', second), story('c', 'trade', long)];
  const page = makeUpPage(area, matters, { ...options, search: emptyMemory().search });
  const placed = new Map(page?.placed.map((each) => [each.matter.id, each]));
  const [a, b, c] = ['a', 'b', 'c'].map((id) => placed.get(id));
  if (a === undefined || b === undefined || c === undefined) throw new Error('a story is missing');
  expect([isBefore(a, c), isBefore(b, c)]).toEqual([true, true]);
});
