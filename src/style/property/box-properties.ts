import { pt, type Pt } from '../../core/units.ts';
import type { BorderSide, Colour, ComputedStyle } from '../computed-style.ts';
import type { CssToken } from '../value/css-token.ts';
import type { BoxValues } from './longhand-values.ts';
import { define, type Definitions, type PropertyDefinition, type Resolver } from './property-definition.ts';
import { COLOUR, colour } from './text-properties.ts';
import { fraction, keyword, keywords, length, mapped, oneOf } from './value-parsers.ts';

const LINE_STYLES = ['none', 'solid', 'double', 'dotted', 'dashed'] as const;

/** Width of a border or column rule. The words are hairline, half point and point: `medium` prints well at 0.5pt. */
export const LINE_WIDTH: PropertyDefinition<Pt> = define(
  '<length ≥ 0> | thin | medium | thick',
  'medium',
  oneOf(keyword('thin', pt(0.25)), keyword('medium', pt(0.5)), keyword('thick', pt(1)), length({ least: 0 })),
  { note: '`thin` is 0.25pt, `medium` 0.5pt, `thick` 1pt. Without a style the width counts as 0.' },
);

/** Style of a border or column rule. */
export const LINE_STYLE: PropertyDefinition<BorderSide['style']> = define(
  LINE_STYLES.join(' | '),
  'none',
  keywords(...LINE_STYLES),
);

/** Colour of a border or column rule. */
export const LINE_COLOUR: PropertyDefinition<Colour> = define(COLOUR, 'currentColor', colour);

const MARGIN: PropertyDefinition<Pt> = define('<length>', '0', length());
const PADDING: PropertyDefinition<Pt> = define('<length ≥ 0>', '0', length({ least: 0 }));

/** Box properties (CSS Box 4, CSS Backgrounds 3, CSS Images 3, CSS Lists 3). */
export const BOX_PROPERTIES: Definitions<BoxValues> = {
  display: define(
    'block | inline | list-item | none',
    'inline',
    keywords('block', 'inline', 'list-item', 'none'),
  ),
  'margin-top': MARGIN,
  'margin-right': MARGIN,
  'margin-bottom': MARGIN,
  'margin-left': MARGIN,
  'padding-top': PADDING,
  'padding-right': PADDING,
  'padding-bottom': PADDING,
  'padding-left': PADDING,
  'border-top-width': LINE_WIDTH,
  'border-right-width': LINE_WIDTH,
  'border-bottom-width': LINE_WIDTH,
  'border-left-width': LINE_WIDTH,
  'border-top-style': LINE_STYLE,
  'border-right-style': LINE_STYLE,
  'border-bottom-style': LINE_STYLE,
  'border-left-style': LINE_STYLE,
  'border-top-color': LINE_COLOUR,
  'border-right-color': LINE_COLOUR,
  'border-bottom-color': LINE_COLOUR,
  'border-left-color': LINE_COLOUR,
  'background-color': define(
    `transparent | ${COLOUR}`,
    'transparent',
    oneOf<Colour | null>(keyword('transparent', null), colour),
  ),
  width: define('auto | <length ≥ 0> | <percentage 0–100>', 'auto', parseWidth, {
    note: 'Of a picture, and of a block with `-ed-inset`. Other blocks are as wide as their column: their margins make them narrower.',
  }),
  height: define(
    'auto | <length ≥ 0>',
    'auto',
    oneOf<ComputedStyle['height']>(
      keyword('auto', null),
      mapped(length({ least: 0 }), (value) => ({ kind: 'length', value }) as const),
    ),
    {
      note: 'Of a picture. Other blocks are as deep as what stands in them: their padding makes them deeper.',
    },
  ),
  'object-fit': define('fill | contain | cover', 'fill', keywords('fill', 'contain', 'cover')),
  'object-position': define(
    '[ left | center | right | <percentage 0–100> ] [ top | center | bottom | <percentage 0–100> ]?',
    '50% 50%',
    parsePosition,
  ),
  'list-style-type': define('none | disc | decimal', 'disc', keywords('none', 'disc', 'decimal'), {
    inherited: true,
  }),
};

function parseWidth(tokens: readonly CssToken[]): Resolver<ComputedStyle['width']> | null {
  return oneOf<ComputedStyle['width']>(
    keyword('auto', null),
    mapped(length({ least: 0 }), (value) => ({ kind: 'length', value }) as const),
    mapped(fraction({ least: 0, most: 100 }), (value) => ({ kind: 'fraction', value }) as const),
  )(tokens);
}

const ACROSS = oneOf(
  keyword('left', 0),
  keyword('center', 0.5),
  keyword('right', 1),
  fraction({ least: 0, most: 100 }),
);
const DOWN = oneOf(
  keyword('top', 0),
  keyword('center', 0.5),
  keyword('bottom', 1),
  fraction({ least: 0, most: 100 }),
);

function parsePosition(tokens: readonly CssToken[]): Resolver<readonly [number, number]> | null {
  if (tokens.length < 1 || tokens.length > 2) return null;
  const only = tokens.length === 1 ? DOWN(tokens) : null;
  if (only !== null && ACROSS(tokens) === null) return (environment) => [0.5, only(environment)];
  const across = ACROSS(tokens.slice(0, 1));
  const down = tokens.length === 1 ? () => 0.5 : DOWN(tokens.slice(1));
  return across === null || down === null ? null : (environment) => [across(environment), down(environment)];
}
