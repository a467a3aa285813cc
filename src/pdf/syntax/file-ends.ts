import { isDigit, isEndOfLine, isSpace } from './character-class.ts';
import { SyntaxFault, type SyntaxNote } from './syntax-note.ts';

/** Bytes in which the header is looked for. */
const HEADER_WITHIN = 1024;

/** Reads the version of the header, `1.7`; null where there is none. Notes what is wrong with it. */
export function readVersion(bytes: Uint8Array, notes: SyntaxNote[]): string | null {
  const start = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).toString('latin1');
  const found = /%PDF-(\d+\.\d+)?/.exec(start);
  if (found === null) return null;
  const after = found.index + found[0].length;
  if (found.index > 0 || !/^%PDF-(?:1\.[0-7]|2\.\d)[\r\n]/.test(start))
    notes.push({
      kind: 'header',
      offset: found.index,
      object: null,
      message: 'the file does not begin with %PDF-, a version and an end of line',
    });
  const comment = after + (start.startsWith('\r\n', after) ? 2 : 1);
  const isMarked =
    bytes[comment] === 0x25 && [1, 2, 3, 4].every((step) => (bytes[comment + step] ?? 0) > 127);
  if (!isMarked)
    notes.push({
      kind: 'header-comment',
      offset: comment,
      object: null,
      message: 'no comment of four bytes above 127 follows the header',
    });
  return found[1] ?? '?';
}

/**
 * Gives what startxref says. Notes data behind the last end-of-file mark.
 *
 * @throws SyntaxFault without startxref.
 */
export function checkEnds(bytes: Uint8Array, notes: SyntaxNote[]): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf('%%EOF');
  const note = (offset: number, message: string): void =>
    void notes.push({ kind: 'after-end', offset, object: null, message });
  if (end < 0) note(bytes.length, 'the file has no %%EOF');
  else {
    const rest = view.toString('latin1', end + 5, Math.min(bytes.length, end + 9));
    if (!['', '\n', '\r', '\r\n'].includes(rest)) note(end + 5, 'data follow the last %%EOF');
  }
  const word = view.lastIndexOf('startxref');
  if (word < 0) throw new SyntaxFault(bytes.length, 'the file has no startxref: its end is missing');
  let at = word + 'startxref'.length;
  while (isSpace(bytes[at]) || isEndOfLine(bytes[at])) at += 1;
  if (!isDigit(bytes[at])) throw new SyntaxFault(at, 'startxref is followed by no number');
  return Number(/^\d{1,12}/.exec(view.toString('latin1', at, at + 12))?.[0]);
}
