// One word very large, its lines and parts named. The heights are measured on the letters themselves.
import { INK, RED, label, line, measure, plate, reach, save, shape, type } from './kit.mjs';

const [WIDTH, HEIGHT] = [648, 318];
const FACE = 'display';
const WORD = 'Legibly';
const LEFT = 58;
const SIZE = (WIDTH - LEFT) / measure(WORD, { size: 1, face: FACE });
const BASE = 214;
const HEIGHTS = {
  'ascender line': reach('l', FACE).top,
  'cap line': reach('H', FACE).top,
  'mean line': reach('x', FACE).top,
  'base line': 0,
  'descender line': reach('p', FACE).bottom,
};
const y = (height) => BASE - height * SIZE;

/** The x of a place in each letter, given in parts of the letter's width. */
const [L, e, g, i, b, l, tail] = shape(WORD, { size: SIZE, face: FACE }).glyphs.map(
  (glyph) => (part) => LEFT + glyph.x + glyph.width * part,
);

const LOW = 292;
const HIGH = 46;
const NAMES = [
  ['Stem', 'the upright stroke', [L(0.27), y(0.3)], [L(0.27), HIGH]],
  ['Arm', 'one end free', [L(0.62), y(0.02)], [L(0.68), 148]],
  ['Serif', 'the foot of a stroke', [L(0.2), y(0.012)], [L(0.2), LOW]],
  ['Eye', 'closed white of the e', [e(0.5), y(0.34)], [e(0.5), HIGH]],
  ['Aperture', 'the opening', [e(0.84), y(0.17)], [e(0.72), LOW]],
  ['Ear', 'of the g', [g(0.9), y(0.43)], [g(0.9), HIGH]],
  ['Loop', '', [g(0.1), y(-0.2)], [g(0.1), LOW]],
  ['Dot', 'or tittle', [i(0.52), y(0.64)], [i(0.52), HIGH]],
  ['Bowl', 'the round stroke', [b(0.86), y(0.37)], [b(0.72), HIGH]],
  ['Counter', 'the white inside', [b(0.55), y(0.2)], [b(0.55), LOW]],
  ['Ascender', 'tall stem', [l(0.5), y(0.6)], [l(0.5), HIGH]],
  ['Hairline', 'the thin stroke', [tail(0.72), y(0.3)], [tail(0.72), HIGH]],
  ['Tail', 'or descender', [tail(0.1), y(-0.22)], [tail(0.1), LOW]],
];

export function draw() {
  const guides = Object.entries(HEIGHTS).map(
    ([name, height]) =>
      line(
        [
          [0, y(height)],
          [WIDTH, y(height)],
        ],
        { w: height === 0 ? 0.8 : 0.5, stroke: RED, dash: height === 0 ? undefined : '2.2 2.4' },
      ) +
      type(name, {
        x: 0,
        y: y(height) + (name === 'cap line' ? 7.6 : -2.2),
        size: 7.6,
        face: 'serif-it',
        fill: RED,
      }),
  );
  const names = NAMES.map(([name, remark, from, at]) =>
    label(name, remark, { from, at, anchor: 'middle', width: 100, size: 8.4 }),
  );
  const word = type(WORD, { x: LEFT, y: BASE, size: SIZE, face: FACE, fill: INK });
  return save(
    'anatomy-of-type',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Anatomy of type', `Source Serif Display at ${Math.round(SIZE)} points`) +
      guides.join('') +
      word +
      names.join(''),
  );
}
