import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const SENTENCE = 'The ferry went over in the fog, and nobody on the quay could say when it would be back. ';

/** Rows of the legs of a story on page 1; its head is among them where it has one column. */
async function legsOf(
  sentences: number,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly number[]> {
  const { set, edition } = await composeFiles({
    'issue.yaml': 'name: Quay\nnumber: 1\ndate: 2024-05-03\nformat: compact-tabloid\n',
    'articles/a.md': `---\nheadline: Fog on the water\n---\n${SENTENCE.repeat(sentences)}\n`,
    ...more,
  });
  const { live, columns, gutter, baseline } = edition.grid;
  const width = (live.width - (columns - 1) * gutter) / columns;
  const [page] = set.composed.pages;
  return (page?.beads ?? [])
    .filter(({ story, rect }) => story === 'a' && rect.width <= width + 0.01)
    .map(({ rect }) => Math.round(rect.height / baseline));
}

test('a lone brief stands in few columns, and not in strips over all of them', async () => {
  for (const sentences of [5, 7, 9]) {
    const legs = await legsOf(sentences);
    expect(Math.max(...legs)).toBeGreaterThanOrEqual(7);
    expect(legs.length).toBeLessThan(4);
  }
});

test('a story that fills all columns deep enough has all of them', async () => {
  expect(await legsOf(24)).toHaveLength(4);
});

test('two briefs stand side by side', async () => {
  const other = `---\nheadline: Bread is dearer\n---\n${SENTENCE.repeat(8)}\n`;
  const { set } = await composeFiles({
    'issue.yaml': 'name: Quay\nnumber: 1\ndate: 2024-05-03\nformat: compact-tabloid\n',
    'articles/a.md': `---\nheadline: Fog on the water\n---\n${SENTENCE.repeat(8)}\n`,
    'articles/b.md': other,
  });
  const beads = set.composed.pages[0]?.beads ?? [];
  const topOf = (id: string): number | undefined => beads.find(({ story }) => story === id)?.rect.y;
  expect(topOf('a')).toBe(topOf('b'));
});
