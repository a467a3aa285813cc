import type { Cache } from '../host/cache.ts';
import { encodeJpeg, encodePng } from '../image/encode-pixels.ts';
import { openPictureDesk, type PictureDesk } from '../image/picture-desk.ts';
import { deflateStream } from '../pdf/deflate-stream.ts';
import type { ReadElement } from '../page/read-element.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import type { Finding } from '../pdf/preflight/finding.ts';
import { preflightOpened } from '../pdf/preflight/preflight.ts';
import { readOpened } from '../pdf/read-pdf.ts';
import { renderPage } from '../raster/render-page.ts';
import type { EngineFiles } from './build-options.ts';
import { findElements } from './find-elements.ts';

/** Page 1 as a picture: of the EPUB, and as PNG for people where that was asked for. */
export type Cover = {
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
  readonly png: Uint8Array | null;
};

/** What a finished PDF is like when it is read back. */
export type JudgedPdf = {
  /** What it breaks of what it claims. */
  readonly findings: readonly Finding[];
  /** The structure elements of its stories, in reading order; empty where nobody asked for them. */
  readonly stories: readonly ReadElement[];
};

/** Work that needs nothing but bytes and can be done beside the build, in a thread of its own. */
export type SideDesk = PictureDesk & {
  /** Page 1 of a PDF, so many pixels across. */
  readonly drawCover: (pdf: Uint8Array, width: number, hasPng: boolean) => Promise<Cover>;
  /** The content of a page, for its PDF. */
  readonly deflate: (data: Uint8Array) => Promise<Uint8Array>;
  /**
   * Reads a finished PDF once, for preflight and, where that is asked for, for what its stories say.
   *
   * @throws Error for one that cannot be read: it is our own, so that is our bug.
   */
  readonly judgePdf: (pdf: Uint8Array, hasStories: boolean) => Promise<JudgedPdf>;
};

/** Opens a desk in this thread. */
export function openSideDesk(options: {
  readonly readFile: (path: string) => Uint8Array | null;
  readonly cache: Cache;
  readonly engines: () => Pick<EngineFiles, 'pdfium'>;
}): SideDesk {
  return {
    ...openPictureDesk(options.readFile, options.cache),
    drawCover: async (pdf, width, hasPng) => {
      const page = await renderPage(pdf, 0, { width, wasm: options.engines().pdfium });
      const png = hasPng ? await encodePng(page.rgba, page.width, page.height) : null;
      const jpeg = await encodeJpeg(page.rgba, page.width, page.height);
      return { width: page.width, height: page.height, jpeg, png };
    },
    deflate: async (data) => deflateStream(data),
    judgePdf: async (pdf, hasStories) => {
      const opened = openPdf(pdf);
      const { findings } = preflightOpened(opened);
      return { findings, stories: hasStories ? findElements(readOpened(opened), 'Art') : [] };
    },
  };
}
