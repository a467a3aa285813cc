import type { StateInline } from 'markdown-it';

const BETWEEN_LETTERS = /(?<=\p{L})\*(?=\p{L})/u;

/** Units of a word, and of the words before it, that are looked at: more are no text, and work grows with them. */
const LONGEST_WORD = 60;
const FARTHEST = 600;

/**
 * An inline rule: an asterisk between two letters is a letter of its word where it can be no emphasis that begins and ends
 * there, as in Leser*innen und Bürger*innen.
 */
export function readInnerAsterisk(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '*' || !isLetter(src, pos)) return false;
  if (!silent) state.pending += '*';
  state.pos += 1;
  return true;
}

function isLetter(src: string, pos: number): boolean {
  if (!/\p{L}$/u.test(src.slice(Math.max(0, pos - 2), pos)) || !/^\p{L}/u.test(src.slice(pos + 1, pos + 3)))
    return false;
  const head =
    src
      .slice(Math.max(0, pos - LONGEST_WORD), pos)
      .split(/\s/)
      .at(-1) ?? '';
  const [tail = ''] = src.slice(pos + 1, pos + LONGEST_WORD).split(/\s/, 1);
  const [before, after] = [countSigns(head), countSigns(tail)];
  if (before + after === 0) return true;
  // *Leser*innen* is one word in italics; in *alle Leser*innen* the last sign closes what stands open before the word.
  if (before === 1 && after === 1) return !/\p{L}\*/u.test(head) && !/\*\p{L}/u.test(tail);
  return before === 0 && after === 1 && isOpenAt(src.slice(Math.max(0, pos - FARTHEST), pos - head.length));
}

/** Whether emphasis is open at the end of a text, by the words that begin or end one of several words. */
function isOpenAt(text: string): boolean {
  const signs = text.split(/\s+/).map((word) => word.replace(/\*+/g, '*'));
  return signs.filter((word) => countSigns(word) === 1 && !BETWEEN_LETTERS.test(word)).length % 2 === 1;
}

const countSigns = (text: string): number => text.split('*').length - 1;
