import type { Block } from './markdown/nest-blocks.ts';
import { findLonePicture, findPictureRow } from './picture/figure.ts';

/** A paragraph, and the item or quotation that it stands in; null for the body itself. */
type FlowText = { readonly content: string; readonly holder: Block | null };

/**
 * The paragraphs of a body, or of one directive, as they are read: through lists and quotations; what stands apart, such
 * as a pull quote, is not among them. `places` says where each stands in `texts`.
 */
export type ReadingOrder = {
  readonly texts: readonly FlowText[];
  readonly places: ReadonlyMap<Block, number>;
};

/** The order before the first block. */
export const NOTHING_TO_READ: ReadingOrder = { texts: [], places: new Map() };

const HOLDERS: ReadonlySet<string> = new Set(['blockquote_open', 'list_item_open']);
const LISTS: ReadonlySet<string> = new Set(['bullet_list_open', 'ordered_list_open']);

/** Puts the paragraphs in these blocks in order. */
export function readingOrder(blocks: readonly Block[]): ReadingOrder {
  const texts: FlowText[] = [];
  const places = new Map<Block, number>();
  const walk = (inside: readonly Block[], holder: Block | null): void => {
    for (const block of inside) {
      if (isText(block)) {
        places.set(block, texts.length);
        texts.push({ content: block.inline?.content ?? '', holder });
      } else if (LISTS.has(block.token.type)) walk(block.children, holder);
      else if (HOLDERS.has(block.token.type)) walk(block.children, block);
    }
  };
  walk(blocks, null);
  return { texts, places };
}

const isText = ({ token, inline }: Block): boolean =>
  token.type === 'paragraph_open' &&
  inline !== null &&
  findLonePicture(inline) === null &&
  findPictureRow(inline) === null;

/** A mark at the head of a paragraph, also behind a bracket or an ellipsis. */
const FIRST_MARK = /^(?:[*_([…)\]\s]|\.{3})*["“”„«»‹›`'‘’‚]/;
const DOUBLE_MARK = /["“”„«»]|''|``/;

/**
 * Whether a quotation that this paragraph leaves open is open still where the next text begins without a mark. One that
 * runs into a list or a quotation set apart may close at any mark in it, or in the paragraph behind it.
 */
export function isLeftOpen(block: Block, { texts, places }: ReadingOrder): boolean {
  const place = places.get(block);
  if (place === undefined) return false;
  const holder = texts[place]?.holder ?? null;
  for (let next = place + 1; next < texts.length; next += 1) {
    const text = texts[next];
    if (text === undefined || FIRST_MARK.test(text.content)) return false;
    const isBehind = text.holder === holder || text.holder === null;
    const isDirect = next === place + 1 && text.holder === holder;
    if (isBehind) return isDirect || !beginsClosing(text.content);
    // Each walk ends at the next text with a mark, so that all of them together are one.
    if (DOUBLE_MARK.test(text.content)) return false;
  }
  return true;
}

/** Whether the first double mark of a text closes: words stand before it. A » does or opens, by language. */
function beginsClosing(content: string): boolean {
  const first = DOUBLE_MARK.exec(content);
  if (first === null) return false;
  return first[0] === '»' || /[^\s([{*_][*_]*$/.test(content.slice(0, first.index));
}
