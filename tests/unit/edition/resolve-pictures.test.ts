import { expect, test } from 'vitest';
import { resolveYaml } from './issue-fixture.ts';

const FILES = {
  '7/images/rope.png': 'x',
  '7/plate.SVG': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '7/plate.png': '%PDF-1.7',
  '7/images/drawing.jpg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};
const adsOf = (rows: string): unknown => {
  const { issue } = resolveYaml(`name: Q\ndate: 2026-03-14\nads:\n${rows}`, FILES);
  return issue?.editions[0]?.ads;
};

test('the size of an advertisement is columns and depth, a width in columns that hold it, or a depth', () => {
  expect(
    adsOf(
      '  - { picture: rope.png, alt: Rope, size: 2 columns x 36 pt, page: 5 }\n' +
        '  - { picture: rope.png, alt: { en: Rope, es: Soga }, size: 60 mm x 36 pt }\n' +
        '  - { picture: rope.png, alt: Rope, size: 36 pt }\n' +
        '  - { picture: rope.png, alt: Rope, size: 40 columns x 36 pt }\n' +
        '  - { picture: rope.png, alt: Rope, size: 2 columns }\n',
    ),
  ).toMatchObject([
    {
      id: '@ad.1',
      file: '/paper/7/images/rope.png',
      alt: 'Rope',
      columns: 2,
      width: null,
      depth: 36,
      page: 5,
    },
    { id: '@ad.2', alt: 'Rope', columns: 2, depth: 36, page: null },
    { id: '@ad.3', columns: null, width: null, depth: 36 },
    { id: '@ad.4', columns: 40, depth: 36 },
    { id: '@ad.5', columns: 2, depth: null },
  ]);
});

test('a nameplate lies in the paper; one that is no picture, or nowhere, is told', () => {
  const nameplate = (file: string): readonly [unknown, readonly string[]] => {
    const { issue, codes } = resolveYaml(`name: Q\ndate: 2026-03-14\nnameplate: ${file}`, FILES);
    return [issue?.editions[0]?.nameplate, codes];
  };
  expect(nameplate('plate.SVG')).toEqual([{ file: '/paper/7/plate.SVG', isDrawing: true }, []]);
  expect(nameplate('plate.png')).toEqual([null, ['GA154']]);
  expect(nameplate('drawing.jpg')).toEqual([{ file: '/paper/7/images/drawing.jpg', isDrawing: true }, []]);
  expect(nameplate('../../etc/plate.svg')).toEqual([null, ['GA154']]);
  expect(nameplate('plates.svg')).toEqual([null, ['GA208']]);
});

test('house fillers are pictures of the paper with a text, in the order of the manifest', () => {
  const read = (rows: string): readonly [unknown, readonly string[]] => {
    const { issue, codes } = resolveYaml(`name: Q\ndate: 2026-03-14\nhouse:\n${rows}`, FILES);
    return [issue?.editions[0]?.house, codes];
  };
  expect(read('  - { picture: rope.png, alt: Read us }\n')).toEqual([
    [{ id: '@house.1', file: '/paper/7/images/rope.png', alt: 'Read us' }],
    [],
  ]);
  expect(read('  - { picture: rope.png }\n')[1]).toEqual(['GA155']);
  expect(read('  - { picture: drawing.jpg, alt: Read us }\n')).toEqual([[], ['GA154']]);
  expect(read('  - { picture: rop.png, alt: Read us }\n')).toEqual([[], ['GA208']]);
});

test('portraits are pictures by the names in bylines, each with a text or as decoration', () => {
  const read = (rows: string): readonly [unknown, readonly string[]] => {
    const { issue, codes } = resolveYaml(`name: Q\ndate: 2026-03-14\nportraits:\n${rows}`, FILES);
    return [issue?.editions[0]?.portraits, codes];
  };
  const file = '/paper/7/images/rope.png';
  expect(
    read(
      '  Ana Example: { picture: rope.png, alt: { en: Ana laughs }, focus: 40% 25% }\n' +
        '  Ben Example: { picture: rope.png, decorative: true }\n',
    ),
  ).toEqual([
    [
      { name: 'Ana Example', file, alt: 'Ana laughs', focus: '40% 25%' },
      { name: 'Ben Example', file, alt: null, focus: null },
    ],
    [],
  ]);
  expect(read('  Ana: { picture: rope.png }\n')[1]).toEqual(['GA146']);
  expect(read('  Ana: { picture: rope.png, alt: Ana, decorative: true }\n')[1]).toEqual(['GA146']);
  expect(read('  Ana: { picture: ropes.png, alt: Ana }\n')).toEqual([[], ['GA208']]);
});
