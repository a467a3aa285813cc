import type { Span } from '../core/origin.ts';
import { findControls, findLoneMarks } from '../core/stray-characters.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { AssetStore } from '../host/asset-store.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import { findAddresses } from './addresses.ts';
import type { TypographyChange } from './article.ts';
import { parseAttributes } from './markdown/attribute-block.ts';
import type { ExpansionFinder } from './expansions.ts';
import type { InlineChecks, InlineDraft, Piece } from './markdown/inline-draft.ts';
import type { ReferenceFinder } from './issue-references.ts';
import { readAddress } from './link-address.ts';
import { MAX_NESTING } from './markdown/markdown-parser.ts';
import { setInline, type TextMark } from './markdown/set-inline.ts';
import type { NoteRegister } from './notes.ts';
import { isStoryLink, readStoryLink } from './story-link.ts';
import { findStrayMarks } from './stray-marks.ts';
import { findOrdinals } from './ordinals.ts';
import type { TextEdit } from './typography/text-edit.ts';
import { orderEdits } from './typography/text-edit.ts';
import { typesetPieces } from './typeset-pieces.ts';
import type { TypesetEdits } from './typography.ts';
import type { TypographyRules } from './typography/typography-rules.ts';

/** What every part of one story's parsing needs. `changes` is filled as the story is read. */
export type StoryScope = {
  readonly id: string;
  readonly file: string;
  readonly language: string;
  readonly edition: Edition;
  readonly assets: AssetStore;
  readonly context: Context;
  /** Null keeps every character as typed. */
  readonly rules: TypographyRules | null;
  readonly references: ReferenceFinder;
  readonly expansions: ExpansionFinder;
  readonly notes: NoteRegister;
  readonly changes: TypographyChange[];
  /** Control characters that stand in the file itself. */
  readonly typedControls: ReadonlySet<string>;
  /** Asterisks that mark notes, such as `**`; a note begins with its own. */
  readonly noteMarks: ReadonlySet<string>;
};

/** Set text, and whether it leaves a quotation open: where that begins, as far as it is known. */
export type SetText = {
  readonly text: string;
  readonly nodes: readonly MarkupNode[];
  readonly isQuoteOpen: boolean;
  readonly openQuote: Span | null;
};

/** Where set text belongs: a node of the story, from an offset in it on. */
export type TextPlace = { readonly node: string; readonly offset: number; readonly continuesQuote: boolean };

/** Sets a draft: typography, links, offsets. Reports GA202, GA203, GA215, GA244, GA246 and GA247. */
export function setText(draft: InlineDraft, place: TextPlace, scope: StoryScope): SetText {
  reportDepth(draft, scope);
  reportTags(draft.pieces, scope);
  reportStrayMarks(draft.pieces, scope);
  reportLoneMarks(draft.pieces, scope);
  reportEscapedControls(draft.pieces, scope);
  const { edits, openAt } = findEdits(draft.pieces, place.continuesQuote, scope);
  const set = setInline(draft, {
    source: { owner: scope.id, node: place.node, offset: place.offset },
    edits,
    markText: (text, isInLink) => {
      const links = isInLink ? [] : mergeMarks(findAddresses(text), scope.references.findMarks(text));
      const marks = mergeMarks(links, scope.expansions.findMarks(text));
      return scope.rules === null ? marks : mergeMarks(marks, findOrdinals(text, scope.language));
    },
  });
  for (const change of set.changes) scope.changes.push(change);
  const openQuote = openAt === null ? null : spanAt(draft.pieces, openAt, 1);
  return { text: set.text, nodes: set.nodes, isQuoteOpen: openAt !== null, openQuote };
}

/** Reports GA249. */
export function reportOpenQuote(at: Span | null, scope: StoryScope): void {
  reportFault(scope.context, 'GA249', { message: 'the quotation that opens here is not closed', span: at });
}

/** Two lists of marks, each in order and apart, as one: where they meet, the first list's stays. */
function mergeMarks(first: readonly TextMark[], second: readonly TextMark[]): readonly TextMark[] {
  const free = second.filter((mark) => !first.some((one) => one.start < mark.end && mark.start < one.end));
  return [...first, ...free].sort((a, b) => a.start - b.start);
}

/** Checks of links, spans, pictures and notes in running text. Reports GA204, GA211, GA212, GA227, GA236 and GA237. */
export function inlineChecks(scope: StoryScope): InlineChecks {
  return {
    link: (href, at) => {
      if (isStoryLink(href)) return readStoryLink(href, at, scope);
      const address = readAddress(href, at, scope.context);
      return address === null ? null : { href: address };
    },
    span: (braces, at) => readSpanAttributes(braces, at, scope.context),
    picture: (at) =>
      reportFault(scope.context, 'GA211', {
        message: 'a picture stands inside a line of text',
        span: at,
      }),
    note: (name, at) => scope.notes.refer(name, at),
  };
}

function findEdits(
  pieces: readonly Piece[],
  continuesQuote: boolean,
  scope: StoryScope,
): Pick<TypesetEdits, 'edits' | 'openAt'> {
  if (scope.rules === null) return { edits: [], openAt: null };
  const text = pieces.map((piece) => piece.text).join('');
  const { language, rules, edition } = scope;
  const setting = { language, rules, locale: edition.locale, continuesQuote };
  const { edits, openAt, loneTicks } = typesetPieces(pieces, setting);
  reportTicks(pieces, loneTicks, scope);
  const all = orderEdits([...edits, ...scope.references.findEdits(text)], text);
  return { edits: withoutProtected(all, pieces), openAt };
}

/** Reports GA246, at the first mark without a letter of each paragraph. */
function reportLoneMarks(pieces: readonly Piece[], scope: StoryScope): void {
  const marks = findLoneMarks(pieces.map((piece) => piece.text).join(''));
  const [first] = marks;
  if (first === undefined) return;
  const more = marks.length === 1 ? '' : `, and ${marks.length - 1} more of this paragraph too`;
  reportFault(scope.context, 'GA246', {
    message: `the combining mark ${first.name} stands behind no letter${more}`,
    span: spanAt(pieces, first.offset, first.character.length),
  });
}

/** Reports GA215 for control characters that were written as entities or escapes; those that were typed are told already. */
export function reportEscapedControls(pieces: readonly Piece[], scope: StoryScope): void {
  for (const { offset, character, name } of findControls(pieces.map((piece) => piece.text).join(''))) {
    if (scope.typedControls.has(character)) continue;
    reportFault(scope.context, 'GA215', {
      message: `the invisible control character ${name} stands in the text, written as an entity or an escape`,
      hint: 'Delete what it is written with.',
      span: spanAt(pieces, offset, character.length),
    });
  }
}

/** Reports GA244 once a paragraph; a fence of code is told as such (GA216). */
function reportTicks(pieces: readonly Piece[], ticks: readonly number[], scope: StoryScope): void {
  const [first] = ticks;
  if (first === undefined || pieces.some((piece) => piece.text.startsWith('```'))) return;
  const what =
    ticks.length === 1
      ? 'a backtick has no partner in its paragraph, and is printed as it stands'
      : `${ticks.length} backticks have no partner in their paragraph, and are printed as they stand`;
  reportFault(scope.context, 'GA244', { message: what, span: spanAt(pieces, first, 1) });
}

/** The place of a stretch of the text that pieces make, inside one of them. */
function spanAt(pieces: readonly Piece[], offset: number, length: number): Span | null {
  let end = 0;
  const piece = pieces.find((one) => (end += one.text.length) > offset);
  if (piece === undefined) return null;
  const within = offset - end + piece.text.length;
  return spanIn(piece, within, within + length);
}

/** The place of a stretch of a piece; the whole piece where it is not as typed. */
function spanIn({ at, text }: Piece, from: number, to: number): Span | null {
  if (at === null || at.end - at.start !== text.length) return at;
  return { file: at.file, start: at.start + from, end: at.start + to };
}

/** Both lists are in order, so one walk over them finds every overlap. */
function withoutProtected(edits: readonly TextEdit[], pieces: readonly Piece[]): readonly TextEdit[] {
  const ranges: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (const piece of pieces) {
    if (piece.isProtected) ranges.push({ start, end: start + piece.text.length });
    start += piece.text.length;
  }
  let next = 0;
  return edits.filter((edit) => {
    while ((ranges[next]?.end ?? Infinity) <= edit.start) next += 1;
    return (ranges[next]?.start ?? Infinity) >= edit.end;
  });
}

function reportDepth(draft: InlineDraft, scope: StoryScope): void {
  if (draft.depth < MAX_NESTING) return;
  reportFault(scope.context, 'GA202', {
    message: `emphasis stands ${draft.depth} deep in one paragraph; the limit is ${MAX_NESTING}`,
    span: draft.pieces[0]?.at ?? null,
  });
}

/** Elements that people write in Markdown; `<Anna>` and `a <b` stay text. */
const TAG_NAMES =
  'a|abbr|article|aside|audio|b|big|blockquote|body|br|button|canvas|center|cite|code|col|dd|del|dfn|div|dl|dt|em|embed|' +
  'figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|' +
  'meta|nav|object|ol|p|param|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|' +
  'tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video';
const TAG = new RegExp(`</?(?:${TAG_NAMES})(?:\\s[^<>]*)?/?>|<!--`, 'gi');

/** Tags of a table, as a word processor writes them. */
const TABLE_TAG = /^<\/?(?:table|tbody|td|tfoot|th|thead|tr)\b/i;
const TABLE_HINT =
  'Write the table with bars: | Name | Votes | on a line, | --- | ---: | under it, then each row on a line of its own. ' +
  'Take all tags away.';

const COMMENT_HINT =
  'Write a comment on a line of its own as [//]: # (ask Ana). To print the sign itself, write \\<.';

/** Reports GA203 once a paragraph. An entity or an escaped sign is a piece of its own, so a tag in one piece was typed. */
function reportTags(pieces: readonly Piece[], scope: StoryScope): void {
  const tags = pieces.flatMap((piece) => [...piece.text.matchAll(TAG)].map((match) => ({ match, piece })));
  const [first] = tags;
  if (first === undefined) return;
  const { match, piece } = first;
  const would = `HTML is not read in articles: ${match[0].slice(0, 40)} would be printed as it stands`;
  const more = tags.length - 1;
  const others = more === 0 ? '' : `; so would ${more} more ${more === 1 ? 'tag' : 'tags'} of this paragraph`;
  reportFault(scope.context, 'GA203', {
    message: `${would}${others}`,
    ...hintForTags(tags.map((tag) => tag.match[0])),
    span: spanIn(piece, match.index, match.index + match[0].length),
  });
}

function hintForTags(tags: readonly string[]): { readonly hint?: string } {
  if (tags.some((tag) => TABLE_TAG.test(tag))) return { hint: TABLE_HINT };
  return tags[0] === '<!--' ? { hint: COMMENT_HINT } : {};
}

/** Reports GA247 once a paragraph. An escaped sign is a piece of its own, as an entity is: neither is told. */
function reportStrayMarks(pieces: readonly Piece[], scope: StoryScope): void {
  const all = pieces.map(({ text }) => text).join('');
  let end = 0;
  const found = pieces.flatMap((piece, index) => {
    end += piece.text.length;
    // What was escaped stands for itself, whatever follows.
    const isTyped = piece.at !== null && piece.at.end - piece.at.start === piece.text.length;
    const next = isTyped ? all.slice(end) : '';
    const before = pieces[index - 1];
    // A line begins behind the space of a break.
    const isFirst = before === undefined || before.text === ' ';
    const isNote = isFirst && scope.noteMarks.has(/^\**/.exec(piece.text)?.[0] ?? '');
    return findStrayMarks(piece.text, next)
      .filter(({ offset }) => !isNote || offset > 0)
      .map((mark) => ({ ...mark, piece }));
  });
  const [first] = found;
  if (first === undefined) return;
  const { piece, offset, length, message, hint } = first;
  const more = found.length === 1 ? '' : `; so are ${found.length - 1} more signs of this paragraph`;
  const span = spanIn(piece, offset, offset + length);
  reportFault(scope.context, 'GA247', { message: `${message}${more}`, hint, span });
}

function readSpanAttributes(
  braces: string,
  at: Span | null,
  context: Context,
): Readonly<Record<string, string>> {
  const values = parseAttributes(braces, 0)?.values ?? {};
  for (const key of Object.keys(values)) {
    if (key === 'lang') continue;
    reportFault(context, 'GA212', {
      message: `a span of text takes lang and nothing else, not ${key}`,
      hint: 'Write the language as [texte]{lang=fr}.',
      span: at,
    });
  }
  const language = values['lang'];
  if (language === undefined) return {};
  if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) return { lang: language };
  reportFault(context, 'GA212', {
    message: `"${language}" is no language code; one such as fr or pt-BR is wanted`,
    hint: 'Write the language as [texte]{lang=fr}.',
    span: at,
  });
  return {};
}
