import { expect, test } from 'vitest';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const LONG = 'The Independent Harbour and Fishing Gazette of Port Ellery';

async function nameplateOf(
  name: string,
): Promise<{ readonly lines: readonly string[]; readonly sizes: readonly number[] }> {
  const { set } = await composeFiles({
    'issue.yaml': `name: ${name}\nnumber: 1\ndate: 2024-05-03\nformat: a4\n`,
    'articles/ferry.md': '---\nheadline: Fog\n---\nThe boat turned round.\n',
  });
  const lines = dumpPages(set.composed)
    .split('\n')
    .filter(
      (line) => line.startsWith('text ') && /Display-Black|Subhead-Black|SourceSerif4-Black/.test(line),
    );
  return { lines, sizes: lines.map((line) => Number(/Black ([\d.]+) /.exec(line)?.[1])) };
}

test('a nameplate that goes into its line keeps its size', async () => {
  const { lines, sizes } = await nameplateOf('Fog');
  expect(lines).toHaveLength(1);
  // 10.3 hundredths of the live width of the theme's A4 page, 487.28 points.
  expect(sizes).toEqual([50.2]);
});

test('a long nameplate is set smaller on one line as wide as its place', async () => {
  const { lines, sizes } = await nameplateOf(LONG);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(LONG);
  expect(sizes[0]).toBeLessThan(30);
  const [left = 0, right = 0] =
    /^text ([\d.]+) [\d.]+ to ([\d.]+)/
      .exec(lines[0] ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  expect(left).toBeGreaterThanOrEqual(53.9);
  expect(right - left).toBeGreaterThan(480);
  expect(right).toBeLessThanOrEqual(541.4);
});

test('it keeps its place in the structure: its words are proven like all others', async () => {
  const { lines } = await nameplateOf(LONG);
  expect(lines[0]).toMatch(/ leaf \d+ "/);
});

test('a name that would be smaller than 6 points is set in several lines', async () => {
  const { lines, sizes } = await nameplateOf(Array.from({ length: 5 }, () => LONG).join(' '));
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.min(...sizes)).toBeGreaterThan(6);
});

async function headOf(word: string): Promise<{ readonly lines: readonly string[]; readonly size: number }> {
  const { set } = await composeFiles({
    'issue.yaml': 'name: Post\nnumber: 1\ndate: 2024-05-03\ntheme: reader\n',
    'articles/ferry.md': `---\nheadline: ${word} is at hand\n---\n${'The boat turned round. '.repeat(20)}\n`,
  });
  const lines = dumpPages(set.composed)
    .split('\n')
    .filter((line) => /^text .*SourceSerif4\S*-Bold (2[0-9]|19)/.test(line));
  return { lines, size: Number(/Bold ([\d.]+) /.exec(lines[0] ?? '')?.[1]) };
}

test('a head takes a smaller size for its longest word, a little only; else the word has a hyphen', async () => {
  const short = await headOf('Counsel');
  const long = await headOf('Counterrepresentationalhomes');
  const longer = await headOf('Counterrepresentationalisticunderstanding');
  expect(long.lines[0]).toContain('"Counterrepresentationalhomes');
  expect(long.size).toBeLessThan(short.size);
  expect(long.size).toBeGreaterThanOrEqual(0.84 * short.size);
  expect(longer.size).toBe(short.size);
  expect(longer.lines.some((line) => /"Counter\S*¬"/.test(line))).toBe(true);
});

test('a head takes a smaller size where a short word would stand alone over a long one', async () => {
  const alone = await headOf('A Counterrepresentationally');
  expect(alone.lines[0]).toContain('"A Counterrepresentationally');
  const short = await headOf('Counsel');
  expect(alone.size).toBeLessThan(short.size);
  expect(alone.size).toBeGreaterThanOrEqual(0.86 * short.size);
});
