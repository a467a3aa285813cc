import { reportFault, type Context } from '../diagnostics/context.ts';
import type { AssetStore } from '../host/asset-store.ts';
import { NO_CACHE } from '../host/cache.ts';
import { drawSvg } from '../image/draw-svg.ts';

/** A grey box with its diagonals, as editors draw a picture that has not come yet. */
const BOX = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" width="600" height="400">
<rect width="600" height="400" fill="#e4e4e4"/>
<path d="M1 1H599V399H1ZM1 1L599 399M599 1L1 399" fill="none" stroke="#8a8a8a" stroke-width="2"/>
</svg>`;

/** Files whose names begin so stand for pictures that are missing. */
const MISSING = '@missing/';

/** The assets of a draft: a visible box stands for each picture that is missing. Reports GA714, once a picture. */
export async function draftAssets(
  assets: AssetStore,
  trail: readonly string[],
  context: Context,
): Promise<AssetStore> {
  const drawn = await drawSvg(new TextEncoder().encode(BOX), NO_CACHE);
  const box = drawn.kind === 'drawn' ? drawn.png : new Uint8Array();
  const known = new Set<string>();
  return {
    names: assets.names,
    read: (path) => (path.startsWith(MISSING) ? box : assets.read(path)),
    readStart: (path) => (path.startsWith(MISSING) ? box : assets.readStart(path)),
    resolve: (reference) => {
      const found = assets.resolve(reference);
      if (found.kind !== 'missing') return found;
      if (!known.has(reference)) {
        known.add(reference);
        const message = `there is no picture \`${reference}\`: a box stands for it in the draft`;
        reportFault(context, 'GA714', { message, trail });
      }
      return { kind: 'found', path: `${MISSING}${reference}` };
    },
  };
}
