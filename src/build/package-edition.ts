import type { Article } from '../content/article.ts';
import { buildChapters } from '../epub/build-chapters.ts';
import { buildEpub } from '../epub/build-epub.ts';
import type { EpubBook } from '../epub/epub-book.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import { joinReaderSheets, readReaderSheet } from '../style/read-reader-sheet.ts';
import { adsOnPages } from './ads-on-pages.ts';
import { readThemeFiles } from './find-file.ts';
import { proveSavedEpub } from './prove-saved-epub.ts';
import { recordOf } from './record-of.ts';
import type { EditionBuild } from './set-edition.ts';
import type { Cover } from './side-desk.ts';

/** What a book is made from. */
export type PackageMatter = {
  readonly articles: readonly Article[];
  readonly templates: EpubBook['templates'];
  readonly composed: ComposedEdition;
  /** Pictures by file, as they are made ready. */
  readonly images: Promise<EpubBook['images']>;
  /** Page 1, as it is drawn. */
  readonly cover: Promise<Cover>;
};

/** The EPUB of an edition, proved. Null when a stage reported an error. */
export async function packageEdition(build: EditionBuild, matter: PackageMatter): Promise<Uint8Array | null> {
  const { clock, context } = build;
  const pictures = await clock.runAsync('encode', () => matter.images);
  const bare = openBook(build, matter, pictures);
  const chapters = clock.run('chapters', () => buildChapters(bare, context));
  if (context.hasError()) return null;
  const { jpeg, width, height } = await clock.runAsync('raster', () => matter.cover);
  const book = { ...bare, cover: { ...bare.cover, bytes: jpeg, width, height } };
  const epub = await clock.runAsync('package', () => buildEpub(book, chapters, context));
  await clock.runAsync('prove', () => proveSavedEpub(build, { book, chapters, epub }));
  return epub;
}

/** The book as far as its documents need it: its cover is yet to come. */
function openBook(build: EditionBuild, matter: PackageMatter, images: EpubBook['images']): EpubBook {
  const { edition, options, context } = build;
  const files = readThemeFiles(edition.theme.folders, 'reader.css', options.host, context);
  const sheets = files.map(({ file, text }) => readReaderSheet(text, file, context));
  const { name, issueLine, locale } = edition;
  // The line of an issue may begin with the name.
  const issue = issueLine.includes(name) ? issueLine : `${name}, ${issueLine}`;
  const alt = `${locale.words['cover'] ?? ''}: ${issue}`;
  return {
    edition: { ...edition, ads: adsOnPages(edition, matter.composed) },
    articles: matter.articles,
    templates: matter.templates,
    record: recordOf(build),
    pageMap: matter.composed.pageMap,
    pageCount: matter.composed.pages.length,
    cover: { bytes: new Uint8Array(), format: 'jpeg', width: 0, height: 0, alt },
    images,
    readerCss: joinReaderSheets(sheets),
    fonts: [],
  };
}
