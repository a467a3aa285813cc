import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { Fragment, Page, TextFragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

/*
 * Stories one after another, as in a book: wherever a page ends, a head has matter of its story under it, the imprint is
 * not parted, the end of a section is no line or two on a page of its own, and an advertisement is put where it leaves
 * room for the heads of its page. The first story is made longer line by line, so that the others come to stand anywhere.
 */

const LINE = 'The ferry comes back on Monday.\n\n';
const TEXT = 'The boats leave at six and come back at noon, as they always did. ';
const STAFF = ['Editor: Ana Example', 'Pictures: Ben Example', 'Desk: Cleo Example', 'Print: Dan Example'];

const CONTACT = ['phone: 555-0142', 'fax: 555-0143', 'email: desk@quay.example']
  .map((row) => `    - { ${row} }\n`)
  .join('');

let face: Uint8Array;
let advertisement: Uint8Array;
beforeAll(async () => {
  const make = (width: number, height: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#557799' } })
      .png()
      .toBuffer();
  [face, advertisement] = await Promise.all([make(400, 500), make(500, 400)]);
});

type Paper = { readonly lines: number; readonly second: string; readonly manifest?: string };

async function pagesOf({ lines, second, manifest = '' }: Paper): Promise<readonly Page[]> {
  const made = await composeFiles({
    'issue.yaml': [
      'name: Quay',
      'date: 2026-03-14',
      'theme: reader',
      `masthead:\n  staff: { ${STAFF.join(', ')} }\n  contact:\n${CONTACT}`,
      manifest,
    ].join('\n'),
    'articles/a.md': `# First\n\n${LINE.repeat(lines)}`,
    'articles/b.md': second,
    'images/face.png': face,
    'images/rope.png': advertisement,
  });
  return made.set.composed.pages;
}

const isText = (fragment: Fragment): fragment is TextFragment => fragment.kind === 'text';
const ownersOn = ({ fragments }: Page): readonly string[] =>
  fragments
    .filter(isText)
    .flatMap(({ run }) => run.inline.source ?? [])
    .map(({ owner, node }) => `${owner}.${node}`);

test.each([16, 18, 20, 21, 22, 23, 24])(
  'after %i lines a head stands with its picture or its text',
  async (lines) => {
    const pictures = [
      `# Second\n\n![A face](face.png){inset=left}\n\n${TEXT.repeat(14)}\n`,
      `---\nheadline: Second\npicture: { file: face.png, alt: A face }\n---\n${TEXT.repeat(30)}\n`,
    ];
    for (const second of pictures) {
      const pages = await pagesOf({ lines, second });
      const page = pages.find((each) => ownersOn(each).includes('b.headline'));
      expect(page?.fragments.some(({ kind }) => kind === 'image')).toBe(true);
      expect(ownersOn(page as Page).some((node) => node.startsWith('b.body'))).toBe(true);
    }
  },
);

test.each([12, 14, 15, 16, 17, 18])('after %i lines the imprint stands on one page', async (lines) => {
  const pages = await pagesOf({ lines, second: `# Second\n\n${TEXT.repeat(4)}\n` });
  const imprint = pages.filter((page) =>
    ownersOn(page).some((node) => /^@issue\.(?:staff|contact)/.test(node)),
  );
  expect(imprint).toHaveLength(1);
});

test.each([29, 30, 31, 32, 33, 34])(
  'after %i lines no page holds a line or two of a section alone',
  async (lines) => {
    const manifest = 'sections:\n  land: { title: Land, stories: [a] }\n  sea: { title: Sea, stories: [b] }';
    const pages = await pagesOf({ lines, second: `# Second\n\n${TEXT.repeat(4)}\n`, manifest });
    for (const page of pages.slice(1)) {
      const rows = new Set(page.fragments.filter(isText).map(({ y }) => Math.round(y)));
      expect(rows.size).toBeGreaterThan(5);
    }
  },
);

test.each([4, 24, 40])(
  'after %i lines advertisements stand where heads have room over them',
  async (lines) => {
    const sold = '\n  - { picture: rope.png, alt: Rope, size: 2 columns x 90 mm }'.repeat(3);
    const manifest = `sections:\n  land: { title: Land, stories: [a] }\n  sea: { title: Sea, stories: [b] }\nads:${sold}`;
    const second = `---\nheadline: Second of a long name that takes two lines\ndeck: ${TEXT.repeat(2)}\npicture: { file: face.png, alt: A face }\n---\n${TEXT.repeat(8)}\n`;
    const pages = await pagesOf({ lines, second, manifest });
    const page = pages.find((each) => ownersOn(each).includes('b.headline'));
    expect(ownersOn(page as Page).some((node) => node.startsWith('b.body'))).toBe(true);
    const shown = pages.flatMap(({ fragments }) => fragments.filter(({ kind }) => kind === 'image'));
    expect(shown).toHaveLength(4);
  },
);

test('an advertisement that wants the page of a head is told with it', async () => {
  const manifest =
    'sections:\n  land: { title: Land, stories: [a] }\n  sea: { title: Sea, stories: [b] }\n' +
    'ads:\n  - { picture: rope.png, alt: Rope, size: 1 column x 130 mm, page: 3 }';
  const second = `---\nheadline: Second of a long name that takes two lines\ndeck: ${TEXT.repeat(2)}\npicture: { file: face.png, alt: A face }\n---\n${TEXT.repeat(8)}\n`;
  await expect(pagesOf({ lines: 3, second, manifest })).rejects.toThrow(
    /GA705 .* advertisements take \d\d of its 35 lines/,
  );
});
