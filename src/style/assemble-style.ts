import { pt, type Pt } from '../core/units.ts';
import type { BorderSide, ComputedStyle, Sides } from './computed-style.ts';
import type { LineHeight, LonghandValues, Side } from './property/longhand-values.ts';

/** Head room of `line-height: normal`: newspaper heads are set 17/20, 27/30, 36/40, 54/60. */
const NORMAL_LEAD = 1.1;

/** Distance of the baselines of text in points. */
export function usedLineHeight(lineHeight: LineHeight, fontSize: Pt, baseline: Pt): Pt {
  if (lineHeight.kind === 'length') return lineHeight.value;
  if (lineHeight.kind === 'factor') return pt(lineHeight.value * fontSize);
  // A ratio that is whole but for a rounding error must not cost a line.
  return pt(baseline * Math.max(1, Math.ceil((fontSize * NORMAL_LEAD) / baseline - 1e-9)));
}

/** Puts computed longhands together into the frozen style that all later stages read. */
export function assembleStyle(values: Readonly<LonghandValues>, baseline: Pt): ComputedStyle {
  return Object.freeze({
    ...fontFields(values, baseline),
    ...textFields(values),
    ...boxFields(values),
    ...flowFields(values),
  });
}

function fontFields(values: Readonly<LonghandValues>, baseline: Pt) {
  return {
    fontFamily: values['font-family'],
    fontSize: values['font-size'],
    fontWeight: values['font-weight'],
    fontStyle: values['font-style'],
    fontVariantCaps: values['font-variant-caps'],
    fontVariantNumeric: values['font-variant-numeric'],
    fontFeatures: values['font-feature-settings'],
    lineHeight: usedLineHeight(values['line-height'], values['font-size'], baseline),
  };
}

function textFields(values: Readonly<LonghandValues>) {
  return {
    colour: values.color,
    textAlign: values['text-align'],
    textAlignLast: values['text-align-last'],
    textIndent: values['text-indent'],
    letterSpacing: values['letter-spacing'],
    wordSpacing: values['word-spacing'],
    textTransform: values['text-transform'],
    textDecorationLine: values['text-decoration-line'],
    baselineShift: values['vertical-align'],
    whiteSpace: values['white-space'],
    hyphens: values.hyphens,
    hyphenateLimitChars: values['hyphenate-limit-chars'],
    hyphenateLimitLines: values['hyphenate-limit-lines'],
    textWrap: values['text-wrap'],
    hangingPunctuation: values['hanging-punctuation'],
    edWordSpace: values['-ed-word-space'],
    edGlyphScale: values['-ed-glyph-scale'],
    edTracking: values['-ed-tracking'],
    direction: values.direction,
  };
}

function boxFields(values: Readonly<LonghandValues>) {
  return {
    display: values.display,
    margin: sides((side) => values[`margin-${side}`]),
    padding: sides((side) => values[`padding-${side}`]),
    border: sides((side) =>
      line(values[`border-${side}-width`], values[`border-${side}-style`], values[`border-${side}-color`]),
    ),
    backgroundColour: values['background-color'],
    width: values.width,
    height: values.height,
    objectFit: values['object-fit'],
    objectPosition: values['object-position'],
    listStyleType: values['list-style-type'],
  };
}

function flowFields(values: Readonly<LonghandValues>) {
  return {
    columnGap: values['column-gap'],
    columnRule: line(values['column-rule-width'], values['column-rule-style'], values['column-rule-color']),
    columnSpan: values['column-span'],
    breakBefore: values['break-before'],
    breakAfter: values['break-after'],
    breakInside: values['break-inside'],
    orphans: values.orphans,
    widows: values.widows,
    initialLetter: values['initial-letter'],
    edInitialWeight: values['-ed-initial-weight'],
    edInset: values['-ed-inset'],
    edRow: values['-ed-row'],
    edDefer: values['-ed-defer'],
    edBaseline: values['-ed-baseline'],
    edFit: values['-ed-fit'],
    edRole: values['-ed-role'],
  };
}

function sides<T>(of: (side: Side) => T): Sides<T> {
  return Object.freeze({ top: of('top'), right: of('right'), bottom: of('bottom'), left: of('left') });
}

/** A line without style has no width (CSS Backgrounds 3 §4.3). */
function line(width: Pt, style: BorderSide['style'], colour: BorderSide['colour']): BorderSide {
  return Object.freeze({ width: style === 'none' ? pt(0) : width, style, colour });
}
