import type { Context } from '../diagnostics/context.ts';
import { buildMarkup } from './build-markup.ts';
import type { MarkupTree } from './markup-tree.ts';

/**
 * Parses a whole document: as {@link parseMarkup}, and `html`, `head`, `title`, `meta`, `link` and `body` are kept.
 * A doctype and an XML declaration are passed over (the serialiser writes them). Reports GA313 when the
 * document is not one `html` element.
 */
export function parseDocument(html: string, file: string, context: Context): MarkupTree {
  return buildMarkup({ html, file, isDocument: true }, context);
}
