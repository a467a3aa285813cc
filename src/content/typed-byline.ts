import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Article } from './article.ts';
import type { Block } from './markdown/nest-blocks.ts';
import type { SourceLines } from './markdown/source-lines.ts';

/** Words before the name of an author, in small letters, by language. */
const BY: Readonly<Record<string, string>> = {
  ca: 'per|de',
  de: 'von',
  en: 'by',
  es: 'por|de',
  fr: 'par',
  it: 'di|a cura di',
  nl: 'door',
  pt: 'por|de',
};

/** More letters than these are a sentence. */
const MOST_LETTERS = 90;

/** What a sentence ends in; a name may end in an abbreviation of capitals. */
const SENTENCE_END = /(?:\p{Ll}\p{Ll}\.|[!?…:;,])["”’»)]*$/u;

/** Reports GA250 for a first line such as “By Anna Example” in a story without a byline: it would be set as text. */
export function reportTypedByline(
  { byline, language }: Article,
  blocks: readonly Block[],
  { lines, context }: { readonly lines: SourceLines; readonly context: Context },
): void {
  const [first, next] = blocks;
  const words = BY[language.split('-')[0] ?? ''];
  if (byline !== null || words === undefined || next === undefined) return;
  if (first?.token.type !== 'paragraph_open' || first.inline === null) return;
  const text = first.inline.content.replace(/^[*_]+|[*_]+$/g, '').trim();
  const isNamed = new RegExp(`^(?:${words}) \\p{Lu}`, 'iu').test(text) && / \p{Lu}\p{L}/u.test(text);
  if (!isNamed || text.length > MOST_LETTERS || text.includes('\n') || SENTENCE_END.test(text)) return;
  reportFault(context, 'GA250', {
    message: `“${text}” looks like a byline, and is set as the first paragraph`,
    hint: `Write it among the fields of the story: \`byline: ${text}\`.`,
    span: lines.blockSpan(...first.lines),
  });
}
