import type { Token } from 'markdown-it';
import type { Span } from '../../core/origin.ts';
import type { MarkupElement } from '../../markup/markup-tree.ts';
import { definedName, NOTE_MARK } from './definition-rules.ts';
import { attributesOf, markOf } from './markdown-parser.ts';
import { pageReference } from '../story-link.ts';

/** A stretch of text between two changes of markup, before typography. */
export type Piece = {
  readonly text: string;
  readonly at: Span | null;
  /**
   * What was written as a character entity, an escaped quotation mark or hyphen, and the space of a line break: typography
   * leaves it alone.
   */
  readonly isProtected: boolean;
  /** The language that the words are marked as, by the nearest span that says one; null for the text's own. */
  readonly language: string | null;
};

/** A draft node; text is a place in the list of pieces; what is made stays as it is. */
export type DraftNode =
  | { readonly kind: 'text'; readonly piece: number }
  | { readonly kind: 'made'; readonly element: MarkupElement }
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly at: Span | null;
      readonly children: readonly DraftNode[];
    };

/** The inline content of one block or field, read but not yet set. */
export type InlineDraft = {
  readonly nodes: readonly DraftNode[];
  /** In document order; put together they are the text. */
  readonly pieces: readonly Piece[];
  /** How deep inline elements stand in one another. */
  readonly depth: number;
};

/** Where inline content stands: its text as the parser saw it, and the place of each offset. */
export type InlinePlace = {
  readonly content: string;
  readonly file: string;
  readonly locate: (offset: number) => number;
  /** A place for everything, where no offset can be told (a field of the front matter). */
  readonly whole: Span | null;
};

/** Turns an address or braces into attributes of the element; null makes the element a plain span. */
export type InlineChecks = {
  readonly link: (href: string, at: Span | null) => Readonly<Record<string, string>> | null;
  readonly span: (braces: string, at: Span | null) => Readonly<Record<string, string>>;
  readonly picture: (at: Span | null) => void;
  /** The mark of a note, by the note's name; null when there is no such note. */
  readonly note: (name: string, at: Span | null) => MarkupElement | null;
};

type OpenElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Span | null;
  readonly children: DraftNode[];
};

/** Reads markdown-it's inline tokens. A hard break is a protected space and a `br`: the words stay apart. */
export function readInline(tokens: readonly Token[], place: InlinePlace, checks: InlineChecks): InlineDraft {
  const pieces: Piece[] = [];
  const root: OpenElement = { name: '', attributes: {}, at: null, children: [] };
  const stack: OpenElement[] = [root];
  let depth = 0;
  const top = (): OpenElement => stack[stack.length - 1] ?? root;
  const addText = (text: string, at: Span | null, isProtected: boolean): void => {
    if (text === '') return;
    const language = stack.findLast((element) => element.attributes['lang'] !== undefined)?.attributes[
      'lang'
    ];
    pieces.push({ text, at, isProtected, language: language ?? null });
    top().children.push({ kind: 'text', piece: pieces.length - 1 });
  };
  for (const token of tokens) {
    const at = tokenSpan(token, place);
    if (token.nesting > 0) {
      stack.push(openElement(token, at, { place, checks }));
      depth = Math.max(depth, stack.length - 1);
    } else if (token.nesting < 0) {
      const done = stack.length > 1 ? stack.pop() : undefined;
      if (done !== undefined) top().children.push({ kind: 'element', ...withPage(done) });
    } else if (token.type === 'softbreak') addText(' ', at, false);
    else if (token.type === 'hardbreak') {
      addText(' ', at, true);
      top().children.push({ kind: 'element', name: 'br', attributes: {}, at, children: [] });
    } else if (token.type === 'image')
      checks.picture(partSpan(String(token.attrGet('src') ?? ''), token, place));
    else if (token.type === NOTE_MARK) {
      const element = checks.note(definedName(token), at);
      if (element !== null) top().children.push({ kind: 'made', element });
    } else addText(token.content, at, isAsTyped(token));
  }
  return { nodes: root.children, pieces, depth };
}

function isAsTyped({ info, content }: Token): boolean {
  return info === 'entity' || (info === 'escape' && /^["'`-]$/.test(content));
}

/** A link to a story of the same number says its page: behind its words, or in their place. */
function withPage(element: OpenElement): OpenElement {
  if (element.name !== 'a' || element.attributes['class'] !== 'refer') return element;
  const page = pageReference(element.attributes, element.children.length === 0);
  return { ...element, children: [...element.children, { kind: 'made', element: page }] };
}

type Reading = { readonly place: InlinePlace; readonly checks: InlineChecks };

function openElement(token: Token, at: Span | null, { place, checks }: Reading): OpenElement {
  if (token.type === 'link_open') {
    const href = String(token.attrGet('href') ?? '');
    const attributes = checks.link(href, partSpan(href, token, place));
    return { name: attributes === null ? 'span' : 'a', attributes: attributes ?? {}, at, children: [] };
  }
  const braces = token.type === 'span_open' ? attributesOf(token) : null;
  return {
    name: token.tag,
    attributes: braces === null ? {} : checks.span(braces, partSpan(braces, token, place)),
    at,
    children: [],
  };
}

/** The token's text in the source: the parser's position says where to look, the text itself where it is. */
function tokenSpan(token: Token, place: InlinePlace): Span | null {
  const mark = markOf(token);
  if (place.whole !== null || mark === null) return place.whole;
  const typed = token.type === 'text' ? token.content : token.markup;
  const start = token.type === 'text' ? findText(place.content, typed, mark) : mark;
  const from = place.locate(start);
  return { file: place.file, start: from, end: Math.max(from, place.locate(start + typed.length)) };
}

/** An address or braces that follow the text in brackets; where the token stands when they are typed otherwise. */
function partSpan(part: string, token: Token, place: InlinePlace): Span | null {
  const start = part === '' ? -1 : place.content.indexOf(part, markOf(token) ?? 0);
  if (start < 0 || place.whole !== null) return tokenSpan(token, place);
  const from = place.locate(start);
  return { file: place.file, start: from, end: from + part.length };
}

/** Text ends where the parser stood, one before it (a link's bracket), or a little after (left-over asterisks). */
function findText(content: string, typed: string, mark: number): number {
  for (const shift of [0, -1, 1, 2, 3]) {
    const start = mark + shift - typed.length;
    if (start >= 0 && content.startsWith(typed, start)) return start;
  }
  return Math.max(0, content.lastIndexOf(typed, mark));
}
