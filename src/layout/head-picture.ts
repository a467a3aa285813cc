import type { BlockBox, Box, BoxTree, ImageBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { LayoutSession } from './layout-session.ts';

/** The picture of a story (`ed-picture`), as its layout gives it. */
export type HeadPicture = {
  readonly box: BlockBox;
  readonly image: ImageBox;
  /** Legs it stands over when nothing else is asked for; null for all of them. */
  readonly columns: number | null;
  /** Fewest legs that it may stand over where make-up chooses; null where `columns` is fixed. */
  readonly leastColumns: number | null;
  /** Does `all` alone say that it stands over all columns, so that its story does? */
  readonly isAcross: boolean;
  /** Width ÷ height of the narrowest and the widest part that may be shown; null where nothing may be cut away. */
  readonly crop: { readonly least: number; readonly most: number } | null;
  /** Shares of its width that it may be set in where nothing is cut away, with white beside it; null for all of it. */
  readonly scale: { readonly least: number; readonly most: number } | null;
  /** What must stay in view, as fractions of width and height. */
  readonly focus: readonly [number, number];
  /** Depth that the layout fixes, in rows. */
  readonly rows: number | null;
  /** Whether nothing stands in the legs of the story beside it: a drawing that is all of its story. */
  readonly isAlone: boolean;
};

/** Depths of a picture in rows of the grid; `least` and `most` are what its crop or its scale allows. */
export type PictureRows = { readonly least: number; readonly natural: number; readonly most: number };

const CENTRE: readonly [number, number] = [0.5, 0.5];

/** The first `ed-picture` of a story that holds a picture; null where there is none. */
export function findHeadPicture({ root }: BoxTree): HeadPicture | null {
  const box = findBlock(root);
  const image = box === null ? null : findImage(box);
  if (box === null || image === null) return null;
  const { cols, rows, crop, focus, scale } = box.element?.attributes ?? {};
  return {
    box,
    image,
    ...columnsOf(cols),
    isAcross: cols?.trim() === 'all',
    rows: numberOf(rows),
    crop: crop === undefined ? null : parseCrop(crop),
    scale: scale === undefined ? null : parseScale(scale),
    focus: focus === undefined ? CENTRE : parseFocus(focus),
    isAlone: !hasMatterInLegs(root, box),
  };
}

/** Whether anything of a story stands in its legs but the picture: what spans all of them does not. */
function hasMatterInLegs(box: Box, picture: BlockBox): boolean {
  if (box === picture) return false;
  if (box.kind !== 'block') return true;
  if (box.style.columnSpan === 'all') return false;
  return box.children.some((child) => hasMatterInLegs(child, picture));
}

/** `2`, `all`, or a range of which the widest is the usual one: `1 to 3`, `2 to all`. */
function columnsOf(text: string | undefined): Pick<HeadPicture, 'columns' | 'leastColumns'> {
  const [first, last] = text?.split(/\s+to\s+/) ?? [];
  return last === undefined
    ? { columns: numberOf(first), leastColumns: null }
    : { columns: numberOf(last), leastColumns: numberOf(first) };
}

/** The markup's schema lets `4`, `all` and `auto` through. */
function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

/** `4:3`, or `4:3 to 16:9`; the order does not matter. */
function parseCrop(text: string): HeadPicture['crop'] {
  const ratios = text.split(/\s+to\s+/).map((part) => {
    const [width = 1, height = 1] = part.split(':').map(Number);
    return width / height;
  });
  return { least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** `80%`, or `80% to 100%`; the order does not matter. */
function parseScale(text: string): HeadPicture['scale'] {
  const shares = text.split(/\s+to\s+/).map((part) => Number(part.replace('%', '')) / 100);
  return { least: Math.min(...shares), most: Math.max(...shares) };
}

function parseFocus(text: string): readonly [number, number] {
  const [x = 50, y = 50] = text.split(/\s+/).map((part) => Number(part.replace('%', '')));
  return [x / 100, y / 100];
}

function findBlock(box: Box): BlockBox | null {
  if (box.kind !== 'block') return null;
  if (box.element?.name === 'ed-picture') return box;
  for (const child of box.children) {
    const found = findBlock(child);
    if (found !== null) return found;
  }
  return null;
}

/** The first picture inside a block. */
export function findImage(box: Box): ImageBox | null {
  if (box.kind === 'image') return box;
  if (box.kind !== 'block') return null;
  for (const child of box.children) {
    const found = findImage(child);
    if (found !== null) return found;
  }
  return null;
}

/** Rows of a picture shown whole at a width, parts of a row with them; 0 for a file that cannot be set. */
export function wholeRows(session: LayoutSession, { image }: HeadPicture, width: Pt): number {
  const asset = session.images.get(image.file);
  return asset === undefined || asset.width <= 0
    ? 0
    : (width * asset.height) / asset.width / session.baseline;
}

/** The depths that a picture may have at a width; null where it has one depth, and for a file that cannot be set. */
export function pictureRows(
  session: LayoutSession,
  { image, crop, scale, rows }: HeadPicture,
  width: Pt,
): PictureRows | null {
  const asset = session.images.get(image.file);
  if (asset === undefined || asset.width <= 0 || asset.height <= 0) return null;
  if (rows !== null) return { least: rows, natural: rows, most: rows };
  const rowsAt = (ratio: number): number => width / ratio / session.baseline;
  // The style's height is as deep as a picture is wanted, as long as the range allows it.
  const limit = image.style.height === null ? Infinity : image.style.height.value / session.baseline;
  if (crop === null) {
    if (scale === null) return null;
    const whole = rowsAt(asset.width / asset.height);
    const most = Math.max(1, Math.floor(Math.min(limit, whole * scale.most)));
    return { least: Math.min(most, Math.max(1, Math.ceil(whole * scale.least))), natural: most, most };
  }
  const natural = Math.round(Math.min(limit, rowsAt(asset.width / asset.height)));
  const least = Math.max(1, Math.ceil(rowsAt(crop.most)));
  const most = Math.max(least, Math.floor(rowsAt(crop.least)));
  return { least, natural: Math.min(most, Math.max(least, natural)), most };
}

/** A picture is so many times as deep as its style lets it be rather than leave a strip of white beside it. */
const DEEPER = 1.1;

/**
 * Points of a width that a picture takes: all of it but where it is shown whole and would be far deeper than its style lets
 * it be.
 */
export function shownWidth(session: LayoutSession, picture: HeadPicture, width: Pt): number {
  const { height } = picture.image.style;
  if (picture.crop !== null || picture.scale !== null || picture.rows !== null || height === null)
    return width;
  const whole = wholeRows(session, picture, width);
  const rows = height.value / session.baseline;
  return whole <= DEEPER * rows ? width : (width * rows) / whole;
}

/** Depth of a picture that is shown whole at a width: where it fills that, the one that it has by itself. */
function wholeHeight({ images }: LayoutSession, { image }: HeadPicture, width: Pt): Pt | null {
  const asset = images.get(image.file);
  if (asset === undefined || asset.width <= 0) return null;
  const natural = (width * asset.height) / asset.width;
  const limit = image.style.height?.value ?? Infinity;
  return pt(natural <= DEEPER * limit ? natural : limit);
}

/** The same boxes with a picture that is shown whole as deep as fills a width, where its style lets it be nearly so. */
export function withWholePicture(
  session: LayoutSession,
  tree: BoxTree,
  picture: HeadPicture,
  width: Pt,
): BoxTree {
  const height = wholeHeight(session, picture, width);
  const limit = picture.image.style.height?.value ?? Infinity;
  if (height === null || height <= limit) return tree;
  return withImageStyle(tree, picture.image, {
    ...picture.image.style,
    height: { kind: 'length', value: height },
  });
}

/**
 * White beside a picture that is shown whole and no deeper than its style lets it be, so that it is narrower than its
 * place: in points across and rows down, multiplied; 0 where the picture gives way by crop or scale.
 */
export function whiteBeside(session: LayoutSession, picture: HeadPicture, width: Pt): number {
  const white = width - shownWidth(session, picture, width);
  const height = picture.image.style.height?.value ?? 0;
  return (white * height) / session.baseline;
}

/** The same boxes with the picture in a given depth: cropped round its focus, or whole where nothing may be cut away. */
export function withPictureRows(tree: BoxTree, picture: HeadPicture, height: Pt): BoxTree {
  return withImageStyle(tree, picture.image, {
    width: null,
    height: { kind: 'length', value: height },
    objectFit: picture.crop === null && picture.scale !== null ? 'contain' : 'cover',
    objectPosition: picture.focus,
  });
}

/** Shares of its depth that a whole picture may be set at, so that its story begins on the page. */
export const PICTURE_SHARES: readonly number[] = [1, 0.9, 0.8, 0.65, 0.5];

/** The same boxes with all of the picture shown in a share of the depth that it has at a width. */
export function withSmallerPicture(
  session: LayoutSession,
  tree: BoxTree,
  picture: HeadPicture,
  { width, share }: { readonly width: Pt; readonly share: number },
): BoxTree {
  const height = wholeHeight(session, picture, width);
  if (height === null) return tree;
  const { image } = picture;
  return withImageStyle(tree, image, {
    width: null,
    height: { kind: 'length', value: pt(height * share) },
    objectFit: 'contain',
    objectPosition: image.style.objectPosition,
  });
}

/** What layout decides of a picture. */
export type ImageStyle = Pick<ImageBox['style'], 'width' | 'height' | 'objectFit' | 'objectPosition'>;

/** The same boxes with one picture set otherwise; boxes that do not hold it stay the same objects. */
export function withImageStyle(tree: BoxTree, image: ImageBox, style: ImageStyle): BoxTree {
  const set: ImageBox = { ...image, style: Object.freeze({ ...image.style, ...style }) };
  const replaced = (box: Box): Box => {
    if (box === image) return set;
    if (box.kind !== 'block') return box;
    const children = box.children.map(replaced);
    return children.every((child, at) => child === box.children[at]) ? box : { ...box, children };
  };
  const { root } = tree;
  return { kind: 'boxes', root: { ...root, children: root.children.map(replaced) } };
}
