/**
 * Breaks all paragraphs of a content.json in a column of five and prints how the lines come out and what it cost, without
 * pages: for trying out limits and penalties. Run by `npm run bench -- --lines <folder of content.json>`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { em, pt } from '../../src/core/units.ts';
import { createCollector } from '../../src/diagnostics/context.ts';
import type { FontFile } from '../../src/font/font-file.ts';
import { openFontBook } from '../../src/font/open-font-book.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { Line } from '../../src/text/line.ts';
import { shapeParagraph } from '../../src/text/shape-paragraph.ts';
import { openTextEngine } from '../../src/text/text-engine.ts';
import { styleOf } from '../unit/text/set-paragraph.ts';

const MEASURE = pt(141.165);
const [matter = '', font = ''] = process.argv.slice(2);
const { articles } = JSON.parse(readFileSync(join(matter, 'content.json'), 'utf8')) as {
  readonly articles: readonly { readonly paras: readonly string[] }[];
};

const style = styleOf({
  fontFamily: ['Body'],
  fontSize: pt(9.5),
  lineHeight: pt(11.5),
  textAlign: 'justify',
  hyphens: 'auto',
  hyphenateLimitChars: [6, 2, 3],
  hyphenateLimitLines: 1,
  hangingPunctuation: 'auto',
  edWordSpace: [0.75, 0.95, 1.4],
  edGlyphScale: [0.98, 1.02],
  edTracking: [em(-0.009), em(0.009)],
});

const bytes = new Uint8Array(readFileSync(font));
const file: FontFile = {
  path: font,
  bytes,
  family: 'Body',
  weight: 400,
  style: 'normal',
  opticalSizes: null,
};
const faults = createCollector();
const book = await openFontBook([file], { wasm: null }, faults);
const engine = await openTextEngine({ book, languages: new Map([['en', null]]) });
const texts = articles.flatMap(({ paras }) => paras);
const inputs = texts.map((text) => ({
  runs: [
    { text, style, language: 'en', origin: null, generated: null, href: null, element: null, at: null },
  ] as never,
  style,
  language: 'en',
  direction: 'ltr' as const,
  trail: [],
}));

const started = process.cpuUsage();
const shaped = inputs.map((input) => shapeParagraph(input, engine, faults));
const between = process.cpuUsage();
const broken = shaped.map((paragraph) =>
  breakLines(paragraph, 0, (line) => ({ indent: pt(line === 0 ? 9.5 : 0), width: MEASURE }), { variant: 0 }),
);
const ended = process.cpuUsage();
for (const { message } of faults.diagnostics) console.log(message);

const lines = broken.flat();
const full = lines.filter(({ isLast }) => !isLast);
const ratios = full.map(({ spaceRatio }) => spaceRatio).sort((a, b) => a - b);
const mean = sum(ratios) / ratios.length;
const deviation = Math.sqrt(sum(ratios.map((ratio) => (ratio - mean) ** 2)) / ratios.length);
const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(2)} %`;
const lasts = lines.filter(({ isLast }) => isLast);
const milliseconds = (from: NodeJS.CpuUsage, to: NodeJS.CpuUsage): string =>
  `${((to.user + to.system - from.user - from.system) / 1000).toFixed(0)} ms`;

console.log(`paragraphs ${texts.length}, lines ${lines.length}`);
console.log(`shaping ${milliseconds(started, between)} CPU, breaking ${milliseconds(between, ended)} CPU`);
console.log(
  `word space: mean ${mean.toFixed(3)}, deviation ${deviation.toFixed(3)}, 99 % under ${ratioAt(0.99)}`,
);
console.log(
  `over 2: ${share(ratios.filter((ratio) => ratio > 2).length, ratios.length)}, most ${ratioAt(1)}`,
);
console.log(`hyphens: ${share(full.filter(({ isHyphenated }) => isHyphenated).length, lines.length)}`);
console.log(`runts: ${share(lasts.filter(isRunt).length, lasts.length)}`);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function ratioAt(part: number): string {
  return (ratios[Math.min(ratios.length - 1, Math.floor(part * ratios.length))] ?? 0).toFixed(2);
}

function isRunt({ width, measure }: Line): boolean {
  return width < 0.15 * measure;
}
