import type { Article } from '../content/article.ts';
import type { Edition } from '../edition/edition.ts';
import type { AssetStore } from '../host/asset-store.ts';
import { encodeImages, imageKey, type ImagePlacement } from '../image/encode-images.ts';
import type { EncodedImage } from '../image/image-asset.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { ImageFragment } from '../page/page.ts';
import { drawPdf } from '../pdf/draw-pdf.ts';
import { proveEdition, proveSavedPdf } from './prove-edition.ts';
import { recordOf } from './record-of.ts';
import { setEdition, type EditionBuild } from './set-edition.ts';

/** An edition's finished files, not yet written, and what the report tells of it. */
export type BuiltEdition = {
  readonly edition: Edition;
  readonly articles: readonly Article[];
  readonly composed: ComposedEdition;
  readonly columnInches: ReadonlyMap<string, number>;
  readonly words: { readonly given: number; readonly placed: number };
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Pictures, layouts and style sheets that were read, absolute. */
  readonly sources: readonly string[];
};

/** Builds one edition in memory. Null when a stage reported an error. */
export async function buildEdition(build: EditionBuild): Promise<BuiltEdition | null> {
  const { edition, options, clock, context } = build;
  const set = await setEdition(build);
  if (set === null) return null;
  const { articles, templates, images, assets, composed, columnInches } = set;
  const words = clock.run('prove', () => proveEdition(build, articles, composed));
  if (context.hasError()) return null;
  const pdf = await drawEdition(build, composed, assets);
  await clock.runAsync('prove', () => proveSavedPdf(build, articles, { composed, pdf }));
  const files: { name: string; bytes: Uint8Array }[] = [];
  if (options.only !== 'epub') files.push({ name: `${edition.fileStem}.pdf`, bytes: pdf });
  if (options.only !== 'pdf' || options.cover) {
    // Loaded here alone: a build that writes only the PDF needs neither EPUB nor raster.
    const { packageEdition } = await import('./package-edition.ts');
    const packed = await packageEdition(build, { articles, templates, composed, images, assets, pdf });
    if (packed === null) return null;
    files.push(...packed);
  }
  if (context.hasError()) return null;
  const sources = [...images.keys(), ...set.sheetFiles];
  return { edition, articles, composed, columnInches, words, files, sources };
}

async function drawEdition(
  build: EditionBuild,
  composed: ComposedEdition,
  assets: AssetStore,
): Promise<Uint8Array> {
  const { edition, clock } = build;
  const placements = composed.pages.flatMap((page) =>
    page.fragments.filter((fragment) => fragment.kind === 'image').map(placementOf),
  );
  const encoded = await clock.runAsync('encode', () => encodeImages(placements, (file) => assets.read(file)));
  const imageOf = (fragment: ImageFragment): EncodedImage => {
    const image = encoded.get(imageKey(placementOf(fragment)));
    if (image === undefined) throw new Error(`${fragment.file} was placed but not encoded`);
    return image;
  };
  return clock.runAsync('draw', () =>
    drawPdf(composed, {
      profile: 'screen',
      record: recordOf(build),
      subsetter: build.engines.subsetter,
      imageOf,
      direction: edition.direction,
    }),
  );
}

function placementOf(fragment: ImageFragment): ImagePlacement {
  return {
    file: fragment.file,
    crop: fragment.crop,
    widthPt: fragment.rect.width,
    heightPt: fragment.rect.height,
  };
}
