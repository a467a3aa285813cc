// A newspaper offset press in section, from the reel to the folded copy, the web in red.
import { line, path, plate, polygon, pts, RED, save, WHITE } from './kit.mjs';
import { casing, floor, reel, roller, spot, step } from './machine-parts.mjs';

const [WIDTH, HEIGHT] = [648, 294];
const FLOOR = 214;
const WEB = 122;
const UNITS = [176, 262, 348];

/** One printing unit: blanket against blanket, with plates, damping and inking above and below. */
function unit(x) {
  const half = (side) => {
    const y = (off) => WEB + side * off;
    const ink = [
      [15, 62, 6],
      [4, 70, 4.4],
      [22, 73, 5],
      [10, 81, 5.4],
    ].map(([dx, off, r]) => roller(x + dx, y(off), r, { dark: true, w: 0.8 }));
    const damp = [
      [-16, 60, 4.6],
      [-22, 68, 4],
    ].map(([dx, off, r]) => roller(x + dx, y(off), r, { w: 0.8 }));
    return (
      roller(x, y(14.5), 14, { turn: side > 0 ? 1 : -1 }) +
      roller(x - 2, y(42.6), 14, { turn: side > 0 ? -1 : 1 }) +
      ink.join('') +
      damp.join('')
    );
  };
  return casing([x - 34, 32, 68, FLOOR - 32], { gap: 3.4 }) + half(-1) + half(1);
}

function reelStand() {
  const arm = polygon(pts('50,160 56,154 104,138 106,146 60,168 52,166'), { fill: WHITE, w: 1 });
  const foot = polygon(
    [
      [62, FLOOR],
      [70, 158],
      [80, 158],
      [90, FLOOR],
    ],
    { fill: WHITE, w: 1 },
  );
  return foot + arm + reel(42, 166, 37) + reel(108, 142, 22) + roller(75, 155, 5);
}

function folder() {
  const former = polygon(pts('424,62 478,62 451,118'), { fill: WHITE, w: 1.2 });
  const seams = [0.2, 0.4, 0.6, 0.8]
    .map((part) =>
      line(
        [
          [424 + 27 * part, 62 + 56 * part],
          [478 - 27 * part, 62 + 56 * part],
        ],
        { w: 0.5, stroke: '#8d877f' },
      ),
    )
    .join('');
  const nips = pts('446,128 456,128 446,142 456,142')
    .map(([x, y]) => roller(x, y, 4.6, { w: 0.8 }))
    .join('');
  return (
    casing([416, 50, 98, FLOOR - 50], { gap: 3.4 }) +
    roller(451, 56, 5.4) +
    former +
    seams +
    nips +
    roller(440, 172, 17, { turn: 1 }) +
    roller(474, 172, 17, { turn: -1 }) +
    roller(498, 190, 9, { turn: 1 })
  );
}

/** Folded copies riding on the belt in an overlapping stream. */
function delivery() {
  const copies = Array.from({ length: 15 }, (_, index) => {
    const x = 512 + index * 8.6;
    return polygon(
      [
        [x, 197],
        [x + 15, 190],
        [x + 17, 191.6],
        [x + 2.4, 199],
      ],
      { fill: WHITE, w: 0.7 },
    );
  });
  return (
    copies.join('') +
    line(
      [
        [506, 201],
        [644, 201],
      ],
      { w: 1.3 },
    ) +
    [516, 556, 596, 636].map((x) => roller(x, 206, 4.4, { w: 0.8 })).join('')
  );
}

const web = () => {
  const d = `M42 129C60 126 96 100 122 101A9 9 0 0 1 131 110A9 9 0 0 0 140 ${WEB}L392 ${WEB}A7 7 0 0 0 399 115L399 61A8 8 0 0 1 407 53L445 52A6 6 0 0 1 451 58L451 158`;
  return path(d, { w: 4, stroke: WHITE }) + path(d, { w: 1.9, stroke: RED });
};

export function draw() {
  const idlers = roller(122, 110, 8) + roller(140, 113, 8) + roller(392, 115, 6.4) + roller(407, 61, 6.4);
  const tick = [200, 290, 376]
    .map((x) =>
      polygon(
        [
          [x + 10, WEB - 3.4],
          [x + 17, WEB],
          [x + 10, WEB + 3.4],
        ],
        { fill: RED, stroke: WHITE, w: 0.6 },
      ),
    )
    .join('');
  const body =
    floor(0, WIDTH, FLOOR) +
    reelStand() +
    UNITS.map(unit).join('') +
    folder() +
    delivery() +
    idlers +
    web() +
    tick;
  const marks =
    spot(1, 42, 166) +
    spot(2, 131, 92) +
    spot(3, 262, WEB - 42.6) +
    spot(4, 262, WEB - 14.5) +
    spot(5, 451, 84) +
    spot(6, 457, 190) +
    spot(7, 596, 184);
  const y = FLOOR + 22;
  const words = [
    step(1, [0, y], { name: 'Reel', said: 'a new one is pasted on at full speed', width: 130 }),
    step(2, [0, y + 34], { name: 'Tension', said: 'rollers hold the web taut', width: 120 }),
    step(3, [164, y], {
      name: 'Plate cylinder',
      said: 'takes water where it is bare, ink where it prints',
      width: 128,
    }),
    step(4, [164, y + 34], {
      name: 'Blanket',
      said: 'carries the ink to the paper, both sides at once',
      width: 128,
    }),
    step(5, [332, y], { name: 'Former', said: 'folds the web lengthwise over its nose', width: 128 }),
    step(6, [332, y + 34], {
      name: 'Cutting and folding',
      said: 'a knife cuts, a blade folds across',
      width: 128,
    }),
    step(7, [500, y], {
      name: 'Delivery',
      said: 'copies leave in a stream, each lying on the next',
      width: 126,
    }),
  ];
  return save(
    'web-press-diagram',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'From reel to copy', 'A web offset press in section; the paper runs along the red line') +
      body +
      marks +
      words.join(''),
  );
}
