/**
 * Draws, tags and saves one sample over and over, checks what was saved, and prints what a page of it costs: a cost
 * linear in pages is the same in each row. Run by `npm run bench -- --pdf`.
 */
import { preflightPdf } from '../../src/pdf/preflight/preflight.ts';
import { drawSample, samplePicture } from '../unit/pdf/draw-sample.ts';
import { repeated } from '../unit/pdf/repeated-edition.ts';

/** The sample has two pages. */
const PAGES = [16, 64, 256];
const RUNS = 3;

/** Milliseconds of CPU, the least of some runs: others' work only ever adds. */
async function leastOf(work: () => Promise<void> | void): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const picture = await samplePicture('jpeg');
const perPage = (milliseconds: number, pages: number): string =>
  `${milliseconds.toFixed(0).padStart(7)} ms${((1000 * milliseconds) / pages).toFixed(0).padStart(7)} µs a page`;

await drawSample(repeated(4), picture);
console.log('CPU of the sample’s pages, for the screen:');
for (const pages of PAGES) {
  const edition = repeated(pages / 2);
  let bytes = new Uint8Array();
  const draw = await leastOf(async () => void (bytes = Uint8Array.from(await drawSample(edition, picture))));
  const check = await leastOf(() => void preflightPdf(bytes));
  console.log(
    `${String(pages).padStart(4)} pages   draw, tag, save ${perPage(draw, pages)}   preflight ${perPage(check, pages)}`,
  );
}
