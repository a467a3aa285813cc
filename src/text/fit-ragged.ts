/**
 * Breaking of lines that are not justified: heads, cutlines, lists.
 *
 * The fewest lines that hold the text are found first. Among the ways to break into that many, the cheapest is taken:
 * each line costs the square of what it is short of the wanted width. For `balance` the wanted width is the least at
 * which the text still goes into that many lines, so that lines come out alike; a line that ends in a weak word (an
 * article, a preposition) and a last line of one word cost extra. Else the wanted width is the measure, and the last
 * line is free.
 *
 * Invariant that the tests attack: no line is wider than its measure unless a single word is.
 */
import {
  BREAK_COMPOUND,
  BREAK_EMERGENCY,
  BREAK_END,
  BREAK_FORCED,
  BREAK_HYPHEN,
  type BreakTable,
} from './break-table.ts';
import type { LineMeasure } from './line.ts';
import { matterOf } from './line-slack.ts';

/** What is asked for. */
export type RaggedRequest = {
  readonly table: BreakTable;
  readonly from: number;
  readonly widthOf: (line: number) => LineMeasure;
  readonly isBalanced: boolean;
  /** Lines over the fewest; may be under 0 with no effect. */
  readonly extraLines: number;
};

/** A weak word at a line's end counts as this share of the measure left white, a one-word last line as another. */
const WEAK_SHARE = 0.25;
const LONE_WORD_SHARE = 0.45;
const HYPHEN_SHARE = 0.5;
const EMERGENCY_SHARE = 3;
const TOLERANCE = 0.01;

/** Lines up to which text is balanced or given lines on demand: heads. Longer text is set line for line. */
const MOST_COUNTED = 24;

/** Break positions from the first line's end to the paragraph's. Never empty for a table with text. */
export function fitRagged(request: RaggedRequest): readonly number[] {
  const fewest = greedyLines(request, Infinity);
  const extra = Math.max(0, request.extraLines);
  if (fewest.length > MOST_COUNTED || (!request.isBalanced && extra === 0)) return fewestLines(request);
  const lines = fewest.length + extra;
  const narrow = request.isBalanced ? leastWidth(request, lines) : Infinity;
  return cheapest(request, lines, narrow) ?? cheapest(request, lines, Infinity) ?? fewest;
}

/** The cheapest of the ways with the fewest lines; each place keeps one best way to reach it. */
function fewestLines(request: RaggedRequest): readonly number[] {
  const { table, from } = request;
  const size = table.count - from;
  const lines = new Int32Array(size).fill(size);
  const costs = new Float64Array(size).fill(Infinity);
  const source = new Int32Array(size).fill(-1);
  lines[0] = 0;
  costs[0] = 0;
  for (let start = 0; start < size - 1; start += 1) {
    if (!Number.isFinite(costs[start])) continue;
    const line = lines[start]!;
    relaxLine(request, { start, line, wanted: Infinity, cost: costs[start]! }, (to, cost) => {
      if (line + 1 > lines[to]! || (line + 1 === lines[to]! && cost >= costs[to]!)) return;
      lines[to] = line + 1;
      costs[to] = cost;
      source[to] = start;
    });
  }
  const breaks: number[] = [];
  for (let at = size - 1; at > 0; at = source[at]!) breaks.push(at + from);
  return breaks.reverse();
}

function room(request: RaggedRequest, line: number, most: number): number {
  const { width, indent } = request.widthOf(line);
  return Math.min(width - indent, most) + TOLERANCE;
}

/** First fit within the measure and `most`. A single word that is wider has a line of its own. */
function greedyLines(request: RaggedRequest, most: number): readonly number[] {
  const { table } = request;
  const breaks: number[] = [];
  let at = request.from;
  while (at < table.count - 1) {
    let end = at + 1;
    for (let to = at + 1; to < table.count; to += 1) {
      if (matterOf(table, at, to).width <= room(request, breaks.length, most)) end = to;
      else if (table.kind[to] !== BREAK_HYPHEN) break;
      if (isForced(table, to)) break;
    }
    breaks.push(end);
    at = end;
  }
  return breaks;
}

const isForced = (table: BreakTable, at: number): boolean =>
  table.kind[at] === BREAK_FORCED || table.kind[at] === BREAK_END;

/** The least width at which the text still goes into that many lines, to a half point. */
function leastWidth(request: RaggedRequest, lines: number): number {
  let low = 0;
  let high = request.widthOf(0).width as number;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (greedyLines(request, middle).length <= lines) high = middle;
    else low = middle;
  }
  return high;
}

/** The cheapest way into exactly that many lines; null when there is none. */
function cheapest(request: RaggedRequest, lines: number, wanted: number): readonly number[] | null {
  const { table, from } = request;
  const size = table.count - from;
  let costs = new Float64Array(size).fill(Infinity);
  costs[0] = 0;
  const sources: Int32Array[] = [];
  for (let line = 0; line < lines; line += 1) {
    const next = new Float64Array(size).fill(Infinity);
    const source = new Int32Array(size).fill(-1);
    for (let start = 0; start < size - 1; start += 1) {
      if (!Number.isFinite(costs[start])) continue;
      relaxLine(request, { start, line, wanted, cost: costs[start]! }, (to, cost) => {
        if (cost >= next[to]!) return;
        next[to] = cost;
        source[to] = start;
      });
    }
    costs = next;
    sources.push(source);
  }
  if (!Number.isFinite(costs[size - 1])) return null;
  const breaks: number[] = [];
  for (let line = lines - 1, at = size - 1; line >= 0; line -= 1) {
    breaks.unshift(at + from);
    at = sources[line]![at]!;
  }
  return breaks;
}

type LineStep = {
  readonly start: number;
  readonly line: number;
  readonly wanted: number;
  readonly cost: number;
};

/** Offers every line that may begin at `start`, with the cost of the way to its end. A single wide word is one. */
function relaxLine(request: RaggedRequest, step: LineStep, offer: (to: number, cost: number) => void): void {
  const { table, from } = request;
  const measure = room(request, step.line, Infinity);
  const size = table.count - from;
  for (let to = step.start + 1; to < size; to += 1) {
    const { width, space } = matterOf(table, from + step.start, from + to);
    const isAlone = to === step.start + 1;
    if (width > measure && table.kind[from + to] !== BREAK_HYPHEN && !isAlone) return;
    if (width <= measure || isAlone) {
      offer(to, step.cost + lineCost(request, { to: from + to, width, space, measure, wanted: step.wanted }));
    }
    if (isForced(table, from + to)) return;
  }
}

type RaggedLine = {
  readonly to: number;
  readonly width: number;
  readonly space: number;
  readonly measure: number;
  readonly wanted: number;
};

function lineCost({ table, isBalanced }: RaggedRequest, line: RaggedLine): number {
  const kind = table.kind[line.to]!;
  const isLast = kind === BREAK_END || kind === BREAK_FORCED;
  const missing = (Math.min(line.wanted, line.measure) - line.width) / line.measure;
  let cost = isLast && !isBalanced ? 0 : missing * missing;
  if (kind === BREAK_HYPHEN || kind === BREAK_COMPOUND) cost += HYPHEN_SHARE ** 2;
  if (table.isPoor[line.to] === 1) cost += EMERGENCY_SHARE ** 2;
  if (kind === BREAK_EMERGENCY) cost += EMERGENCY_SHARE ** 2;
  if (!isLast && isBalanced && table.isWeak[line.to] === 1) cost += WEAK_SHARE ** 2;
  if (isLast && line.space === 0 && line.width < line.measure * 0.6) cost += LONE_WORD_SHARE ** 2;
  return cost;
}
