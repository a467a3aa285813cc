import { expect, test } from 'vitest';
import { emptyMemory } from '../../../src/makeup/search.ts';
import { makeUpPage } from '../../../src/makeup/make-up-page.ts';
import type { Matter, PageArea, Setting } from '../../../src/makeup/matter.ts';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles, type ComposedIssue } from '../../tools/compose-issue.ts';

const area: PageArea = { columns: 3, rows: 28, role: 'inside', section: null, count: 4, ads: [] };
const options = { mayJump: false, mayEndShort: false, inRank: false, hasHouse: false };

// 60 lines of text; a pull quote takes 9 of them.
const settingOf = (quotes: number): Setting => ({
  columns: 3,
  shape: 'second',
  headRows: 8,
  legRows: (60 + quotes * 9) / 3,
  bodyRows: 60 + quotes * 9,
  picture: null,
  ...(quotes === 0 ? {} : { quotes }),
});

const story: Matter = {
  id: 'story',
  kind: 'story',
  section: null,
  mayJump: false,
  settingFor: (columns) => (columns === 3 ? settingOf(0) : null),
  othersFor: (columns) => (columns === 3 ? [settingOf(1), settingOf(2)] : []),
};

const quotesIn = (rows: number): number | undefined =>
  makeUpPage({ ...area, rows }, [story], { ...options, search: emptyMemory().search })?.placed[0]?.setting
    .quotes;

test('as many pull quotes as close the hole, and none where there is none', () =>
  expect([28, 31, 34].map(quotesIn)).toEqual([undefined, 1, 2]));

const LENGTHS = [60, 34, 22, 40, 18, 6, 28, 46, 12, 30];
const SENTENCE =
  'The ferry left the north quay at seven and nobody on the pier could say when it would be back. ';
const QUOTE = '\n\n::: pullquote optional\nNobody on the pier could say when it would be back.\n:::';

/** Stories of so many sentences each, in paragraphs of four, with a quote behind the second and the fourth. */
function paper(quote: string): Promise<ComposedIssue> {
  const articles = LENGTHS.map((sentences, at): readonly [string, string] => {
    const paragraphs = Array.from({ length: Math.ceil(sentences / 4) }, (_, index) => {
      const words = SENTENCE.repeat(Math.min(4, sentences - index * 4)).trim();
      return index === 1 || index === 3 ? words + quote : words;
    });
    const head = `headline: Ferry stays away from the quay for another day ${String(at + 1)}`;
    return [`articles/story-${at + 10}.md`, `---\n${head}\n---\n${paragraphs.join('\n\n')}\n`];
  });
  return composeFiles({
    'issue.yaml': 'name: The Quay\nnumber: 7\ndate: 2026-03-14\nformat: tabloid\n',
    ...Object.fromEntries(articles),
  });
}

/** Rows of white and of house fillers, and pull quotes shown, as the dummies tell. */
function told({ set }: ComposedIssue): { readonly empty: number; readonly quotes: number } {
  const levers = (set.dummies ?? []).flatMap(({ modules }) => modules.flatMap((module) => module.levers));
  return levers.reduce(
    ({ empty, quotes }, lever) =>
      lever.kind === 'quotes'
        ? { empty, quotes: quotes + lever.count }
        : { empty: empty + (lever.kind === 'white' || lever.kind === 'filler' ? lever.rows : 0), quotes },
    { empty: 0, quotes: 0 },
  );
}

test('pages are filled by the pull quotes of their stories, as the plan tells, and no page is added for them', async () => {
  const [plain, quoted] = [await paper(''), await paper(QUOTE)];
  const { empty, quotes } = told(quoted);
  expect(told(plain).quotes).toBe(0);
  expect(quotes).toBeGreaterThan(0);
  expect(empty).toBeLessThan(told(plain).empty);
  expect(quoted.set.composed.pages).toHaveLength(plain.set.composed.pages.length);
  // In the stories the word begins small.
  expect(dumpPages(quoted.set.composed).match(/Nobody/g)).toHaveLength(quotes);
});
