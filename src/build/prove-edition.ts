import type { Article } from '../content/article.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { StructureChild } from '../page/structure-tree.ts';
import type { ReadElement } from '../page/read-element.ts';
import { compareSaved } from '../proof/compare-saved.ts';
import { expectedIssueNodes, expectedStoryNodes } from '../proof/expected-words.ts';
import { generatedOnPages, type GeneratedText } from '../proof/generated-texts.ts';
import { provePresence, proveWords, rangesByNode } from '../proof/prove-words.ts';
import { rangesOfPages } from '../proof/word-ranges.ts';
import type { EditionBuild, SetEdition } from './set-edition.ts';

/** Proof A over the pages; returns the words given and placed. */
export function proveEdition(
  build: EditionBuild,
  { articles, composed, sheets }: Pick<SetEdition, 'articles' | 'composed' | 'sheets'>,
): { readonly given: number; readonly placed: number } {
  const expected = expectedStoryNodes(articles);
  const ranges = rangesOfPages(composed);
  const proof = { output: 'PDF' as const, trail: [build.edition.issueId, build.edition.language], sheets };
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

/** Proof B over the saved PDF: each story's structure element, in reading order, says what its sources say. */
export function proveSavedPdf(
  build: EditionBuild,
  articles: readonly Article[],
  saved: { readonly composed: ComposedEdition; readonly stories: readonly ReadElement[] },
): void {
  const names = storyNames(saved.composed.structure.root);
  const byId = new Map(articles.map((article) => [article.id, article]));
  names.forEach((name, index) => {
    const article = byId.get(name);
    if (article === undefined) return;
    const element = saved.stories[index];
    const trail = [build.edition.issueId, build.edition.language, name];
    const expected = expectedStoryNodes([article]);
    const generated = (): readonly GeneratedText[] => generatedOnPages(saved.composed);
    const read = element === undefined ? [] : [element];
    compareSaved(expected, read, { output: 'PDF', trail, generated }, build.context);
  });
}

function storyNames(child: StructureChild): readonly string[] {
  if (child.kind === 'leaf') return [];
  const own = child.role === 'Art' && child.name !== null ? [child.name] : [];
  return [...own, ...child.children.flatMap(storyNames)];
}
