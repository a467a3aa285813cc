import type { Chapter, EpubBook } from '../epub/epub-book.ts';
import { readEpub } from '../epub/read-epub.ts';
import { compareSaved } from '../proof/compare-saved.ts';
import { expectedIssueNodes, expectedStoryNodes } from '../proof/expected-words.ts';
import { generatedInMarkup, type GeneratedText } from '../proof/generated-texts.ts';
import { provePresence, proveWords } from '../proof/prove-words.ts';
import { rangesOfMarkup } from '../proof/word-ranges.ts';
import { findElements } from './find-elements.ts';
import type { EditionBuild } from './set-edition.ts';

/** Proofs A and B over the EPUB: its trees, and its story documents read back from the saved bytes. */
export async function proveSavedEpub(
  build: EditionBuild,
  saved: { readonly book: EpubBook; readonly chapters: readonly Chapter[]; readonly epub: Uint8Array },
): Promise<void> {
  const { context, edition } = build;
  const { book, chapters, epub } = saved;
  const documents = new Map(
    (await readEpub(epub)).map((document) => [document.path.split('/').at(-1) ?? '', document]),
  );
  const proof = { output: 'EPUB' as const, trail: [edition.issueId, edition.language] };
  const all = chapters.flatMap((chapter) => rangesOfMarkup(chapter.tree.children));
  provePresence(expectedIssueNodes(edition), all, proof, context);
  for (const article of book.articles) {
    const chapter = chapters.find(({ kind, story }) => kind === 'story' && story === article.id);
    const expected = expectedStoryNodes([article]);
    const ranges = chapter === undefined ? [] : rangesOfMarkup(chapter.tree.children);
    // What the tree lacks, the saved file lacks too: one report is enough.
    if (!proveWords(expected, ranges, proof, context)) continue;
    const document = chapter === undefined ? undefined : documents.get(chapter.name);
    const saved = document === undefined ? [] : findElements(document.elements, 'article');
    const generated = (): readonly GeneratedText[] => generatedInMarkup(chapter?.tree.children ?? []);
    compareSaved(expected, saved, { ...proof, trail: [...proof.trail, article.id], generated }, context);
  }
}
