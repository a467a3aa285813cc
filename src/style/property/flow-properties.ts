import type { Pt } from '../../core/units.ts';
import type { CssToken } from '../value/css-token.ts';
import { LINE_COLOUR, LINE_STYLE, LINE_WIDTH } from './box-properties.ts';
import { ASKED_ROLES, type AskedRole } from './asked-roles.ts';
import type { FlowValues } from './longhand-values.ts';
import { define, type Definitions, type PropertyDefinition, type Resolver } from './property-definition.ts';
import { integer, keyword, keywords, length, oneOf } from './value-parsers.ts';

const BREAKS = ['auto', 'avoid', 'column', 'page'] as const;
const inheritedWith = (note: string): { readonly inherited: true; readonly note: string } => ({
  inherited: true,
  note,
});

const breaks = (note: string): PropertyDefinition<(typeof BREAKS)[number]> =>
  define(BREAKS.join(' | '), 'auto', keywords(...BREAKS), { note });
const LINES: PropertyDefinition<number> = define('<integer 1–100>', '2', integer({ least: 1, most: 100 }), {
  inherited: true,
});

/** Properties of columns (CSS Multicol 1), breaks (CSS Fragmentation 3) and structure. */
export const FLOW_PROPERTIES: Definitions<FlowValues> = {
  'column-gap': define(
    'normal | <length ≥ 0>',
    'normal',
    oneOf<Pt | null>(keyword('normal', null), length({ least: 0 })),
    {
      note: '`normal` is the gutter of the page.',
    },
  ),
  'column-rule-width': LINE_WIDTH,
  'column-rule-style': LINE_STYLE,
  'column-rule-color': LINE_COLOUR,
  'column-span': define('none | all | auto | lines', 'none', keywords('none', 'all', 'auto', 'lines'), {
    note:
      '`auto` spans all columns where a table in the block is too wide for one. `lines` is for verse: its paragraphs are lines, ' +
      'and in a story that is little else they have legs of their own, as wide as they need to be whole.',
  }),
  'break-before': breaks(
    'Inside a story `page` is like `column`. Of a story whose theme lets stories run on (`jumps="none"`), `page` begins a page.',
  ),
  'break-after': breaks(
    'Inside a story `page` is like `column`. Nothing is behind the last block of a story.',
  ),
  'break-inside': define('auto | avoid', 'auto', keywords('auto', 'avoid')),
  orphans: LINES,
  widows: LINES,
  'initial-letter': define(
    'normal | <integer 1–10>',
    'normal',
    oneOf(keyword('normal', 1), integer({ least: 1, most: 10 })),
    {
      note: 'Lines that the first letter is deep, and sinks. Not in a paragraph of fewer lines, or off the grid.',
    },
  ),
  '-ed-initial-weight': define(
    'auto | <integer 1–1000>',
    'auto',
    oneOf<number | null>(keyword('auto', null), integer({ least: 1, most: 1000 })),
    { note: 'Weight of the letter of `initial-letter`; `auto` is that of its text.' },
  ),
  '-ed-inset': define('none | start | end', 'none', keywords('none', 'start', 'end'), {
    note:
      'The block stands at that side of its column, `width` wide (else half of it), and the lines that follow run beside ' +
      'it; `column-gap` is the white between. Across the column where 12 characters would not go beside it.',
  }),
  '-ed-row': define('none | pictures', 'none', keywords('none', 'pictures'), {
    note:
      '`pictures` sets what the block holds side by side, `column-gap` apart, in widths by which its pictures are equally ' +
      'deep.',
  }),
  '-ed-defer': define('none | column', 'none', keywords('none', 'column'), {
    note:
      '`column`: where a column has no room for the block, it waits for the head of the next one, and the lines behind it ' +
      'fill the column. For a block with `break-inside: avoid`, or a table of up to twenty rows, between paragraphs on the grid; it is read where it was written.',
  }),
  '-ed-baseline': define(
    'grid | free',
    'grid',
    keywords('grid', 'free'),
    inheritedWith(
      "`grid` puts lines on the page's baselines; `free` stacks them, and the block is rounded up to whole rows.",
    ),
  ),
  '-ed-fit': define('none | width | words', 'none', keywords('none', 'width', 'words'), {
    note:
      '`width` sets a block as one line, its type made smaller where it would be wider than its place: a nameplate. ' +
      '`words` makes the type of a head smaller, to 84 % at most, where its longest word is wider than its place.',
  }),
  '-ed-role': define(['none', ...ASKED_ROLES].join(' | '), 'none', parseRole, {
    note:
      "The structure role in the PDF, when it is not the element's own: what readers hear it as. `Artifact` takes it out of " +
      "reading; words of a story may not be taken out. Names from `Kicker` on are a newspaper's own, read as paragraphs, spans or groups. " +
      'Upper and lower case count.',
  }),
};

/** A role is written as the PDF has it: upper and lower case count. */
function parseRole([token, ...rest]: readonly CssToken[]): Resolver<AskedRole | null> | null {
  if (rest.length > 0 || token?.kind !== 'ident') return null;
  if (token.name.toLowerCase() === 'none') return () => null;
  const role = ASKED_ROLES.find((name) => name === token.name);
  return role === undefined ? null : () => role;
}
