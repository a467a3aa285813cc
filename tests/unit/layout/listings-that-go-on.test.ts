import { expect, test } from 'vitest';
import { composeFiles, type ComposedIssue } from '../../tools/compose-issue.ts';

// Blocks of a listing go on from leg to leg, and each says there whose it is.

const channel = (name: string, count: number): string => {
  const rows = Array.from({ length: count }, (_, at) => `| ${6 + at}.00 | News from the quay |`);
  return `::: listing ${name}\n| Time | Programme |\n|---|---|\n${rows.join('\n')}\n:::\n`;
};

/** Text of the first page that holds some words, and whether it is read or set for the eye alone. */
function linesWith({ set }: ComposedIssue, words: string): readonly string[] {
  return (set.composed.pages[0]?.fragments ?? []).flatMap((each) => {
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
  const again = linesWith(composed, '(continued)');
  expect(again.length).toBeGreaterThan(0);
  for (const line of again) expect(line).toBe('(continued) artifact');
  const names = linesWith(composed, 'Harbour One');
  expect(names).toEqual(['Harbour One leaf', ...again.map(() => 'Harbour One artifact')]);
  expect(linesWith(composed, 'Time')).toHaveLength(1 + again.length);
});

test('a listing whose tables stay whole says each name once', async () => {
  const composed = await paper(channel('Harbour One', 3) + '\n' + channel('Harbour Two', 3));
  expect(linesWith(composed, 'Harbour')).toEqual(['Harbour One leaf', 'Harbour Two leaf']);
});
