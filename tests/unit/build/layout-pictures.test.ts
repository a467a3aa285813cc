import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const png = new Uint8Array(
  await sharp({ create: { width: 40, height: 10, channels: 3, background: '#888' } })
    .png()
    .toBuffer(),
);

const FOLIO =
  '<div class="folio"><ed-row tracks="10mm 1fr"><img src="SRC" alt="Logo"><p>x</p></ed-row></div>\n';

const filesWith = (src: string, more: Readonly<Record<string, Uint8Array | string>> = {}) => ({
  'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
  'articles/ferry.en.md': '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
  'templates/pages/folio.hbs': FOLIO.replace('SRC', src),
  ...more,
});

/** Pictures of the pages, and whether they are read. */
const shownIn = ({ pages }: ComposedEdition): readonly string[] =>
  pages
    .flatMap(({ fragments }) => fragments)
    .flatMap((one) => (one.kind === 'image' ? [`${one.file} ${one.structure.kind}`] : []));

test.each(['images/logo.png', 'logo.png', 'templates/logo.png', 'templates/images/logo.png'])(
  'a layout shows a picture that it names itself: %s',
  async (file) => {
    const { set } = await composeFiles(filesWith('logo.png', { [file]: png }));
    expect(shownIn(set.composed)).toEqual([`/paper/${file} artifact`]);
  },
);

test.each([
  '<img src=logo.png alt=Logo>',
  '<img src = "logo.png" alt="Logo">',
  '<img alt="a > b" src="logo.png">',
])('it may be written %s', async (img) => {
  const folio = FOLIO.replace('<img src="SRC" alt="Logo">', img);
  const { set } = await composeFiles(
    filesWith('', { 'templates/pages/folio.hbs': folio, 'images/logo.png': png }),
  );
  expect(shownIn(set.composed)).toEqual(['/paper/images/logo.png artifact']);
});

test('in a band of the front page it is read', async () => {
  const front =
    '<ed-page name="front"><ed-band><img src="logo.png" alt="Logo">{{> nameplate}}</ed-band>' +
    '<ed-band><ed-frame rows="rest" thread="main"></ed-frame></ed-band></ed-page>\n';
  const files = { 'templates/pages/front.hbs': front, 'images/logo.png': png };
  const { set } = await composeFiles(filesWith('logo.png', files));
  expect(shownIn(set.composed)).toContain('/paper/images/logo.png leaf');
});

test('one that is nowhere, and one that is made of fields, are told with their place', async () => {
  await expect(composeFiles(filesWith('nofile.png'))).rejects.toThrow(/GA208.*no picture "nofile\.png"/);
  const made = filesWith('{{edition.language}}.png', { 'images/en.png': png });
  await expect(composeFiles(made)).rejects.toThrow(/GA208.*no picture "en\.png"/);
});
