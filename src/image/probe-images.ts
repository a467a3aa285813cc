import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { ImageAsset } from './image-asset.ts';
import type { PictureDesk, PictureFile } from './picture-desk.ts';
import type { PictureFault } from './probe-head.ts';

/** A picture file and the line that refers to it. */
export type ImageReference = { readonly file: string; readonly at: Span | null };

/** Pictures as their first bytes tell them, by file, and the end of the proof that they are whole. */
export type ProbedImages = {
  readonly images: ReadonlyMap<string, ImageAsset>;
  /** Waits until every picture was decoded. False when one is broken, which is reported then. */
  readonly finish: () => Promise<boolean>;
};

/**
 * Opens every picture once and gives its size as it will stand: after orientation by EXIF. They are decoded whole
 * meanwhile, but for those that were found whole before, by their bytes.
 *
 * Reports GA601 (not JPEG, PNG or WebP), GA602 (broken, or not to be read), GA603 (too large) and GA604 (animated),
 * once a file, at the first line that refers to it; such a file is left out of the result.
 */
export async function probeImages(
  files: readonly ImageReference[],
  { desk, standIn }: { readonly desk: PictureDesk; readonly standIn: (file: string) => Uint8Array | null },
  context: Context,
): Promise<ProbedImages> {
  const references = new Map<string, ImageReference>();
  for (const reference of files)
    if (!references.has(reference.file)) references.set(reference.file, reference);
  const report = ({ code, reason }: PictureFault, file: string): void =>
    reportFault(context, code, {
      message: `${nameOf(file)} ${reason}`,
      span: references.get(file)?.at ?? null,
    });
  const asked = [...references.keys()].map((file): PictureFile => ({ file, standIn: standIn(file) }));
  const heads = await desk.open(asked);
  const images = new Map<string, ImageAsset>();
  const unknown: (PictureFile & { readonly facts: Omit<ImageAsset, 'file'> })[] = [];
  heads.forEach((head, index) => {
    const picture = asked[index];
    if (picture === undefined) return;
    if (head.kind === 'fault') return report(head, picture.file);
    images.set(picture.file, { file: picture.file, ...head.facts });
    if (!head.isKnown) unknown.push({ ...picture, facts: head.facts });
  });
  const decoding = desk.decode(unknown);
  // Whoever stops before the end does not wait for it.
  decoding.catch(() => {});
  return {
    images,
    finish: async () => {
      const faults = await decoding;
      faults.forEach((fault, index) => fault !== null && report(fault, unknown[index]?.file ?? ''));
      return faults.every((fault) => fault === null);
    },
  };
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
