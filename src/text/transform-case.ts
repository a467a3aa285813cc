import type { ComputedStyle } from '../style/computed-style.ts';

/** How letters are changed before they are shaped. */
export type CaseChange = ComputedStyle['textTransform'];

/** Text as shaped, and for each of its UTF-16 units the offset of the author's unit it stands for. */
export type TransformedText = { readonly text: string; readonly origins: Uint32Array };

/**
 * Characters that steer breaking, joining and direction and have no look: they are not shaped. U+00AD soft hyphen,
 * U+061C and U+200E–F direction marks, U+200B zero-width space, U+2028 forced break, U+202A–E and U+2066–9 embeddings,
 * U+2060 word joiner, U+FEFF. The joiners U+200C–D stay: they change letters.
 */
export const INVISIBLE: RegExp =
  /[\u00ad\u061c\u200b\u200e\u200f\u2028\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/**
 * Changes case and takes out what has no look.
 *
 * @returns null when nothing changes: the usual case, told cheaply
 */
export function transformCase(text: string, change: CaseChange, language: string): TransformedText | null {
  if (change === 'none' && !INVISIBLE.test(text)) return null;
  let result = '';
  const origins: number[] = [];
  let offset = 0;
  let isWordStart = true;
  for (const character of text) {
    if (!INVISIBLE.test(character)) {
      const shown = changeCharacter(
        character,
        change === 'capitalize' && !isWordStart ? 'none' : change,
        language,
      );
      for (let i = 0; i < shown.length; i++) origins.push(offset);
      result += shown;
      isWordStart = !/[\p{L}\p{M}\p{N}'’]/u.test(character);
    }
    offset += character.length;
  }
  return { text: result, origins: Uint32Array.from(origins) };
}

/** Turkic languages keep the dot of i; Greek capitals drop their accents (CSS Text 3 §2.1.2). */
function changeCharacter(character: string, change: CaseChange, language: string): string {
  if (change === 'none') return character;
  const isTurkic = /^(tr|az)\b/.test(language);
  if (change === 'lowercase') {
    if (isTurkic && character === 'I') return 'ı';
    return character === 'İ' ? 'i' : character.toLowerCase();
  }
  if (isTurkic && character === 'i') return 'İ';
  if (/^el\b/.test(language) && change === 'uppercase') return withoutTonos(character).toUpperCase();
  return character.toUpperCase();
}

function withoutTonos(character: string): string {
  return character
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC');
}
