import type { FaceQuery } from './font-book.ts';
import type { FontFile } from './font-file.ts';

/**
 * Sorts the files of one family, the best for the query first: by style, then weight, then optical size.
 * Files that are equal keep their order.
 *
 * Styles and weights: CSS Fonts 4 §5.2.
 */
export function rankFiles(
  files: readonly FontFile[],
  query: Omit<FaceQuery, 'families'>,
): readonly FontFile[] {
  const ranked = files.map((file) => ({
    file,
    keys: [
      file.style === query.style ? 0 : 1,
      rankWeight(file.weight, query.weight),
      rankSize(file.opticalSizes, query.size),
    ],
  }));
  ranked.sort((a, b) => compareKeys(a.keys, b.keys));
  return ranked.map((entry) => entry.file);
}

/** A wanted weight of 400 or 500 is met by the other first; else lighter ones look lighter first, heavier ones heavier first. */
function rankWeight(weight: number, wanted: number): number {
  if (weight === wanted) return 0;
  const away = 1000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return weight - wanted;
    return weight < wanted ? away + wanted - weight : 2 * away + weight;
  }
  const prefersHeavier = wanted > 500;
  const isPreferred = prefersHeavier ? weight > wanted : weight < wanted;
  return (isPreferred ? 0 : away) + Math.abs(weight - wanted);
}

function rankSize(range: readonly [number, number] | null, size: number): number {
  if (range === null) return 0;
  if (size < range[0]) return range[0] - size;
  // The upper bound is not in the range: a size right on it counts as just outside.
  return size >= range[1] ? size - range[1] + 0.001 : 0;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
