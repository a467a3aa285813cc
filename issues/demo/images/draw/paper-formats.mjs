// Newspaper formats from one corner, to scale.
import { BLUSH, FOG, INK, RED, WHITE, fillRect, line, plate, rect, save, type } from './kit.mjs';

const [WIDTH, HEIGHT] = [318, 372];
// Width and height in millimetres.
const FORMATS = [
  ['Nordic', 400, 570],
  ['US broadsheet', 295, 533],
  ['Berliner', 315, 470],
  ['US tabloid', 279, 432],
  ['Tabloid', 280, 400],
  ['A4 sheet', 210, 297],
  ['Compact tabloid', 254, 295],
];
const SCALE = 0.555;
const FOOT = 350;
const NAMES = 232;

const SHADES = {
  Nordic: FOG,
  'US broadsheet': WHITE,
  Berliner: FOG,
  'US tabloid': WHITE,
  Tabloid: FOG,
  'A4 sheet': WHITE,
  'Compact tabloid': BLUSH,
};

export function draw() {
  const order = FORMATS.toSorted((a, b) => b[1] * b[2] - a[1] * a[2]);
  const sheets = order.map(([name, w, h]) => {
    const [x, y, width, height] = [1, FOOT - h * SCALE, w * SCALE, h * SCALE];
    const own = name === 'Compact tabloid';
    return (
      fillRect(x, y, [width, height], SHADES[name]) +
      rect(x, y, [width, height], {
        w: own ? 2 : 0.9,
        stroke: own ? RED : INK,
        dash: name === 'A4 sheet' ? '3 2' : undefined,
      })
    );
  });
  const spots = [0, 1, 2, 3, 4, 5, 6].map((index) => 46 + index * 34);
  const labels = FORMATS.map(([name, w, h], index) => {
    const y = spots[index];
    const [ex, ey] = [1 + w * SCALE, FOOT - h * SCALE + (name === 'A4 sheet' ? 8 : 5)];
    const own = name === 'Compact tabloid';
    const joint = [NAMES - 8, y - 2.6];
    return (
      line(
        [[ex, ey], [Math.max(ex + 3, joint[0] - 6), ey], joint, [NAMES - 2, y - 2.6]].filter(
          (_, at) => at !== 1 || ex < joint[0] - 10,
        ),
        { w: 0.55, stroke: own ? RED : INK },
      ) +
      type(name, { x: NAMES, y, size: 8.4, face: 'sans-bold', fill: own ? RED : INK }) +
      type(own ? '254 × 295 mm, this paper' : `${w} × ${h} mm`, {
        x: NAMES,
        y: y + 9,
        size: 7.4,
        face: 'serif-it',
      })
    );
  });
  const ruler = Array.from(
    { length: 9 },
    (_, index) =>
      line(
        [
          [1 + index * 50 * SCALE, FOOT + 4],
          [1 + index * 50 * SCALE, FOOT + (index % 2 === 0 ? 10 : 7)],
        ],
        { w: 0.6 },
      ) +
      (index % 2 === 0
        ? type(String(index * 5), {
            x: 1 + index * 50 * SCALE,
            y: FOOT + 18,
            size: 7,
            face: 'sans',
            anchor: index === 0 ? 'start' : 'middle',
          })
        : ''),
  );
  return save(
    'paper-formats',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'How large is a newspaper?', 'all from one corner, to scale') +
      sheets.join('') +
      labels.join('') +
      line(
        [
          [1, FOOT + 4],
          [1 + 400 * SCALE, FOOT + 4],
        ],
        { w: 0.6 },
      ) +
      ruler.join('') +
      type('centimetres', { x: NAMES, y: FOOT + 18, size: 7.4, face: 'serif-it' }),
  );
}
