import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { FlowItem } from '../../../src/layout/flow-items.ts';
import { itemsAnew } from '../../../src/layout/run-under.ts';
import type { Page } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

// In a flow that runs on from page to page a picture waits for the head of the next one, and the text does not wait for it.

const SENTENCE =
  'The boats leave at six and come back at noon, as they always did, whatever the weather is. ';
const paragraphs = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => `About boat${from + at}. ${SENTENCE.repeat(3)}`).join('\n\n');

async function pagesWith(before: number): Promise<readonly Page[]> {
  const { set, diagnostics } = await composeFiles({
    'issue.yaml': 'name: Quay\ndate: 2024-05-03\nformat: letter\ntheme: reader\n',
    'articles/a.md': `# The tower\n\n${paragraphs(before)}\n\n![A tower.](tower.jpg "The tower.")\n\n${paragraphs(20, before)}\n`,
    'images/tower.jpg': await sharp({
      create: { width: 1000, height: 800, channels: 3, background: '#778899' },
    })
      .jpeg()
      .toBuffer(),
  });
  expect(diagnostics.map(({ code }) => code)).not.toContain('GA705');
  return set.composed.pages;
}

type Shown = { readonly y: number; readonly text: string; readonly isPicture: boolean };

const shownOn = ({ fragments }: Page): readonly Shown[] =>
  fragments.flatMap((each): readonly Shown[] => {
    if (each.kind === 'image') return [{ y: each.rect.y, text: '', isPicture: true }];
    return each.kind === 'text' ? [{ y: each.y, text: each.run.texts.join(''), isPicture: false }] : [];
  });

const lowestOn = (page: Page | undefined): number =>
  page === undefined ? Infinity : Math.max(...shownOn(page).map(({ y }) => y));

test.each([9, 10, 22, 23])('a picture behind %s paragraphs leaves no white before it', async (before) => {
  const pages = await pagesWith(before);
  const at = pages.findIndex((page) => shownOn(page).some(({ isPicture }) => isPicture));
  expect(at).toBeGreaterThan(0);
  const fullest = Math.max(...pages.map(lowestOn));

  expect(fullest - lowestOn(pages[at - 1])).toBeLessThan(20);
});

test('no words are lost or doubled', async () => {
  for (const before of [6, 9, 22, 23]) {
    const pages = await pagesWith(before);
    const words = pages.flatMap((page) => shownOn(page).map(({ text }) => text)).join(' ');
    for (let number = 0; number < before + 20; number += 1)
      expect(words.match(new RegExp(`boat${number}\\.`, 'g'))).toHaveLength(1);
  }
});

test('what is left behind a picture that waited is taken up where it stood, at another width too', () => {
  const item = (leaf: number, from: number): FlowItem => ({ leaf, from }) as FlowItem;
  const anew = (left: readonly FlowItem[]): readonly string[] =>
    itemsAnew(left, ({ leaf, from }) => [item(leaf, from), item(leaf + 1, 0), item(leaf + 2, 0)]).map(
      (each) => `${each.leaf}:${each.from ?? 0}`,
    );
  // As written: from the first on.
  expect(anew([item(4, 0), item(5, 0), item(5, 30)])).toEqual(['4:0', '5:0', '6:0']);
  // A picture before lines from the midst of the paragraph behind it, and before the paragraph after that.
  expect(anew([item(4, 0), item(5, 30), item(5, 60)])).toEqual(['4:0', '5:30', '6:0', '7:0']);
  expect(anew([item(4, 0), item(6, 0), item(6, 30)])).toEqual(['4:0', '6:0', '7:0', '8:0']);
});
