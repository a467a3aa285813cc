import type { CssToken } from '../value/css-token.ts';
import type { LonghandName, Side } from './longhand-values.ts';
import { PROPERTIES } from './registry.ts';

/** What a shorthand sets: each longhand with its own piece of the value. */
export type Expansion = ReadonlyMap<LonghandName, readonly CssToken[]>;

/** A property that sets several others. */
export type Shorthand = {
  readonly syntax: string;
  /** Every longhand it sets. */
  readonly longhands: readonly LonghandName[];
  /** Null when the pieces do not add up; the pieces themselves are read by their longhands. */
  readonly expand: (tokens: readonly CssToken[]) => Expansion | null;
};

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];
const ident = (name: string): readonly CssToken[] => [{ kind: 'ident', name }];

/** One to four values for the four sides, as CSS shares them out. */
function sides(syntax: string, name: (side: Side) => LonghandName): Shorthand {
  const longhands = SIDES.map(name);
  return {
    syntax: `[ ${syntax} ]{1,4}`,
    longhands,
    expand: (tokens) => {
      const [top, right = top, bottom = top, left = right] = tokens;
      if (tokens.length > 4 || top === undefined) return null;
      const values = [top, right, bottom, left];
      return new Map(longhands.map((longhand, index) => [longhand, [values[index] ?? top]]));
    },
  };
}

/** Pieces in any order, each for the first longhand that can read it; what has none gets its initial value. */
function anyOrder(syntax: string, longhands: readonly LonghandName[]): Shorthand {
  return {
    syntax,
    longhands,
    expand: (tokens) => {
      const found = new Map<LonghandName, readonly CssToken[]>();
      for (const token of tokens) {
        const longhand = longhands.find(
          (name) => !found.has(name) && PROPERTIES[name].parse([token]) !== null,
        );
        if (longhand === undefined) return null;
        found.set(longhand, [token]);
      }
      for (const name of longhands) if (!found.has(name)) found.set(name, ident('initial'));
      return found;
    },
  };
}

const lineOf = (side: Side): readonly LonghandName[] => [
  `border-${side}-style`,
  `border-${side}-width`,
  `border-${side}-color`,
];
const LINE = '<style> || <width> || <colour>';

function border(): Shorthand {
  const top = anyOrder(LINE, lineOf('top'));
  return {
    syntax: LINE,
    longhands: SIDES.flatMap(lineOf),
    expand: (tokens) => {
      const pieces = top.expand(tokens);
      if (pieces === null) return null;
      const values = [...pieces.entries()];
      return new Map(
        SIDES.flatMap((side) => values.map(([name, piece]) => [sideOf(name, side), piece] as const)),
      );
    },
  };
}

function sideOf(name: LonghandName, side: Side): LonghandName {
  const last = name.endsWith('style') ? 'style' : name.endsWith('width') ? 'width' : 'color';
  return `border-${side}-${last}`;
}

const FONT_PREFIX: readonly LonghandName[] = ['font-style', 'font-variant-caps', 'font-weight'];

/** `italic bold 9pt/10pt "Source Serif 4", serif` */
const FONT: Shorthand = {
  syntax: '[ <style> || <caps> || <weight> ]? <size> [ / <line-height> ]? <family>',
  longhands: [...FONT_PREFIX, 'font-size', 'line-height', 'font-family'],
  expand: (tokens) => {
    const at = tokens.findIndex((token) => token.kind === 'dimension' || token.kind === 'percentage');
    const size = tokens[at];
    if (size === undefined) return null;
    // `normal` in front says nothing.
    const front = tokens
      .slice(0, at)
      .filter((token) => token.kind !== 'ident' || token.name.toLowerCase() !== 'normal');
    const prefix = anyOrder('', FONT_PREFIX).expand(front);
    const hasHeight = tokens[at + 1]?.kind === 'slash';
    const height = hasHeight ? tokens.slice(at + 2, at + 3) : ident('normal');
    const family = tokens.slice(at + (hasHeight ? 3 : 1));
    if (prefix === null || height.length === 0 || family.length === 0) return null;
    return new Map([...prefix, ['font-size', [size]], ['line-height', height], ['font-family', family]]);
  },
};

/** Every shorthand there is. */
export const SHORTHANDS: ReadonlyMap<string, Shorthand> = new Map<string, Shorthand>([
  ['font', FONT],
  ['margin', sides('<length>', (side) => `margin-${side}`)],
  ['padding', sides('<length ≥ 0>', (side) => `padding-${side}`)],
  ['border', border()],
  ['border-width', sides('<width>', (side) => `border-${side}-width`)],
  ['border-style', sides('<style>', (side) => `border-${side}-style`)],
  ['border-color', sides('<colour>', (side) => `border-${side}-color`)],
  ['border-top', anyOrder(LINE, lineOf('top'))],
  ['border-right', anyOrder(LINE, lineOf('right'))],
  ['border-bottom', anyOrder(LINE, lineOf('bottom'))],
  ['border-left', anyOrder(LINE, lineOf('left'))],
  ['background', anyOrder('<colour>', ['background-color'])],
  ['text-decoration', anyOrder('none | underline', ['text-decoration-line'])],
  ['list-style', anyOrder('none | disc | decimal', ['list-style-type'])],
  ['column-rule', anyOrder(LINE, ['column-rule-style', 'column-rule-width', 'column-rule-color'])],
]);
