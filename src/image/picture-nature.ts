import type { Metadata, Sharp } from 'sharp';
import { sha256 } from '../host/sha256.ts';
import { loadSharp, OPEN_OPTIONS } from './load-sharp.ts';
import { sniffFormat } from './sniff-format.ts';

/** What the pixels of a picture say of how it is to be kept, whatever part of it is shown. */
export type PictureNature = {
  /** Is it drawn, and not photographed? JPEG would smear its edges. */
  readonly isDrawn: boolean;
  /** Has it a hole, through which the paper shows? */
  readonly isTransparent: boolean;
};

/** Looks at pictures once each, by their bytes. */
export type PictureNatures = (bytes: Uint8Array) => Promise<PictureNature>;

/** Has looked at no picture yet. */
export function openNatures(): PictureNatures {
  const known = new Map<string, Promise<PictureNature>>();
  return (bytes) => {
    const key = sha256(bytes);
    const nature = known.get(key) ?? natureOf(bytes);
    known.set(key, nature);
    return nature;
  };
}

/**
 * A picture is drawn, not photographed, when its 8 commonest colours cover 3/5 of it: paper, ink and a few tints,
 * with the softened edges between them.
 */
const COMMON_COLOURS = 8;
const COMMON_SHARE = 0.6;
/** Longest side of what is counted, in pixels. */
const SAMPLE_SIDE = 400;

/** @throws Error for a file that cannot be decoded. */
export async function natureOf(bytes: Uint8Array): Promise<PictureNature> {
  if (sniffFormat(bytes) === 'jpeg') return { isDrawn: false, isTransparent: false };
  const sharp = await loadSharp();
  const open = (): Sharp => sharp(bytes, OPEN_OPTIONS);
  const facts = await open().metadata();
  const isTransparent = facts.hasAlpha && !(await isOpaque(open(), facts));
  return { isDrawn: await isDrawn(open()), isTransparent };
}

/** Whether a picture with an alpha channel has no hole. Statistics of all channels would take ten times as long. */
async function isOpaque(picture: Sharp, { depth }: Metadata): Promise<boolean> {
  if (depth !== 'uchar') return (await picture.stats()).isOpaque;
  const alpha = await picture.extractChannel('alpha').raw().toBuffer();
  for (let at = 0; at < alpha.length; at += FULL.length) {
    const end = Math.min(at + FULL.length, alpha.length);
    if (alpha.compare(FULL, 0, end - at, at, end) !== 0) return false;
  }
  return true;
}

/** Pixels without any hole, to compare others with. */
const FULL = Buffer.alloc(65_536, 255);

/** Counts the colours of a picture shrunk without mixing any. */
async function isDrawn(picture: Sharp): Promise<boolean> {
  const sample = picture.removeAlpha().resize({
    width: SAMPLE_SIDE,
    height: SAMPLE_SIDE,
    fit: 'inside',
    kernel: 'nearest',
    withoutEnlargement: true,
  });
  const { data, info } = await sample.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const counts = new Map<number, number>();
  // Colours of a drawing stand in long runs: each run is counted at once.
  let [colour, run] = [-1, 0];
  const count = (): void => void counts.set(colour, (counts.get(colour) ?? 0) + run);
  for (let at = 0; at < data.length; at += info.channels) {
    const next = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    if (next !== colour) {
      count();
      [colour, run] = [next, 0];
    }
    run += 1;
  }
  count();
  const common = [...counts.values()].sort((one, other) => other - one).slice(0, COMMON_COLOURS);
  return common.reduce((sum, count) => sum + count, 0) >= COMMON_SHARE * info.width * info.height;
}
