import type { Context } from '../diagnostics/context.ts';
import { buildMarkup } from './build-markup.ts';
import type { MarkupTree } from './markup-tree.ts';

/**
 * Parses a fragment of HTML and make-up elements, nested exactly as its tags are written.
 *
 * No element is closed, opened or moved by itself: each element that may hold something needs its end tag,
 * and white space stays as it is. Reports GA310 for an unknown element, GA311 for an attribute, GA312 for a
 * self-closed element, GA313 for wrong nesting, GA314 for wrong syntax and GA315 for a wrong attribute value;
 * what can be kept is kept.
 *
 * @param file The source's path, for places of elements that carry no `data-at`.
 */
export function parseMarkup(html: string, file: string, context: Context): MarkupTree {
  return buildMarkup({ html, file, isDocument: false }, context);
}
