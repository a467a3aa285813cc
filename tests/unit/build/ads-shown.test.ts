import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const blank = { width: 60, height: 40, channels: 3, background: '#a33' } as const;
const png = new Uint8Array(await sharp({ create: blank }).png().toBuffer());

const filesWith = (advertisement: string): Readonly<Record<string, string | Uint8Array>> => ({
  'issue.yaml': 'name: Quay\ndate: 2026-03-14\nads:\n  - { picture: rope.png, alt: Rope, size: 2 columns }\n',
  'articles/ferry.en.md': '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
  'images/rope.png': png,
  'templates/pages/advertisement.hbs': advertisement,
});

const LABEL = '<p class="advertisement-label">{{word "advertisement"}}</p>';
const SHOWN = '<img src="{{ad.file}}" alt="{{ad.alt}}">';

test.each([
  `<table><tbody><tr><td>${SHOWN}</td></tr></tbody></table>`,
  `<figure>${SHOWN}</figure>`,
  `<ul><li>${SHOWN}</li></ul>`,
  `<ed-row tracks="1fr">${SHOWN}</ed-row>`,
])('an advertisement may stand in %s', async (matter) => {
  const { set } = await composeFiles(filesWith(`<div>${LABEL}${matter}</div>\n`));
  const shown = set.composed.pages
    .flatMap(({ fragments }) => fragments)
    .flatMap((one) => (one.kind === 'image' ? [one.file] : []));
  expect(shown).toEqual(['/paper/images/rope.png']);
});

test('a layout whose table holds no picture of it is told', async () => {
  const table = '<table><tbody><tr><td>Rope</td></tr></tbody></table>';
  await expect(composeFiles(filesWith(`<div>${LABEL}${table}</div>\n`))).rejects.toThrow(/GA319/);
});
