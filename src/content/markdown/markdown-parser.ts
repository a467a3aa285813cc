import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Parser, StateInline, Token } from 'markdown-it';
import { parseAttributes } from './attribute-block.ts';
import { addDefinitions } from './definition-rules.ts';
import { addDirectives } from './directive-rule.ts';
import { readInnerAsterisk } from './inner-asterisk.ts';
import { addQuotedCutlines } from './quoted-cutline.ts';
import { addRaisedText } from './raised-text.ts';
import { readTable } from './table-rule.ts';
import { readTypedBullets } from './typed-bullets.ts';

/** Blocks nested deeper than this are refused; markdown-it itself stops reading at the same depth. */
export const MAX_NESTING = 100;

/** What galley adds to an inline token: see {@link markOf} and {@link attributesOf}. */
const MARK = 'mark';
const ATTRIBUTES = 'attributes';

/**
 * CommonMark as a newspaper can use it. Off: raw HTML, code in all forms (a backtick is a quotation mark),
 * link references (`[Note]: …` is text), underlined headings, strike-through, its own typographer.
 * A list item has a number of one or two digits, so a paragraph that begins `1984.` stays a paragraph.
 * Tables are read by a rule of our own that drops no cell. An asterisk alone inside a word is no emphasis.
 * Added: `H~2~O` and `m^2^`, `[text]{lang=fr}` for a span and `![alt](file "cutline"){credit="…"}` for a picture's attributes, fenced
 * directives, footnotes and abbreviations.
 */
const PARSER: Parser = createParser();

/** Block tokens of a whole body; inline tokens stand under them as `children`. */
export function parseBlocks(markdown: string): readonly Token[] {
  return PARSER.parse(readTypedBullets(markdown), {});
}

/** The inline tokens of one line of text, as a field of the front matter holds it. */
export function parseInline(markdown: string): readonly Token[] {
  return PARSER.parseInline(markdown, {})[0]?.children ?? [];
}

/** Position in the inline content where the parser stood when it made the token: at its end for text. */
export function markOf(token: Token): number | null {
  const mark = token.meta?.[MARK];
  return typeof mark === 'number' ? mark : null;
}

/** The braces after a span or a picture, unread: `credit="…"`; null when there were none. */
export function attributesOf(token: Token): string | null {
  const source = token.meta?.[ATTRIBUTES];
  return typeof source === 'string' ? source : null;
}

/** An address with everything percent-encoded that a URI may not hold. */
export const encodeAddress: (address: string) => string = (() => {
  const plain = new MarkdownIt();
  return (address: string): string => plain.normalizeLink(address);
})();

function createParser(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING });
  parser.disable(['code', 'fence', 'html_block', 'lheading', 'reference']);
  parser.disable(['backticks', 'html_inline', 'linkify', 'strikethrough']);
  parser.disable(['replacements', 'smartquotes', 'text_join']);
  // Schemes and files are checked with a message of our own; markdown-it would only leave the text as typed.
  parser.validateLink = () => true;
  parser.normalizeLink = (address) => address;
  parser.block.ruler.at('table', readTable, { alt: ['paragraph'] });
  limitListNumbers(parser);
  addDirectives(parser);
  addDefinitions(parser);
  addRaisedText(parser);
  addQuotedCutlines(parser);
  markPositions(parser);
  parser.inline.ruler.before('link', 'span', readSpan);
  parser.inline.ruler.before('emphasis', 'inner-asterisk', readInnerAsterisk);
  parser.inline.ruler.before('text', 'picture-attributes', readPictureAttributes);
  return parser;
}

const LONG_NUMBER = /^\d{3,}[.)]/;

function limitListNumbers(parser: Parser): void {
  const alone = new MarkdownIt();
  alone.block.ruler.enableOnly('list');
  const readList = alone.block.ruler.getRules('')[0];
  if (readList === undefined) throw new Error('markdown-it has no list rule');
  const startsWithLongNumber = (src: string, from: number, to: number): boolean =>
    LONG_NUMBER.test(src.slice(from, to));
  // Ends a running list before a long number; never takes a line itself.
  parser.block.ruler.before(
    'list',
    'long-number',
    (state, line, _end, silent) =>
      silent &&
      startsWithLongNumber(
        state.src,
        (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0),
        state.eMarks[line] ?? 0,
      ),
    { alt: ['list'] },
  );
  parser.block.ruler.at(
    'list',
    (state, line, end, silent) => {
      const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      return (
        !startsWithLongNumber(state.src, from, state.eMarks[line] ?? 0) && readList(state, line, end, silent)
      );
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

/** markdown-it gives lines only; the position at each push lets a token be found again in its source. */
function markPositions(parser: Parser): void {
  const Base = parser.inline.State;
  parser.inline.State = class extends Base {
    override pushPending(): Token {
      return this.marked(super.pushPending());
    }
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      return this.marked(super.push(type, tag, nesting));
    }
    private marked(token: Token): Token {
      token.meta = { ...token.meta, [MARK]: this.pos };
      return token;
    }
  };
}

/** `[text]{lang=fr}`. */
function readSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const labelStart = state.pos + 1;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos, false);
  if (labelEnd < 0 || state.src[labelEnd + 1] !== '{') return false;
  const block = parseAttributes(state.src, labelEnd + 1);
  if (block === null || block.end > state.posMax) return false;
  if (!silent) {
    const max = state.posMax;
    state.pos = labelStart;
    state.posMax = labelEnd;
    const token = state.push('span_open', 'span', 1);
    token.meta = { ...token.meta, [ATTRIBUTES]: state.src.slice(labelEnd + 1, block.end) };
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
    state.posMax = max;
  }
  state.pos = block.end;
  return true;
}

/** `{credit="…"}` straight after a picture. */
function readPictureAttributes(state: StateInline, silent: boolean): boolean {
  const last = state.tokens[state.tokens.length - 1];
  if (silent || state.src[state.pos] !== '{' || state.pending !== '' || last?.type !== 'image') return false;
  const block = parseAttributes(state.src, state.pos);
  if (block === null) return false;
  last.meta = { ...last.meta, [ATTRIBUTES]: state.src.slice(state.pos, block.end) };
  state.pos = block.end;
  return true;
}
