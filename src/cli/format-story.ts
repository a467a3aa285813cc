import type { StoryReport } from '../build/build-report.ts';

/** How much of a story stands in columns, and where: `5.3 column inches, pages 1, 2`; `pages 1, 2` for one without. */
export function formatStory({ columnInches, pages }: Pick<StoryReport, 'columnInches' | 'pages'>): string {
  if (pages.length === 0) return 'on no page';
  // Heads and pictures over all columns are no column inches: a story of them alone has none.
  const depth = columnInches === 0 ? '' : `${columnInches.toFixed(1)} column inches, `;
  return `${depth}${formatPages(pages)}`;
}

function formatPages(pages: readonly string[]): string {
  return `page${pages.length === 1 ? '' : 's'} ${pages.join(', ')}`;
}
