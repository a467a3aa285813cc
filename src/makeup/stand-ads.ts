import type { Cell, PlacedAd } from './matter.ts';
import { ROWS_BETWEEN } from './weights.ts';

/** An advertisement by its size on the grid. */
type SizedAd = { readonly id: string; readonly columns: number; readonly rows: number };

/** A page by what advertisements need to know of it. */
type FootPage = {
  readonly columns: number;
  readonly rows: number;
  /** A page on the right has its outer side there. */
  readonly isRight: boolean;
};

/** Advertisements on the foot of a page, and what is against standing so. */
export type StandingAds = {
  readonly placed: readonly PlacedAd[];
  /** Column rows under advertisements that nothing stands in. */
  readonly white: number;
  /** Neighbouring columns over which they begin at unlike rows. */
  readonly steps: number;
};

/** A place for an advertisement: columns from the outer side, rows over the foot. */
type Place = {
  readonly from: number;
  readonly base: number;
  readonly white: number;
  readonly isTower: boolean;
};

/**
 * Advertisements from the foot up and from the outer side inwards: the deepest or the widest first, whichever leaves less
 * white under them and fewer steps over them. Null where they are deeper or wider than the page.
 */
export function standAtFoot(ads: readonly SizedAd[], page: FootPage): StandingAds | null {
  const byId = (a: SizedAd, b: SizedAd): number => (a.id < b.id ? -1 : 1);
  const deepest = ads.toSorted((a, b) => b.rows - a.rows || b.columns - a.columns || byId(a, b));
  const widest = ads.toSorted((a, b) => b.columns - a.columns || b.rows - a.rows || byId(a, b));
  const [first, second] = [stackAds(deepest, page), stackAds(widest, page)];
  if (first === null || second === null) return first ?? second;
  return second.white < first.white || (second.white === first.white && second.steps < first.steps)
    ? second
    : first;
}

function stackAds(ads: readonly SizedAd[], page: FootPage): StandingAds | null {
  // Rows taken in each column, from the outer side, with the white over them.
  const taken = Array.from({ length: page.columns }, () => 0);
  const placed: PlacedAd[] = [];
  let white = 0;
  for (const ad of ads) {
    const place = placeFor(ad, taken, page.rows);
    if (place === null) return null;
    const { from, base } = place;
    white += place.white;
    taken.fill(base + ad.rows + ROWS_BETWEEN, from, from + ad.columns);
    const column = page.isRight ? page.columns - from - ad.columns : from;
    const cell: Cell = { column, columns: ad.columns, row: page.rows - base - ad.rows, rows: ad.rows };
    placed.push({ id: ad.id, cell });
  }
  const steps = taken.filter((rows, at) => at > 0 && rows !== taken[at - 1]).length;
  return { placed, white, steps };
}

/** Where an advertisement stands over those before it: with least white under it, no tower beside lower ones, lowest, outermost. */
function placeFor({ columns, rows }: SizedAd, taken: readonly number[], most: number): Place | null {
  let best: Place | null = null;
  for (let from = 0; from + columns <= taken.length; from += 1) {
    const under = taken.slice(from, from + columns);
    const base = Math.max(...under);
    if (base + rows > most) continue;
    const white = under.reduce((sum, own) => sum + base - own, 0);
    const isTower = from > 0 && base + rows + ROWS_BETWEEN > (taken[from - 1] ?? 0);
    const place = { from, base, white, isTower };
    if (best === null || isBefore(place, best)) best = place;
  }
  return best;
}

function isBefore(a: Place, b: Place): boolean {
  if (a.white !== b.white) return a.white < b.white;
  if (a.isTower !== b.isTower) return b.isTower;
  return a.base < b.base;
}
