/** What a reader of a typewritten article sees in it, found without any code of galley's. */
export type TypedArticle = {
  readonly kicker: string;
  readonly headline: string;
  readonly issueLine: string;
  /** The paper's name: the issue line up to the number. */
  readonly name: string;
  readonly subheads: readonly string[];
  /** Every word of body and subheads, in order. */
  readonly words: readonly string[];
  readonly availability: string;
  /** `Write: …`, `Phone: …`, in the order of the file. */
  readonly contact: readonly string[];
  readonly note: string;
};

/** Blocks are parted by blank lines: kicker, headline, issue line, body with subheads, and the closing lines. */
export function readTypedArticle(text: string): TypedArticle {
  const blocks = text
    .replace(/\r\n/g, '\n')
    .trim()
    .split(/\n[ \t]*\n\s*/u);
  const [kicker = '', headline = '', issueLine = '', ...rest] = blocks;
  const [availability = '', ...closing] = (rest.at(-1) ?? '').split('\n');
  const body = rest.slice(0, -1);
  return {
    kicker,
    headline,
    issueLine,
    name: issueLine.split(' #')[0] ?? '',
    // A paragraph of eight words or fewer that does not end a sentence is a line over others.
    subheads: body.filter((block) => wordsOf(block).length <= 8 && !/[.!?)]$/u.test(block)),
    words: body.flatMap(wordsOf),
    availability,
    // Two rows may share a line: `Phone: … Fax: …`.
    contact: closing.slice(0, -1).flatMap((line) => line.split(/ (?=\p{Lu}\p{Ll}+: )/u)),
    note: closing.at(-1) ?? '',
  };
}

/** Runs of letters, marks and digits with inner apostrophes; typewriter's and printer's apostrophe are the same. */
export function wordsOf(text: string): readonly string[] {
  const levelled = text.replaceAll('\u00AD', '').replaceAll('’', "'").normalize('NFC');
  return levelled.match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}
