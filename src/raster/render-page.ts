import { PDFiumLibrary } from '@hyzyla/pdfium';

/** How large to draw, and with which engine. */
export type RasterOptions = {
  /** Pixels across; the height follows from the page. At least 1. */
  readonly width: number;
  /** The engine's WebAssembly file, for a bundled program that keeps it beside itself; null takes the package's own. */
  readonly wasm: Uint8Array | null;
};

/** Pixels row by row from the top, four bytes each: red, green, blue, alpha (always 255). */
export type RasterPage = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/**
 * Draws one page of a PDF on white. The same bytes in give the same pixels out, on any machine: the engine is
 * WebAssembly and sees no fonts but the file's own.
 *
 * @param pageIndex from 0
 * @throws Error when the bytes are no PDF or have no such page: a file of our own making has both.
 */
export async function renderPage(
  pdf: Uint8Array,
  pageIndex: number,
  options: RasterOptions,
): Promise<RasterPage> {
  const library = await PDFiumLibrary.init(
    options.wasm === null ? {} : { wasmBinary: copyBuffer(options.wasm) },
  );
  try {
    const document = await library.loadDocument(pdf);
    try {
      if (pageIndex < 0 || pageIndex >= document.getPageCount())
        throw new Error(`the PDF has no page ${pageIndex}`);
      const page = document.getPage(pageIndex);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const height = Math.max(1, Math.round((originalHeight * options.width) / originalWidth));
      const drawn = await page.render({ width: options.width, height, render: 'bitmap' });
      return { width: drawn.width, height: drawn.height, rgba: drawn.data };
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}

/** A buffer of exactly these bytes: Node hands out views into shared pools. */
function copyBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
