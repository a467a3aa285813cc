import type { Article } from '../content/article.ts';
import type { Edition } from '../edition/edition.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import { checkContrast } from '../proof/check-contrast.ts';
import { checkPageEdges } from '../proof/check-page-edges.ts';
import { drawPdfs, startPictures, type PdfFile } from './draw-pdfs.ts';
import { judgePixels } from './judge-pixels.ts';
import { proveEdition } from './prove-edition.ts';
import { setEdition, type EditionBuild, type SetEdition } from './set-edition.ts';

/** An edition's finished files, not yet written, and what the report tells of it. */
export type BuiltEdition = {
  readonly edition: Edition;
  readonly articles: readonly Article[];
  readonly composed: ComposedEdition;
  readonly columnInches: ReadonlyMap<string, number>;
  readonly dummies: SetEdition['dummies'];
  readonly words: { readonly given: number; readonly placed: number };
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly pdfs: readonly PdfFile[];
  /** Pictures, layouts and style sheets that were read, absolute. */
  readonly sources: readonly string[];
};

/**
 * Builds one edition in memory. Null when a stage reported an error.
 *
 * @param sources files that an archive carries, absolute.
 */
export async function buildEdition(
  build: EditionBuild,
  sources: () => readonly string[],
): Promise<BuiltEdition | null> {
  const { options, clock, context } = build;
  const set = await setEdition(build, { hasBook: options.only !== 'pdf' });
  if (set === null) return null;
  const { articles, templates, composed, columnInches } = set;
  if (options.only !== 'epub') judgePixels(build, set);
  const images = startPictures(build, set);
  const drawing = drawPdfs(build, set, { images, sources });
  // Proving goes on while drawing waits for pictures. Where words are missing, what drawing meets is of no interest.
  const drawn = Promise.allSettled([drawing]);
  const words = clock.run('prove', () => proveEdition(build, set));
  const trail = [build.edition.issueId, build.edition.language];
  checkPageEdges(composed.pages, trail, context);
  checkContrast(composed.pages, trail, context);
  if (context.hasError()) {
    await drawn;
    return null;
  }
  const pdfs = await drawing;
  if (context.hasError()) return null;
  const files = pdfs.files.map(({ name, bytes }) => ({ name, bytes }));
  if (options.cover && pdfs.cover !== null) {
    const { png } = await pdfs.cover;
    if (png !== null) files.push({ name: `${build.edition.fileStem}.png`, bytes: png });
  }
  if (set.bookImages !== null && pdfs.cover !== null) {
    // Loaded here alone: a build that writes only the PDF needs no EPUB.
    const { packageEdition } = await import('./package-edition.ts');
    const matter = { articles, templates, composed, images: set.bookImages, cover: pdfs.cover };
    const bytes = await packageEdition(build, matter);
    if (bytes === null) return null;
    files.push({ name: `${build.edition.fileStem}.epub`, bytes });
  }
  await pdfs.judge();
  if (context.hasError()) return null;
  return {
    edition: build.edition,
    articles,
    composed,
    columnInches,
    dummies: set.dummies,
    words,
    files,
    sources: [...set.images.keys(), ...set.sheetFiles],
    pdfs: pdfs.files,
  };
}
