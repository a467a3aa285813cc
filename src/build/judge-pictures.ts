import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { PressImage } from '../image/encode-inks.ts';
import type { PictureUse } from './set-edition.ts';

/**
 * What a press will make of the pictures: reports GA610 for one with more ink than the paper holds, GA611 for one with
 * too few pixels for its size. Once a file, for its worst place.
 *
 * @param images with the file of each.
 */
export function judgePictures(
  images: readonly { readonly file: string; readonly press: PressImage }[],
  uses: readonly PictureUse[],
  edition: Edition,
  context: Context,
): void {
  const worst = new Map<string, { ink: number; resolution: number }>();
  for (const { file, press } of images) {
    const known = worst.get(file);
    const ink = Math.max(press.ink, known?.ink ?? 0);
    const resolution = Math.min(press.resolution, known?.resolution ?? Infinity);
    worst.set(file, { ink, resolution });
  }
  const { print, issueId, language } = edition;
  for (const [file, { ink, resolution }] of worst) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const place = { span: uses.find((use) => use.file === file)?.at ?? null, trail: [issueId, language] };
    if (ink > print.ink)
      reportFault(context, 'GA610', {
        message: `${name} takes ${ink} % of ink on the press; the paper holds ${print.ink} %`,
        ...place,
      });
    if (resolution < print.resolution)
      reportFault(context, 'GA611', {
        message: `${name} has ${resolution} pixels an inch at its size on the page; print wants ${print.resolution}`,
        ...place,
      });
  }
}
