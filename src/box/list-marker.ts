import type { InlineRun } from '../style/inline-run.ts';
import type { StyledElement, StyledNode } from '../style/styled-tree.ts';

/** The marker of a list item, as generated text; null for `list-style-type: none`. */
export function listMarker(item: StyledElement, ordinal: number): InlineRun | null {
  const { style, language, at } = item;
  if (style.listStyleType === 'none') return null;
  const text = style.listStyleType === 'disc' ? '•' : `${ordinal}.`;
  return { text, style, language, source: null, element: null, at };
}

/** Number of each list item among a list's children: counted from `start`, set anew by `value`. */
export function listOrdinals(list: StyledElement): ReadonlyMap<StyledNode, number> {
  const ordinals = new Map<StyledNode, number>();
  let next = wholeNumber(list.attributes['start']) ?? 1;
  for (const child of list.children) {
    if (child.kind === 'text' || child.style.display !== 'list-item') continue;
    const ordinal = wholeNumber(child.attributes['value']) ?? next;
    ordinals.set(child, ordinal);
    next = ordinal + 1;
  }
  return ordinals;
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null;
