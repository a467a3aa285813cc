import type { Context } from '../diagnostics/context.ts';
import { serializeXhtml } from '../markup/serialize-xhtml.ts';
import { pictureFacts } from './package/accessibility-metadata.ts';
import { accessibilitySentences } from './package/accessibility-sentences.ts';
import { editionWords } from './edition-words.ts';
import type { Chapter, EpubBook } from './epub-book.ts';
import { writeContainer, type ContainerFile } from './epub-container.ts';
import { writePackageDocument, type PackageItem } from './package/package-document.ts';
import { coverPath, picturePaths } from './picture-path.ts';

const XHTML = 'application/xhtml+xml';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff2: 'font/woff2',
};

/**
 * Makes the EPUB of an edition. The same book gives the same bytes. Of the layout it knows the page map alone.
 *
 * @param chapters of {@link buildChapters}.
 * @returns the file's bytes; after an error was reported they are not fit to be written.
 */
export async function buildEpub(
  book: EpubBook,
  chapters: readonly Chapter[],
  context: Context,
): Promise<Uint8Array> {
  const contents = chapters.find(({ kind }) => kind === 'contents');
  if (contents === undefined) throw new Error('the book has no contents');
  const files = bookFiles(book);
  return writeContainer({
    packageXml: packageDocument(book, { chapters, files, context }),
    nav: writeDocument(contents),
    css: book.readerCss,
    documents: chapters
      .filter((chapter) => chapter !== contents)
      .map((chapter) => ({ name: chapter.name, title: chapter.title, xhtml: writeDocument(chapter) })),
    files,
    modified: book.record.modified,
  });
}

function writeDocument(chapter: Chapter): string {
  return `${serializeXhtml(chapter.tree.children, { declaration: true, doctype: true })}\n`;
}

function bookFiles(book: EpubBook): readonly ContainerFile[] {
  const paths = picturePaths(book.images);
  return [
    { name: coverPath(book), bytes: book.cover.bytes },
    ...[...book.images].map(([file, image]) => ({ name: paths.get(file) ?? '', bytes: image.bytes })),
    ...book.fonts.map(({ name, bytes }) => ({ name: `fonts/${name}`, bytes })),
  ];
}

type BookMatter = {
  readonly chapters: readonly Chapter[];
  readonly files: readonly ContainerFile[];
  readonly context: Context;
};

function packageDocument(book: EpubBook, matter: BookMatter): string {
  const { edition, record } = book;
  const { chapters, files } = matter;
  const withPictures = chapters.filter(({ kind }) => kind !== 'cover');
  const facts = {
    hasPageList: chapters.some(({ pages }) => pages.length > 0),
    ...pictureFacts(withPictures.map(({ tree }) => tree.children)),
  };
  const words = editionWords(edition, matter.context);
  return writePackageDocument({
    record,
    direction: edition.direction,
    items: packageItems(book, chapters, files),
    spine: chapters.map(itemId),
    staff: [...new Set(edition.masthead.staff.flatMap(({ names }) => names))],
    pageSource: facts.hasPageList ? `${edition.fileStem}.pdf` : null,
    accessibility: {
      ...facts,
      // The cover too is a picture, and its description is part of the claim.
      hasAlternatives: facts.hasAlternatives && book.cover.alt.trim() !== '',
      summary: accessibilitySentences(facts, words).join(' '),
    },
  });
}

function packageItems(
  book: EpubBook,
  chapters: readonly Chapter[],
  files: readonly ContainerFile[],
): readonly PackageItem[] {
  return [
    ...chapters.map((chapter) => ({
      id: itemId(chapter),
      path: chapter.name,
      mediaType: XHTML,
      properties: chapter.kind === 'contents' ? 'nav' : null,
    })),
    { id: 'style', path: 'style.css', mediaType: 'text/css', properties: null },
    ...files.map(({ name }, index) => ({
      id: name === coverPath(book) ? 'cover-image' : `file-${index}`,
      path: name,
      mediaType: MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      properties: name === coverPath(book) ? 'cover-image' : null,
    })),
  ];
}

function itemId(chapter: Chapter): string {
  return chapter.name.replace(/\.xhtml$/, '');
}
