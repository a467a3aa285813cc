import { expect, test } from 'vitest';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { ImageAsset } from '../../../src/image/image-asset.ts';
import {
  findHeadPicture,
  pictureRows,
  whiteBeside,
  withPictureRows,
  withWholePicture,
} from '../../../src/layout/head-picture.ts';
import type { LayoutSession } from '../../../src/layout/layout-session.ts';
import { legGrid } from '../../../src/layout/leg-grid.ts';
import { pictureLegs } from '../../../src/layout/set-picture.ts';
import { pt } from '../../../src/core/units.ts';
import { style } from '../style/styled.ts';

const pictureOf = (
  cols: string,
  more = '',
  css = '',
  text = '<p>Text.</p>',
): ReturnType<typeof findHeadPicture> => {
  const html = `<article><ed-picture cols="${cols}"${more}><img src="a.png" alt="a"></ed-picture>${text}</article>`;
  return findHeadPicture(buildBoxes(style(html, css).tree, createCollector()));
};

const grid = {
  formatName: 'a4',
  trim: { width: pt(600), height: pt(800) },
  live: { x: pt(0), y: pt(0), width: pt(450), height: pt(700) },
  columns: 4,
  gutter: pt(10),
  baseline: pt(10),
};

const sessionWith = (asset: { readonly width: number; readonly height: number }): LayoutSession => {
  const images = new Map([['a.png', asset]]) as unknown as ReadonlyMap<string, ImageAsset>;
  return { images, baseline: pt(10) } as unknown as LayoutSession;
};

test('the columns of a picture: a number, all, or a range of which the widest is the usual one', () => {
  const read = (cols: string): readonly unknown[] => {
    const { columns, leastColumns } = pictureOf(cols) ?? {};
    return [columns, leastColumns];
  };
  expect(read('2')).toEqual([2, null]);
  expect(read('all')).toEqual([null, null]);
  expect(read('1 to 3')).toEqual([3, 1]);
  expect(read('2 to all')).toEqual([null, 2]);
});

test('it stands over the legs that make-up chose, and over no more than there are', () => {
  const picture = pictureOf('1 to 3');
  expect(picture).not.toBeNull();
  if (picture === null) return;
  const session = sessionWith({ width: 400, height: 300 });
  expect(pictureLegs(session, picture, legGrid(grid, 4))).toBe(3);
  expect(pictureLegs(session, picture, legGrid(grid, 4), 1)).toBe(1);
  expect(pictureLegs(session, picture, legGrid(grid, 2))).toBe(2);
});

test('a picture that is all of its story takes all legs, where make-up may choose', () => {
  const session = sessionWith({ width: 400, height: 300 });
  const legsOf = (cols: string, text: string): unknown => {
    const picture = pictureOf(cols, '', 'header { column-span: all }', text);
    return picture === null ? undefined : pictureLegs(session, picture, legGrid(grid, 4));
  };
  expect(legsOf('1 to 2', '<header><p>By Ana</p></header><div></div>')).toBe(4);
  expect(legsOf('1 to 2', '<header><p>By Ana</p></header><div><p>Text.</p></div>')).toBe(2);
  expect(legsOf('2', '')).toBe(2);
});

test('an upright picture takes no legs that stay white beside it, where make-up may choose', () => {
  const session = sessionWith({ width: 300, height: 600 });
  const legsOf = (cols: string, height: string, chosen: number | null = null): unknown => {
    const picture = pictureOf(cols, '', `img { height: ${height} }`);
    return picture === null ? undefined : pictureLegs(session, picture, legGrid(grid, 4), chosen);
  };
  // Legs of 105 points: the picture fills two, of 220, where it may be 440 deep, which is a tenth more than 400.
  expect(legsOf('2 to all', '220pt')).toBe(1);
  expect(legsOf('2 to all', '390pt')).toBe(1);
  expect(legsOf('2 to all', '400pt')).toBe(2);
  expect(legsOf('2 to all', '1000pt')).toBe(4);
  expect(legsOf('3', '220pt')).toBe(3);
  expect(legsOf('2 to all', '220pt', 2)).toBe(2);
});

test('without a crop a picture has one depth, with a scale all depths down to its smallest, whole', () => {
  const asset = { width: 400, height: 300 };
  const session = sessionWith(asset);
  const rangeOf = (more: string): unknown => {
    const picture = pictureOf('all', more);
    return picture === null ? undefined : pictureRows(session, picture, pt(440));
  };
  expect(rangeOf('')).toBeNull();
  expect(rangeOf(' scale="80% to 100%"')).toEqual({ least: 27, natural: 33, most: 33 });
  expect(rangeOf(' scale="50%"')).toEqual({ least: 16, natural: 16, most: 16 });
  expect(rangeOf(' scale="80% to 100%" crop="2:1"')).toEqual({ least: 22, natural: 22, most: 22 });
});

test('white stands beside a picture that is whole and no deeper than its style lets it be', () => {
  const asset = { width: 300, height: 600 };
  const session = sessionWith(asset);
  const whiteOf = (height: string, more = ''): unknown => {
    const picture = pictureOf('all', more, `img { height: ${height} }`);
    return picture === null ? undefined : whiteBeside(session, picture, pt(200));
  };
  // 400 points deep at its width: in 100 points it is 50 wide, and 150 stay white over ten rows.
  expect(whiteOf('100pt')).toBeCloseTo(150 * 10, 6);
  expect(whiteOf('400pt')).toBe(0);
  expect(whiteOf('auto')).toBe(0);
  expect(whiteOf('100pt', ' crop="2:1"')).toBe(0);
});

test('a picture that nearly fills its width does, up to a tenth deeper than its style lets it be', () => {
  const session = sessionWith({ width: 300, height: 300 });
  const heightOf = (height: string): unknown => {
    const html = '<article><ed-picture cols="all"><img src="a.png" alt="a"></ed-picture></article>';
    const tree = buildBoxes(
      style(html, `img { height: ${height}; object-fit: contain }`).tree,
      createCollector(),
    );
    const picture = findHeadPicture(tree);
    if (picture === null) return undefined;
    expect(whiteBeside(session, picture, pt(220))).toBe(height === '190pt' ? (220 - 190) * 19 : 0);
    return findHeadPicture(withWholePicture(session, tree, picture, pt(220)))?.image.style;
  };
  expect(heightOf('200pt')).toMatchObject({ height: { value: 220 }, objectFit: 'contain' });
  expect(heightOf('190pt')).toMatchObject({ height: { value: 190 } });
  expect(heightOf('300pt')).toMatchObject({ height: { value: 300 } });
});

test('a scaled picture is shown whole in its depth, and boxes that do not hold it stay the same objects', () => {
  const html =
    '<article><ed-picture cols="all" scale="80% to 100%"><img src="a.png" alt="a"></ed-picture><div><p>text</p></div></article>';
  const tree = buildBoxes(style(html, '').tree, createCollector());
  const picture = findHeadPicture(tree);
  expect(picture).not.toBeNull();
  if (picture === null) return;
  const set = withPictureRows(tree, picture, pt(280));
  const image = findHeadPicture(set)?.image;
  expect(image?.style).toMatchObject({ objectFit: 'contain', height: { kind: 'length', value: 280 } });
  const bodyOf = ({ root }: typeof tree): unknown => {
    const [article] = root.children;
    return article?.kind === 'block' ? article.children[1] : undefined;
  };
  expect(bodyOf(set)).toBeDefined();
  expect(bodyOf(set)).toBe(bodyOf(tree));
});
