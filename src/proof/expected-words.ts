import { ISSUE_OWNER, type Span } from '../core/origin.ts';
import { splitWords } from '../core/words.ts';
import { fieldNodes } from '../content/article-words.ts';
import type { Article } from '../content/article.ts';
import type { Edition } from '../edition/edition.ts';

/** A node of the sources that must come out, whole and once. */
export type ExpectedNode = {
  readonly owner: string;
  readonly node: string;
  readonly text: string;
  /** UTF-16 ranges of its words. */
  readonly words: readonly { readonly word: string; readonly start: number; readonly end: number }[];
  /** Where it stands in the sources; null for what the edition brings. */
  readonly at: Span | null;
};

/** Whether a node belongs to the body of a story, whose nodes stand in a fixed order. */
export const isBodyNode = ({ node }: ExpectedNode): boolean => node.startsWith('body.');

/** Every node of an edition's stories, story by story in rank, in reading order. */
export function expectedStoryNodes(articles: readonly Article[]): readonly ExpectedNode[] {
  return articles.flatMap((article) => {
    const nodes = known.get(article) ?? nodesOf(article);
    known.set(article, nodes);
    return nodes;
  });
}

/** Pages, the saved PDF and the EPUB are held against the same words. */
const known = new WeakMap<Article, readonly ExpectedNode[]>();

const nodesOf = (article: Article): readonly ExpectedNode[] =>
  fieldNodes(article).map(({ node, text, at }) => ({
    owner: article.id,
    node,
    text,
    words: splitWords(text),
    at,
  }));

/** The nodes of the edition itself that must stand in each output: the contact block and what belongs to it, the notice, and the corrections. */
export function expectedIssueNodes(edition: Edition): readonly ExpectedNode[] {
  const { masthead } = edition;
  const nodes: [string, string | null][] = [
    ['name', edition.name],
    ['issueLine', edition.issueLine],
    ['notice', edition.notice],
    ...masthead.contact.flatMap((row, index): [string, string | null][] => [
      [`contact.${index}.label`, row.label],
      [`contact.${index}.value`, row.value],
    ]),
    ['note', masthead.note],
    ...edition.corrections.map(({ key, text }): [string, string | null] => [key, text]),
  ];
  return nodes.flatMap(([node, text]) =>
    text === null
      ? []
      : [
          {
            owner: ISSUE_OWNER,
            node,
            text,
            words: splitWords(text),
            at: edition.spans[node] ?? edition.spans[`masthead.${node}`] ?? null,
          },
        ],
  );
}
