import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Ad, Edition } from '../edition/edition.ts';
import { isMissingPicture, missingPicture } from '../edition/missing-picture.ts';
import type { AssetStore } from '../host/asset-store.ts';
import { NO_CACHE } from '../host/cache.ts';
import { drawSvg } from '../image/draw-svg.ts';
import { columnsWidth } from '../layout/leg-grid.ts';
import { USUAL_AD_COLUMNS } from './ad-flows.ts';

/** Height ÷ width of the box for a picture of which nothing else is known. */
const USUAL = 2 / 3;
/** The same for a nameplate, which is four times as wide as high or wider. */
const NAMEPLATE = 1 / 8;
/** Units across the drawing of a box. */
const WIDTH = 600;

/**
 * The assets of a draft: a visible box stands for each picture that is missing, in the proportion of its place where the
 * manifest gives one. Reports GA714, once a picture of the stories.
 */
export async function draftAssets(
  assets: AssetStore,
  edition: Edition,
  context: Context,
): Promise<AssetStore> {
  const usual = await drawBox(USUAL);
  const boxes = new Map<string, Uint8Array>();
  for (const [file, ratio] of missingOf(edition)) boxes.set(file, await drawBox(ratio));
  const boxOf = (path: string): Uint8Array => boxes.get(path) ?? usual;
  const known = new Set<string>();
  return {
    names: assets.names,
    whyUnreadable: assets.whyUnreadable,
    read: (path) => (isMissingPicture(path) ? boxOf(path) : assets.read(path)),
    standIn: (path) => (isMissingPicture(path) ? boxOf(path) : assets.standIn(path)),
    readStart: (path) => (isMissingPicture(path) ? boxOf(path) : assets.readStart(path)),
    resolve: (reference) => {
      const found = assets.resolve(reference);
      if (found.kind !== 'missing') return found;
      if (!known.has(reference)) {
        known.add(reference);
        const message = `there is no picture \`${reference}\`: a box stands for it in the draft`;
        reportFault(context, 'GA714', { message, trail: [edition.issueId, edition.language] });
      }
      return { kind: 'found', path: missingPicture(reference) };
    },
  };
}

/** The edition's own pictures that are missing, with the height ÷ width of the place of each. */
function missingOf(edition: Edition): ReadonlyMap<string, number> {
  const { nameplate, ads } = edition;
  const ratios: (readonly [string, number])[] = ads.map((ad) => [ad.file, ratioOf(ad, edition)]);
  if (nameplate !== null) ratios.push([nameplate.file, NAMEPLATE]);
  return new Map(ratios.filter(([file]) => isMissingPicture(file)));
}

function ratioOf({ columns, depth }: Ad, { grid }: Edition): number {
  if (depth === null) return USUAL;
  const ratioOver = (wanted: number): number => depth / columnsWidth(grid, Math.min(grid.columns, wanted));
  const usual = ratioOver(columns ?? USUAL_AD_COLUMNS);
  return columns === null && usual >= 1 ? ratioOver(1) : usual;
}

/** A grey box with its diagonals, as editors draw a picture that has not come yet. */
async function drawBox(ratio: number): Promise<Uint8Array> {
  const height = Math.max(1, Math.round(WIDTH * ratio));
  const [right, foot] = [WIDTH - 1, height - 1];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
<rect width="${WIDTH}" height="${height}" fill="#e4e4e4"/>
<path d="M1 1H${right}V${foot}H1ZM1 1L${right} ${foot}M${right} 1L1 ${foot}" fill="none" stroke="#8a8a8a" stroke-width="2"/>
</svg>`;
  const drawn = await drawSvg(new TextEncoder().encode(svg), NO_CACHE);
  return drawn.kind === 'drawn' ? drawn.png : new Uint8Array();
}
