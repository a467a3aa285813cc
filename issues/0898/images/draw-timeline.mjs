// Draws the timeline of this issue, one picture a language, as greyscale PNG for print across nine inches.
// All type is set in galley's own fonts and drawn as outlines: the pictures do not depend on the fonts of
// the machine. Run: node issues/0898/images/draw-timeline.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import sharp from 'sharp';
import { words } from './timeline-words.mjs';

// Points, y downwards; the picture is 9 in wide.
const WIDTH = 648;
const HEIGHT = 197;
const PIXELS_PER_POINT = 300 / 72;
const AXIS = { top: 100, height: 17 };
const LEAD = 10.8;
const SIZE = { title: 13.5, key: 9, month: 8, date: 9.6, text: 9, source: 8.4 };
const BAR = 4.5;
const [BLACK, DARK, MID, PALE, FAINT, WHITE] = ['#000', '#3a3a3a', '#8c8c8c', '#e2e2e2', '#f4f4f4', '#fff'];

// Days from the left end of the axis, December 15, 1996, to its right end, the close of March 17, 1997.
const DAYS = 93;
const MONTHS = [
  { start: 0, length: 17 },
  { start: 17, length: 31 },
  { start: 48, length: 28 },
  { start: 76, length: 17 },
];
const dayX = (day) => (WIDTH * day) / DAYS;

// A single day is marked at its noon. A `span` is known only roughly: a bar along the axis, which fades in
// over the days `from` to `sure`. Events with `above` cite a newspaper; `end` sets the text left of its line.
const EVENTS = [
  { key: 'digging', day: 17, above: true, span: { from: 17, sure: 48, until: 83.5 } },
  { key: 'plan', day: 52.2, span: { from: 48, until: 58 } },
  { key: 'cuba', day: 81, end: true, span: { from: 76, until: 86 } },
  { key: 'seized', day: 2.5 },
  { key: 'moves', day: 50.5, end: true },
  { key: 'republica', day: 63.5, above: true, end: true },
  { key: 'times', day: 64.5, above: true },
  { key: 'tunnels', day: 83.5, above: true },
  { key: 'issue', day: 91.5, end: true },
];

function loadFont(file) {
  const bytes = readFileSync(new URL(`../../../fonts/source-sans/SourceSans3-${file}.ttf`, import.meta.url));
  const face = new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer));
  return { font: new hb.Font(face), unitsPerEm: face.upem };
}
const fonts = Object.fromEntries(
  ['Regular', 'It', 'Semibold', 'SemiboldIt', 'Bold'].map((name) => [name, loadFont(name)]),
);
const ITALIC = { Regular: 'It', Semibold: 'SemiboldIt' };

/** Shapes one run and gives its outlines, starting at x on the baseline y, and its width. */
function drawRun(text, face, size, { x, y }) {
  const { font, unitsPerEm } = fonts[face];
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  const scale = size / unitsPerEm;
  let pen = x;
  const paths = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    if (codepoint === 0) throw new Error(`${face} has no glyph for a character of "${text}"`);
    const { xAdvance, xOffset, yOffset } = positions[index];
    const place = `translate(${(pen + xOffset * scale).toFixed(3)} ${(y - yOffset * scale).toFixed(3)})`;
    pen += xAdvance * scale;
    return `<path transform="${place} scale(${scale} ${-scale})" d="${font.glyphToPath(codepoint)}"/>`;
  });
  return { svg: paths.join(''), width: pen - x };
}

/** Draws a line of type in which *stars* mark italics; `anchor` says which part of it stands at x. */
function drawLine(text, { x, y, size, face = 'Regular', anchor = 'start', fill = BLACK }) {
  const runs = text.split('*').map((part, index) => ({ part, face: index % 2 === 1 ? ITALIC[face] : face }));
  const width = runs.reduce((sum, run) => sum + drawRun(run.part, run.face, size, { x: 0, y: 0 }).width, 0);
  let pen = x - { start: 0, middle: width / 2, end: width }[anchor];
  const parts = runs.map((run) => {
    const drawn = drawRun(run.part, run.face, size, { x: pen, y });
    pen += drawn.width;
    return drawn.svg;
  });
  return `<g fill="${fill}">${parts.join('')}</g>`;
}

const rect = ({ x, y, width, height, fill }) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

function drawHead({ title, key }) {
  return [
    rect({ x: 0, y: 0, width: WIDTH, height: 2, fill: BLACK }),
    drawLine(title, { x: 0, y: 17.5, size: SIZE.title, face: 'Bold' }),
    drawLine(key, { x: WIDTH, y: 17.5, size: SIZE.key, anchor: 'end' }),
    rect({ x: 0, y: 24.5, width: WIDTH, height: 0.5, fill: BLACK }),
    rect({ x: 0, y: HEIGHT - 0.5, width: WIDTH, height: 0.5, fill: BLACK }),
  ].join('');
}

function drawAxis({ months }) {
  const cells = MONTHS.map(({ start, length }, index) => {
    const x = dayX(start);
    const width = dayX(start + length) - x;
    const label = {
      x: x + width / 2,
      y: AXIS.top + 11.4,
      size: SIZE.month,
      face: 'Semibold',
      anchor: 'middle',
    };
    return (
      rect({ x, y: AXIS.top, width, height: AXIS.height, fill: index % 2 === 1 ? PALE : FAINT }) + drawLine(months[index], label)
    );
  });
  const edges = [AXIS.top, AXIS.top + AXIS.height].map((y) => rect({ x: 0, y: y - 0.5, width: WIDTH, height: 1, fill: BLACK }));
  return [...cells, ...edges].join('');
}

function drawSpan({ above, span }) {
  const y = above ? AXIS.top - 0.5 - BAR : AXIS.top + AXIS.height + 0.5;
  const sure = span.sure ?? span.from;
  const fading = rect({ x: dayX(span.from), y, width: dayX(sure) - dayX(span.from), height: BAR, fill: 'url(#fade)' });
  // A third of a point of overlap, or the seam shows as a pale hairline.
  const start = dayX(sure) - (sure > span.from ? 0.33 : 0);
  return (sure > span.from ? fading : '') + rect({ x: start, y, width: dayX(span.until) - start, height: BAR, fill: MID });
}

/** The line from the axis to the text, the text, and the mark: full where a newspaper is cited, else open. */
function drawEvent({ day, above, end, span }, { date, text, source }) {
  const x = dayX(day);
  const edge = above ? AXIS.top : AXIS.top + AXIS.height;
  const lines = [
    { line: date, size: SIZE.date, face: 'Bold' },
    ...text.map((line) => ({ line, size: SIZE.text })),
    ...(source === null ? [] : [{ line: source, size: SIZE.source, face: 'Semibold', fill: DARK }]),
  ];
  const first = above ? edge - 15 - LEAD * (lines.length - 1) : edge + 24;
  const far = above ? first - 7 : first + LEAD * (lines.length - 1) + 2;
  const side = { x: end ? x - 4.5 : x + 4.5, anchor: end ? 'end' : 'start' };
  const mark = `<circle cx="${x}" cy="${edge}" r="3" fill="${above ? BLACK : WHITE}" stroke="${BLACK}" stroke-width="1.1"/>`;
  const leader = `<path d="M${x} ${edge}V${far}" stroke="${BLACK}" stroke-width="0.6"/>`;
  const type = lines.map(({ line, ...style }, index) =>
    drawLine(line, { ...style, ...side, y: first + LEAD * index }),
  );
  return leader + (span ? '' : mark) + type.join('');
}

async function drawTimeline(language) {
  const wording = words[language];
  const [width, height] = [WIDTH, HEIGHT].map((side) => Math.round(side * PIXELS_PER_POINT));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<linearGradient id="fade"><stop offset="0" stop-color="${WHITE}"/><stop offset="1" stop-color="${MID}"/></linearGradient>`,
    rect({ x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: WHITE }),
    drawHead(wording),
    ...EVENTS.filter((event) => event.span).map(drawSpan),
    drawAxis(wording),
    ...EVENTS.map((event) => drawEvent(event, wording.events[event.key])),
    '</svg>',
  ].join('');
  const png = await sharp(Buffer.from(svg))
    .flatten({ background: WHITE })
    .toColourspace('b-w')
    .withDensity(300)
    .png({ compressionLevel: 9 })
    .toBuffer();
  writeFileSync(new URL(`timeline.${language}.png`, import.meta.url), png);
}

for (const language of Object.keys(words)) await drawTimeline(language);
