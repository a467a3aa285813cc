import { pt } from '../core/units.ts';
import type { BorderSide, ComputedStyle, Sides } from './computed-style.ts';

const NO_SPACE: ComputedStyle['margin'] = Object.freeze({
  top: pt(0),
  right: pt(0),
  bottom: pt(0),
  left: pt(0),
});
const NO_LINE: BorderSide = Object.freeze({
  width: pt(0),
  style: 'none',
  colour: { red: 0, green: 0, blue: 0 },
});
const NO_BORDER: Sides<BorderSide> = Object.freeze({
  top: NO_LINE,
  right: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
});

/** What CSS does not hand down: initial values for a box that no element made. */
const OWN: Partial<ComputedStyle> = {
  display: 'block',
  baselineShift: pt(0),
  margin: NO_SPACE,
  padding: NO_SPACE,
  border: NO_BORDER,
  backgroundColour: null,
  width: null,
  height: null,
  objectFit: 'fill',
  objectPosition: [0.5, 0.5],
  columnGap: null,
  columnRule: NO_LINE,
  columnSpan: 'none',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  initialLetter: 1,
  edInitialWeight: null,
  edInset: 'none',
  edRow: 'none',
  edDefer: 'none',
  edFit: 'none',
  edRole: null,
};

const known = new WeakMap<ComputedStyle, ComputedStyle>();

/**
 * The style of an anonymous box inside an element: inherited properties of its style, and the initial values
 * of all others (CSS 2.2 §9.2.1.1). The same style gives the same object.
 */
export function anonymousStyle(style: ComputedStyle): ComputedStyle {
  const found = known.get(style);
  if (found !== undefined) return found;
  const made = Object.freeze({ ...style, ...OWN });
  known.set(style, made);
  return made;
}
