import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { FrontMatterResult } from '../manifest/front-matter.ts';
import { readFrontMatter } from '../manifest/front-matter.ts';

/** An article's file in its two parts. */
export type SplitArticle = {
  /** Null when there is none, or when it could not be read (which is reported). */
  readonly frontMatter: FrontMatterResult | null;
  /** Where the body begins: behind the closing `---` line. */
  readonly bodyStart: number;
};

const OPENING = /^\uFEFF?---[ \t]*\n/;
const CLOSING = /^---[ \t]*$/m;

/** A line that was meant to open front matter, with a field under it. */
const MISTYPED = /^\uFEFF?(--|-{4,}|[–—]+|\+{3}|- - -)[ \t]*\n[A-Za-z]+:[ \t\n]/;

/** Splits front matter from body and reads it. Reports GA201 for front matter that never closes, and for a line
 * that was meant to open it. */
export function splitFrontMatter(text: string, file: string, context: Context): SplitArticle {
  const opening = OPENING.exec(text);
  if (opening === null) {
    const isMeant = reportOtherLine(text, file, context);
    return { frontMatter: null, bodyStart: isMeant ? text.length : 0 };
  }
  const offset = opening[0].length;
  const closing = CLOSING.exec(text.slice(offset));
  if (closing === null) {
    reportFault(context, 'GA201', {
      message: 'the front matter begins with --- and has no --- line to end it',
      span: { file, start: 0, end: 3 },
    });
    return { frontMatter: null, bodyStart: text.length };
  }
  const end = offset + closing.index;
  const lineEnd = text.indexOf('\n', end);
  return {
    frontMatter: readFrontMatter(text.slice(offset, end), { file, offset }, context),
    bodyStart: lineEnd < 0 ? text.length : lineEnd + 1,
  };
}

function reportOtherLine(text: string, file: string, context: Context): boolean {
  const line = MISTYPED.exec(text)?.[1];
  if (line === undefined) return false;
  reportFault(context, 'GA201', {
    message: `the front matter begins with ${line} and not with ---`,
    hint: 'Write three hyphens on the line above the fields, and on the line below them.',
    span: { file, start: 0, end: text.indexOf('\n') },
  });
  return true;
}
