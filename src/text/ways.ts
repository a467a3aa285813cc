import { pt } from '../core/units.ts';
import type { LineMeasure } from './line.ts';

/** Fitness classes: pressed, good, loose, very loose. */
const FITNESS_CLASSES = 4;

const NO_OFFER = -1;

const NO_MEASURE: LineMeasure = { indent: pt(0), width: pt(0) };

/** How a line ended: what the next one must know of it. */
export type WayEnd = { readonly fitness: number; readonly hyphens: number; readonly demerits: number };

/**
 * The ways to break that total fit keeps: rows of typed arrays, since a paragraph makes thousands of them. The row of a
 * way is its number; `previous` leads back to the way one line before, and −1 is the start.
 *
 * At each place: an {@link Ways.offer} for each line that may end there, then {@link Ways.closePlace}.
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
  private offered: Int32Array = new Int32Array(1024).fill(NO_OFFER);
  private offeredDemerits: Float64Array = new Float64Array(1024);
  /** The classes that have an offer: few of all, so only they are gone through. */
  private taken: Int32Array = new Int32Array(64);
  private takenCount = 0;

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

  /** Offers a line from a way to the open place; only the best offer of each class stays. */
  offer(way: number, fitness: number, hyphens: number, demerits: number): void {
    const line = this.countsLines ? this.line[way]! : 0;
    const run = Math.min(hyphens, this.hyphenClasses - 1);
    const slot = (line * this.hyphenClasses + run) * FITNESS_CLASSES + fitness;
    if (slot >= this.offered.length) this.growOffers(slot);
    if (this.offered[slot] === NO_OFFER) {
      if (this.takenCount === this.taken.length)
        this.taken = widened(this.taken, new Int32Array(2 * this.takenCount));
      this.taken[this.takenCount] = slot;
      this.takenCount += 1;
    } else if (this.offeredDemerits[slot]! <= demerits) return;
    this.offered[slot] = way;
    this.offeredDemerits[slot] = demerits;
  }

  /**
   * Makes active ways of the offers to the open place, but for those many lines off the best of them, and for those that
   * are dearer by more than `margin` than one with the same lines and no longer a run of hyphens. Opens the next place.
   */
  closePlace(
    at: number,
    { linesKept, margin }: { readonly linesKept: number; readonly margin: number },
  ): void {
    if (this.takenCount === 0) return;
    const taken = this.taken.subarray(0, this.takenCount).sort();
    const bestLine = this.bestLine(taken);
    let [lastRun, lastLine, limit] = [-1, -1, Infinity];
    for (let i = 0; i < taken.length; i += 1) {
      const slot = taken[i]!;
      const run = Math.floor(slot / FITNESS_CLASSES);
      const line = Math.floor(run / this.hyphenClasses);
      if (line !== lastLine) limit = Infinity;
      if (run !== lastRun) limit = Math.min(limit, this.leastOfRun(taken, i) + margin);
      [lastRun, lastLine] = [run, line];
      const demerits = this.offeredDemerits[slot]!;
      const previous = this.offered[slot]!;
      this.offered[slot] = NO_OFFER;
      const before = this.line[previous]!;
      if (demerits > limit || Math.abs(before - bestLine) > linesKept) continue;
      const end = { fitness: slot % FITNESS_CLASSES, hyphens: run % this.hyphenClasses, demerits };
      this.activate(this.add({ at, line: before + 1, ...end, previous }));
    }
    this.takenCount = 0;
  }

  /** Lines before the best offer of all. */
  private bestLine(taken: Int32Array): number {
    let best = taken[0]!;
    for (const slot of taken) if (this.offeredDemerits[slot]! < this.offeredDemerits[best]!) best = slot;
    return this.line[this.offered[best]!]!;
  }

  /** The least demerits of the offers of one run of hyphens, the first of which is given. */
  private leastOfRun(taken: Int32Array, first: number): number {
    const run = Math.floor(taken[first]! / FITNESS_CLASSES);
    let least = Infinity;
    for (let i = first; i < taken.length && Math.floor(taken[i]! / FITNESS_CLASSES) === run; i += 1)
      least = Math.min(least, this.offeredDemerits[taken[i]!]!);
    return least;
  }

  /** The breaks of a way, from the first line's end to its own. */
  breaksOf(way: number): readonly number[] {
    const breaks: number[] = [];
    for (let index = way; this.previous[index] !== -1; index = this.previous[index]!)
      breaks.push(this.at[index]!);
    return breaks.reverse();
  }

  private growOffers(slot: number): void {
    const size = 2 * (slot + 1);
    const known = this.offered.length;
    this.offered = widened(this.offered, new Int32Array(size)).fill(NO_OFFER, known);
    this.offeredDemerits = widened(this.offeredDemerits, new Float64Array(size));
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
