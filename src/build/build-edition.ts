import type { Article } from '../content/article.ts';
import { buildRecord } from '../edition/build-record.ts';
import type { Edition } from '../edition/edition.ts';
import { buildChapters } from '../epub/build-chapters.ts';
import { buildEpub } from '../epub/build-epub.ts';
import type { EpubBook } from '../epub/epub-book.ts';
import type { AssetStore } from '../host/asset-store.ts';
import { encodeForEpub, encodeImages, imageKey, type ImagePlacement } from '../image/encode-images.ts';
import { encodeJpeg, encodePng } from '../image/encode-pixels.ts';
import type { EncodedImage, ImageAsset } from '../image/image-asset.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { ImageFragment } from '../page/page.ts';
import { drawPdf } from '../pdf/draw-pdf.ts';
import { renderPage, type RasterPage } from '../raster/render-page.ts';
import { readThemeFile } from './find-file.ts';
import { proveEdition, proveSavedEpub, proveSavedPdf } from './prove-edition.ts';
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

/** Pixels across the EPUB's cover and the PNG of `--cover`. */
const COVER_WIDTH = 1400;

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
    const pixels = await clock.runAsync('raster', () => drawCover(build, pdf));
    if (options.cover) {
      const bytes = await clock.runAsync('raster', () => encodePng(pixels.rgba, pixels.width, pixels.height));
      files.push({ name: `${edition.fileStem}.png`, bytes });
    }
    if (options.only !== 'pdf') {
      const book = await openBook(build, { articles, templates, composed, images, assets, pixels });
      const chapters = clock.run('chapters', () => buildChapters(book, context));
      if (context.hasError()) return null;
      const epub = await clock.runAsync('package', () => buildEpub(book, chapters, context));
      await clock.runAsync('prove', () => proveSavedEpub(build, { book, chapters, epub }));
      files.push({ name: `${edition.fileStem}.epub`, bytes: epub });
    }
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

function recordOf({ edition, options }: EditionBuild): ReturnType<typeof buildRecord> {
  const sourceDateEpoch = options.host.variable('SOURCE_DATE_EPOCH');
  return buildRecord(edition, { sourceDateEpoch, version: options.installation.version });
}

async function drawCover({ options }: EditionBuild, pdf: Uint8Array): Promise<RasterPage> {
  return renderPage(pdf, 0, { width: COVER_WIDTH, wasm: options.installation.engines().pdfium });
}

type BookMatter = {
  readonly articles: readonly Article[];
  readonly templates: EpubBook['templates'];
  readonly composed: ComposedEdition;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly assets: AssetStore;
  readonly pixels: RasterPage;
};

async function openBook(build: EditionBuild, matter: BookMatter): Promise<EpubBook> {
  const { edition, options, context, clock } = build;
  const { rgba, width, height } = matter.pixels;
  const images = await clock.runAsync('encode', () => encodeAllForEpub(matter));
  const cover = await clock.runAsync('raster', () => encodeJpeg(rgba, width, height));
  const readerCss = readThemeFile(edition.theme.folders, 'reader.css', options.host, context)?.text ?? '';
  const alt = `${edition.locale.words['cover'] ?? ''}: ${edition.issueLine}`;
  return {
    edition,
    articles: matter.articles,
    templates: matter.templates,
    record: recordOf(build),
    pageMap: matter.composed.pageMap,
    pageCount: matter.composed.pages.length,
    cover: { bytes: cover, format: 'jpeg', width, height, alt },
    images,
    readerCss,
    fonts: [],
  };
}

async function encodeAllForEpub(matter: BookMatter): Promise<ReadonlyMap<string, EncodedImage>> {
  const images = new Map<string, EncodedImage>();
  for (const file of matter.images.keys()) {
    const bytes = matter.assets.read(file);
    if (bytes !== null) images.set(file, await encodeForEpub(file, bytes));
  }
  return images;
}
