import type { Span, TextSource } from '../../core/origin.ts';
import type { MarkupNode } from '../../markup/markup-tree.ts';
import type { TypographyChange } from '../article.ts';
import type { DraftNode, InlineDraft, Piece } from './inline-draft.ts';
import type { TextEdit } from '../typography/text-edit.ts';
import { applyEdits } from '../typography/text-edit.ts';

/** A part of a text that is set as an element of its own: a cross-reference. */
export type TextMark = {
  /** Offsets in the piece it stands in. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** What is done to a draft on its way to markup. */
export type SettingOptions = {
  /** Whose words these are: `offset` counts on from here. */
  readonly source: TextSource;
  /** Edits in the whole text of the draft, in order and apart. */
  readonly edits: readonly TextEdit[];
  /** Elements to make inside a stretch of text: in order and apart, and no link inside a link. */
  readonly markText: (text: string, isInLink: boolean) => readonly TextMark[];
};

/** Set inline content. */
export type SetInline = {
  readonly nodes: readonly MarkupNode[];
  readonly text: string;
  readonly changes: readonly TypographyChange[];
};

/** Applies edits and marks, joins neighbouring text, and gives each text node its offset. */
export function setInline(draft: InlineDraft, options: SettingOptions): SetInline {
  const changes: TypographyChange[] = [];
  const set = setPieces(draft.pieces, options.edits, changes);
  const state = { offset: options.source.offset, text: '' };
  const addText = (text: string, at: Span | null): MarkupNode => {
    const source = { ...options.source, offset: state.offset };
    state.offset += text.length;
    state.text += text;
    return { kind: 'text', text, source, at };
  };
  const setNodes = (nodes: readonly DraftNode[], isInLink: boolean): readonly MarkupNode[] =>
    joinRuns(nodes, set).flatMap((run): readonly MarkupNode[] => {
      if (run.kind === 'made') return [run.element];
      if (run.kind === 'text') return splitMarks(run, options.markText(run.text, isInLink), addText);
      const children = setNodes(run.children, isInLink || run.name === 'a');
      return [{ kind: 'element', name: run.name, attributes: run.attributes, children, at: run.at }];
    });
  const nodes = setNodes(draft.nodes, false);
  return { nodes, text: state.text, changes };
}

/** The text of each piece after the edits that touch it. Edits of protected text are dropped. */
function setPieces(
  pieces: readonly Piece[],
  edits: readonly TextEdit[],
  changes: TypographyChange[],
): readonly Piece[] {
  let start = 0;
  let next = 0;
  return pieces.map((piece) => {
    const [from, to] = [start, start + piece.text.length];
    start = to;
    const own: TextEdit[] = [];
    for (; (edits[next]?.start ?? Infinity) < to; next += 1) {
      const edit = edits[next];
      if (edit === undefined) break;
      // An edit that reaches into the next piece replaces here and empties its rest there.
      const local = { start: Math.max(0, edit.start - from), end: Math.min(edit.end, to) - from };
      own.push({ ...local, replacement: edit.start >= from ? edit.replacement : '' });
      if (edit.end > to) break;
    }
    if (piece.isProtected || own.length === 0) return piece;
    for (const edit of own) changes.push(describeChange(piece, edit));
    return { ...piece, text: applyEdits(piece.text, own) };
  });
}

function describeChange(piece: Piece, edit: TextEdit): TypographyChange {
  const { at } = piece;
  const before = piece.text.slice(edit.start, edit.end);
  const isVerbatim = at !== null && at.end - at.start === piece.text.length;
  const span = isVerbatim ? { file: at.file, start: at.start + edit.start, end: at.start + edit.end } : at;
  return { at: span, before, after: edit.replacement };
}

type TextRun = { readonly kind: 'text'; readonly text: string; readonly at: Span | null };
type ElementRun = Exclude<DraftNode, { kind: 'text' }>;

/** Neighbouring text as one run; empty text is gone. */
function joinRuns(nodes: readonly DraftNode[], pieces: readonly Piece[]): readonly (TextRun | ElementRun)[] {
  const runs: (TextRun | ElementRun)[] = [];
  for (const node of nodes) {
    if (node.kind !== 'text') {
      runs.push(node);
      continue;
    }
    const piece = pieces[node.piece];
    if (piece === undefined || piece.text === '') continue;
    const last = runs[runs.length - 1];
    if (last?.kind !== 'text') runs.push({ kind: 'text', text: piece.text, at: piece.at });
    else
      runs[runs.length - 1] = {
        kind: 'text',
        text: last.text + piece.text,
        at: joinSpans(last.at, piece.at),
      };
  }
  return runs;
}

function joinSpans(first: Span | null, second: Span | null): Span | null {
  if (first === null || second === null) return first ?? second;
  return {
    file: first.file,
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end),
  };
}

function splitMarks(
  run: TextRun,
  marks: readonly TextMark[],
  addText: (text: string, at: Span | null) => MarkupNode,
): readonly MarkupNode[] {
  const nodes: MarkupNode[] = [];
  let from = 0;
  for (const mark of marks) {
    if (mark.start > from) nodes.push(addText(run.text.slice(from, mark.start), run.at));
    const children = [addText(run.text.slice(mark.start, mark.end), run.at)];
    nodes.push({ kind: 'element', name: mark.name, attributes: mark.attributes, children, at: run.at });
    from = mark.end;
  }
  if (from < run.text.length) nodes.push(addText(run.text.slice(from), run.at));
  return nodes;
}
