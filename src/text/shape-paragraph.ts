import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { InlineRun } from '../style/inline-run.ts';
import { bidiLevels } from './bidi-levels.ts';
import type { BreakTable } from './break-table.ts';
import { buildBreakTable, type BreakSource } from './build-break-table.ts';
import { emergencyPlaces } from './emergency-places.ts';
import { collectPieces, type PieceNotes } from './collect-pieces.ts';
import { findBreaks } from './find-breaks.ts';
import { lastHyphens } from './last-hyphens.ts';
import { reportMissing } from './report-missing.ts';
import type { ParagraphInput, ShapedParagraph } from './shaped-paragraph.ts';
import { tailorBreaks } from './tailor-breaks.ts';
import type { TextEngine } from './text-engine.ts';

/**
 * Shapes a paragraph: bidi levels, runs by font and script with fallback fonts, glyphs, and every place where a line
 * may end (UAX #14 with newspaper tailorings, hyphenation by the style's limits).
 *
 * Reports GA510 for characters that no font has, GA512 (once an engine) for a language without
 * patterns.
 */
export function shapeParagraph(input: ParagraphInput, engine: TextEngine, context: Context): ShapedParagraph {
  const text = input.runs.map((run) => run.text).join('');
  const notes: PieceNotes = { hyphens: [], poorHyphens: [], missing: [], unhyphenated: null };
  const levels = bidiLevels(text, input.direction);
  const pieces = collectPieces(input, text, { levels, engine, notes });
  const places = findBreaks(text);
  tailorBreaks(text, places);
  const { hyphens, poorHyphens } = notes;
  const isBalanced = input.style.textWrap === 'balance';
  const source = {
    text,
    pieces,
    breaks: places,
    hyphens,
    poorHyphens,
    book: engine.book,
    isBalanced,
    isLastResort: false,
  };
  const breaks = buildBreakTable({ ...source, emergencies: [] });
  reportNotes(notes, input, { engine, context });
  return {
    text,
    style: input.style,
    language: input.language,
    direction: input.direction,
    runs: input.runs,
    pieces,
    breaks,
    emergencyBreaks: (width, from) => lastBreaks(source, { runs: input.runs, breaks, engine, width, from }),
    engine,
  };
}

/** The breaks where a word is too wide: with hyphens that its style does not ask for, and between letters of the rest. */
function lastBreaks(
  source: Omit<BreakSource, 'emergencies'>,
  of: {
    readonly runs: readonly InlineRun[];
    readonly breaks: BreakTable;
    readonly engine: TextEngine;
    readonly width: number;
    readonly from: number;
  },
): BreakTable {
  const { text } = source;
  const added = lastHyphens(text, of.runs, { table: of.breaks, width: of.width, engine: of.engine });
  const hyphens = merge(source.hyphens, added.hyphens);
  const poorHyphens = merge(source.poorHyphens, added.poorHyphens);
  const hyphenated: BreakSource = { ...source, hyphens, poorHyphens, isLastResort: true, emergencies: [] };
  const table = buildBreakTable(hyphenated);
  const emergencies = emergencyPlaces(text, table, of.width, of.from);
  return emergencies.length === 0 ? table : buildBreakTable({ ...hyphenated, emergencies });
}

const merge = (one: readonly number[], other: readonly number[]): readonly number[] =>
  other.length === 0 ? one : [...new Set([...one, ...other])].sort((a, b) => a - b);

function reportNotes(
  notes: PieceNotes,
  input: ParagraphInput,
  to: { readonly engine: TextEngine; readonly context: Context },
): void {
  reportMissing(notes.missing, input.trail, to.context);
  const run = notes.unhyphenated;
  if (run === null || to.engine.unhyphenated.has(run.language)) return;
  to.engine.unhyphenated.add(run.language);
  const message = `there are no hyphenation patterns for “${run.language}”`;
  const named = to.engine.placeOf(run.language);
  reportFault(to.context, 'GA512', {
    message,
    span: named ?? run.at,
    trail: named === null ? input.trail : [],
  });
}
