import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Page } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

/* Of the theme `reader`: contents that would run over by a few lines, and cutlines of narrow pictures. */

const TEXT = 'The boats leave at six and come back at noon, as they always did. ';

const holdsStory = ({ fragments }: Page): boolean =>
  fragments.some(
    (fragment) => fragment.kind === 'text' && fragment.run.inline.source?.node.startsWith('body') === true,
  );

/** On which page the first story begins, by the number of stories. */
async function firstPage(count: number): Promise<number> {
  const ids = Array.from({ length: count }, (_, at) => `s${at}`);
  const made = await composeFiles({
    'issue.yaml': `name: Quay\ndate: 2026-03-14\ntheme: reader\nsections:\n  land: { title: Land, stories: [${ids.join(', ')}] }\n`,
    ...Object.fromEntries(ids.map((id) => [`articles/${id}.md`, `# Story ${id} of the quay\n\n${TEXT}\n`])),
  });
  return made.set.composed.pages.findIndex(holdsStory) + 1;
}

test('contents that would go on for a few lines are set closer, on one page', async () => {
  expect(await firstPage(20)).toBe(2);
  expect(await firstPage(26)).toBe(2);
  expect(await firstPage(45)).toBe(3);
});

test('a cutline begins where its picture does, and is about as wide', async () => {
  const picture = await sharp({ create: { width: 300, height: 450, channels: 3, background: '#557799' } })
    .png()
    .toBuffer();
  const cutline = 'The tower at the end of the quay, seen from the ferry on a wet evening in November.';
  const made = await composeFiles({
    'issue.yaml': 'name: Quay\ndate: 2026-03-14\ntheme: reader\n',
    'articles/a.md': `---\nheadline: A tower\npicture: { file: tower.png, alt: A tower, cutline: '${cutline}' }\n---\n${TEXT.repeat(20)}\n`,
    'images/tower.png': picture,
  });
  const { live } = made.edition.grid;
  const fragments = made.set.composed.pages.flatMap((page) => page.fragments);
  const shown = fragments.find((fragment) => fragment.kind === 'image');
  const lines = fragments.filter(
    (fragment) => fragment.kind === 'text' && fragment.run.inline.source?.node === 'cutline',
  );
  const starts = lines.flatMap((line) => (line.kind === 'text' ? [line.x + line.run.x] : []));
  const left = shown?.kind === 'image' ? shown.rect.x : 0;
  expect(left).toBeGreaterThan(live.x + 40);
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.min(...starts)).toBeCloseTo(left, 0);
});
