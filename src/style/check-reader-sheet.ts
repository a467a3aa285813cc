import { parse, walk, type CssNode } from 'css-tree';
import { reportFault, type Context } from '../diagnostics/context.ts';

/** Properties that EPUB 3.3, 6.3.1.2 forbids: direction is said by the documents themselves. */
const FORBIDDEN: ReadonlySet<string> = new Set(['direction', 'unicode-bidi']);

/**
 * Looks through a style sheet of the EPUB, in which anything may stand that readers know. Reports GA400 for what is no CSS
 * and GA414 for what a book may not have: it is whole in itself, so that nothing is imported or fetched.
 */
export function checkReaderSheet(text: string, file: string, context: Context): void {
  const spanAt = (start: number, end: number) => ({ file, start, end: Math.max(end, start + 1) });
  const sheet = parse(text, {
    positions: true,
    onParseError: ({ message, offset }) => {
      const start = Math.min(offset, text.length);
      reportFault(context, 'GA400', {
        message: `this is no CSS: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        span: spanAt(start, start + 1),
      });
    },
  });
  walk(sheet, (node: CssNode): unknown => {
    const message = faultOf(node);
    if (message === null) return undefined;
    const { start, end } = node.loc ?? { start: { offset: 0 }, end: { offset: 1 } };
    reportFault(context, 'GA414', { message, span: spanAt(start.offset, end.offset) });
    return walk.skip;
  });
}

function faultOf(node: CssNode): string | null {
  if (node.type === 'Atrule' && node.name.toLowerCase() === 'import')
    return '@import asks for another file: the EPUB has this style sheet alone';
  if (node.type === 'Url' && !/^(?:data:|#)/i.test(node.value))
    return `url(${node.value}) asks for a file that is not in the EPUB`;
  if (node.type === 'Declaration' && FORBIDDEN.has(node.property.toLowerCase()))
    return `${node.property} may not stand in a style sheet of an EPUB`;
  return null;
}
