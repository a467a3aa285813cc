import type { Size } from '../core/geometry.ts';
import type { Pt } from '../core/units.ts';
import { pt, PT_PER_PICA } from '../core/units.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { LoadedTheme } from '../manifest/load-theme.ts';
import type { GridFields, MarginFields } from '../manifest/manifest-schema.ts';
import { parseLength } from '../schema/parse-length.ts';
import type { PageGrid } from './edition.ts';
import { FORMAT_PRESETS } from './format-presets.ts';

/** The width of column aimed at on a format for which the theme has no grid: newspapers set 11 to 12 picas. */
const USUAL_COLUMN = 11.5 * PT_PER_PICA;

/** Narrower than this no word fits. */
const LEAST_COLUMN = 3 * PT_PER_PICA;

/** A page shorter than this holds no story beside its folio. */
const LEAST_LINES = 10;

/** Points from line to line: no type that is read is set closer. */
const LEAST_BASELINE = 4;

/** ISO 32000-1, annex C: a page is at most 14,400 units wide or high. */
const LARGEST_PAGE = 14_400;

/** Lets a height that is a whole number of lines stay one through floating-point division. */
const ROUNDING = 1e-6;

/**
 * The page's format and grid from manifest and theme. The manifest's `grid:` goes over the theme's grid for the format.
 * The top margin stands; what does not fill a whole line goes to the foot. Reports GA122 and GA123.
 *
 * @param theme null when there is none: only the name of the format is checked then.
 */
export function resolveGrid(
  loaded: LoadedManifest,
  theme: LoadedTheme | null,
  context: Context,
): PageGrid | null {
  const format = resolveFormat(loaded, theme, context);
  if (format === null || theme === null) return null;
  const { settings } = theme;
  const shipped = Object.hasOwn(settings.formats, format.name)
    ? (settings.formats[format.name] ?? null)
    : null;
  const over = loaded.values.grid;
  const lengthOf = (key: 'gutter' | 'baseline'): Pt =>
    firstLength([over?.[key], shipped?.[key], settings[key]]);
  const sideOf = (side: Side): Pt =>
    firstLength([marginOf(over, side), marginOf(shipped, side), settings.margins]);
  const baseline = lengthOf('baseline');
  const gutter = lengthOf('gutter');
  const top = sideOf('top');
  const left = sideOf('left');
  const width = format.trim.width - left - sideOf('right');
  const lines = Math.floor((format.trim.height - top - sideOf('bottom')) / baseline + ROUNDING);
  const given = over?.columns ?? shipped?.columns ?? null;
  const columns =
    given === null ? Math.max(1, Math.round((width + gutter) / (USUAL_COLUMN + gutter))) : Number(given);
  const fault = findFault({ trim: format.trim, width, lines, columns, gutter, baseline });
  if (fault !== null) {
    const grid = loaded.keySpanOf(['grid']) ?? loaded.keySpanOf(['format']);
    const own = baseline < LEAST_BASELINE ? loaded.spanOf(['grid', 'baseline']) : null;
    const hint = { hint: `Give \`baseline\` the distance of two lines of text: 11 pt is usual.` };
    reportFault(context, 'GA123', { message: fault, span: own ?? grid, ...(own === null ? {} : hint) });
    return null;
  }
  const live = { x: left, y: top, width: pt(width), height: pt(lines * baseline) };
  return { formatName: format.name, trim: format.trim, live, columns, gutter, baseline };
}

type Side = 'top' | 'right' | 'bottom' | 'left';

function marginOf(grid: GridFields | null, side: Side): string | null {
  const margins: MarginFields | null = grid?.margins ?? null;
  return margins === null || typeof margins === 'string' ? margins : margins[side];
}

function firstLength(candidates: readonly (string | null | undefined)[]): Pt {
  const text = candidates.find((candidate) => typeof candidate === 'string') ?? '';
  // The schema let only readable lengths through.
  return parseLength(text) ?? pt(0);
}

function resolveFormat(
  loaded: LoadedManifest,
  theme: LoadedTheme | null,
  context: Context,
): { name: string; trim: Size } | null {
  const given = loaded.values.format ?? theme?.settings.format;
  if (given === undefined) return null;
  if (typeof given !== 'string') {
    const trim = { width: firstLength([given.width]), height: firstLength([given.height]) };
    return { name: `${given.width} x ${given.height}`, trim };
  }
  const name = given.trim().toLowerCase();
  const trim = FORMAT_PRESETS.get(name);
  if (trim !== undefined) return { name, trim };
  const known = [...FORMAT_PRESETS.keys()];
  const near = suggest(name, known);
  const list = `Formats: ${known.join(', ')}; or { width: 280 mm, height: 400 mm }.`;
  reportFault(context, 'GA122', {
    message: `there is no format \`${given}\``,
    hint: near === null ? list : `Did you mean \`${near}\`? ${list}`,
    span: loaded.spanOf(['format']),
  });
  return null;
}

type GridFacts = {
  readonly trim: Size;
  readonly width: number;
  readonly lines: number;
  readonly columns: number;
  readonly gutter: number;
  readonly baseline: number;
};

function findFault(facts: GridFacts): string | null {
  const { trim, width, lines, columns, gutter, baseline } = facts;
  if (Math.max(trim.width, trim.height) > LARGEST_PAGE)
    return 'the page is larger than 200 inches, which no PDF may be';
  if (baseline < LEAST_BASELINE)
    return `a baseline of ${round(baseline)} pt is too small: at least ${LEAST_BASELINE} pt`;
  if (lines < LEAST_LINES) {
    return `${Math.max(0, lines)} lines fit between the margins; at least ${LEAST_LINES} are needed`;
  }
  const column = (width - (columns - 1) * gutter) / columns;
  if (column >= LEAST_COLUMN) return null;
  if (column <= 0) return `margins and gutters leave no room for ${columns} columns of at least 3 picas each`;
  const wide = `${round(column / PT_PER_PICA)} picas wide`;
  const found =
    columns === 1 ? `the one column comes out ${wide}` : `${columns} columns come out ${wide} each`;
  return `${found}; at least 3 picas are needed`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
