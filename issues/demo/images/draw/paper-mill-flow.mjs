// From log to reel: the parts of a newsprint mill in a row, in section.
import {
  arrow,
  circle,
  clipped,
  dice,
  fillRect,
  hatch,
  INK,
  line,
  path,
  plate,
  points,
  polygon,
  pts,
  rect,
  RED,
  save,
  strokes,
  WHITE,
} from './kit.mjs';
import { floor, reel, roller, step } from './machine-parts.mjs';

const [WIDTH, HEIGHT] = [648, 236];
const FLOOR = 168;

/** A stack of logs, end on, with their rings. */
function logs() {
  const next = dice(3);
  const rows = pts('0,5 1,4 2,3 3,2');
  return rows
    .flatMap(([row, count]) =>
      Array.from({ length: count }, (_, index) => {
        const [x, y, r] = [12 + row * 9 + index * 18, FLOOR - 9.4 - row * 15.6, 9];
        const rings = [7, 5, 3, 1.2]
          .map((ring) => circle(x + next() * 0.8, y + next() * 0.8, ring, { w: 0.5 }))
          .join('');
        return (
          circle(x, y, r, { fill: WHITE, w: 1.3 }) +
          rings +
          line(
            [
              [x, y],
              [x + 8 * next(), y - 5 * next()],
            ],
            { w: 0.5 },
          )
        );
      }),
    )
    .join('');
}

/** The grindstone presses logs to pulp under water. */
function grinder() {
  const house = polygon(
    [
      [112, FLOOR],
      [112, 104],
      [122, 92],
      [166, 92],
      [176, 104],
      [176, FLOOR],
    ],
    { fill: WHITE, w: 1.2 },
  );
  const loglets = [98, 106]
    .map(
      (y) =>
        rect(128, y, [32, 8], { fill: WHITE, w: 0.9 }) +
        line(
          [
            [132, y + 4],
            [156, y + 4],
          ],
          { w: 0.5 },
        ),
    )
    .join('');
  const bath = hatch(`M113 146h62v21h-62Z`, [112, 144, 66, 26], { angle: 0, gap: 2, w: 0.7 });
  return (
    house +
    bath +
    roller(144, 138, 23, { turn: 1 }) +
    loglets +
    arrow(
      [
        [144, 76],
        [144, 92],
      ],
      { stroke: INK, w: 1.2, size: 6 },
    )
  );
}

/** A vat with a stirrer, full of stock. */
function vat() {
  const d = `M200 108h54v48q0 12 -12 12h-30q-12 0 -12 -12Z`;
  const stock = hatch(`M201 122h52v34q0 11 -11 11h-30q-11 0 -11 -11Z`, [198, 120, 60, 50], {
    angle: 0,
    gap: 2,
    w: 0.65,
  });
  return (
    path(d, { fill: WHITE, w: 1.3 }) +
    stock +
    line(
      [
        [227, 92],
        [227, 150],
      ],
      { w: 1.4 },
    ) +
    polygon(pts('214,146 227,151 240,146 240,156 227,151 214,156'), { fill: WHITE, w: 0.9 }) +
    rect(219, 84, [16, 9], { fill: WHITE, w: 1 })
  );
}

/** The wire: stock runs out on to an endless gauze and the water falls through. */
function wire() {
  const box = polygon(pts('276,112 302,112 306,126 300,132 276,132'), { fill: WHITE, w: 1.2 });
  const fill = hatch(points(pts('277,118 303,118 305,126 300,131 277,131'), true), [276, 116, 32, 18], {
    angle: 0,
    gap: 1.8,
    w: 0.6,
  });
  const belt = path('M308 134H392A8 8 0 0 1 392 151H308A8 8 0 0 1 308 134Z', { w: 0.8, dash: '2 1.2' });
  const drops = Array.from({ length: 11 }, (_, index) =>
    line(
      [
        [314 + index * 7, 154],
        [313 + index * 7, 158 + ((index * 5) % 9)],
      ],
      { w: 0.8 },
    ),
  ).join('');
  const tables = Array.from({ length: 7 }, (_, index) => roller(320 + index * 11, 138, 2.8, { w: 0.7 })).join(
    '',
  );
  return box + fill + belt + drops + tables + roller(308, 142.5, 8) + roller(392, 142.5, 8);
}

const presses = () =>
  [414, 438].map((x) => roller(x, 121.6, 10.6, { turn: -1 }) + roller(x, 145, 10.6, { turn: 1 })).join('');

/** The drying cylinders, the sheet winding over and under them. */
function dryers() {
  const tops = [470, 498, 526, 554];
  const lows = [484, 512, 540];
  const steam = [478, 520, 550]
    .map((x, index) => path(`M${x} 92q-5 -6 0 -11t0 -11${index === 1 ? 't0 -8' : ''}`, { w: 0.8 }))
    .join('');
  return (
    polygon(pts('458,98 466,84 560,84 568,98'), { fill: WHITE, w: 1 }) +
    clipped(
      'M458 98L466 84H560L568 98Z',
      strokes([456, 82, 114, 18], { angle: 90, gap: 3, w: 0.5, stroke: '#9d978f' }),
    ) +
    steam.replaceAll('92q', '82q') +
    tops.map((x) => roller(x, 118, 12)).join('') +
    lows.map((x) => roller(x, 144, 12)).join('')
  );
}

function web() {
  const d =
    'M306 131L400 133.4L450 133.4C456 133 456 112 460 110A12 12 0 0 1 482 118L472.6 141A12 12 0 0 0 496 146L486.4 115A12 12 0 0 1 510 118L500.6 141A12 12 0 0 0 524 146L514.4 115A12 12 0 0 1 538 118L528.6 141A12 12 0 0 0 552 146L542.4 115A12 12 0 0 1 566 119L576 131';
  return path(d, { w: 3.6, stroke: WHITE }) + path(d, { w: 1.7, stroke: RED });
}

const calender = () =>
  [98, 114, 130, 146, 160].map((y, index) => roller(582, y, index === 4 ? 8 : 7.2)).join('') +
  rect(574, 88, [16, 4], { fill: WHITE, w: 0.8 });

export function draw() {
  const flows =
    arrow(
      [
        [94, 130],
        [109, 130],
      ],
      { stroke: INK, w: 1.4, size: 7 },
    ) +
    arrow(
      [
        [178, 130],
        [197, 130],
      ],
      { stroke: INK, w: 1.4, size: 7 },
    ) +
    arrow(
      [
        [256, 124],
        [274, 124],
      ],
      { stroke: INK, w: 1.4, size: 7 },
    );
  const tail = path('M590 104C604 104 606 110 612 112', { w: 1.7, stroke: RED });
  const machine =
    floor(0, WIDTH, FLOOR) +
    logs() +
    grinder() +
    vat() +
    wire() +
    presses() +
    dryers() +
    web() +
    calender() +
    reel(620, 136, 27) +
    tail +
    flows;
  const y = FLOOR + 24;
  const words = [
    step(1, [0, y], { name: 'Logs', said: 'spruce, its bark off', width: 84 }),
    step(2, [108, y], { name: 'Grindstone', said: 'tears wood to fibres', width: 72 }),
    step(3, [200, y], { name: 'Vat', said: 'fibres in water, ninety-nine parts to one', width: 70 }),
    step(4, [296, y], { name: 'Wire', said: 'the water falls through', width: 76 }),
    step(5, [396, y], { name: 'Press', said: 'squeezes', width: 60 }),
    step(6, [464, y], { name: 'Dryers', said: 'hot cylinders', width: 60 }),
    step(7, [552, y], { name: 'Calender, reel', said: 'smoothed, wound', width: 80 }),
  ];
  void fillRect;
  return save(
    'paper-mill-flow',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'From wood to newsprint', 'A mill in section; the sheet runs along the red line') +
      `<g transform="translate(0 -8)">${machine}${words.join('')}</g>`,
  );
}
