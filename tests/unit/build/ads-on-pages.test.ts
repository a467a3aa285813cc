import { expect, test } from 'vitest';
import { adsOnPages } from '../../../src/build/ads-on-pages.ts';
import type { Ad } from '../../../src/edition/edition.ts';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';

const ad = (id: string, file: string, page: number | null): Ad => ({
  id,
  file,
  alt: file,
  columns: null,
  width: null,
  depth: null,
  page,
});

const pagesWith = (files: readonly (readonly string[])[]): Pick<ComposedEdition, 'pages'> =>
  ({
    pages: files.map((own, index) => ({ index, fragments: own.map((file) => ({ kind: 'image', file })) })),
  }) as unknown as Pick<ComposedEdition, 'pages'>;

test('each advertisement has the page that it came to stand on, also where two show one picture', () => {
  const ads = [ad('@ad.1', 'sale.png', 3), ad('@ad.2', 'sale.png', null), ad('@ad.3', 'ferry.png', null)];
  const pages = pagesWith([['pier.jpg'], ['sale.png'], ['sale.png', 'ferry.png']]);
  expect(adsOnPages({ ads }, pages).map(({ page }) => page)).toEqual([3, 2, 3]);
});

test('one that stands nowhere stays as the manifest has it', () => {
  expect(adsOnPages({ ads: [ad('@ad.1', 'gone.png', null)] }, pagesWith([[]]))[0]?.page).toBeNull();
});
