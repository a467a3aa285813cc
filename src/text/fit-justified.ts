/**
 * Total fit (Knuth & Plass 1981), with the slack of letters inside the decision.
 *
 * Places are gone through in order. For each one the best way to end a line there is kept once per fitness class, per
 * run of hyphens, and (where lines differ in measure, or a count of lines is asked for) per number of lines. A line
 * costs the square of its badness, badness being the cube of its strain; breaks cost by their kind. Breaks too far back
 * for the line to be pressed into the measure leave the list of active ones for good. Ways are rows of typed arrays, not
 * objects: the loop over them is the hottest of a build, and the list of active ones is only as long as the breaks
 * within one line, so the work grows as the paragraph does.
 *
 * Invariants that the tests attack: lines follow one another without gap; none is pressed under its least width; the
 * total is the least of all ways to break (brute force, short paragraphs).
 */
import {
  BREAK_COMPOUND,
  BREAK_EMERGENCY,
  BREAK_END,
  BREAK_FORCED,
  BREAK_HYPHEN,
  BREAK_INNER,
  type BreakTable,
} from './break-table.ts';
import type { LineMeasure } from './line.ts';
import { matterOf, strainOf, type Slack } from './line-slack.ts';
import { Ways } from './ways.ts';

/** Demerits that every line costs over its badness: fewer lines win where all else is equal. */
const LINE_BADNESS = 10;
/**
 * Badness of a hyphen's penalty, squared beside the line's: a hyphen is taken when it saves a strain of about 1.8. Measured
 * on 31,000 words at 35 letters a line: 550 gives 8.5 hyphens per 100 lines and 2.6 % of lines with spaces over double,
 * 575 gives 8.1 and 2.7, 650 gives 7.7 and 3.1.
 */
const HYPHEN_PENALTY = 575;
/** A hyphen more in a word that has some: where a line would else be lost. */
const POOR_HYPHEN_PENALTY = 1500;
const COMPOUND_PENALTY = 150;
const INNER_PENALTY = 90;
const EMERGENCY_PENALTY = 5000;
/** Lines side by side whose fitness differs by more than one class. */
const FITNESS_DEMERITS = 8000;
/** A hyphen before the last line. */
const LAST_HYPHEN_DEMERITS = 60_000;
/** A last line of under a fifth of the measure: the white beside it looks like a lost line. */
const RUNT_DEMERITS = 250_000;
const RUNT_SHARE = 0.2;
/** Strain over which badness is not told apart. */
const MOST_STRAIN = 12;
/** A line pulled harder is lost, and costs at least so many demerits. */
const LOST_STRAIN = 3;
const LOST_DEMERITS = (LINE_BADNESS + 100 * LOST_STRAIN ** 3) ** 2;
/** Where some line must be pulled harder, more hyphens may follow one another than the style says, at a price. */
const GIVING_STRAIN = 2;
/**
 * Demerits of the first hyphen over the style's limit; the second costs four times as many. Measured: German in columns of 29
 * letters has 4.6 % of lines with spaces over threefold in place of 11.3, English of 36 letters 2.7 % over double in place of
 * 2.9 and no run of three. Half the price gives English over 9 hyphens per 100 lines, and German little.
 */
const RUN_DEMERITS = 1_000_000;
/** What the limit gives way to at most. */
const LONGEST_RUN = 3;
/** A line may be pressed this much beyond its least width, for rounding. */
const LEAST_STRAIN = -1.0001;
/** Where lines are counted, ways this many lines off the best one at the same place are given up. */
const LINES_KEPT = 3;

/** What is asked for. */
export type FitRequest = {
  readonly table: BreakTable;
  /** Index of the break the first line begins at. */
  readonly from: number;
  readonly widthOf: (line: number) => LineMeasure;
  readonly slack: Slack;
  /** Hyphenated lines that may follow one another; up to {@link LONGEST_RUN} where lines would be loose. */
  readonly mostHyphens: number;
  /** Keeps solutions apart by their number of lines. */
  readonly countsLines: boolean;
  /** All lines but the first have one measure. */
  readonly isUniform: boolean;
  /** A stretch between two neighbouring breaks may be wider than its line: there is no other way. */
  readonly isLastResort: boolean;
};

/** One way to break: indices of breaks from the first line's end to the paragraph's. */
export type Fit = { readonly breaks: readonly number[]; readonly demerits: number };

/** Of one paragraph at a time: making the arrays anew for each costs more than breaking a short one. */
const WAYS = new Ways();

/**
 * All best ways to break, one per number of lines where those are counted, else one. Empty when there is none. Those of
 * other numbers of lines than the best one have no line that is lost, as long as the best one has none.
 *
 * Lines that are lost are first left out, and the limit of hyphens in a row is held; a way without hard pulled lines is then
 * taken as it is. Else the limit gives way at a price, and where the best way is cheaper than any line that is lost, it is the
 * best of all.
 */
export function fitJustified(request: FitRequest): readonly Fit[] {
  const { mostHyphens, isLastResort } = request;
  const fits = isLastResort ? [] : fitWithin(request, { mostStrain: LOST_STRAIN, mostHyphens });
  if (fits[0] !== undefined && hardestPull(request, fits[0].breaks) <= GIVING_STRAIN) return fits;
  const soft = Math.max(mostHyphens, LONGEST_RUN);
  const better = isLastResort ? [] : fitWithin(request, { mostStrain: LOST_STRAIN, mostHyphens: soft });
  if (better[0] !== undefined && better[0].demerits <= LOST_DEMERITS) return better;
  return fitWithin(request, { mostStrain: Infinity, mostHyphens: soft });
}

/** Strain of the loosest line of a way but its last. */
function hardestPull({ table, from, widthOf, slack }: FitRequest, breaks: readonly number[]): number {
  let hardest = 0;
  let at = from;
  for (let line = 0; line + 1 < breaks.length; line += 1) {
    const to = breaks[line]!;
    const { width, indent } = widthOf(line);
    if (!isForced(table.kind[to]!))
      hardest = Math.max(hardest, strainOf(matterOf(table, at, to), width - indent, slack));
    at = to;
  }
  return hardest;
}

type Bounds = {
  /** Lines pulled harder are left out. */
  readonly mostStrain: number;
  /** Hyphens that may follow one another; those over the style's limit cost. */
  readonly mostHyphens: number;
};

/** As {@link fitJustified}, within some bounds. */
function fitWithin(request: FitRequest, bounds: Bounds): readonly Fit[] {
  const { table, from } = request;
  const ways = WAYS;
  ways.begin({ ...request, mostHyphens: bounds.mostHyphens });
  ways.activate(ways.add({ at: from, line: 0, fitness: 1, hyphens: 0, demerits: 0, previous: -1 }));
  const kept = { linesKept: request.countsLines ? LINES_KEPT : Infinity, margin: FITNESS_DEMERITS };
  for (let to = from + 1; to < table.count && ways.activeCount > 0; to += 1) {
    reach(request, ways, { to, ...bounds });
    if (isForced(table.kind[to]!)) ways.activeCount = 0;
    ways.closePlace(to, kept);
  }
  // The last place is forced: what is active there are the ends.
  return bestByLines(ways).map((way) => ({ breaks: ways.breaksOf(way), demerits: ways.demerits[way]! }));
}

const isForced = (kind: number): boolean => kind === BREAK_FORCED || kind === BREAK_END;

/** One line, whatever way has come to its start: ways from one break differ in what came before. */
type LineFit = {
  isFitting: boolean;
  strain: number;
  fitness: number;
  /** For its badness and for the break at its end. */
  demerits: number;
  isRunt: boolean;
};

type Reach = Bounds & { readonly to: number };

/** Ends a line at `to` from every active way; those that can no longer reach anything leave the list. */
function reach(request: FitRequest, ways: Ways, { to, mostStrain, mostHyphens }: Reach): void {
  const { table, isUniform } = request;
  const kind = table.kind[to]!;
  const isLast = isForced(kind);
  const isAdded = kind === BREAK_HYPHEN;
  const isHyphen = isAdded || kind === BREAK_COMPOUND;
  const line: LineFit = { isFitting: false, strain: 0, fitness: 1, demerits: 0, isRunt: false };
  const most = isLast ? Infinity : mostStrain;
  let kept = 0;
  let [lastAt, lastRoom] = [-1, -1];
  for (let i = 0; i < ways.activeCount; i += 1) {
    const way = ways.active[i]!;
    const at = ways.at[way]!;
    const room = ways.roomOf(ways.line[way]!);
    if (at !== lastAt || room !== lastRoom) {
      [lastAt, lastRoom] = [at, room];
      measureLine(request, line, { at, to, room });
    }
    if (line.strain > most) {
      // A line that begins later is looser still.
      if (isUniform && way > 0) {
        kept = ways.keepFrom(i, kept);
        break;
      }
      ways.active[kept++] = way;
      continue;
    }
    // What is too wide now stays too wide, but for an added hyphen: that alone is no reason to give the way up.
    if (line.isFitting || isAdded) ways.active[kept++] = way;
    const before = ways.hyphens[way]!;
    if (!line.isFitting || (isAdded && before >= mostHyphens)) continue;
    let demerits = ways.demerits[way]! + line.demerits;
    if (isAdded && before >= request.mostHyphens)
      demerits += RUN_DEMERITS * (before + 1 - request.mostHyphens) ** 2;
    if (Math.abs(line.fitness - ways.fitness[way]!) > 1) demerits += FITNESS_DEMERITS;
    if (isLast && before > 0) demerits += LAST_HYPHEN_DEMERITS;
    if (isLast && line.isRunt && ways.line[way]! > 0) demerits += RUNT_DEMERITS;
    ways.offer(way, line.fitness, isHyphen ? before + 1 : 0, demerits);
  }
  ways.activeCount = kept;
}

type LinePlace = { readonly at: number; readonly to: number; readonly room: number };

function measureLine(request: FitRequest, line: LineFit, { at, to, room }: LinePlace): void {
  const { table, slack, isLastResort } = request;
  const matter = matterOf(table, at, to);
  const natural = strainOf(matter, room, slack);
  line.strain = natural;
  line.isFitting = natural >= LEAST_STRAIN || matter.width <= 0 || (isLastResort && to === at + 1);
  if (!line.isFitting) return;
  const kind = table.kind[to]!;
  // A last line is not pulled: it ends where it ends.
  const strain = Math.max(-MOST_STRAIN, Math.min(natural, isForced(kind) ? 0 : MOST_STRAIN));
  const badness = LINE_BADNESS + 100 * Math.abs(strain * strain * strain);
  const penalty = table.isPoor[to] === 1 ? POOR_HYPHEN_PENALTY : penaltyOf(kind);
  line.fitness = strain < -0.5 ? 0 : strain <= 0.5 ? 1 : strain <= 1 ? 2 : 3;
  line.demerits = badness * badness + penalty * penalty;
  line.isRunt = matter.width / room < RUNT_SHARE;
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

function bestByLines(ways: Ways): readonly number[] {
  const best = new Map<number, number>();
  for (let i = 0; i < ways.activeCount; i += 1) {
    const way = ways.active[i]!;
    const known = best.get(ways.line[way]!);
    if (known === undefined || ways.demerits[way]! < ways.demerits[known]!) best.set(ways.line[way]!, way);
  }
  return [...best.values()].sort(
    (a, b) => ways.demerits[a]! - ways.demerits[b]! || ways.line[a]! - ways.line[b]!,
  );
}
