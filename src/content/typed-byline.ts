import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Article } from './article.ts';
import type { Block } from './markdown/nest-blocks.ts';
import type { SourceLines } from './markdown/source-lines.ts';

/** Words before the name of an author, in small letters, by language. */
const BY: Readonly<Record<string, readonly string[]>> = {
  ca: ['per', 'de'],
  de: ['von'],
  en: ['by'],
  es: ['por', 'de'],
  fr: ['par'],
  it: ['di', 'a cura di'],
  nl: ['door'],
  pt: ['por', 'de'],
};

/** More words than these behind “By” are a sentence. */
const MOST_WORDS = 8;

const NAME = String.raw`(?:[dDlL]['’])?\p{Lu}[\p{L}\p{M}.'’-]*`;
/** What stands in small letters inside a name. */
const PARTICLE = 'd[aeiou]|dal|de[lmnr]|della|des|dos|el|l[ae]|ten|ter|van|vom|von|zu|zum|zur';
/** What stands between two names. */
const LINK = '&|and|e|en|et|i|und|with|y';
const WORD = new RegExp(`^(?:${NAME},?|${PARTICLE}|${LINK})$`, 'u');
/** A first name and another one: a place or a weekday has no more than one. */
const FULL_NAME = new RegExp(`(?:^| )${NAME}(?: (?:${PARTICLE}))* ${NAME}`, 'u');
/** A full stop behind a word of five letters or more, with words behind it, ends a sentence. */
const SENTENCE_END = /\p{L}{5}\. /u;

/** Reports GA250 for a first line such as “By Anna Example” in a story without a byline: it would be set as text. */
export function reportTypedByline(
  { byline, language }: Article,
  blocks: readonly Block[],
  { lines, context }: { readonly lines: SourceLines; readonly context: Context },
): void {
  const [first, next] = blocks;
  if (byline !== null || next === undefined) return;
  if (first?.token.type !== 'paragraph_open' || first.inline === null) return;
  const text = first.inline.content.replace(/^[*_]+|[*_]+$/g, '').trim();
  if (!isByline(text, BY[language.split('-')[0] ?? ''] ?? [])) return;
  reportFault(context, 'GA250', {
    message: `“${text}” looks like a byline, and is set as the first paragraph`,
    hint: `Write it among the fields of the story: \`byline: ${text}\`.`,
    span: lines.blockSpan(...first.lines),
  });
}

/** Whether a line is one of these words and names alone. */
function isByline(text: string, by: readonly string[]): boolean {
  const opening = by.find((word) => startsWithWord(text, word));
  if (opening === undefined) return false;
  const named = text.slice(opening.length + 1);
  const words = named.split(' ');
  if (words.length > MOST_WORDS || !words.every((word) => WORD.test(word))) return false;
  return /^\p{Lu}/u.test(named) && !named.endsWith(',') && FULL_NAME.test(named) && !SENTENCE_END.test(named);
}

/** Whether a text begins with a word: in small letters, with a capital, or in capitals. */
const startsWithWord = (text: string, word: string): boolean =>
  [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].some((form) =>
    text.startsWith(`${form} `),
  );
