import type { MarkdownIt as Parser, StateInline } from 'markdown-it';

/** Longer ones are no cutlines; each search ends there. */
const MOST_CHARACTERS = 2000;

const OPENING = /[ \t\n]+"/y;

/** What a cutline is searched for: signs behind a bar stand for themselves. */
const SIGNS = /\\[^]|!\[|[()]|"(?=[ \t]*\)(?:[ \t]*(?:$|\n|\{|!\[)))/g;

/** Teaches a parser `![Anna.](anna.jpg "Anna: "I sail."")`, which CommonMark leaves as text. */
export function addQuotedCutlines(parser: Parser): void {
  parser.inline.ruler.after('image', 'quoted-cutline', readPicture);
}

function readPicture(state: StateInline, silent: boolean): boolean {
  const { src, pos, md } = state;
  if (silent || !src.startsWith('![', pos)) return false;
  const altEnd = md.helpers.parseLinkLabel(state, pos + 1, false);
  if (altEnd < 0 || src[altEnd + 1] !== '(') return false;
  const address = md.helpers.parseLinkDestination(src, altEnd + 2, state.posMax);
  if (!address.ok || address.str === '') return false;
  const cutline = findCutline(src, address.pos);
  if (cutline === null) return false;
  const alt = src.slice(pos + 2, altEnd);
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', address.str],
    ['alt', ''],
    ['title', md.utils.unescapeAll(cutline.text)],
  ];
  token.children = [];
  md.inline.parse(alt, md, state.env, token.children);
  token.content = alt;
  state.pos = cutline.behind;
  return true;
}

/**
 * A cutline with quotation marks of its own: its last mark is the one before the bracket behind which the picture ends,
 * and with it the line, or braces or another picture follow. Null where a bracket closes before, or another picture begins:
 * then a mark was left out, and what follows is no part of the cutline.
 */
function findCutline(src: string, from: number): { readonly text: string; readonly behind: number } | null {
  OPENING.lastIndex = from;
  if (!OPENING.test(src)) return null;
  const start = OPENING.lastIndex;
  let depth = 0;
  for (const { 0: sign, index } of src.slice(start, start + MOST_CHARACTERS).matchAll(SIGNS)) {
    if (sign === '![') return null;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return null;
    if (sign === '"' && depth === 0 && index > 0)
      return { text: src.slice(start, start + index), behind: src.indexOf(')', start + index) + 1 };
  }
  return null;
}
