import type { Edition } from '../edition/edition.ts';
import { escapePattern } from './escape-pattern.ts';
import type { TextMark } from './markdown/set-inline.ts';
import type { TextEdit } from './typography/text-edit.ts';

/** What finds cross-references to other numbers of the paper: `RW #895`, `OR nº 895`. */
export type ReferenceFinder = {
  /** No-break spaces inside references, where typography is allowed. */
  readonly findEdits: (text: string) => readonly TextEdit[];
  /** An `a` where the archive knows the number and its address, else a `span`; both of class `issue-reference`. */
  readonly findMarks: (text: string) => readonly TextMark[];
};

/** Makes the finder for a paper; one without abbreviations has no references. */
export function createReferenceFinder(edition: Edition): ReferenceFinder {
  const names = [...edition.abbreviations].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (names.length === 0) return { findEdits: () => [], findMarks: () => [] };
  const space = '[ \\u00A0]';
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map(escapePattern).join('|')})(?<first>${space}+)` +
      `(?:#|(?:[Nn]o\\.|[Nn]\\.?º|[Nn]úm\\.)(?<second>${space}?))(?<number>\\p{N}[\\p{L}\\p{N}]*(?:[-./]\\p{N}+)?)`,
    'gu',
  );
  const addresses = new Map(edition.archive.map((entry) => [levelNumber(entry.number), entry.href]));
  return {
    findEdits: (text) => [...text.matchAll(pattern)].flatMap((match) => findSpaces(match[0], match.index)),
    findMarks: (text) =>
      [...text.matchAll(pattern)].map((match) => {
        const href = addresses.get(levelNumber(match.groups?.['number'] ?? '')) ?? null;
        const attributes = { class: 'issue-reference' };
        return {
          start: match.index,
          end: match.index + match[0].length,
          name: href === null ? 'span' : 'a',
          attributes: href === null ? attributes : { ...attributes, href },
        };
      }),
  };
}

function findSpaces(reference: string, at: number): readonly TextEdit[] {
  return [...reference.matchAll(/ /g)].map((match) => ({
    start: at + match.index,
    end: at + match.index + 1,
    replacement: '\u00A0',
  }));
}

/** `0895` and `895` are one number. */
function levelNumber(number: string): string {
  return number.trim().replace(/^0+(?=\d)/, '');
}
