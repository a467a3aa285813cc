import type { Article } from '../content/article.ts';
import type { Chapter, EpubBook } from '../epub/epub-book.ts';
import { readEpub } from '../epub/read-epub.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { ReadElement } from '../page/read-element.ts';
import type { StructureChild } from '../page/structure-tree.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { compareSaved } from '../proof/compare-saved.ts';
import { expectedIssueNodes, expectedStoryNodes } from '../proof/expected-words.ts';
import { provePresence, proveWords, rangesByNode } from '../proof/prove-words.ts';
import { rangesOfMarkup, rangesOfPages } from '../proof/word-ranges.ts';
import type { EditionBuild } from './set-edition.ts';

/** Proof A over the pages; returns the words given and placed. */
export function proveEdition(
  build: EditionBuild,
  articles: readonly Article[],
  composed: ComposedEdition,
): { readonly given: number; readonly placed: number } {
  const expected = expectedStoryNodes(articles);
  const ranges = rangesOfPages(composed);
  const proof = { output: 'PDF' as const, trail: [build.edition.issueId, build.edition.language] };
  proveWords(expected, ranges, proof, build.context);
  provePresence(expectedIssueNodes(build.edition), ranges, proof, build.context);
  const given = expected.reduce((sum, node) => sum + node.words.length, 0);
  const byNode = rangesByNode(ranges);
  const placed = expected.reduce((sum, node) => {
    const own = byNode.get(`${node.owner}\n${node.node}`) ?? [];
    return (
      sum +
      node.words.filter((word) => own.some((range) => range.start < word.end && range.end > word.start))
        .length
    );
  }, 0);
  return { given, placed };
}

/** Proof B over the saved PDF: each story's structure element says what its sources say. */
export async function proveSavedPdf(
  build: EditionBuild,
  articles: readonly Article[],
  saved: { readonly composed: ComposedEdition; readonly pdf: Uint8Array },
): Promise<void> {
  const names = storyNames(saved.composed.structure.root);
  const elements = findAll(await readPdf(saved.pdf), 'Art');
  const byId = new Map(articles.map((article) => [article.id, article]));
  names.forEach((name, index) => {
    const article = byId.get(name);
    if (article === undefined) return;
    const element = elements[index];
    const trail = [build.edition.issueId, build.edition.language, name];
    const expected = expectedStoryNodes([article]);
    compareSaved(expected, element === undefined ? [] : [element], { output: 'PDF', trail }, build.context);
  });
}

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
    const saved = document === undefined ? [] : findAll(document.elements, 'article');
    compareSaved(expected, saved, { ...proof, trail: [...proof.trail, article.id] }, context);
  }
}

function storyNames(child: StructureChild): readonly string[] {
  if (child.kind === 'leaf') return [];
  const own = child.role === 'Art' && child.name !== null ? [child.name] : [];
  return [...own, ...child.children.flatMap(storyNames)];
}

function findAll(elements: readonly ReadElement[], role: string): readonly ReadElement[] {
  return elements.flatMap((element): readonly ReadElement[] => {
    if (element.role === role) return [element];
    return findAll(
      element.children.filter((child) => child.kind === 'element'),
      role,
    );
  });
}
