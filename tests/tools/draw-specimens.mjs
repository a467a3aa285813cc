// Builds docs/type and draws a picture of each of its pages for docs/type.md: docs/images/type-<feature>.png.
// The same sources give the same pictures: the engine is PDFium as WebAssembly, and sees no fonts but the file's own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** Pixels across a page of 150 mm: twice the width that it has in the docs, so that letters keep their shapes. */
const WIDTH = 1000;
/** Shades of grey that are enough for letters. */
const COLOURS = 16;
/** Bytes of the largest picture. */
const MOST_BYTES = 60_000;

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-specimens-'));
try {
  const galley = join(root, 'dist/galley.mjs');
  const command = [galley, 'build', join(root, 'docs/type'), '--only', 'pdf', '--out', scratch, '--json'];
  const report = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }));
  const [edition] = report.issues[0].editions;
  const file = readdirSync(scratch).find((name) => name.endsWith('.pdf'));
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(join(scratch, file)));
  for (const { id, pages } of edition.stories) await drawPage(document.getPage(Number(pages[0]) - 1), id);
  document.destroy();
  library.destroy();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function drawPage(page, name) {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const height = Math.round((originalHeight * WIDTH) / originalWidth);
  const { data } = await page.render({ width: WIDTH, height, render: 'bitmap' });
  const path = join(root, `docs/images/type-${name}.png`);
  await sharp(data, { raw: { width: WIDTH, height, channels: 4 } })
    .removeAlpha()
    .greyscale()
    .png({ palette: true, colours: COLOURS, compressionLevel: 9 })
    .toFile(path);
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${path}  ${size}`);
}
