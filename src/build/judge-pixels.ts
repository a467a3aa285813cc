import { reportFault } from '../diagnostics/context.ts';
import { placementsOf } from './draw-pdfs.ts';
import { ownPictures, picturesOf, type EditionBuild, type SetEdition } from './set-edition.ts';

/** Pixels an inch below which a picture is seen to be made of squares, on a screen too: those of a page at its own size. */
const LEAST_PPI = 72;

/**
 * Looks for pictures that have too few pixels even for a screen at their size on the page. Reports GA612, once a file, for
 * its worst place; what GA611 says of the file for the press is not said twice.
 */
export function judgePixels({ edition, options, context }: EditionBuild, set: SetEdition): void {
  const worst = new Map<string, number>();
  for (const { file, crop, widthPt, heightPt } of placementsOf(set.composed)) {
    const image = set.images.get(file);
    if (image === undefined) continue;
    const across = (image.width * crop.width * 72) / widthPt;
    const down = (image.height * crop.height * 72) / heightPt;
    worst.set(file, Math.min(across, down, worst.get(file) ?? Infinity));
  }
  const isPrinted = options.impose !== null || (options.profiles ?? edition.profiles).includes('print');
  const told = isPrinted ? edition.print.resolution : 0;
  const uses = [...picturesOf(set.articles), ...ownPictures(edition)];
  for (const [file, resolution] of worst) {
    const shown = Math.round(resolution);
    if (shown >= LEAST_PPI || shown < told) continue;
    const name = file.slice(file.lastIndexOf('/') + 1);
    reportFault(context, 'GA612', {
      message: `${name} has ${shown < 2 ? 'about 1 pixel' : `${shown} pixels`} an inch at its size on the page; a screen wants ${LEAST_PPI}`,
      span: uses.find((use) => use.file === file)?.at ?? null,
      trail: [edition.issueId, edition.language],
    });
  }
}
