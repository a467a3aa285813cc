/** A paper that somebody might send in to do harm, or by accident. */
export type HostileCase = {
  readonly name: string;
  /** Files by their path in the paper's folder, over those of {@link PAPER}; null takes one away. */
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  /** Links by their path, with what they lead to. */
  readonly links?: Readonly<Record<string, string>>;
  /** Every code that is reported, sorted; a paper without an error is built, and its files are looked through. */
  readonly codes: readonly string[];
  /** How many faults there are, where each of several lines has one. */
  readonly count?: number;
  /** What the report names: the file at fault, with the place where there is one. */
  readonly names: string;
};

/** The paper that all begin with: number 7, with one story. */
export const PAPER: Readonly<Record<string, string>> = {
  '7/issue.yaml': 'name: Quay\nnumber: 7\ndate: 2026-03-14\n',
  '7/articles/ferry.md': '---\nheadline: The ferry\n---\nThe ferry starts on Monday.\n',
};

/** A text of bytes: each character is one. */
export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Numbers under a bound that look drawn by lot and are the same each time (xorshift32, Marsaglia 2003). */
export function createSequence(seed: number): (bound: number) => number {
  let state = seed | 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
