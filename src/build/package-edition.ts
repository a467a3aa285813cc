import type { Article } from '../content/article.ts';
import { buildChapters } from '../epub/build-chapters.ts';
import { buildEpub } from '../epub/build-epub.ts';
import type { EpubBook } from '../epub/epub-book.ts';
import type { AssetStore } from '../host/asset-store.ts';
import { encodeForEpub } from '../image/encode-images.ts';
import { encodeJpeg, encodePng } from '../image/encode-pixels.ts';
import type { ImageAsset } from '../image/image-asset.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import { renderPage, type RasterPage } from '../raster/render-page.ts';
import { pictureSource } from './draw-pdfs.ts';
import { readThemeFile } from './find-file.ts';
import { proveSavedEpub } from './prove-saved-epub.ts';
import { recordOf } from './record-of.ts';
import type { EditionBuild } from './set-edition.ts';

/** Pixels across the EPUB's cover and the PNG of `--cover`. */
const COVER_WIDTH = 1400;

/** What a book is made from; `pdf` is the saved file, of which page 1 becomes the cover. */
export type PackageMatter = {
  readonly articles: readonly Article[];
  readonly templates: EpubBook['templates'];
  readonly composed: ComposedEdition;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly assets: AssetStore;
  readonly pdf: Uint8Array;
};

/** The EPUB of an edition, proved, and its cover as PNG where the options ask for it. Null when a stage reported an error. */
export async function packageEdition(
  build: EditionBuild,
  matter: PackageMatter,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[] | null> {
  const { edition, options, clock, context } = build;
  const files: { name: string; bytes: Uint8Array }[] = [];
  const pixels = await clock.runAsync('raster', () => drawCover(build, matter.pdf));
  if (options.cover) {
    const bytes = await clock.runAsync('raster', () => encodePng(pixels.rgba, pixels.width, pixels.height));
    files.push({ name: `${edition.fileStem}.png`, bytes });
  }
  if (options.only === 'pdf') return files;
  const book = await openBook(build, matter, pixels);
  const chapters = clock.run('chapters', () => buildChapters(book, context));
  if (context.hasError()) return null;
  const epub = await clock.runAsync('package', () => buildEpub(book, chapters, context));
  await clock.runAsync('prove', () => proveSavedEpub(build, { book, chapters, epub }));
  return [...files, { name: `${edition.fileStem}.epub`, bytes: epub }];
}

async function drawCover({ options }: EditionBuild, pdf: Uint8Array): Promise<RasterPage> {
  return renderPage(pdf, 0, { width: COVER_WIDTH, wasm: options.installation.engines().pdfium });
}

async function openBook(build: EditionBuild, matter: PackageMatter, pixels: RasterPage): Promise<EpubBook> {
  const { edition, options, context, clock } = build;
  const { rgba, width, height } = pixels;
  const images = await clock.runAsync('encode', () =>
    encodeForEpub([...matter.images.keys()], pictureSource(build, matter)),
  );
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
