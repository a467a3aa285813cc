import type { Box, BoxTree } from '../box/box.ts';
import { boxesIn } from '../box/boxes-in.ts';
import { PT_PER_MM } from '../core/units.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Ad, Edition } from '../edition/edition.ts';
import { columnsWidth } from '../layout/leg-grid.ts';
import type { Flow } from '../layout/page-plan.ts';
import type { HousePicture } from '../makeup/choose-house.ts';
import type { SoldAd } from '../makeup/place-ads.ts';
import { renderFurniture } from '../template/render-furniture.ts';
import { boxesOf } from './boxes-of.ts';
import type { ComposeInput } from './compose-edition.ts';

/** The row of the label over an advertisement. */
const LABEL_ROWS = 1;
/** Columns of an advertisement whose size is not given: two where its picture is wider than high. */
export const USUAL_AD_COLUMNS = 2;

/**
 * The advertisements of an edition by the layout `pages/advertisement`, in whole rows of the grid, their label included.
 * One that is wider or deeper than an empty page is set smaller in its own proportion, and reported (GA726) where the
 * page is the paper's own; there, one whose picture leaves white in its size is too (GA729).
 *
 * @param pageRows rows of an empty page that matter may take.
 */
export function adFlows(input: ComposeInput, pageRows: number, context: Context): readonly SoldAd[] {
  const { edition } = input;
  const title = edition.locale.words['advertisement'];
  return edition.ads.map((ad) => {
    const { size, tooLarge } = sizeOf(input, ad, pageRows);
    if (tooLarge !== null && edition.isOwnLayout) reportSmaller(edition, ad, { size, tooLarge }, context);
    else if (edition.isOwnLayout) reportWhite(input, ad, context);
    return {
      ...size,
      flow: flowOf(input, { ...ad, kind: 'advertisement', title: title ?? ad.alt }, context),
    };
  });
}

/** The house fillers that have a picture, by the layout `pages/house`, with the proportion of each: width ÷ height. */
export function houseFlows(input: ComposeInput, context: Context): readonly HousePicture[] {
  const { edition, images } = input;
  return edition.house.map((filler) => {
    const image = images.get(filler.file);
    const ratio = image === undefined || image.height === 0 ? 1 : image.width / image.height;
    return { ratio, flow: flowOf(input, { ...filler, kind: 'house', title: edition.name }, context) };
  });
}

type Sized = {
  readonly size: Omit<SoldAd, 'flow'>;
  /** How the size that was sold goes over the page; null where it does not. */
  readonly tooLarge: 'wide' | 'deep' | null;
};

function sizeOf({ edition, images }: ComposeInput, ad: Ad, pageRows: number): Sized {
  const { grid, isOwnLayout } = edition;
  const image = images.get(ad.file);
  const ratio = image === undefined || image.width === 0 ? 1 : image.height / image.width;
  const wanted = ad.columns ?? (ratio < 1 ? USUAL_AD_COLUMNS : 1);
  const columns = Math.min(grid.columns, wanted);
  const isWide = ad.columns !== null && wanted > columns;
  const rowsOf = (depth: number): number => Math.max(1, Math.ceil(depth / grid.baseline - 1e-6)) + LABEL_ROWS;
  const natural = rowsOf(columnsWidth(grid, columns) * ratio);
  const sold = ad.depth === null ? natural : rowsOf(ad.depth);
  const tooLarge = isWide ? 'wide' : sold > pageRows ? 'deep' : null;
  // White that was sold with a picture belongs to the size on the paper's own page.
  const rows = isOwnLayout && tooLarge === null ? sold : Math.min(sold, natural);
  const most = Math.max(1 + LABEL_ROWS, pageRows);
  return { size: { id: ad.id, columns, rows: Math.min(rows, most), page: ad.page }, tooLarge };
}

function reportSmaller(edition: Edition, ad: Ad, { size, tooLarge }: Sized, context: Context): void {
  const columns = size.columns === 1 ? '1 column' : `${size.columns} columns`;
  const lines = size.rows - LABEL_ROWS;
  reportFault(context, 'GA726', {
    message: `an advertisement is ${tooLarge === 'wide' ? 'wider' : 'deeper'} than a page: it is set smaller, ${columns} wide and ${lines} ${lines === 1 ? 'line' : 'lines'} deep`,
    span: spanOfSize(edition, ad),
    trail: [edition.issueId, edition.language],
  });
}

/** Share of a size that its picture may leave white: sizes are rounded, to whole columns and to millimetres. */
const MOST_WHITE = 0.1;

const inMm = (length: number): string => `${Math.round(length / PT_PER_MM)} mm`;

function reportWhite({ edition, images }: ComposeInput, ad: Ad, context: Context): void {
  const { grid } = edition;
  const image = images.get(ad.file);
  if (ad.depth === null || ad.columns === null || image === undefined || image.width === 0) return;
  const ratio = image.height / image.width;
  const room = columnsWidth(grid, Math.min(grid.columns, ad.columns));
  const width = Math.min(room, ad.width ?? room);
  const where = room * ratio < ad.depth ? 'depth' : 'width';
  const white = 1 - (where === 'depth' ? (room * ratio) / ad.depth : ad.depth / ratio / width);
  if (white <= MOST_WHITE) return;
  const columns = ad.columns === 1 ? '1 column' : `${ad.columns} columns`;
  const isOver = where === 'depth' || ad.width === null;
  const over = isOver ? `Over ${columns}` : `${inMm(width)} wide`;
  reportFault(context, 'GA729', {
    message: `the picture of an advertisement has another proportion than its size: ${Math.round(white * 100)} % of its ${where} stay white`,
    hint: `${over} it is ${inMm((isOver ? room : width) * ratio)} deep: give that size, or a picture of the proportion that was sold.`,
    span: spanOfSize(edition, ad),
    trail: [edition.issueId, edition.language],
  });
}

function spanOfSize({ spans }: Edition, ad: Ad): Edition['spans'][string] | null {
  const key = `ads.${Number(ad.id.slice('@ad.'.length)) - 1}`;
  return spans[`${key}.size`] ?? spans[`${key}.picture`] ?? null;
}

const shows = (box: Box, file: string): boolean =>
  box.kind === 'image' ? box.file === file : boxesIn(box).some((child) => shows(child, file));

/** Reports GA319. What its advertisers paid for stands in no layout's power. */
function reportLost({ templates }: ComposeInput, kind: Spoken['kind'], context: Context): void {
  const name = `pages/${kind}`;
  const field = kind === 'house' ? 'house.file' : 'ad.file';
  const file = templates.fileOf(name);
  reportFault(context, 'GA319', {
    message: `the layout ${name}.hbs does not show the picture that it is for`,
    hint: `Write <img src="{{${field}}}" alt="{{${field.replace('file', 'alt')}}}"> in it.`,
    span: file === null ? null : { file, start: 0, end: 0 },
  });
}

type Spoken = Pick<Ad, 'id' | 'file' | 'alt'> & {
  readonly kind: 'advertisement' | 'house';
  readonly title: string;
};

function flowOf(input: ComposeInput, ad: Spoken, context: Context): Flow {
  const { edition, templates } = input;
  const page = { number: 1, label: '1', side: 'right' as const, isFirst: false, isLast: false, sections: [] };
  let tree: BoxTree | null = null;
  return {
    kind: ad.kind,
    name: ad.id,
    title: ad.title,
    language: edition.language,
    section: null,
    treeOf: () => {
      const fields = { [ad.kind === 'house' ? 'house' : 'ad']: { file: ad.file, alt: ad.alt } };
      if (tree === null) {
        const rendered = renderFurniture(
          { templates, edition, name: ad.kind, page, stories: [], fields },
          context,
        );
        tree = boxesOf(input, rendered, edition.language, context);
        if (!tree.root.children.some((box) => shows(box, ad.file))) reportLost(input, ad.kind, context);
      }
      return tree;
    },
  };
}
