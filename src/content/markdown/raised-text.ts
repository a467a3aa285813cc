import type { MarkdownIt as Parser, StateInline } from 'markdown-it';

/** Signs that stand round what is lowered or raised behind a letter, figure or bracket, and the elements they make. */
const ELEMENTS: Readonly<Record<string, string>> = { '~': 'sub', '^': 'sup' };

/** Most letters between two signs: more is no index and no exponent. */
const LONGEST = 20;

/** Teaches a parser `H~2~O` and `m^2^`. */
export function addRaisedText(parser: Parser): void {
  parser.inline.ruler.before('emphasis', 'raised', readRaised);
}

function readRaised(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const sign = src[pos] ?? '';
  const tag = ELEMENTS[sign];
  if (tag === undefined || !/[\p{L}\p{N})\]*_]$/u.test(src.slice(Math.max(0, pos - 2), pos))) return false;
  const end = src.indexOf(sign, pos + 1);
  const inner = src.slice(pos + 1, end);
  if (end < 0 || end >= state.posMax || inner === '' || inner.length > LONGEST || /\s/.test(inner))
    return false;
  if (!silent) {
    const max = state.posMax;
    state.pos = pos + 1;
    state.posMax = end;
    state.push(`${tag}_open`, tag, 1).markup = sign;
    state.md.inline.tokenize(state);
    state.push(`${tag}_close`, tag, -1).markup = sign;
    state.posMax = max;
  }
  state.pos = end + 1;
  return true;
}
