import type { Box } from '../box/box.ts';
import { pt } from '../core/units.ts';

/** The same box without white round it: what it is placed in decides on that. */
export function withoutMargins(box: Box): Box {
  const none = { top: pt(0), right: pt(0), bottom: pt(0), left: pt(0) };
  return { ...box, style: { ...box.style, margin: none } };
}
