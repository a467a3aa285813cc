import { expect, test } from 'vitest';
import { composeFiles, type ComposedIssue } from '../../tools/compose-issue.ts';

// Blocks of a listing go on from leg to leg, and each says there whose it is.

const channel = (name: string, count: number): string => {
  const rows = Array.from({ length: count }, (_, at) => `| ${6 + at}.00 | News from the quay |`);
  return `::: listing ${name}\n| Time | Programme |\n|---|---|\n${rows.join('\n')}\n:::\n`;
};

/** Text of a page, the first of all, that holds some words, and whether it is read or set for the eye alone. */
function linesWith({ set }: ComposedIssue, words: string, page = 0): readonly string[] {
  return (set.composed.pages[page]?.fragments ?? []).flatMap((each) => {
    if (each.kind !== 'text') return [];
    const text = each.run.texts.join('');
    return text.includes(words) ? [`${text.trim()} ${each.structure.kind}`] : [];
  });
}

const paper = (body: string): Promise<ComposedIssue> =>
  composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\nformat: tabloid\n',
    'articles/television.md': `# What is on television today\n\n${body}`,
  });

test('a table of a listing that goes on in the next leg has the name of its block over it again', async () => {
  const composed = await paper(channel('Harbour One', 40));
  const [first, ...again] = linesWith(composed, 'Harbour One');
  expect(first).toBe('Harbour One leaf');
  expect(again.length).toBeGreaterThan(0);
  for (const line of again) expect(line).toBe('Harbour One artifact');
  expect(linesWith(composed, 'Time')).toHaveLength(1 + again.length);
  // Beside itself it need not be said that it goes on.
  expect(linesWith(composed, '(continued)')).toEqual([]);
});

test('on another page it is said that the table goes on', async () => {
  const composed = await paper(channel('Harbour One', 1500));
  expect(linesWith(composed, '(continued)')).toEqual([]);
  const [line] = linesWith(composed, '(continued)', 1);
  expect(line).toBe('(continued) artifact');
});

test('legs of one table have their first rows on one line, and as many rows', async () => {
  const { set } = await paper(channel('Harbour One', 45));
  const legs = new Map<number, number[]>();
  for (const each of set.composed.pages[0]?.fragments ?? []) {
    if (each.kind !== 'text' || !each.run.texts.join('').includes('News')) continue;
    const x = each.x + each.run.x;
    legs.set(x, [...(legs.get(x) ?? []), each.y]);
  }
  const [first, ...others] = [...legs.values()];
  expect(others.length).toBeGreaterThan(0);
  for (const ys of others) expect(ys[0]).toBeCloseTo(first?.[0] ?? 0, 3);
  for (const ys of others) expect(ys).toHaveLength(first?.length ?? 0);
});

test('a listing whose tables stay whole says each name once', async () => {
  const composed = await paper(channel('Harbour One', 3) + '\n' + channel('Harbour Two', 3));
  expect(linesWith(composed, 'Harbour')).toEqual(['Harbour One leaf', 'Harbour Two leaf']);
});
