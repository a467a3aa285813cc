import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { isDigit, isRegular, isSpace } from './character-class.ts';
import { SyntaxFault, type SyntaxKind } from './syntax-note.ts';

/** Told of what stands wrong, at an offset of the bytes. */
export type SayNote = (kind: SyntaxKind, offset: number, message: string) => void;

/** Objects in objects: a file that goes deeper is made to break its reader. */
const DEEPEST = 200;

const LONGEST_STRING = 32_767;
const LONGEST_NAME = 127;
const MOST_ITEMS = 8191;
const MOST_ENTRIES = 4095;
const LARGEST_INTEGER = 2_147_483_647;
const LARGEST_REAL = 3.403e38;
const SMALLEST_REAL = 1.175e-38;

/**
 * Reads objects (ISO 32000-1, 7.3) one after another. Stands at `at`, which may be set. Streams are dictionaries here:
 * what follows them is not read.
 */
export class ObjectReader {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #latin1: Buffer;
  readonly #context: PDFContext;
  readonly #say: SayNote;

  constructor(bytes: Uint8Array, context: PDFContext, say: SayNote) {
    this.#bytes = bytes;
    this.#latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#context = context;
    this.#say = say;
  }

  /** @throws SyntaxFault */
  readObject(): PDFObject {
    return this.#readAny(0);
  }

  #fail(message: string, offset = this.at): SyntaxFault {
    return new SyntaxFault(offset, message);
  }

  /** Steps over white space and comments. */
  skipSpace(): void {
    for (let code = this.#bytes[this.at]; code !== undefined; code = this.#bytes[this.at]) {
      if (code === 0x25)
        while (this.at < this.#bytes.length && this.#bytes[this.at] !== 10 && this.#bytes[this.at] !== 13)
          this.at += 1;
      else if (isSpace(code)) this.at += 1;
      else return;
    }
  }

  /** Steps over a word when it is the next, and says whether it was. */
  takeWord(word: string): boolean {
    const end = this.at + word.length;
    if (isRegular(this.#bytes[end]) || this.#latin1.toString('latin1', this.at, end) !== word) return false;
    this.at = end;
    return true;
  }

  /** Digits as a number; null without any, and `at` is where it was. */
  takeInteger(): number | null {
    const start = this.at;
    let value = 0;
    while (isDigit(this.#bytes[this.at])) {
      value = value * 10 + (this.#bytes[this.at] ?? 0) - 48;
      this.at += 1;
    }
    return this.at === start ? null : value;
  }

  #readAny(depth: number): PDFObject {
    if (depth > DEEPEST) throw this.#fail(`objects are nested deeper than ${DEEPEST}`);
    this.skipSpace();
    switch (this.#bytes[this.at]) {
      case undefined:
        throw this.#fail('the data end where an object is awaited');
      case 0x28:
        return this.#readLiteral();
      case 0x2f:
        return this.#readName();
      case 0x3c:
        return this.#bytes[this.at + 1] === 0x3c ? this.#readDict(depth) : this.#readHex();
      case 0x5b:
        return this.#readArray(depth);
      default:
        return this.#readWord();
    }
  }

  #readWord(): PDFObject {
    const start = this.at;
    while (isRegular(this.#bytes[this.at])) this.at += 1;
    const word = this.#latin1.toString('latin1', start, Math.min(this.at, start + 200));
    if (/^[+-]?\d+$/.test(word)) return this.#readReference(start, word) ?? this.#numberOf(start, word);
    if (/^[+-]?(?:\d+\.\d*|\.\d+)$/.test(word)) return this.#numberOf(start, word);
    if (word === 'true') return PDFBool.True;
    if (word === 'false') return PDFBool.False;
    if (word === 'null') return PDFNull;
    throw this.#fail(word === '' ? 'no object begins here' : `"${word.slice(0, 20)}" is no object`, start);
  }

  #numberOf(start: number, word: string): PDFNumber {
    const value = Number(word);
    const size = Math.abs(value);
    if (!word.includes('.')) {
      if (size > LARGEST_INTEGER) this.#say('integer-range', start, `the integer ${word} is out of range`);
    } else if (size > LARGEST_REAL)
      this.#say('real-range', start, `the number ${word.slice(0, 40)} is out of range`);
    else if (size !== 0 && size < SMALLEST_REAL)
      this.#say('real-small', start, 'a number is closer to zero than 1.175e-38');
    return PDFNumber.of(value);
  }

  /** `12 0 R`, when the word is its first part. */
  #readReference(start: number, word: string): PDFRef | null {
    if (!isDigit(this.#bytes[start]) || word.length > 10) return null;
    const end = this.at;
    this.skipSpace();
    const generation = this.takeInteger();
    if (generation !== null && generation <= 65_535) {
      this.skipSpace();
      if (this.#bytes[this.at] === 0x52 && !isRegular(this.#bytes[this.at + 1])) {
        this.at += 1;
        return PDFRef.of(Number(word), generation);
      }
    }
    this.at = end;
    return null;
  }

  #readName(): PDFName {
    const start = this.at;
    this.at += 1;
    while (isRegular(this.#bytes[this.at])) this.at += 1;
    const name = this.#latin1.toString('latin1', start + 1, this.at);
    const written = name.includes('#') ? name.replace(/#[0-9A-Fa-f]{2}/g, '_') : name;
    if (written.length > LONGEST_NAME) this.#say('name-length', start, `a name has ${written.length} bytes`);
    return PDFName.of(name);
  }

  #readLiteral(): PDFString {
    const start = this.at;
    let depth = 0;
    let escapes = 0;
    for (; this.at < this.#bytes.length; this.at += 1) {
      const code = this.#bytes[this.at];
      if (code === 0x5c) {
        this.at += 1;
        escapes += 1;
      } else if (code === 0x28) depth += 1;
      else if (code === 0x29) depth -= 1;
      if (depth === 0) break;
    }
    if (depth > 0) throw this.#fail('a string has no end', start);
    this.at += 1;
    const string = PDFString.of(this.#latin1.toString('latin1', start + 1, this.at - 1));
    const length = this.at - start - 2;
    // Only what may be too long is decoded: an escape takes four bytes at most.
    if (length > LONGEST_STRING && (escapes === 0 || string.asBytes().length > LONGEST_STRING))
      this.#say('string-length', start, `a string has more than ${LONGEST_STRING} bytes`);
    return string;
  }

  #readHex(): PDFHexString {
    const start = this.at;
    const end = this.#bytes.indexOf(0x3e, start);
    if (end < 0) throw this.#fail('a hexadecimal string has no end', start);
    this.at = end + 1;
    let digits = this.#latin1.toString('latin1', start + 1, end);
    if (!/^[0-9A-Fa-f]*$/.test(digits)) {
      digits = digits.replace(/[\0\t\n\f\r ]/g, '');
      if (!/^[0-9A-Fa-f]*$/.test(digits)) {
        this.#say('hex-digits', start, 'a hexadecimal string holds what is no digit');
        digits = digits.replace(/[^0-9A-Fa-f]/g, '');
      }
    }
    if (digits.length % 2 === 1) {
      this.#say('hex-odd', start, `a hexadecimal string has ${digits.length} digits`);
      digits += '0';
    }
    if (digits.length / 2 > LONGEST_STRING)
      this.#say('string-length', start, `a string has more than ${LONGEST_STRING} bytes`);
    return PDFHexString.of(digits);
  }

  #readArray(depth: number): PDFArray {
    const start = this.at;
    const array = PDFArray.withContext(this.#context);
    this.at += 1;
    for (this.skipSpace(); this.#bytes[this.at] !== 0x5d; this.skipSpace()) {
      if (this.at >= this.#bytes.length) throw this.#fail('an array has no end', start);
      array.push(this.#readAny(depth + 1));
    }
    this.at += 1;
    if (array.size() > MOST_ITEMS) this.#say('array-length', start, `an array has ${array.size()} items`);
    return array;
  }

  #readDict(depth: number): PDFDict {
    const start = this.at;
    const entries = new Map<PDFName, PDFObject>();
    this.at += 2;
    for (this.skipSpace(); this.#bytes[this.at] !== 0x3e; this.skipSpace()) {
      if (this.at >= this.#bytes.length) throw this.#fail('a dictionary has no end', start);
      if (this.#bytes[this.at] !== 0x2f) throw this.#fail('a key of a dictionary is no name');
      const key = this.#readName();
      entries.set(key, this.#readAny(depth + 1));
    }
    if (this.#bytes[this.at + 1] !== 0x3e) throw this.#fail('a dictionary has no end', start);
    this.at += 2;
    if (entries.size > MOST_ENTRIES)
      this.#say('dictionary-length', start, `a dictionary has ${entries.size} entries`);
    return PDFDict.fromMapWithContext(entries, this.#context);
  }
}
