import { parse, type CssNode, type ParseOptions } from 'css-tree';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { blankSlips, findSlips } from './find-slips.ts';

/** What the parser says, in words that name no parts of it. */
const PLAIN: Readonly<Record<string, string>> = {
  'Identifier is expected': 'a name is expected here',
  'Unexpected input': 'this cannot stand here',
};

/** Parses a style sheet with the places of all that it holds. Reports GA400 for what is no CSS. */
export function parseCss(text: string, file: string, options: ParseOptions, context: Context): CssNode {
  const slips = findSlips(text);
  for (const { start, end, message, hint } of slips)
    reportFault(context, 'GA400', {
      message: `this is no CSS: ${message}`,
      hint,
      span: { file, start, end },
    });
  return parse(blankSlips(text, slips), {
    ...options,
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
