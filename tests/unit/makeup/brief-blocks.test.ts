import { describe, expect, it, test } from 'vitest';
import { dealBriefs, joinBriefs } from '../../../src/makeup/join-briefs.ts';
import type { Matter } from '../../../src/makeup/matter.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

/** A brief of so many rows, its head two of them. */
function brief(id: string, rows: number, section: string | null = null): Matter {
  const setting = {
    columns: 1,
    shape: 'brief' as const,
    headRows: 2,
    legRows: rows - 2,
    bodyRows: rows - 2,
    picture: null,
  };
  return {
    id,
    kind: 'brief',
    section,
    mayJump: false,
    settingFor: (columns) => (columns === 1 ? setting : null),
  };
}

const DEPTHS = [9, 14, 7, 21, 11, 8, 16, 12, 10, 13, 19, 6];
const briefs = DEPTHS.map((rows, at) => brief(`b${at}`, rows));

const depthOf = (column: readonly Matter[]): number =>
  column.reduce((sum, { id }) => sum + DEPTHS[Number(id.slice(1))]! + 1, -1);

describe('briefs dealt to columns', () => {
  it.each([1, 2, 3, 4, 5, 6])('stand once each, in columns that are nearly even: %i', (columns) => {
    const dealt = dealBriefs(briefs, columns);
    expect(dealt.flatMap((column) => column.map(({ id }) => id)).sort()).toEqual(
      briefs.map(({ id }) => id).sort(),
    );
    const depths = dealt.map(depthOf);
    expect(Math.max(...depths) - Math.min(...depths)).toBeLessThanOrEqual(5);
  });

  it.each([2, 3, 4, 5, 6])('stand in rank down %i columns, but for those at the end of one', (columns) => {
    const dealt = dealBriefs(briefs, columns).map((column) => column.map((own) => briefs.indexOf(own)));
    expect(dealt[0]?.[0]).toBe(0);
    for (const column of dealt) expect(column).toEqual([...column].sort((a, b) => a - b));
    dealt.flat().forEach((rank, place) => expect(Math.abs(rank - place)).toBeLessThanOrEqual(3));
    const isMoved = (rank: number, place: number): boolean => rank !== place;
    expect(dealt.flat().filter(isMoved).length).toBeLessThanOrEqual(4 * (columns - 1));
  });

  it('stand as they are in rank where that is as even', () => {
    const even = Array.from({ length: 9 }, (_, at) => brief(`e${at}`, 10));
    expect(dealBriefs(even, 3).map((column) => column.map(({ id }) => id))).toEqual([
      ['e0', 'e1', 'e2'],
      ['e3', 'e4', 'e5'],
      ['e6', 'e7', 'e8'],
    ]);
  });

  it.each([2, 3, 4, 5])('leave one section before the other in %i columns, however uneven', (columns) => {
    const two = DEPTHS.map((rows, at) => brief(`b${at}`, rows, at < 5 ? 'news' : 'sport'));
    const sections = dealBriefs(two, columns)
      .flat()
      .map(({ section }) => section);
    expect(sections).toEqual(two.map(({ section }) => section));
  });

  it('leave no column empty', () => {
    expect(dealBriefs(briefs.slice(0, 4), 4).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(joinBriefs(new Map(), briefs.slice(0, 3)).settingFor(4, 'brief')).toBeNull();
  });

  it('are as deep as their deepest column', () => {
    const setting = joinBriefs(new Map(), briefs).settingFor(3, 'brief');
    expect((setting?.headRows ?? 0) + (setting?.legRows ?? 0)).toBe(
      Math.max(...dealBriefs(briefs, 3).map(depthOf)),
    );
  });
});

const paperOf = (count: number): Readonly<Record<string, string>> => ({
  'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: tabloid\n',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `articles/n${String(at).padStart(2, '0')}.md`,
      quayStory(`Notice ${at} of the quay`, 25 + ((at * 7) % 30)),
    ]),
  ),
});

test.each([
  [12, 1],
  [40, 2],
])('a paper of %i briefs has %i pages, with no filler among them', async (count, pages) => {
  const { set } = await composeFiles(paperOf(count));
  expect(set.composed.pages.length).toBe(pages);
  const modules = set.dummies?.flatMap((dummy) => dummy.modules) ?? [];
  expect(modules.flatMap(({ stories }) => stories).length).toBe(count);
  expect(modules.filter(({ kind }) => kind === 'advertisement' || kind === 'panel')).toEqual([]);
});

test('what a column of briefs is short of goes between them, so that its foot stands level', async () => {
  const { edition, set } = await composeFiles(paperOf(40));
  const { baseline } = edition.grid;
  const feet = new Map<number, number>();
  const blocks = set.dummies?.[0]?.modules.filter(({ kind }) => kind === 'briefs') ?? [];
  expect(blocks.length).toBeGreaterThan(2);
  for (const { rect } of set.composed.pages[0]?.beads ?? []) {
    const x = Math.round(rect.x);
    feet.set(x, Math.max(feet.get(x) ?? 0, rect.y + rect.height));
  }
  const all = [...feet.values()];
  expect((Math.max(...all) - Math.min(...all)) / baseline).toBeLessThan(4);
});
