/**
 * Total fit (Knuth & Plass 1981), with the slack of letters inside the decision.
 *
 * Places are gone through in order. For each one the best way to end a line there is kept once per fitness class, per
 * run of hyphens, and (where lines differ in measure, or a count of lines is asked for) per number of lines. A line
 * costs the square of its badness, badness being the cube of its strain; breaks cost by their kind. Breaks too far back
 * for the line to be pressed into the measure leave the list of active ones for good.
 *
 * Invariants that the tests attack: lines follow one another without gap; none is pressed under its least width unless
 * nothing else was possible; the total is the least of all ways to break (brute force, short paragraphs).
 */
import {
  BREAK_COMPOUND, BREAK_EMERGENCY, BREAK_END, BREAK_FORCED, BREAK_HYPHEN, BREAK_INNER, type BreakTable,
} from './break-table.ts';
import type { LineMeasure } from './line.ts';
import { matterOf, strainOf, type Slack } from './line-slack.ts';

/** Demerits that every line costs over its badness: fewer lines win where all else is equal. */
const LINE_BADNESS = 10;
/** Badness of a hyphen's penalty, added to the line's before squaring: a hyphen is taken when it saves a strain of 1.7. */
const HYPHEN_PENALTY = 500;
const COMPOUND_PENALTY = 60;
const INNER_PENALTY = 90;
const EMERGENCY_PENALTY = 5000;
/** Lines side by side whose fitness differs by more than one class. */
const FITNESS_DEMERITS = 8000;
/** A hyphen before the last line. */
const LAST_HYPHEN_DEMERITS = 60_000;
/** A last line of under a sixth of the measure, or of one short word. */
const RUNT_DEMERITS = 250_000;
const RUNT_SHARE = 0.2;
/** Strain over which badness is not told apart: such lines are lost. */
const MOST_STRAIN = 12;
/** A line may be pressed this much beyond its least width, for rounding. */
const LEAST_STRAIN = -1.0001;

/** What is asked for. */
export type FitRequest = {
  readonly table: BreakTable;
  readonly from: number;
  readonly widthOf: (line: number) => LineMeasure;
  readonly slack: Slack;
  /** Hyphenated lines that may follow one another. */
  readonly mostHyphens: number;
  /** Keeps solutions apart by their number of lines. */
  readonly countsLines: boolean;
};

/** One way to break: break positions from the first line's end to the paragraph's. */
export type Fit = { readonly breaks: readonly number[]; readonly demerits: number };

type Node = {
  readonly at: number;
  readonly line: number;
  readonly fitness: number;
  readonly hyphens: number;
  readonly demerits: number;
  readonly previous: Node | null;
};

/** All best ways to break, one per number of lines where those are counted, else one. Empty when there is none. */
export function fitJustified(request: FitRequest): readonly Fit[] {
  const { table, from } = request;
  let active: Node[] = [{ at: from, line: 0, fitness: 1, hyphens: 0, demerits: 0, previous: null }];
  const ends: Node[] = [];
  for (let to = from + 1; to < table.count && active.length > 0; to += 1) {
    const isForced = table.kind[to] === BREAK_FORCED || table.kind[to] === BREAK_END;
    const { kept, reached } = reach(request, active, to);
    const nodes = [...reached.values()];
    if (table.kind[to] === BREAK_END) ends.push(...nodes);
    active = isForced ? nodes : [...kept, ...nodes];
  }
  return bestByLines(ends).map((node) => ({ breaks: breaksOf(node), demerits: node.demerits }));
}

/** Ends a line at `to` from every active node; gives those that stay active and the best new ones by their key. */
function reach(request: FitRequest, active: readonly Node[], to: number): { kept: Node[]; reached: Map<number, Node> } {
  const kept: Node[] = [];
  const reached = new Map<number, Node>();
  for (const node of active) {
    const measure = request.widthOf(node.line);
    const matter = matterOf(request.table, node.at, to);
    const strain = strainOf(matter, measure.width - measure.indent, request.slack);
    if (strain >= LEAST_STRAIN || matter.width <= 0) kept.push(node);
    else {
      // What is too wide now stays too wide, but for an added hyphen: that alone is no reason to give the node up.
      if (request.table.kind[to] === BREAK_HYPHEN) kept.push(node);
      continue;
    }
    const next = endLine(request, node, to, { strain, share: matter.width / measure.width });
    if (next === null) continue;
    const key = (next.fitness * 8 + Math.min(next.hyphens, 7)) * 4096 + (request.countsLines ? next.line : 0);
    const known = reached.get(key);
    if (known === undefined || next.demerits < known.demerits) reached.set(key, next);
  }
  return { kept, reached };
}

function endLine(
  request: FitRequest,
  node: Node,
  to: number,
  line: { readonly strain: number; readonly share: number },
): Node | null {
  const kind = request.table.kind[to]!;
  const isLast = kind === BREAK_END || kind === BREAK_FORCED;
  const hyphens = kind === BREAK_HYPHEN || kind === BREAK_COMPOUND ? node.hyphens + 1 : 0;
  if (kind === BREAK_HYPHEN && hyphens > request.mostHyphens) return null;
  // A last line is not pulled: it ends where it ends.
  const strain = isLast ? Math.min(line.strain, 0) : Math.min(line.strain, MOST_STRAIN);
  const badness = 100 * Math.abs(strain) ** 3;
  const fitness = strain < -0.5 ? 0 : strain <= 0.5 ? 1 : strain <= 1 ? 2 : 3;
  const penalty = penaltyOf(kind);
  let demerits = (LINE_BADNESS + badness) ** 2 + penalty * penalty;
  if (Math.abs(fitness - node.fitness) > 1) demerits += FITNESS_DEMERITS;
  if (isLast && node.hyphens > 0) demerits += LAST_HYPHEN_DEMERITS;
  if (isLast && node.line > 0 && line.share < RUNT_SHARE) demerits += RUNT_DEMERITS;
  return { at: to, line: node.line + 1, fitness, hyphens, demerits: node.demerits + demerits, previous: node };
}

function penaltyOf(kind: number): number {
  switch (kind) {
    case BREAK_HYPHEN:
      return HYPHEN_PENALTY;
    case BREAK_COMPOUND:
      return COMPOUND_PENALTY;
    case BREAK_INNER:
      return INNER_PENALTY;
    case BREAK_EMERGENCY:
      return EMERGENCY_PENALTY;
    default:
      return 0;
  }
}

function bestByLines(ends: readonly Node[]): readonly Node[] {
  const best = new Map<number, Node>();
  for (const node of ends) {
    const known = best.get(node.line);
    if (known === undefined || node.demerits < known.demerits) best.set(node.line, node);
  }
  return [...best.values()].sort((a, b) => a.demerits - b.demerits || a.line - b.line);
}

function breaksOf(end: Node): readonly number[] {
  const breaks: number[] = [];
  for (let node: Node | null = end; node !== null && node.previous !== null; node = node.previous) breaks.unshift(node.at);
  return breaks;
}
