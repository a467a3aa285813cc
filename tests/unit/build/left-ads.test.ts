import { expect, test } from 'vitest';
import { reportLeftAds } from '../../../src/build/report-left-ads.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import type { AdMatter } from '../../../src/makeup/place-ads.ts';

test.each([
  [null, 1, 'there is 1 page'],
  [null, 2, 'there are 2 pages'],
  [4, 4, 'the manifest asks for 4 pages'],
  [8, 1, 'of the 8 pages that the manifest asks for 1 is made up'],
  [8, 2, 'of the 8 pages that the manifest asks for 2 are made up'],
])('page 6 is missing where %j are asked for and %i made up', (pageCount, pages, expected) => {
  const context = createCollector();
  const edition = { pageCount, spans: {}, issueId: '7', language: 'en' } as unknown as Edition;
  const left = [{ id: '@ad.1', page: 6, columns: 2, rows: 9 } as unknown as AdMatter];
  reportLeftAds(edition, { left, spreads: [], pages }, context);
  expect(context.diagnostics.map(({ message }) => message)).toEqual([
    `there is no page 6 for this advertisement: ${expected}`,
  ]);
});
