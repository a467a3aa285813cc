// The shared drawing board: type as outlines, lines, hatching, labels, and the way to a PNG.
// Units are points at the printed size, y downwards; a picture is printed at 300 pixels an inch.
import { readFileSync, writeFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import sharp from 'sharp';

export const INK = '#161412';
export const RED = '#B3261E';
export const ROSE = '#E3B0AB';
export const BLUSH = '#F3DEDB';
export const GREY = '#77736e';
export const MIST = '#d5d2cc';
export const FOG = '#ecebe7';
export const WHITE = '#ffffff';
export const PIXELS_PER_POINT = 300 / 72;

const FILES = {
  serif: 'source-serif/SourceSerif4-Regular',
  'serif-it': 'source-serif/SourceSerif4-It',
  'serif-semi': 'source-serif/SourceSerif4-Semibold',
  'serif-bold': 'source-serif/SourceSerif4-Bold',
  'serif-black': 'source-serif/SourceSerif4-Black',
  small: 'source-serif/SourceSerif4SmText-Regular',
  'small-it': 'source-serif/SourceSerif4SmText-It',
  display: 'source-serif/SourceSerif4Display-Regular',
  'display-it': 'source-serif/SourceSerif4Display-It',
  'display-bold': 'source-serif/SourceSerif4Display-Bold',
  'display-black': 'source-serif/SourceSerif4Display-Black',
  sans: 'source-sans/SourceSans3-Regular',
  'sans-it': 'source-sans/SourceSans3-It',
  'sans-semi': 'source-sans/SourceSans3-Semibold',
  'sans-bold': 'source-sans/SourceSans3-Bold',
  'sans-black': 'source-sans/SourceSans3-Black',
  cond: 'sofia-sans-extra-condensed/SofiaSansExtraCondensed_600SemiBold',
  'cond-bold': 'sofia-sans-extra-condensed/SofiaSansExtraCondensed_800ExtraBold',
  'cond-black': 'sofia-sans-extra-condensed/SofiaSansExtraCondensed_900Black',
};
const loaded = new Map();

function fontOf(face) {
  if (!loaded.has(face)) {
    const bytes = readFileSync(new URL(`../../../../fonts/${FILES[face]}.ttf`, import.meta.url));
    const source = new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer));
    loaded.set(face, { font: new hb.Font(source), unitsPerEm: source.upem, paths: new Map() });
  }
  return loaded.get(face);
}

const num = (value) => String(Math.round(value * 100) / 100);

/** The glyphs of one run: their outlines (y up, font units), pens in points, and the run's width. */
export function shape(text, { size, face = 'sans', track = 0 }) {
  const { font, unitsPerEm, paths } = fontOf(face);
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  const scale = size / unitsPerEm;
  let pen = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
    if (codepoint === 0) throw new Error(`${face} has no glyph for a character of "${text}"`);
    if (!paths.has(codepoint)) paths.set(codepoint, font.glyphToPath(codepoint));
    const { xAdvance, xOffset, yOffset } = positions[index];
    const glyph = { d: paths.get(codepoint), x: pen + xOffset * scale, y: -yOffset * scale, cluster };
    pen += xAdvance * scale + track;
    return { ...glyph, width: xAdvance * scale };
  });
  return { glyphs, width: pen - (glyphs.length > 0 ? track : 0), scale };
}

/** How far a letter's outline reaches above and below the base line, as parts of the type size. */
export function reach(letter, face) {
  const { glyphs } = shape(letter, { size: 1, face });
  const heights = glyphs[0].d.match(/-?[\d.]+/g).filter((_, index) => index % 2 === 1);
  const { unitsPerEm } = fontOf(face);
  return { top: Math.max(...heights) / unitsPerEm, bottom: Math.min(...heights) / unitsPerEm };
}

export const measure = (text, style) => shape(text, style).width;

/** One line of type. Style: x, y (baseline), size, face, anchor, fill, track, turn (degrees), flip (mirrored). */
export function type(text, style) {
  const { x = 0, y = 0, anchor = 'start', fill = INK, turn = 0, flip = false, more = '' } = style;
  const { glyphs, width, scale } = shape(text, style);
  const shift = { start: 0, middle: -width / 2, end: -width }[anchor];
  const parts = glyphs.map(
    (glyph) =>
      `<path transform="translate(${num(shift + glyph.x)} ${num(glyph.y)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${glyph.d}"/>`,
  );
  const move = `translate(${num(x)} ${num(y)})${turn ? ` rotate(${turn})` : ''}${flip ? ' scale(-1 1)' : ''}`;
  return `<g transform="${move}" fill="${fill}" ${more}>${parts.join('')}</g>`;
}

/** Lines of type one under another; each line may be a string or { text, ...style } of its own. */
export function lines(items, { lead, ...style }) {
  return items
    .map((item, index) => {
      const own = typeof item === 'string' ? { text: item } : item;
      return type(own.text, { ...style, y: style.y + lead * index, ...own });
    })
    .join('');
}

/** Breaks text into lines no wider than `width`, first fit. */
export function wrap(text, style, width) {
  const out = [];
  for (const word of text.split(' ')) {
    const longer = out.length > 0 ? `${out.at(-1)} ${word}` : word;
    if (out.length > 0 && measure(longer, style) <= width) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out;
}

/** A small paragraph, ragged right, from its first baseline down. */
export const note = (text, { width, lead, ...style }) => lines(wrap(text, style, width), { ...style, lead });

const paint = ({ fill = 'none', stroke = INK, w = 0.6, dash, cap = 'round', more = '' }) =>
  `fill="${fill}" stroke="${stroke}" stroke-width="${w}" stroke-linecap="${cap}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''} ${more}`;

export const path = (d, style = {}) => `<path d="${d}" ${paint(style)}/>`;
export const points = (list, closed = false) =>
  `M${list.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}${closed ? 'Z' : ''}`;
export const line = (list, style = {}) => path(points(list), style);
export const polygon = (list, style = {}) => path(points(list, true), style);
export const rect = (x, y, [width, height], style = {}) =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" ${paint({ cap: 'butt', ...style })}/>`;
export const fillRect = (x, y, [width, height], fill) =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" fill="${fill}"/>`;
export const circle = (x, y, r, style = {}) =>
  `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" ${paint(style)}/>`;
export const group = (content, transform, more = '') =>
  `<g${transform ? ` transform="${transform}"` : ''} ${more}>${content}</g>`;

/** Points written as 'x,y x,y …'. */
export const pts = (list) => list.split(' ').map((pair) => pair.split(',').map(Number));

/** A smooth open or closed curve through points (Catmull-Rom). */
export function curve(list, closed = false) {
  const at = (index) =>
    closed ? list[(index + list.length) % list.length] : list[Math.min(Math.max(index, 0), list.length - 1)];
  const count = closed ? list.length : list.length - 1;
  let d = `M${num(list[0][0])} ${num(list[0][1])}`;
  for (let index = 0; index < count; index += 1) {
    const [p0, p1, p2, p3] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const c1 = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2 = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    d += `C${[...c1, ...c2, ...p2].map(num).join(' ')}`;
  }
  return closed ? `${d}Z` : d;
}

let clips = 0;
/** A repeatable stream of numbers from 0 to 1. */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Type seen from afar: lines of word-long bars in a column, the last line `end` of the width. */
export function greek(
  [x, y, width],
  count,
  { lead, weight = lead * 0.36, end = 0.6, seed = 1, fill = '#4a4641', indent = 0 },
) {
  const next = dice(seed * 7919 + 13);
  let d = '';
  for (let index = 0; index < count; index += 1) {
    const stop = x + (index === count - 1 ? width * end : width);
    let pen = x + (index === 0 ? indent : 0);
    while (pen < stop) {
      const word = Math.min(weight * (1.6 + 6.5 * next() ** 1.4), stop - pen);
      if (word > weight * 0.6) d += `M${num(pen)} ${num(y + lead * index)}h${num(word)}`;
      pen += word + weight * 0.75;
    }
  }
  return path(d, { w: num(weight), stroke: fill, cap: 'butt' });
}

/** What is drawn in `content` shows only inside the outline `d`. */
export function clipped(d, content) {
  clips += 1;
  return `<clipPath id="c${clips}"><path d="${d}"/></clipPath><g clip-path="url(#c${clips})">${content}</g>`;
}

/** Parallel lines over a box [x, y, width, height], at an angle in degrees; `gap` and `w` in points. */
export function strokes([x, y, width, height], { angle = 45, gap = 1.8, w = 0.5, stroke = INK }) {
  const [cx, cy, reach] = [x + width / 2, y + height / 2, Math.hypot(width, height) / 2 + gap];
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  let d = '';
  for (let off = -reach; off <= reach; off += gap) {
    const [mx, my] = [cx - dy * off, cy + dx * off];
    d += `M${num(mx - dx * reach)} ${num(my - dy * reach)}L${num(mx + dx * reach)} ${num(my + dy * reach)}`;
  }
  return path(d, { w, stroke, cap: 'butt' });
}
export const hatch = (d, box, style = {}) => clipped(d, strokes(box, style));

/** A line that swells: its half-width at each point is given by the third number. */
export function swell(list, fill = INK) {
  const [left, right] = [[], []];
  list.forEach(([x, y, half], index) => {
    const [px, py] = list[Math.max(index - 1, 0)];
    const [nx, ny] = list[Math.min(index + 1, list.length - 1)];
    const length = Math.hypot(nx - px, ny - py) || 1;
    left.push([x - ((ny - py) / length) * half, y + ((nx - px) / length) * half]);
    right.unshift([x + ((ny - py) / length) * half, y - ((nx - px) / length) * half]);
  });
  return `<path d="${points([...left, ...right], true)}" fill="${fill}"/>`;
}

/** A filled head at the end of a line that arrives from the first point. */
export function arrow(list, { w = 0.7, stroke = INK, size = 4.2, dash } = {}) {
  const [[x0, y0], [x1, y1]] = list.slice(-2);
  const turn = Math.atan2(y1 - y0, x1 - x0);
  const wing = (side) => [x1 - size * Math.cos(turn + side * 0.36), y1 - size * Math.sin(turn + side * 0.36)];
  const neck = [x1 - size * 0.8 * Math.cos(turn), y1 - size * 0.8 * Math.sin(turn)];
  const shaft = line([...list.slice(0, -1), neck], { w, stroke, dash, cap: 'butt' });
  return shaft + polygon([[x1, y1], wing(1), neck, wing(-1)], { fill: stroke, stroke: 'none' });
}

/** A measure between two points on a line, with arrow heads at both ends. */
export const span = (a, b, style = {}) =>
  arrow([a, b], { w: 0.5, ...style }) + arrow([b, a], { w: 0.5, ...style });

/** A leader: a fine line with a dot on the thing it names, haloed so that it reads over hatching. */
export function leader(list, { stroke = INK, dot = 1.3 } = {}) {
  const [x, y] = list[0];
  return (
    line(list, { w: 2.4, stroke: WHITE, cap: 'butt' }) +
    line(list, { w: 0.55, stroke, cap: 'butt' }) +
    circle(x, y, dot, { fill: stroke, stroke: WHITE, w: 0.6 })
  );
}

/** A name in bold with a remark under it, and its leader; `at` is where the words stand. */
export function label(name, remark, { from, at, anchor = 'start', width = 90, via = [], size = 7.6 }) {
  const [x, y] = at;
  const gap = anchor === 'end' ? 3 : -3;
  const head = type(name, { x, y, size, face: 'sans-bold', anchor });
  const said = remark
    ? note(remark, { x, y: y + 8.4, size: 7, lead: 8.2, face: 'serif-it', width, anchor })
    : '';
  const depth = remark ? 3 + 8.2 * wrap(remark, { size: 7, face: 'serif-it' }, width).length : 3;
  const ends = anchor === 'middle' ? [x, y + (from[1] > y ? depth : -8)] : [x + gap, y - 2.4];
  return leader([from, ...via, ends]) + head + said;
}

/** The standing head of a plate: a heavy rule, its title in capitals and what it says at the right. */
export function plate(width, title, aside = '') {
  return (
    fillRect(0, 0, [width, 2], INK) +
    type(title.toUpperCase(), { x: 0, y: 17, size: 16, face: 'cond-bold', track: 0.3 }) +
    type(aside, { x: width, y: 16.4, size: 7.4, face: 'serif-it', anchor: 'end' }) +
    fillRect(0, 22.6, [width, 0.5], INK)
  );
}

export const svgOf = (width, height, body, scale = PIXELS_PER_POINT) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}">${body}</svg>`;

const mix = (a, b, part) => a.map((value, index) => Math.round(value + (b[index] - value) * part));
const rgb = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
// Two inks on white paper: black and red in steps, and black over red.
const INKS = [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((step) => mix(rgb(INK), rgb(WHITE), step / 7)),
  ...[0, 1, 2, 3, 4].map((step) => mix(rgb(RED), rgb(WHITE), step / 4.9)),
  ...[0.4, 0.75].map((part) => mix(rgb(RED), rgb(INK), part)),
];
const nearestInk = new Map();

/** Puts each pixel on the nearest step of the two inks, so that a picture has sixteen colours at most and white stays white. */
function ontoInks(pixels) {
  for (let at = 0; at < pixels.length; at += 3) {
    const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const key = (r << 16) | (g << 8) | b;
    let best = nearestInk.get(key);
    if (!best) {
      const far = (ink) => (ink[0] - r) ** 2 + (ink[1] - g) ** 2 + (ink[2] - b) ** 2;
      best = INKS.reduce((a, ink) => (far(ink) < far(a) ? ink : a));
      nearestInk.set(key, best);
    }
    pixels.set(best, at);
  }
  return pixels;
}

/** Writes issues/demo/images/<name>.png. `under` is a greyscale engraving { data, width, height } below the lines. */
export async function save(name, [width, height], body, { under } = {}) {
  const svg = Buffer.from(svgOf(width, height, body));
  const base = under
    ? sharp(under.data, { raw: { width: under.width, height: under.height, channels: 1 } })
        .toColourspace('srgb')
        .composite([{ input: svg }])
    : sharp(svg);
  const { data, info } = await base
    .flatten({ background: WHITE })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 };
  const png = await sharp(ontoInks(data), { raw })
    .withDensity(300)
    .png({ compressionLevel: 9, palette: true, colours: 16, dither: 0, effort: 8 })
    .toBuffer();
  writeFileSync(new URL(`../${name}.png`, import.meta.url), png);
  return png.length;
}
