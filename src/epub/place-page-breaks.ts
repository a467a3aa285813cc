import { splitWords } from '../core/words.ts';
import type { MarkupElement, MarkupNode, MarkupText, MarkupTree } from '../markup/markup-tree.ts';

/** A marker and the place in a story's text that it stands before. */
export type PageBreak = {
  readonly node: string;
  /** UTF-16 offset in the whole text of the node. */
  readonly offset: number;
  /** The piece begins with the story's head: the marker stands before the heading. */
  readonly isFirst: boolean;
  readonly marker: MarkupElement;
};

/** The tree with its markers, and which of the breaks found their place, in the order given. */
export type PlacedBreaks<Break extends PageBreak> = {
  readonly tree: MarkupTree;
  readonly placed: readonly Break[];
};

/** A text of the story with the elements it stands in, outermost first. */
type Located = { readonly text: MarkupText; readonly ancestors: readonly MarkupElement[] };

/** What to put in: before whole nodes, and inside texts at an offset counted from the text's own start. */
type Insertions = {
  readonly before: Map<MarkupNode, MarkupElement[]>;
  readonly inside: Map<MarkupText, { readonly at: number; readonly marker: MarkupElement }[]>;
};

/** Elements whose first words belong together with them: a page that begins with one begins before it. */
const HEADS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure']);

/**
 * Puts page-break markers into a story's document: before the heading for a piece that begins with one, else before
 * the first word of the page; never inside a word (a word divided between two pages stays whole after the marker) and
 * never inside a link.
 *
 * A break in a field that the document leaves out is not placed.
 */
export function placePageBreaks<Break extends PageBreak>(
  tree: MarkupTree,
  story: string,
  breaks: readonly Break[],
): PlacedBreaks<Break> {
  const texts = collectTexts(tree.children, []);
  const insertions: Insertions = { before: new Map(), inside: new Map() };
  const heading = findElement(tree.children, 'h1');
  const placed = breaks.filter((entry) => {
    if (entry.isFirst && heading !== null) return addBefore(insertions, heading, entry.marker);
    const own = texts.filter(({ text }) => text.source?.owner === story && text.source.node === entry.node);
    return own.length > 0 && insertInText(insertions, own, entry);
  });
  return {
    tree: { kind: 'tree', children: tree.children.flatMap((node) => rebuild(node, insertions)) },
    placed,
  };
}

function collectTexts(nodes: readonly MarkupNode[], ancestors: readonly MarkupElement[]): Located[] {
  return nodes.flatMap((node) =>
    node.kind === 'text' ? [{ text: node, ancestors }] : collectTexts(node.children, [...ancestors, node]),
  );
}

function findElement(nodes: readonly MarkupNode[], name: string): MarkupElement | null {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    const found = node.name === name ? node : findElement(node.children, name);
    if (found !== null) return found;
  }
  return null;
}

function addBefore(insertions: Insertions, node: MarkupNode, marker: MarkupElement): true {
  insertions.before.set(node, [...(insertions.before.get(node) ?? []), marker]);
  return true;
}

function insertInText(insertions: Insertions, own: readonly Located[], entry: PageBreak): true {
  const offset = wordStart(own.map(({ text }) => text.text).join(''), entry.offset);
  let passed = 0;
  let target = own[0];
  let at = 0;
  for (const located of own) {
    target = located;
    at = offset - passed;
    if (at < located.text.text.length) break;
    passed += located.text.text.length;
  }
  if (target === undefined) throw new Error('a page break was given no text to stand in');
  const head = offset === 0 ? target.ancestors.find((element) => HEADS.has(element.name)) : undefined;
  const link = target.ancestors.find((element) => element.name === 'a');
  const whole = head ?? link;
  if (whole !== undefined) return addBefore(insertions, whole, entry.marker);
  insertions.inside.set(target.text, [
    ...(insertions.inside.get(target.text) ?? []),
    { at: Math.min(at, target.text.text.length), marker: entry.marker },
  ]);
  return true;
}

/** Scripts written without spaces: a line, and so a page, may begin with any character of theirs. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The place itself, or, when it falls inside a word, the start of that word with the marks that open it.
 *
 * @example
 * wordStart('see “tunnels” there', 8) // 4
 */
export function wordStart(text: string, offset: number): number {
  if (UNSPACED.test(text.slice(offset, offset + 2))) return offset;
  const word = splitWords(text).find(({ start, end }) => start < offset && offset < end);
  if (word === undefined) return offset;
  const opening = /[\p{Ps}\p{Pi}"'¿¡]*$/u.exec(text.slice(0, word.start));
  return word.start - (opening?.[0].length ?? 0);
}

function rebuild(node: MarkupNode, insertions: Insertions): MarkupNode[] {
  const before: readonly MarkupNode[] = insertions.before.get(node) ?? [];
  if (node.kind === 'element') {
    const children = node.children.flatMap((child) => rebuild(child, insertions));
    return [...before, { ...node, children }];
  }
  const inside = insertions.inside.get(node);
  return inside === undefined ? [node] : splitText(node, inside);
}

function splitText(
  node: MarkupText,
  inside: readonly { readonly at: number; readonly marker: MarkupElement }[],
): MarkupNode[] {
  const result: MarkupNode[] = [];
  let from = 0;
  const cut = (to: number): void => {
    if (to <= from) return;
    const source = node.source === null ? null : { ...node.source, offset: node.source.offset + from };
    result.push({ ...node, text: node.text.slice(from, to), source });
    from = to;
  };
  for (const { at, marker } of [...inside].sort((a, b) => a.at - b.at)) {
    cut(at);
    result.push(marker);
  }
  cut(node.text.length);
  return result;
}
