import type { MarkdownIt as Parser, StateInline } from 'markdown-it';

/** Longer ones are no cutlines; each search ends there. */
const MOST_CHARACTERS = 2000;

/**
 * A cutline with quotation marks of its own: its last mark is the one before a bracket behind which the picture ends,
 * and with it the line, or braces or another picture follow.
 */
const CUTLINE = new RegExp(
  `[ \\t\\n]+"([^]{1,${MOST_CHARACTERS}}?)"[ \\t]*\\)(?=[ \\t]*(?:$|\\n|\\{|!\\[))`,
  'y',
);

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
  CUTLINE.lastIndex = address.pos;
  const cutline = CUTLINE.exec(src);
  if (cutline === null) return false;
  const alt = src.slice(pos + 2, altEnd);
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', address.str],
    ['alt', ''],
    ['title', md.utils.unescapeAll(cutline[1] ?? '')],
  ];
  token.children = [];
  md.inline.parse(alt, md, state.env, token.children);
  token.content = alt;
  state.pos = CUTLINE.lastIndex;
  return true;
}
