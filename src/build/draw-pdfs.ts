import { pdfNameOf, sortProfiles, type PdfProfile } from '../edition/profiles.ts';
import { encodeImages, imageKey, type ImagePlacement, type PictureSource } from '../image/encode-images.ts';
import type { EncodedImage, RawImage } from '../image/image-asset.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { ImageFragment } from '../page/page.ts';
import { drawPdf, type DrawnPdf, type PdfOptions } from '../pdf/draw-pdf.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import type { PdfSizes } from '../pdf/pdf-sizes.ts';
import { switchesOf } from '../pdf/profile-switches.ts';
import { preflightSaved } from './preflight-saved.ts';
import { proveSavedPdf } from './prove-edition.ts';
import { recordOf } from './record-of.ts';
import type { EditionBuild, SetEdition } from './set-edition.ts';

/** A finished PDF. */
export type PdfFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly profile: PdfProfile | 'sheets';
  readonly sizes: PdfSizes;
};

/** The PDFs of an edition, and one to show its pages by: drawn for it where none of the others will do. */
export type DrawnPdfs = { readonly files: readonly PdfFile[]; readonly shown: () => Promise<Uint8Array> };

/** What pictures are found by. */
export type ImageOf<Image> = (fragment: ImageFragment) => Image;

/**
 * Draws every PDF that is wanted and proves each by what it says when it is read back. Sheets are made of the pages of
 * print: who wants them wants these too.
 *
 * @param sources files that an archive carries, absolute.
 */
export async function drawPdfs(
  build: EditionBuild,
  set: SetEdition,
  sources: () => readonly string[],
): Promise<DrawnPdfs> {
  const { edition, options, clock } = build;
  const named = options.profiles ?? edition.profiles;
  const all = options.impose === null ? named : sortProfiles([...named, 'print']);
  const wanted = options.only === 'epub' ? [] : all;
  const encoded = await clock.runAsync('encode', () =>
    encodeImages(placementsOf(set.composed), pictureSource(build, set)),
  );
  const imageOf = findImage(encoded);
  const draw = (profile: PdfProfile): Promise<DrawnPdf> =>
    clock.runAsync('draw', async () => {
      const attached = switchesOf(profile).hasSources ? await attach(build, set, sources()) : [];
      return drawPdf(set.composed, {
        ...commonOptions(build),
        profile,
        imageOf,
        sources: attached,
        press: null,
      });
    });
  const files: PdfFile[] = [];
  let shown: Uint8Array | null = null;
  for (const profile of wanted) {
    if (profile === 'print') {
      const { drawPrint } = await import('./draw-print.ts');
      files.push(...(await drawPrint(build, set)));
      continue;
    }
    const drawn = await draw(profile);
    shown ??= drawn.bytes;
    files.push(await finish(build, profile, drawn));
  }
  for (const { name, profile, bytes } of files) {
    const pdf = clock.run('prove', () => openPdf(bytes));
    if (profile !== 'sheets')
      clock.run('prove', () => proveSavedPdf(build, set.articles, { composed: set.composed, pdf }));
    clock.run('preflight', () => preflightSaved(name, pdf, build.context));
  }
  return { files, shown: async () => shown ?? (await draw('screen')).bytes };
}

async function finish(build: EditionBuild, profile: PdfProfile, drawn: DrawnPdf): Promise<PdfFile> {
  const { edition, options, clock } = build;
  const bytes = switchesOf(profile).isLinearised
    ? await clock.runAsync('linearise', () => linearize(drawn.bytes, options))
    : drawn.bytes;
  const sizes = { ...drawn.sizes, total: bytes.length };
  return { name: pdfNameOf(edition.fileStem, profile), bytes, profile, sizes };
}

async function attach(
  build: EditionBuild,
  set: SetEdition,
  sources: readonly string[],
): Promise<PdfOptions['sources']> {
  const { attachSources } = await import('./attach-sources.ts');
  const { edition, options } = build;
  const matter = { edition, record: recordOf(build), articles: set.articles, composed: set.composed };
  return attachSources(sources, matter, options.host);
}

/** qpdf is loaded and read only where it has something to do. */
async function linearize(file: Uint8Array, options: EditionBuild['options']): Promise<Uint8Array> {
  const { linearizePdf } = await import('../pdf/linearize.ts');
  return linearizePdf(file, options.installation.engines().qpdf);
}

/** What every PDF of an edition is drawn with. */
export function commonOptions(build: EditionBuild): Pick<PdfOptions, 'record' | 'subsetter' | 'direction'> {
  const { edition, engines } = build;
  return { record: recordOf(build), subsetter: engines.subsetter, direction: edition.direction };
}

/** Where the pictures of an edition come from. */
export function pictureSource(
  { options }: EditionBuild,
  { assets, images }: Pick<SetEdition, 'assets' | 'images'>,
): PictureSource {
  const pixelsOf = (file: string): number => {
    const image = images.get(file);
    return image === undefined ? 0 : image.width * image.height;
  };
  return { read: (file) => assets.read(file), pixelsOf, cache: options.cache };
}

/** The places of all pictures, in drawing order. */
export const placementsOf = (composed: ComposedEdition): readonly ImagePlacement[] =>
  composed.pages.flatMap((page) =>
    page.fragments.filter((fragment) => fragment.kind === 'image').map(placementOf),
  );

/** Finds the picture of a fragment among those that were made ready. */
export function findImage<Image extends EncodedImage | RawImage>(
  images: ReadonlyMap<string, Image>,
): ImageOf<Image> {
  return (fragment) => {
    const image = images.get(imageKey(placementOf(fragment)));
    if (image === undefined) throw new Error(`${fragment.file} was placed but not encoded`);
    return image;
  };
}

function placementOf(fragment: ImageFragment): ImagePlacement {
  return {
    file: fragment.file,
    crop: fragment.crop,
    widthPt: fragment.rect.width,
    heightPt: fragment.rect.height,
  };
}
