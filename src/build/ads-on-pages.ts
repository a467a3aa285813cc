import type { Edition } from '../edition/edition.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';

/** The advertisements with the pages that they stand on. */
export function adsOnPages(
  { ads }: Pick<Edition, 'ads'>,
  { pages }: Pick<ComposedEdition, 'pages'>,
): Edition['ads'] {
  const places = pages.flatMap(({ index, fragments }) =>
    fragments.flatMap((fragment) => (fragment.kind === 'image' ? [{ file: fragment.file, index }] : [])),
  );
  return ads.map((ad) => {
    // One picture may be that of several advertisements.
    const at = places.findIndex(
      ({ file, index }) => file === ad.file && (ad.page ?? index + 1) === index + 1,
    );
    const [place] = at < 0 ? [] : places.splice(at, 1);
    return place === undefined ? ad : { ...ad, page: place.index + 1 };
  });
}
