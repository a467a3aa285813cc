import { pt } from '../core/units.ts';
import type { LineMeasure } from './line.ts';

/** Fitness classes: pressed, good, loose, very loose. */
const FITNESS_CLASSES = 4;

const NO_MEASURE: LineMeasure = { indent: pt(0), width: pt(0) };

/** How a line ended: what the next one must know of it. */
export type WayEnd = { readonly fitness: number; readonly hyphens: number; readonly demerits: number };

type KeptOffers = {
  readonly hyphens: number;
  readonly limit: number;
  readonly bestLine: number;
  readonly linesKept: number;
};

/**
 * The ways to break that total fit keeps: rows of typed arrays, since a paragraph makes thousands of them. The row of a
 * way is its number; `previous` leads back to the way one line before, and −1 is the start.
 *
 * At each place: {@link Ways.openPlace}, an {@link Ways.offer} for each line that may end there, {@link Ways.closePlace}.
 */
export class Ways {
  count = 0;
  /** Break that the way has come to, and lines up to there. */
  at: Int32Array = new Int32Array(256);
  line: Int32Array = new Int32Array(256);
  fitness: Uint8Array = new Uint8Array(256);
  /** Hyphenated lines in a row up to there; not counted further than one over what is allowed. */
  hyphens: Uint8Array = new Uint8Array(256);
  demerits: Float64Array = new Float64Array(256);
  previous: Int32Array = new Int32Array(256);
  /** Ways that a line may begin from, in the order of their breaks. */
  active: Int32Array = new Int32Array(64);
  activeCount = 0;

  private rooms: number[] = [];
  private widthOf: (line: number) => LineMeasure = () => NO_MEASURE;
  private hyphenClasses = 0;
  private countsLines = false;
  /** Best offer of each class at the open place: the way it comes from (−1 is none), and its demerits. */
  private offered: Int32Array = new Int32Array(64);
  private offeredDemerits: Float64Array = new Float64Array(64);
  private slots = 0;
  private firstLine = 0;

  /** Forgets all ways: the arrays serve one paragraph after another. */
  begin(options: {
    readonly widthOf: (line: number) => LineMeasure;
    readonly mostHyphens: number;
    readonly countsLines: boolean;
  }): void {
    this.count = 0;
    this.activeCount = 0;
    this.rooms = [];
    this.widthOf = options.widthOf;
    this.hyphenClasses = Math.min(options.mostHyphens, 6) + 2;
    this.countsLines = options.countsLines;
  }

  /** Points that the letters of a line have. */
  roomOf(line: number): number {
    // Where lines are not counted, all but the first have one measure.
    const index = this.countsLines ? line : Math.min(line, 1);
    let room = this.rooms[index];
    if (room === undefined) {
      const measure = this.widthOf(index);
      room = measure.width - measure.indent;
      this.rooms[index] = room;
    }
    return room;
  }

  /** Adds a way and gives its number. */
  add(way: WayEnd & { readonly at: number; readonly line: number; readonly previous: number }): number {
    if (this.count === this.at.length) this.grow();
    const index = this.count;
    this.count += 1;
    this.at[index] = way.at;
    this.line[index] = way.line;
    this.fitness[index] = way.fitness;
    this.hyphens[index] = way.hyphens;
    this.demerits[index] = way.demerits;
    this.previous[index] = way.previous;
    return index;
  }

  /** Makes a way one that lines may begin from. */
  activate(way: number): void {
    if (this.activeCount === this.active.length)
      this.active = widened(this.active, new Int32Array(2 * this.activeCount));
    this.active[this.activeCount] = way;
    this.activeCount += 1;
  }

  /** Moves the active ways from one on down, to where those stand that stay; gives the place after them. */
  keepFrom(from: number, kept: number): number {
    if (kept < from) this.active.copyWithin(kept, from, this.activeCount);
    return kept + this.activeCount - from;
  }

  /** Makes room for the offers at one place, from the ways that are active. */
  openPlace(): void {
    this.firstLine = 0;
    let lines = 1;
    if (this.countsLines && this.activeCount > 0) {
      let last = 0;
      this.firstLine = Infinity;
      for (let i = 0; i < this.activeCount; i += 1) {
        const line = this.line[this.active[i]!]!;
        this.firstLine = Math.min(this.firstLine, line);
        last = Math.max(last, line);
      }
      lines = last - this.firstLine + 1;
    }
    this.slots = lines * FITNESS_CLASSES * this.hyphenClasses;
    if (this.slots > this.offered.length) {
      this.offered = new Int32Array(2 * this.slots);
      this.offeredDemerits = new Float64Array(2 * this.slots);
    }
    this.offered.fill(-1, 0, this.slots);
  }

  /** Offers a line from a way to the open place; only the best offer of each class stays. */
  offer(way: number, fitness: number, hyphens: number, demerits: number): void {
    const line = this.countsLines ? this.line[way]! - this.firstLine : 0;
    const run = Math.min(hyphens, this.hyphenClasses - 1);
    const slot = (line * FITNESS_CLASSES + fitness) * this.hyphenClasses + run;
    if (this.offered[slot] !== -1 && this.offeredDemerits[slot]! <= demerits) return;
    this.offered[slot] = way;
    this.offeredDemerits[slot] = demerits;
  }

  /**
   * Makes active ways of the offers to a place, but for those many lines off the best of them, and for those that are
   * dearer by more than `margin` than one with the same lines and no longer a run of hyphens.
   */
  closePlace(
    at: number,
    { linesKept, margin }: { readonly linesKept: number; readonly margin: number },
  ): void {
    let best = -1;
    for (let slot = 0; slot < this.slots; slot += 1) {
      if (this.offered[slot] === -1) continue;
      if (best === -1 || this.offeredDemerits[slot]! < this.offeredDemerits[best]!) best = slot;
    }
    if (best === -1) return;
    const kept = { bestLine: this.line[this.offered[best]!]!, linesKept };
    const inLine = FITNESS_CLASSES * this.hyphenClasses;
    for (let first = 0; first < this.slots; first += inLine) {
      let limit = Infinity;
      for (let hyphens = 0; hyphens < this.hyphenClasses; hyphens += 1) {
        limit = Math.min(limit, this.leastOffer(first + hyphens, inLine) + margin);
        this.keepOffers(at, first + hyphens, { ...kept, hyphens, limit });
      }
    }
  }

  /** The least demerits of the offers of one run of hyphens. */
  private leastOffer(first: number, inLine: number): number {
    let least = Infinity;
    for (let slot = first; slot < first + inLine; slot += this.hyphenClasses)
      if (this.offered[slot] !== -1 && this.offeredDemerits[slot]! < least)
        least = this.offeredDemerits[slot]!;
    return least;
  }

  private keepOffers(at: number, first: number, kept: KeptOffers): void {
    const { hyphens, limit, bestLine, linesKept } = kept;
    for (let fitness = 0; fitness < FITNESS_CLASSES; fitness += 1) {
      const slot = first + fitness * this.hyphenClasses;
      const previous = this.offered[slot]!;
      const demerits = this.offeredDemerits[slot]!;
      if (previous === -1 || demerits > limit) continue;
      const line = this.line[previous]!;
      if (Math.abs(line - bestLine) > linesKept) continue;
      this.activate(this.add({ at, line: line + 1, fitness, hyphens, demerits, previous }));
    }
  }

  /** The breaks of a way, from the first line's end to its own. */
  breaksOf(way: number): readonly number[] {
    const breaks: number[] = [];
    for (let index = way; this.previous[index] !== -1; index = this.previous[index]!)
      breaks.push(this.at[index]!);
    return breaks.reverse();
  }

  private grow(): void {
    const size = 2 * this.count;
    this.at = widened(this.at, new Int32Array(size));
    this.line = widened(this.line, new Int32Array(size));
    this.fitness = widened(this.fitness, new Uint8Array(size));
    this.hyphens = widened(this.hyphens, new Uint8Array(size));
    this.demerits = widened(this.demerits, new Float64Array(size));
    this.previous = widened(this.previous, new Int32Array(size));
  }
}

function widened<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
