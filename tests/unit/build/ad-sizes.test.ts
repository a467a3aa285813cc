import { beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import type { AskedLayout } from '../../../src/manifest/asked-layout.ts';
import { columnsWidth } from '../../../src/layout/leg-grid.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

/*
 * A page holds whatever was sold: what is larger than it is set smaller, as its picture is. With another theme or format
 * than the manifest's that is no fault of the paper.
 */

const story = (name: string): string =>
  `# ${name} opens\n\n${Array(4).fill('The quay was wet, and the boats lay two abreast. '.repeat(12)).join('\n\n')}\n`;

let picture: Uint8Array;
beforeAll(async () => {
  const blank = { width: 60, height: 200, channels: 3, background: '#a33' } as const;
  picture = await sharp({ create: blank }).png().toBuffer();
});

type Set = { readonly width: number; readonly height: number; readonly codes: readonly string[] };

async function setAd(size: string, layout?: AskedLayout): Promise<Set & { readonly live: Set }> {
  const issue = `name: Quay\ndate: 2026-03-14\nads:\n  - { picture: tall.png, alt: Rope, size: ${size} }\n`;
  const files = Object.fromEntries(
    ['Ferry', 'Market', 'Ropes'].map((name) => [`articles/${name}.md`, story(name)]),
  );
  const made = await composeFiles({ ...files, 'issue.yaml': issue, 'images/tall.png': picture }, layout);
  const { grid } = made.edition;
  const [shown] = made.set.composed.pages.flatMap(({ fragments }) =>
    fragments.flatMap((fragment) => (fragment.kind === 'image' ? [fragment] : [])),
  );
  const codes = made.diagnostics.map(({ code }) => code);
  const live = { width: columnsWidth(grid, grid.columns), height: grid.live.height, codes };
  return { width: shown?.rect.width ?? 0, height: shown?.rect.height ?? 0, codes, live };
}

test('an advertisement larger than a page of the paper goes on one, and that is told', async () => {
  const deep = await setAd('2 columns x 600 mm');
  expect(deep.codes).toEqual(['GA726']);
  expect(deep.height).toBeGreaterThan(0.8 * deep.live.height);
  expect(deep.height).toBeLessThan(deep.live.height);
  expect(deep.width / deep.height).toBeCloseTo(0.3, 1);
  const wide = await setAd('9 columns');
  expect(wide.codes).toEqual(['GA726']);
  expect(wide.width).toBeLessThanOrEqual(wide.live.width);
});

test('in another format it is as large as that has room for, and nothing is told', async () => {
  const reader = await setAd('2 columns x 300 mm', { theme: 'reader', format: null });
  expect(reader.codes).toEqual([]);
  expect(reader.height).toBeGreaterThan(0.8 * reader.live.height);
  expect(reader.height).toBeLessThan(reader.live.height);
  const a4 = await setAd('4 columns x 340 mm', { theme: null, format: 'a4' });
  expect(a4.codes).toEqual([]);
  expect(a4.height).toBeLessThan(a4.live.height);
});

test('a size of columns alone leaves the depth to the picture', async () => {
  const { width, height, codes } = await setAd('1 column');
  expect(codes).toEqual([]);
  expect(width / height).toBeCloseTo(0.3, 1);
});

test('white in a size is that of the width that was sold, which may be less than its columns', async () => {
  const inProportion = await setAd('24 mm x 80 mm');
  expect(inProportion.codes).toEqual([]);
  // Its depth is in whole rows.
  expect(Math.abs(inProportion.width - 68)).toBeLessThan(4);
  expect((await setAd('30 mm x 80 mm')).codes).toEqual(['GA729']);
  expect((await setAd('1 column x 80 mm')).codes).toEqual(['GA729']);
  expect((await setAd('24 mm x 240 mm')).codes).toEqual(['GA729']);
});
