import { describe, expect, it } from 'vitest';
import { drawDummies } from '../../../src/makeup/draw-dummy.ts';
import { formatDummy } from '../../../src/makeup/format-dummy.ts';
import { composeFiles, type ComposedIssue } from '../../tools/compose-issue.ts';

const SENTENCE =
  'The ferry left the north quay at seven and nobody on the pier could say when it would be back. ';

/** Stories of so many sentences each, in paragraphs of four. */
function articles(lengths: readonly number[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lengths.map((sentences, at) => {
      const paragraphs = Array.from({ length: Math.ceil(sentences / 4) }, (_, index) =>
        SENTENCE.repeat(Math.min(4, sentences - index * 4)).trim(),
      );
      const id = `story-${String(at + 1).padStart(2, '0')}`;
      return [
        `articles/${id}.md`,
        `---\nheadline: Ferry stays away from the quay for another day ${String(at + 1)}\n---\n${paragraphs.join('\n\n')}\n`,
      ];
    }),
  );
}

const LENGTHS = [60, 34, 22, 40, 18, 6, 28, 50, 12, 30];

async function compose(files: Readonly<Record<string, string>>): Promise<ComposedIssue> {
  return composeFiles({
    'issue.yaml': 'name: The Quay\nnumber: 7\ndate: 2026-03-14\nformat: tabloid\n',
    ...files,
  });
}

describe('an edition made up by modules', () => {
  it('sets every story in its rectangle, on the pages that the dummies say', async () => {
    const { set } = await compose(articles(LENGTHS));
    const dummies = set.dummies ?? [];
    expect(dummies).toHaveLength(set.composed.pages.length);
    const planned = dummies.flatMap(({ page, modules }) =>
      modules.flatMap(({ stories }) => stories.map((story) => `${story} ${page}`)),
    );
    const placed = set.composed.pageMap.starts.map(({ story, pageIndex }) => `${story} ${pageIndex + 1}`);
    expect([...placed].sort()).toEqual([...planned].sort());
    expect(new Set(placed.map((place) => place.split(' ')[0])).size).toBe(LENGTHS.length);
  });

  it('comes out the same when the files are listed in another order', async () => {
    const files = articles(LENGTHS);
    const turned = Object.fromEntries(Object.entries(files).reverse());
    const [one, other] = [await compose(files), await compose(turned)];
    expect(other.set.dummies).toEqual(one.set.dummies);
  });

  it('prints and draws each page with its stories', async () => {
    const { set } = await compose(articles(LENGTHS));
    const dummies = set.dummies ?? [];
    const [first] = dummies;
    if (first === undefined) throw new Error('nothing was made up');
    const lead = first.modules[0]?.stories[0] ?? '';
    expect(lead).toBe('story-01');
    expect(formatDummy(first)).toContain(lead);
    expect(formatDummy(first).split('\n')[0]).toBe('page 1');
    const drawing = drawDummies(dummies);
    for (let page = 1; page <= dummies.length; page += 1) expect(drawing).toContain(`>page ${page}<`);
  });

  it('leaves numbers of one or two stories to the bands of the page layouts', async () => {
    const { set } = await compose(articles([40, 20]));
    expect(set.dummies).toBeNull();
  });
});
