import type { PageRule } from '../edition/edition.ts';

/** Pages, by index, on which nothing stands but what the plan names (`rest: none`). */
export function closedPages(rules: readonly PageRule[]): ReadonlySet<number> {
  return new Set(
    rules
      .filter(({ isClosed }) => isClosed)
      .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first - 1 + at)),
  );
}
