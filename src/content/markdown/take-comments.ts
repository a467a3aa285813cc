/** A comment of the author; it holds nothing that is printed. */
export type Comment = {
  /** First line, and the line behind the last; counted from the body's first. */
  readonly lines: readonly [number, number];
  /** What opens it is closed nowhere, and words stand on the line below: they are printed. */
  readonly isOpen: boolean;
};

/** Markdown without comments. Its lines are those of the body without the ones that comments take. */
export type Uncommented = { readonly markdown: string; readonly comments: readonly Comment[] };

/** Quotations and items that a line stands in. */
const AROUND = String.raw`(?:[ \t]|>|[-*+•‣◦▪●][ \t]|\d{1,2}[.)][ \t])*`;

/**
 * `[//]: # (ask Ana)`, as Markdown without HTML has comments: an address that leads nowhere, and words behind it. Other
 * words in the brackets may be part of the story.
 */
const COMMENT_LINE = new RegExp(
  `^(${AROUND})\\[(?:(?://[^\\]]*|[#_]?|comments?|commentaire|coment[aá]rio|commento|kommentar)\\]:[ \\t]*(?:#|<>)(?=[ \\t]|$)|//\\]:)[ \\t]*`,
  'iu',
);

/** A line that begins a block of its own, and so is none of a comment's. */
const BLOCK = /^[ \t>]*(?:#{1,6}[ \t]|:{3,}|[-*+•‣◦▪●][ \t]|\d{1,2}[.)][ \t]|\||!\[|\*{3}|$)/u;

/**
 * Takes comments out as if their lines were not there. One goes over several lines only where what opens it on the first is
 * closed at the end of another of the same paragraph; all else is printed.
 */
export function takeComments(markdown: string): Uncommented {
  const lines = markdown.split('\n');
  const kept: string[] = [];
  const comments: Comment[] = [];
  let line = 0;
  while (line < lines.length) {
    const found = COMMENT_LINE.exec(lines[line] ?? '');
    if (found === null) {
      kept.push(lines[line] ?? '');
      line += 1;
      continue;
    }
    const words = (lines[line] ?? '').slice(found[0].length);
    const behind = lineBehind(lines, line, words);
    const next = lines[line + 1] ?? '';
    const isOpen = behind === null && next.trim() !== '' && !COMMENT_LINE.test(next);
    comments.push({ lines: [line, behind ?? line + 1], isOpen });
    line = behind ?? line + 1;
    moveMarker(lines, line, found[1] ?? '');
  }
  return { markdown: comments.length === 0 ? markdown : kept.join('\n'), comments };
}

/** The line behind a comment; null where what opens it is not closed. */
function lineBehind(lines: readonly string[], start: number, words: string): number | null {
  const opening = words.charAt(0);
  // An apostrophe closes too much.
  if (opening !== '(' && opening !== '"') return start + 1;
  const closing = opening === '(' ? ')' : '"';
  let depth = openAfter(words.slice(1), opening, 1);
  if (depth <= 0) return start + 1;
  // `(ask Ana :-()` is closed where it seems, if nothing else closes it.
  const otherwise = words.slice(1).trimEnd().endsWith(closing) ? start + 1 : null;
  for (let line = start + 1; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    if (BLOCK.test(text) || COMMENT_LINE.test(text)) return otherwise;
    const end = text.trimEnd();
    depth = openAfter(end.slice(0, -1), opening, depth);
    if (depth <= 0) return otherwise;
    depth = openAfter(end.slice(-1), opening, depth);
    if (depth === 0) return line + 1;
  }
  return otherwise;
}

/** How many brackets, or marks, are open behind a text; 0 as soon as all are closed. */
function openAfter(text: string, opening: string, before: number): number {
  let depth = before;
  for (const sign of text) {
    if (depth === 0) break;
    if (sign === ')' && opening === '(') depth -= 1;
    else if (sign === '(' && opening === '(') depth += 1;
    else if (sign === '"' && opening === '"') depth -= 1;
  }
  return depth;
}

/** An item that goes on behind a comment begins there; one that is a comment alone is none. */
function moveMarker(lines: string[], from: number, around: string): void {
  const inner = around.replace(/[^ \t>]/gu, ' ');
  if (inner === around) return;
  let line = from;
  while (line < lines.length && (lines[line] ?? '').trim() === '') line += 1;
  const text = lines[line];
  if (text?.startsWith(inner)) lines[line] = around + text.slice(inner.length);
}
