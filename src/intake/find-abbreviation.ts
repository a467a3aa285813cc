import type { FoundText } from './article-tail.ts';

/** Cross-references of a text by abbreviation. */
export type AbbreviationFinding = {
  /** The paper's own: letters that refer and are the initials of its name. */
  readonly abbreviation: string | null;
  /** Others that refer by number, each where it first stands. */
  readonly others: readonly FoundText[];
};

const REFERENCE = /(?<![\p{L}\p{N}])(\p{Lu}{2,6})\s+(?:#|No\.\s*|Nº\s*|núm\.\s*)\p{N}/gu;
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'the',
  'of',
  'and',
  'for',
  'a',
  'el',
  'la',
  'los',
  'las',
  'de',
  'del',
  'y',
]);

/** Finds references such as `RW #895`, and whether their letters are the initials of the paper's name. */
export function findAbbreviation(parts: readonly FoundText[], name: string | null): AbbreviationFinding {
  const known = initials(name ?? '');
  const found = new Map<string, FoundText>();
  for (const { text, line } of parts) {
    for (const match of text.matchAll(REFERENCE)) {
      const letters = match[1] ?? '';
      if (!found.has(letters)) found.set(letters, { text: letters, line });
    }
  }
  const own = [...found.keys()].filter((letters) => known.includes(letters));
  return {
    abbreviation: own[0] ?? null,
    others: [...found.values()].filter(({ text }) => !own.includes(text)),
  };
}

/** Initials of all words of a name, and of those that are not small words. */
function initials(name: string): readonly string[] {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = (list: readonly string[]): string =>
    list.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
  return [letters(words), letters(words.filter((word) => !SMALL_WORDS.has(word.toLowerCase())))];
}
