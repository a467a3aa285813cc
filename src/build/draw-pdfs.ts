import { pdfNameOf, sortProfiles, type PdfProfile } from '../edition/profiles.ts';
import { encodeImages, imageKey, type ImagePlacement } from '../image/encode-images.ts';
import type { EncodedImage, RawImage } from '../image/image-asset.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { ImageFragment } from '../page/page.ts';
import { drawPdf, type DrawnPdf, type PdfOptions } from '../pdf/draw-pdf.ts';
import type { PdfSizes } from '../pdf/pdf-sizes.ts';
import { switchesOf } from '../pdf/profile-switches.ts';
import { roleDeclarations } from '../style/role-declarations.ts';
import { reportFindings } from './report-findings.ts';
import { proveSavedPdf } from './prove-edition.ts';
import { pictureSource } from './picture-source.ts';
import { recordOf } from './record-of.ts';
import type { EditionBuild, SetEdition } from './set-edition.ts';
import type { Cover } from './side-desk.ts';

/** A finished PDF. */
export type PdfFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly profile: PdfProfile | 'sheets';
  readonly sizes: PdfSizes;
};

/** Pixels across the EPUB's cover and the PNG of `--cover`. */
const COVER_WIDTH = 1400;

/** The PDFs of an edition. */
export type DrawnPdfs = {
  readonly files: readonly PdfFile[];
  /** Page 1 as a picture, which is drawn meanwhile; null where nobody wants it. */
  readonly cover: Promise<Cover> | null;
  /** Waits until they are read back, which goes on meanwhile, and reports what was found: proof B and preflight. */
  readonly judge: () => Promise<void>;
};

/** Finds the picture of a fragment among those that were made ready. */
export type PagePictures = Promise<(fragment: ImageFragment) => EncodedImage>;

/** Makes the pictures of the pages ready for the screen, while other work goes on. */
export function startPictures({ options }: EditionBuild, set: SetEdition): PagePictures {
  const images = encodeImages(placementsOf(set.composed), pictureSource(options.desk, set)).then(findImage);
  // Whoever stops before they are needed does not wait for them.
  images.catch(() => {});
  return images;
}

/**
 * Draws every PDF that is wanted and has each read back, which proves it. Sheets are made of the pages of
 * print: who wants them wants these too.
 *
 * @param sources files that an archive carries, absolute.
 */
export async function drawPdfs(
  build: EditionBuild,
  set: SetEdition,
  { images, sources }: { readonly images: PagePictures; readonly sources: () => readonly string[] },
): Promise<DrawnPdfs> {
  const { edition, options, clock } = build;
  const named = options.profiles ?? edition.profiles;
  const all = options.impose === null ? named : sortProfiles([...named, 'print']);
  const wanted = options.only === 'epub' ? [] : all;
  const draw = (profile: PdfProfile): Promise<DrawnPdf> =>
    clock.runAsync('draw', async () => {
      const attached = switchesOf(profile).hasSources ? await attach(build, set, sources()) : [];
      return drawPdf(set.composed, {
        ...commonOptions(build),
        profile,
        images,
        sources: attached,
        press: null,
      });
    });
  const files: PdfFile[] = [];
  const wantsCover = options.only !== 'pdf' || options.cover;
  let cover: Promise<Cover> | null = null;
  const show = ({ bytes }: DrawnPdf): void => {
    if (!wantsCover || cover !== null) return;
    cover = options.desk.drawCover(bytes, COVER_WIDTH, options.cover);
    // Whoever stops before the cover is needed does not wait for it.
    cover.catch(() => {});
  };
  for (const profile of wanted) {
    if (profile === 'print') {
      const { drawPrint } = await import('./draw-print.ts');
      files.push(...(await drawPrint(build, set)));
      continue;
    }
    const drawn = await draw(profile);
    show(drawn);
    files.push({ name: pdfNameOf(edition.fileStem, profile), profile, ...drawn });
  }
  // What shows the pages is drawn for it where none of the others will do.
  if (wantsCover && cover === null) show(await draw('screen'));
  const judging = files.map(({ bytes, profile }) => options.desk.judgePdf(bytes, profile !== 'sheets'));
  for (const own of judging) own.catch(() => {});
  return {
    files,
    cover,
    judge: async () => {
      const judged = await clock.runAsync('preflight', () => Promise.all(judging));
      clock.run('prove', () => {
        for (const [index, { profile }] of files.entries()) {
          const { stories = [] } = judged[index] ?? {};
          const saved = { composed: set.composed, stories };
          if (profile !== 'sheets') proveSavedPdf(build, set.articles, saved);
        }
      });
      const roles = roleDeclarations(ownSheets(set.sheets, options));
      files.forEach(({ name }, index) =>
        reportFindings(name, judged[index]?.findings ?? [], roles, build.context),
      );
    },
  };
}

/** The style sheets that are none of galley's. */
const ownSheets = (
  sheets: SetEdition['sheets'],
  { installation }: EditionBuild['options'],
): SetEdition['sheets'] => sheets.filter(({ file }) => !file.startsWith(`${installation.packageFolder}/`));

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

/** What every PDF of an edition is drawn with. */
export function commonOptions(build: EditionBuild): Pick<PdfOptions, 'record' | 'direction' | 'deflate'> {
  const { edition, options } = build;
  return {
    record: recordOf(build),
    direction: edition.direction,
    deflate: options.desk.deflate,
  };
}

/** The places of all pictures, in drawing order. */
export const placementsOf = (composed: ComposedEdition): readonly ImagePlacement[] =>
  composed.pages.flatMap((page) =>
    page.fragments.filter((fragment) => fragment.kind === 'image').map(placementOf),
  );

/** Finds the picture of a fragment among those that were made ready. */
export function findImage<Image extends EncodedImage | RawImage>(
  images: ReadonlyMap<string, Image>,
): (fragment: ImageFragment) => Image {
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
