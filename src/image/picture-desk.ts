import type { Cache } from '../host/cache.ts';
import { encodeKept, type PictureJob, type PictureMemory } from './encode-picture.ts';
import type { EncodedImage } from './image-asset.ts';
import { decodeWhole, probeHead, type Facts, type PictureFault, type PictureHead } from './probe-head.ts';
import { openNatures } from './picture-nature.ts';
import { runWithin } from './run-within.ts';

/** A picture to be opened: a file, or the bytes that stand for it. */
export type PictureFile = { readonly file: string; readonly standIn: Uint8Array | null };

/**
 * Work on pictures. It needs nothing but their bytes, so that it can be done in a thread of its own; arguments and results
 * are plain. What is asked for is done in the order of asking.
 */
export type PictureDesk = {
  /** Reads what the first bytes of pictures say. */
  readonly open: (files: readonly PictureFile[]) => Promise<readonly PictureHead[]>;
  /** Decodes pictures to their end; null for each that is whole. */
  readonly decode: (
    files: readonly (PictureFile & { readonly facts: Facts })[],
  ) => Promise<readonly (PictureFault | null)[]>;
  /** Makes pictures ready; null for a file that cannot be read. */
  readonly encode: (jobs: readonly PictureJob[]) => Promise<readonly (EncodedImage | null)[]>;
};

/** Opens a desk in this thread. Small pictures go several at a time; a decoded one may have 400 MB. */
export function openPictureDesk(readFile: (path: string) => Uint8Array | null, cache: Cache): PictureDesk {
  const memory = { cache, natureOf: openNatures() };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const own = last.then(work);
    last = own.catch(() => {});
    return own;
  };
  const read = ({ file, standIn }: PictureFile): Uint8Array | null => standIn ?? readFile(file);
  return {
    open: (files) =>
      inTurn(async () => {
        const heads: PictureHead[] = [];
        for (const file of files) heads.push(await probeHead(read(file), cache));
        return heads;
      }),
    decode: (files) =>
      inTurn(() =>
        runWithin(
          files.map((file) => ({
            weight: file.facts.width * file.facts.height,
            run: () => decodeAhead(file.facts, read(file), memory),
          })),
        ),
      ),
    encode: (jobs) =>
      inTurn(() =>
        runWithin(
          jobs.map((job) => ({
            weight: job.pixels,
            run: async () => {
              const bytes = read(job);
              return bytes === null ? null : encodeKept(job, bytes, memory);
            },
          })),
        ),
      ),
  };
}

/** Decodes a picture to its end, and finds what it is like before anybody waits for that. */
async function decodeAhead(
  facts: Facts,
  bytes: Uint8Array | null,
  { cache, natureOf }: PictureMemory,
): Promise<PictureFault | null> {
  const fault = await decodeWhole(facts, bytes, cache);
  // What cannot be found here is told where the picture is made ready.
  if (fault === null && bytes !== null) await natureOf(bytes).catch(() => null);
  return fault;
}
