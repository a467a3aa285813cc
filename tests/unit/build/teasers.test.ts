import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ImageFragment, Page } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const TEXT = 'The boats leave at six and come back at noon, as they always did. '.repeat(60);

const picture = async (width: number, height: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();

const story = (id: string, fields = ''): readonly [string, string] => [
  `articles/${id}.md`,
  `---\nheadline: Head of ${id}\n${fields}---\n${TEXT}\n`,
];

const pictureOf = (file: string, more = ''): string => `picture:\n  file: ${file}\n  alt: A boat\n${more}`;

async function composePaper(theme: string, teasers: string): ReturnType<typeof composeFiles> {
  return composeFiles({
    'issue.yaml': `name: Quay\ndate: 2024-05-03\ntheme: ${theme}\npages: { 1: { lead: lead, rest: none }, 2-9: auto }\nteasers:\n${teasers}`,
    'images/wide.jpg': await picture(1200, 300),
    'images/tall.jpg': await picture(400, 800),
    ...Object.fromEntries([
      story('lead'),
      story('ferry', pictureOf('wide.jpg', '  crop: 4:3 to 4:1\n  focus: 100% 50%\n')),
      story('map', pictureOf('tall.jpg')),
      story('tides'),
    ]),
  });
}

const imagesOf = (page: Page | undefined): readonly ImageFragment[] =>
  (page?.fragments ?? []).filter((fragment) => fragment.kind === 'image');

/** Where words stand: their first baseline, or that of the last run where `isLast`. */
function baselineOf(page: Page | undefined, words: string): number {
  const runs = (page?.fragments ?? []).filter(
    (fragment) => fragment.kind === 'text' && fragment.run.texts.join('').includes(words),
  );
  const [first] = runs;
  if (first === undefined || !('y' in first)) throw new Error(`no "${words}"`);
  return first.y;
}

test.each(['tabloid', 'broadsheet'])(
  'a teaser shows the picture of its story beside its head, cropped round its focus where it may be (%s)',
  async (theme) => {
    const { set, edition, diagnostics } = await composePaper(
      theme,
      '  - { story: ferry, picture: true }\n  - { story: map, picture: true }\n  - tides\n',
    );
    expect(diagnostics.filter(({ code }) => code === 'GA720' || code === 'GA721')).toEqual([]);
    const [page] = set.composed.pages;
    const [cropped, whole, ...others] = imagesOf(page);
    expect(others).toEqual([]);
    expect(cropped).toMatchObject({ rect: { width: 96, height: 72 }, structure: { kind: 'artifact' } });
    // A quarter of the width is left, at its right end.
    expect((cropped?.crop.x ?? 0) + (cropped?.crop.width ?? 0)).toBeCloseTo(1);
    expect(cropped?.crop.width).toBeLessThan(0.5);
    expect(whole).toMatchObject({
      rect: { width: 36, height: 72 },
      crop: { x: 0, y: 0, width: 1, height: 1 },
    });
    // Each stands at the left edge of its place, and its words right beside it.
    const wordsAt = (words: string): number =>
      Math.min(
        ...(page?.fragments ?? []).flatMap((each) =>
          each.kind === 'text' && each.run.texts.join('').includes(words) ? [each.x + each.run.x] : [],
        ),
      );
    expect(cropped?.rect.x).toBeCloseTo(edition.grid.live.x, 0);
    expect(wordsAt('Head of ferry') - (cropped?.rect.x ?? 0) - 96).toBeLessThan(9);
    expect(wordsAt('Head of map') - (whole?.rect.x ?? 0) - 36).toBeLessThan(9);
    const head = baselineOf(page, 'Head of ferry');
    expect(head).toBeGreaterThan(cropped?.rect.y ?? Infinity);
    expect(head).toBeLessThan((cropped?.rect.y ?? 0) + 72);
    expect(baselineOf(page, 'Head of lead')).toBeGreaterThan((cropped?.rect.y ?? 0) + 72 + 20);
    // A rule between each two of them.
    const upright = (page?.fragments ?? []).filter(
      (each) => each.kind === 'rule' && each.rect.width < 1 && each.rect.y < head,
    );
    expect(upright).toHaveLength(2);
  },
);

test('the panel of teasers is as deep as the longest of them', async () => {
  const long = 'a very long line about nothing in particular that goes on and on '.repeat(6);
  const { set, diagnostics } = await composePaper(
    'tabloid',
    `  - { story: ferry, text: ${long}end, picture: true }\n  - map\n  - tides\n  - lead\n`,
  );
  expect(diagnostics.filter(({ code }) => code === 'GA720')).toEqual([]);
  const [page] = set.composed.pages;
  const lead = (page?.fragments ?? []).filter(
    (fragment) => fragment.kind === 'text' && fragment.run.fontSize > 30,
  );
  const tops = lead
    .flatMap((fragment) => ('run' in fragment ? [fragment.y - fragment.run.fontSize * 0.8] : []))
    // The name of the paper stands above.
    .filter((top) => top > 120);
  expect(Math.min(...tops)).toBeGreaterThan(baselineOf(page, 'end'));
});

test('a teaser that wants the picture of a story without one says so', async () => {
  const { diagnostics } = await composePaper('tabloid', '  - { story: tides, picture: true }\n');
  expect(diagnostics.filter(({ code }) => code === 'GA721').map(({ message }) => message)).toEqual([
    'the teaser of "tides" wants its picture, and the story has no `picture:`',
  ]);
});
