import { planHead } from './block-head.ts';
import { countSymbols, type Steps, type Stretch } from './parse-block.ts';

/** Steps that a block of its own has at least. */
const FEWEST_STEPS = 60;

/** Places that are tried at once; around the best of them closer ones are. */
const TRIED = 8;

/** Parts the data where two blocks, each with codes of its own, take less than one. In order, without gaps. */
export function splitSteps(data: Uint8Array, steps: Steps): readonly Stretch[] {
  const places = new Uint32Array(steps.count + 1);
  for (let step = 0; step < steps.count; step += 1)
    places[step + 1] = (places[step] ?? 0) + (steps.lengths[step] ?? 0);
  const bitsOf = (first: number, last: number): number =>
    planHead(countSymbols(data, steps, { first, last, at: places[first] ?? 0 })).bits;
  const split = (first: number, last: number): readonly number[] => {
    const place = bestSplit({ first, last }, bitsOf);
    return place === null ? [] : [...split(first, place), place, ...split(place, last)];
  };
  const ends = [0, ...split(0, steps.count), steps.count].map((step) => places[step] ?? 0);
  return ends.slice(1).map((to, index) => ({ from: ends[index] ?? 0, to }));
}

/** The step before which a stretch is best parted; null when it is best left whole. */
function bestSplit(
  { first, last }: { readonly first: number; readonly last: number },
  bitsOf: (first: number, last: number) => number,
): number | null {
  let from = first + FEWEST_STEPS;
  let to = last - FEWEST_STEPS;
  let best: { readonly place: number; readonly bits: number } | null = null;
  while (to > from) {
    const stride = Math.max(1, Math.floor((to - from) / TRIED));
    for (let place = from; place <= to; place += stride) {
      const bits = bitsOf(first, place) + bitsOf(place, last);
      if (best === null || bits < best.bits) best = { place, bits };
    }
    if (stride === 1 || best === null) break;
    from = Math.max(first + FEWEST_STEPS, best.place - stride + 1);
    to = Math.min(last - FEWEST_STEPS, best.place + stride - 1);
  }
  return best !== null && best.bits < bitsOf(first, last) ? best.place : null;
}
