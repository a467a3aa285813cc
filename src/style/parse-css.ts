import { parse, type CssNode, type ParseOptions } from 'css-tree';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { blankSlips, findSlips } from './find-slips.ts';

/** What the parser says, in words that name no parts of it. */
const PLAIN: Readonly<Record<string, string>> = {
  'Identifier is expected': 'a name is expected here',
  'Unexpected input': 'this cannot stand here',
};

const NESTED = 'a rule stands inside another, for which EPUBCheck refuses the book';

/** How a style sheet is parsed; `isOfBook` for one of the EPUB. */
type SheetOptions = Pick<ParseOptions, 'parseCustomProperty'> & { readonly isOfBook?: boolean };

/**
 * Parses a style sheet with the places of all that it holds. Reports GA400 for what is no CSS, and GA414 for a rule inside
 * another in a book: CSS has such rules, and EPUBCheck 5.3 refuses them.
 */
export function parseCss(text: string, file: string, options: SheetOptions, context: Context): CssNode {
  const { isOfBook = false, ...parsing } = options;
  const slips = findSlips(text);
  for (const { start, end, message, hint, isNested = false } of slips) {
    const span = { file, start, end };
    if (isNested && isOfBook) reportFault(context, 'GA414', { message: NESTED, hint, span });
    else reportFault(context, 'GA400', { message: `this is no CSS: ${message}`, hint, span });
  }
  return parse(blankSlips(text, slips), {
    ...parsing,
    positions: true,
    onParseError: ({ message, offset }) => {
      const start = Math.min(offset, text.length);
      const said = PLAIN[message] ?? `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
      const span = { file, start, end: start + 1 };
      reportFault(context, 'GA400', { message: `this is no CSS: ${said}`, span });
    },
  });
}

/** A word behind a `!` that is not `!important`, as the sheet has it; null where there is none. */
export function foreignMark(important: boolean | string): string | null {
  return typeof important === 'string' && important.toLowerCase() !== 'important' ? `!${important}` : null;
}
