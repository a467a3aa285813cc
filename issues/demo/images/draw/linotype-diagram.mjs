// How a line travels through a linecasting machine: brass matrices go round, a line of metal comes out.
import {
  arrow,
  circle,
  clipped,
  fillRect,
  group,
  hatch,
  INK,
  line,
  path,
  plate,
  polygon,
  pts,
  rect,
  RED,
  save,
  strokes,
  WHITE,
} from './kit.mjs';
import { casing, floor, roller, spot, step } from './machine-parts.mjs';

const [WIDTH, HEIGHT] = [483, 380];

/** A matrix seen from the side: a brass plate with teeth above and ears. */
const matrix = (x, y, turn = 0) =>
  group(
    polygon(pts('-2.6,-8 -1,-5 1,-5 2.6,-8 3.4,-6 3.4,8 -3.4,8 -3.4,-6'), { fill: WHITE, w: 0.7 }) +
      line(
        [
          [-3.4, 3],
          [3.4, 3],
        ],
        { w: 0.5 },
      ),
    `translate(${x} ${y}) rotate(${turn})`,
  );

/** The magazine: a slanting case with a channel for each letter. */
function magazine() {
  const corners = pts('96,58 268,58 222,150 112,150');
  const channels = Array.from({ length: 23 }, (_, index) => {
    const part = index / 22;
    return line(
      [
        [96 + 172 * part, 58],
        [112 + 110 * part, 150],
      ],
      { w: 0.6 },
    );
  });
  const stored = Array.from({ length: 22 }, (_, index) => {
    const part = (index + 0.5) / 22;
    const fill = 0.25 + 0.55 * Math.abs(Math.sin(index * 1.7));
    const at = (down) => [96 + 172 * part + (16 - 62 * part) * down, 58 + 92 * down];
    return line([at(1 - fill), at(0.99)], { w: 2.7, stroke: '#55504a', dash: '2.4 0.9', cap: 'butt' });
  });
  return (
    polygon(corners, { fill: WHITE, w: 1.6 }) +
    stored.join('') +
    channels.join('') +
    polygon(corners, { w: 1.6 })
  );
}

function keyboard() {
  const board = polygon(pts('96,286 226,286 240,316 84,316'), { fill: WHITE, w: 1.2 });
  const keys = [0, 1, 2, 3].flatMap((row) =>
    Array.from({ length: 15 }, (_, index) =>
      circle(100 + index * (8.4 + row * 0.3) - row * 2.2, 291 + row * 6.8, 2.3, {
        fill: index < 5 ? INK : index < 10 ? '#8d877f' : WHITE,
        w: 0.6,
      }),
    ),
  );
  return board + keys.join('');
}

/** The wheel with its mould, and the pot of molten metal behind it. */
function casting() {
  const pot = 'M352 196h74v34q0 30 -37 30q-37 0 -37 -30Z';
  const flame = path(
    'M368 274q-6 -8 2 -14q-1 7 5 8q4 -5 1 -10q10 6 6 16q-6 6 -14 0ZM392 274q-6 -8 2 -14q-1 7 5 8q4 -5 1 -10q10 6 6 16q-6 6 -14 0Z',
    { fill: RED, stroke: 'none' },
  );
  const metal = hatch('M354 208h70v22q0 28 -35 28q-35 0 -35 -28Z', [350, 206, 80, 56], {
    angle: 0,
    gap: 1.7,
    w: 0.9,
  });
  const spout = polygon(pts('352,214 330,218 330,226 352,232'), { fill: WHITE, w: 1 });
  return (
    path(pot, { fill: WHITE, w: 1.6 }) +
    metal +
    spout +
    flame +
    roller(300, 222, 31, { turn: -1 }) +
    rect(318, 216, [12, 12], { fill: RED, w: 0.8 })
  );
}

function travel() {
  const red = { w: 1.3, stroke: RED, size: 6.5 };
  const delivered = pts('124,152 134,182 146,206 158,224')
    .map(([x, y]) => matrix(x, y, 18))
    .join('');
  const assembled = Array.from({ length: 9 }, (_, index) => matrix(188 + index * 7.4, 244)).join('');
  const bar =
    fillRect(84, 38, [312, 3.4], INK) +
    Array.from({ length: 20 }, (_, index) => matrix(106 + index * 9.2, 49.4)).join('');
  const arm =
    path('M398 176C424 140 424 84 398 44', { w: 5, stroke: INK }) +
    path('M398 176C424 140 424 84 398 44', { w: 3, stroke: WHITE });
  return (
    bar +
    arm +
    delivered +
    line(
      [
        [104, 232],
        [186, 253],
      ],
      { w: 1.4 },
    ) +
    roller(108, 238, 5) +
    assembled +
    rect(180, 254, [76, 5], { fill: WHITE, w: 1 }) +
    arrow(
      [
        [256, 240],
        [266, 226],
      ],
      red,
    ) +
    path('M300 186C310 172 350 178 386 178', { w: 1.3, stroke: RED, dash: '4 2.4' }) +
    arrow(
      [
        [380, 178.6],
        [394, 177],
      ],
      red,
    ) +
    path('M412 156C426 122 424 92 410 62', { w: 1.3, stroke: RED, dash: '4 2.4' }) +
    arrow(
      [
        [413, 68],
        [406, 54],
      ],
      red,
    ) +
    arrow(
      [
        [380, 32],
        [300, 32],
      ],
      { ...red, dash: '4 2.4' },
    ) +
    arrow(
      [
        [300, 258],
        [300, 292],
      ],
      red,
    )
  );
}

/** Slugs, each a line in one piece, standing in the galley. */
function slugs() {
  const one = (x, y) =>
    polygon(
      [
        [x, y],
        [x + 74, y],
        [x + 78, y - 4],
        [x + 4, y - 4],
      ],
      { fill: WHITE, w: 0.8 },
    ) +
    rect(x, y, [74, 13], { fill: WHITE, w: 0.8 }) +
    clipped(`M${x} ${y + 6}h74v7h-74Z`, strokes([x, y + 6, 74, 7], { angle: 90, gap: 2.6, w: 0.5 }));
  return (
    one(276, 305) +
    line(
      [
        [268, 319],
        [362, 319],
      ],
      { w: 1.6 },
    )
  );
}

export function draw() {
  const rods = Array.from({ length: 22 }, (_, index) =>
    line(
      [
        [102 + index * 5.6, 288],
        [114 + index * 5, 150],
      ],
      { w: 0.5, stroke: '#b5afa7' },
    ),
  ).join('');
  const body =
    casing([272, 182, 60, 76], { gap: 4 }) +
    floor(60, 440, 322) +
    rods +
    magazine() +
    keyboard() +
    casting() +
    travel() +
    slugs();
  const marks =
    spot(1, 161, 278) +
    spot(2, 182, 105) +
    spot(3, 218, 270) +
    spot(4, 300, 196) +
    spot(5, 316, 288) +
    spot(6, 428, 120) +
    spot(7, 270, 32);
  const steps = [
    [1, [0, 342], 'Keys', 'a touch frees a matrix'],
    [2, [0, 366], 'Magazine', 'brass moulds, a channel each'],
    [3, [124, 342], 'Assembler', 'a line forms, wedges for spaces'],
    [4, [124, 366], 'Mould wheel', 'metal is pumped against them'],
    [5, [252, 342], 'Slug', 'the line, in one piece'],
    [6, [252, 366], 'Second elevator', 'lifts the matrices'],
    [7, [374, 342], 'Distributor', 'teeth drop each one home'],
  ].map(([number, at, name, said]) => step(number, at, { name, said, width: 130 }));
  return save(
    'linotype-diagram',
    [WIDTH, HEIGHT + 2],
    plate(WIDTH, 'A line goes round', 'The way of the matrices through a linecasting machine') +
      body +
      marks +
      steps.join(''),
  );
}
