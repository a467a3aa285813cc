import { pdfNameOf } from '../edition/profiles.ts';
import { encodeInks } from '../image/encode-inks.ts';
import { drawPdf } from '../pdf/draw-pdf.ts';
import { drawSheets } from '../pdf/draw-sheets.ts';
import type { Imposition } from '../pdf/sheet-order.ts';
import { commonOptions, findImage, placementsOf, type PdfFile } from './draw-pdfs.ts';
import { judgePictures } from './judge-pictures.ts';
import { openPress } from './open-press.ts';
import { padPages } from './pad-pages.ts';
import { addSlugs, smallestRun, slugLine } from './slug-line.ts';
import { picturesOf, type EditionBuild, type SetEdition } from './set-edition.ts';

/** Draws the file for the press. Empty when something was reported. */
export async function drawPrint(build: EditionBuild, set: SetEdition): Promise<readonly PdfFile[]> {
  const { edition, engines, options, clock, context } = build;
  const { print, fileStem } = edition;
  const composed = padPages(set.composed, edition, context);
  const opened = await clock.runAsync('encode', () => openPress(edition, composed, options, context));
  if (opened === null || context.hasError()) return [];
  const { press, profileFile } = opened;
  const placements = placementsOf(composed);
  const images = await clock.runAsync('encode', () =>
    encodeInks(placements, (file) => set.assets.read(file), profileFile),
  );
  const named = [...images].map(([key, image]) => ({ file: key.slice(0, key.indexOf('|')), press: image }));
  judgePictures(named, picturesOf(set.articles), edition, context);
  const found = Promise.resolve(findImage(new Map([...images].map(([key, { image }]) => [key, image]))));
  const inks = print.isGrey ? 'K' : `CMYK, ${press.profile.description}`;
  const slugs = { book: engines.book, bleed: print.bleed, inks };
  const pages = print.slug ? addSlugs(composed, fileStem, slugs) : composed.pages;
  const drawn = await clock.runAsync('draw', () =>
    drawPdf(
      { ...composed, pages },
      { ...commonOptions(build), profile: 'print', images: found, sources: [], press },
    ),
  );
  const files: PdfFile[] = [{ name: pdfNameOf(fileStem, 'print'), profile: 'print', ...drawn }];
  const { impose } = options;
  if (impose !== null) {
    const like = print.slug ? smallestRun(composed) : null;
    const sheets = await clock.runAsync('draw', () =>
      drawSheets(composed, {
        ...commonOptions(build),
        images: found,
        press,
        imposition: impose,
        slugOf: (side, { size }) =>
          like === null
            ? null
            : slugLine(`${fileStem}  ${sideName(side, impose)}  ${inks}`, like, engines.book, {
                bottom: size.height,
                bleed: print.bleed,
              }),
      }),
    );
    files.push({ name: pdfNameOf(fileStem, 'print', impose), profile: 'sheets', ...sheets });
  }
  return files;
}

/** `2A` is the front of the second sheet, `2B` its back; sides of 2up are counted. */
const sideName = (side: number, impose: Imposition): string =>
  impose === '2up' ? String(side + 1) : `${Math.floor(side / 2) + 1}${side % 2 === 0 ? 'A' : 'B'}`;
