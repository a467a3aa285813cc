/** What YAML would do to a text behind the author's back; each has its code in the catalogue. */
export type TrapKind = 'hash' | 'colon' | 'sign' | 'quote' | 'comma' | 'space' | 'indent';

/**
 * A value that YAML would cut, empty, or refuse. Offsets are UTF-16 offsets in the scanned text.
 * `value` is what the author meant: the whole text as typed, continuation lines joined by a space.
 */
export type Trap = {
  readonly kind: TrapKind;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The offset that gives the trouble: the `#`, the colon, the sign. */
  readonly at: number;
};

/** A `#` straight before a letter or digit, after white space or at the very start. */
const HASH = /(?:^|[ \t])#(?=[\p{L}\p{N}])/u;

/** A comment as people mean one: `#` after white space, with something else than a letter or digit behind. */
const COMMENT = /(?:^|[ \t])#(?![\p{L}\p{N}]).*$/u;

/** Characters with which YAML lets no plain text begin, or reads it as something else. */
const RESERVED = /^(?:[@`%*&!|>[\]{},]|[-?:](?=\s|$))/;

/** The text without a trailing comment and white space. */
export function withoutComment(text: string): string {
  return text.replace(COMMENT, '').trimEnd();
}

/** Index of the `#` that would swallow words, or -1. */
export function indexOfHash(text: string): number {
  const found = HASH.exec(text);
  return found === null ? -1 : found.index + found[0].length - 1;
}

/** Index of a colon that YAML takes for the end of a key, or -1. */
export function indexOfColon(text: string): number {
  return text.search(/:(?=[ \t]|$)/);
}

/** Whether YAML reads something else than text from this first sign. */
export function beginsReserved(text: string): boolean {
  return RESERVED.test(text);
}

/** Length of a quoted scalar at the start of `text` with its quotes, or -1 when it does not close. */
export function quotedLength(text: string): number {
  const quote = text.charAt(0);
  for (let index = 1; index < text.length; index++) {
    const unit = text.charAt(index);
    if (quote === '"' && unit === '\\') index++;
    else if (unit === quote) {
      if (quote !== "'" || text.charAt(index + 1) !== "'") return index + 1;
      index++;
    }
  }
  return -1;
}

/** A map that was begun in braces, rather than a text that begins with one. */
export const isOpenMap = ({ kind, value }: Trap): boolean =>
  kind === 'sign' && /^\{\s*[\w-]+\s*:(?:\s|$)/.test(value) && !value.includes('}');
