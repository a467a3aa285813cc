import { escapeMarkdown } from './escape-markdown.ts';

/** A stretch of a typed line, as emphasis or plain. */
export type TypedStretch = { readonly isEmphasis: boolean; readonly text: string };

/**
 * `_words_` and `*words*` in a sentence: the sign stands before a letter or figure and behind one, or behind the mark
 * that closes the sentence, and outside it stand only spaces and the usual marks. Asterisks that are notes stand far
 * from one another: more than 60 characters are no emphasis between them.
 */
const EMPHASIS =
  /(?<=^|[\s(["'“‘«„¿¡–—-])(?:_([\p{L}\p{N}](?:[^_]*[\p{L}\p{M}\p{N}.!?…])?)_|\*([\p{L}\p{N}](?:[^*]{0,58}[\p{L}\p{M}\p{N}.!?…])?)\*)(?=$|[\s.,;:!?…)\]"'”’»“–—-])/gu;

/**
 * Parts a typed text into emphasis and what stands between; the signs of emphasis are left out.
 *
 * @example
 * readEmphasis('the _Ana_ sails') // [{ isEmphasis: false, text: 'the ' }, { isEmphasis: true, text: 'Ana' }, { isEmphasis: false, text: ' sails' }]
 */
export function readEmphasis(text: string): readonly TypedStretch[] {
  const stretches: TypedStretch[] = [];
  let from = 0;
  for (const found of text.matchAll(EMPHASIS)) {
    stretches.push({ isEmphasis: false, text: text.slice(from, found.index) });
    stretches.push({ isEmphasis: true, text: found[1] ?? found[2] ?? '' });
    from = found.index + found[0].length;
  }
  return [...stretches, { isEmphasis: false, text: text.slice(from) }].filter((each) => each.text !== '');
}

/** One line of typed text as Markdown: emphasis as such, all else as exactly what was typed. */
export function writeLine(text: string): string {
  return readEmphasis(text)
    .map((stretch) =>
      stretch.isEmphasis ? `*${escapeMarkdown(stretch.text)}*` : escapeMarkdown(stretch.text),
    )
    .join('');
}
