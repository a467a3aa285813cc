import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';
import type { Block } from './markdown/nest-blocks.ts';

/*
 * Notes are numbered in the order in which their marks stand. A mark is `sup.noteref` round a link to the note, a note
 * is an `aside` with a link back to its first mark. Ids are `note-<n>` and `noteref-<n>`, unique in one story; the
 * second mark of a note is `noteref-<n>-2`. The numbers are the program's: they are generated text, no words of the
 * story.
 */

/** A note as typed. */
export type TypedNote = { readonly name: string; readonly block: Block; readonly at: Span };

/** The notes of a story while it is read. */
export type NoteRegister = {
  /** The mark of a note. Null, and GA227, when the story has no such note. */
  readonly refer: (name: string, at: Span | null) => MarkupElement | null;
  /** The notes that have marks, in the order of their numbers. Reports GA228 for the others. */
  readonly finish: () => readonly NumberedNote[];
};

/** A note and its number. */
export type NumberedNote = { readonly note: TypedNote; readonly number: number };

/** Opens the register of a story. Reports GA229 for a note that is given twice. */
export function createNoteRegister(typed: readonly TypedNote[], context: Context): NoteRegister {
  const notes = new Map<string, TypedNote>();
  for (const note of typed) {
    const first = notes.get(note.name);
    if (first === undefined) notes.set(note.name, note);
    else {
      reportFault(context, 'GA229', {
        message: `the note [^${note.name}] is given twice`,
        span: note.at,
        related: [{ message: 'the first one', span: first.at }],
      });
    }
  }
  const marks = new Map<string, { readonly number: number; count: number }>();
  return {
    refer: (name, at) => {
      if (!notes.has(name)) {
        reportMissing(name, [...notes.keys()], at, context);
        return null;
      }
      const mark = marks.get(name) ?? { number: marks.size + 1, count: 0 };
      mark.count += 1;
      marks.set(name, mark);
      return noteMark(mark.number, mark.count, at);
    },
    finish: () => {
      for (const { name, at } of notes.values()) {
        if (marks.has(name)) continue;
        reportFault(context, 'GA228', {
          message: `no mark in the text leads to the note [^${name}]`,
          span: at,
        });
      }
      return [...marks].flatMap(([name, { number }]) => {
        const note = notes.get(name);
        return note === undefined ? [] : [{ note, number }];
      });
    },
  };
}

function reportMissing(name: string, known: readonly string[], at: Span | null, context: Context): void {
  const meant = suggest(name, known);
  reportFault(context, 'GA227', {
    message: `the mark [^${name}] has no note`,
    ...(meant === null ? {} : { hint: `Did you mean [^${meant}]?` }),
    span: at,
  });
}

const generated = (text: string): MarkupNode => ({ kind: 'text', text, source: null, at: null });

function noteMark(number: number, count: number, at: Span | null): MarkupElement {
  const link: MarkupElement = {
    kind: 'element',
    name: 'a',
    attributes: {
      href: `#note-${number}`,
      id: count === 1 ? `noteref-${number}` : `noteref-${number}-${count}`,
      role: 'doc-noteref',
      'epub:type': 'noteref',
    },
    children: [generated(String(number))],
    at,
  };
  return { kind: 'element', name: 'sup', attributes: { class: 'generated noteref' }, children: [link], at };
}

/** A note as it is set, from what its paragraphs say. */
export function noteElement(
  { note, number }: NumberedNote,
  paragraphs: readonly (readonly MarkupNode[])[],
): MarkupElement {
  const { at } = note;
  const back: MarkupElement = {
    kind: 'element',
    name: 'a',
    attributes: { href: `#noteref-${number}`, role: 'doc-backlink' },
    children: [generated(String(number))],
    at,
  };
  const label: MarkupElement = {
    kind: 'element',
    name: 'span',
    attributes: { class: 'generated note-label' },
    children: [back],
    at,
  };
  const [first = [], ...others] = paragraphs;
  const children = [[label, generated('\u2002'), ...first], ...others].map((words): MarkupElement => ({
    kind: 'element',
    name: 'p',
    attributes: {},
    children: words,
    at,
  }));
  return {
    kind: 'element',
    name: 'aside',
    attributes: {
      class: others.length === 0 ? 'footnote' : 'footnote long-note',
      id: `note-${number}`,
      role: 'doc-footnote',
      'epub:type': 'footnote',
    },
    children,
    at,
  };
}
