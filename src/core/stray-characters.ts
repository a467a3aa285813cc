/** A character that may not stand where it does: its UTF-16 place in the text, itself, and its name (`U+0301`). */
export type StrayCharacter = { readonly offset: number; readonly character: string; readonly name: string };

/**
 * A combining mark at the beginning, or behind what a line may end with: its line would begin with a mark that stands on
 * nothing. Joiners and soft hyphens between a letter and its mark are passed over; a no-break space may carry a mark (Unicode 17 §2.11).
 */
const LONE_MARK =
  /(?:^|[\u061c\u200b\u200e\u200f\u2066-\u2069\ufeff]|(?![\u00a0\u202f])\s)(?:\u00ad|\u034f|\u200c|\u200d|\u2060)*((?!\u034f)\p{M})/gu;

/**
 * XML and PDF text have no place for control characters; a tab and a line end are the only ones in use. Line separators
 * are no line ends here, and overrides (U+202A–U+202E) make text read otherwise than it is.
 */
const CONTROL = /(?![\t\n])[\p{Cc}\u2028-\u202e\ufeff]/gu;

/**
 * Combining marks that stand behind no letter, in order.
 *
 * @example
 * findLoneMarks('cafe \u0301') // [{offset: 5, character: '\u0301', name: 'U+0301'}]
 */
export function findLoneMarks(text: string): readonly StrayCharacter[] {
  return [...text.matchAll(LONE_MARK)].map((match) => {
    const character = match[1] ?? '';
    return stray(character, match.index + match[0].length - character.length);
  });
}

/**
 * Control characters and their like, in order.
 *
 * @example
 * findControls('a\u0007b') // [{offset: 1, character: '\u0007', name: 'U+0007'}]
 */
export function findControls(text: string): readonly StrayCharacter[] {
  return [...text.matchAll(CONTROL)].map((match) => stray(match[0], match.index));
}

const stray = (character: string, offset: number): StrayCharacter => ({
  offset,
  character,
  name: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
});
