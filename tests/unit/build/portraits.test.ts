import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { StructureElement } from '../../../src/page/structure-tree.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const TEXT = 'The boats leave at six and come back at noon, as they always did. '.repeat(30);

const face = async (width: number, height: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();

const rolesIn = (element: StructureElement): readonly string[] => [
  element.alt === null ? element.role : `${element.role} "${element.alt}"`,
  ...element.children.flatMap((child) => (child.kind === 'leaf' ? [] : rolesIn(child))),
];

test.each(['tabloid', 'broadsheet', 'reader'])(
  'a portrait stands left of its byline, cropped to one size, and is heard before it (%s)',
  async (theme) => {
    const { set } = await composeFiles({
      'issue.yaml': [
        'name: Quay',
        'date: 2024-05-03',
        `theme: ${theme}`,
        'portraits: { Ana Example: { picture: ana.jpg, alt: Ana laughs } }',
      ].join('\n'),
      'images/ana.jpg': await face(600, 200),
      'articles/a.md': `---\nheadline: My aunt\nlabel: column\nbyline: Ana Example\n---\n${TEXT}\n`,
    });
    const [page] = set.composed.pages;
    const pictures = (page?.fragments ?? []).filter((fragment) => fragment.kind === 'image');
    expect(pictures).toHaveLength(1);
    const { rect } = pictures[0] ?? {};
    expect(rect).toMatchObject({ width: 40, height: expect.closeTo(48, 9) });
    const byline = page?.fragments.find(
      (fragment) => fragment.kind === 'text' && fragment.run.texts.join('').includes('Ana'),
    );
    if (byline?.kind !== 'text' || rect === undefined) throw new Error('no byline');
    expect(byline.x + byline.run.x).toBeGreaterThan(rect.x + rect.width);
    expect(byline.y).toBeGreaterThan(rect.y);
    expect(byline.y).toBeLessThan(rect.y + rect.height);
    expect(rolesIn(set.composed.structure.root).join(' ')).toContain('Figure "Ana laughs" Byline');
  },
);

test('a decorative portrait is for the eye alone', async () => {
  const { set } = await composeFiles({
    'issue.yaml': 'name: Quay\ndate: 2024-05-03\n',
    'images/ana.jpg': await face(200, 240),
    'articles/a.md': `---\nheadline: H\nbyline: Ana Example\nportrait: { file: ana.jpg, decorative: true }\n---\n${TEXT}\n`,
  });
  const pictures = (set.composed.pages[0]?.fragments ?? []).filter((fragment) => fragment.kind === 'image');
  expect(pictures.map(({ structure }) => structure.kind)).toEqual(['artifact']);
  expect(rolesIn(set.composed.structure.root)).not.toContain('Figure');
});

test.each([
  ['of the story', '', 'portrait: { file: ana.jpg, alt: Ana, focus: 100% 50% }\n'],
  ['of the paper', 'portraits: { Ana Example: { picture: ana.jpg, alt: Ana, focus: 100% 50% } }\n', ''],
])('the focus %s is what stays in view of a portrait', async (_, ofPaper, ofStory) => {
  const { set } = await composeFiles({
    'issue.yaml': `name: Quay\ndate: 2024-05-03\n${ofPaper}`,
    'images/ana.jpg': await face(600, 200),
    'articles/a.md': `---\nheadline: H\nlabel: column\nbyline: Ana Example\n${ofStory}---\n${TEXT}\n`,
  });
  const [portrait] = (set.composed.pages[0]?.fragments ?? []).filter((each) => each.kind === 'image');
  expect(portrait?.crop.width).toBeLessThan(0.5);
  expect((portrait?.crop.x ?? 0) + (portrait?.crop.width ?? 0)).toBeCloseTo(1);
});

test.each([
  ['Ana Example', 1],
  ['By Ana Example', 1],
  ['Von  Ana Example', 1],
  ['Ben and Ana Example', 0],
  ['Juliana Example', 0],
])('the portrait of the paper stands at the byline “%s”: %i', async (byline, count) => {
  const { set } = await composeFiles({
    'issue.yaml':
      'name: Quay\ndate: 2024-05-03\nportraits: { Ana Example: { picture: ana.jpg, alt: Ana } }\n',
    'images/ana.jpg': await face(200, 240),
    'articles/a.md': `---\nheadline: H\nlabel: column\nbyline: ${byline}\n---\n${TEXT}\n`,
  });
  const pictures = (set.composed.pages[0]?.fragments ?? []).filter((fragment) => fragment.kind === 'image');
  expect(pictures).toHaveLength(count);
});
