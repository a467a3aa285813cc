import type { BoxTree } from '../box/box.ts';
import type { Context } from '../diagnostics/context.ts';
import type { Ad } from '../edition/edition.ts';
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

/** The advertisements of an edition by the layout `pages/advertisement`, in whole rows of the grid, their label included. */
export function adFlows(input: ComposeInput, context: Context): readonly SoldAd[] {
  const title = input.edition.locale.words['advertisement'];
  return input.edition.ads.map((ad) => ({
    ...sizeOf(input, ad),
    flow: flowOf(input, { ...ad, kind: 'advertisement', title: title ?? ad.alt }, context),
  }));
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

function sizeOf({ edition, images }: ComposeInput, ad: Ad): Omit<SoldAd, 'flow'> {
  const { grid } = edition;
  const image = images.get(ad.file);
  const ratio = image === undefined || image.width === 0 ? 1 : image.height / image.width;
  const columns = Math.min(grid.columns, ad.columns ?? (ratio < 1 ? USUAL_AD_COLUMNS : 1));
  const depth = ad.depth ?? columnsWidth(grid, columns) * ratio;
  const rows = Math.max(1, Math.ceil(depth / grid.baseline - 1e-6)) + LABEL_ROWS;
  return { id: ad.id, columns, rows, page: ad.page };
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
      tree ??= boxesOf(
        input,
        renderFurniture({ templates, edition, name: ad.kind, page, stories: [], fields }, context),
        edition.language,
        context,
      );
      return tree;
    },
  };
}
