// Saturday's weather over the coast about Quoinbridge: isobars, a front, showers, sun.
import {
  arrow,
  circle,
  clipped,
  curve,
  group,
  hatch,
  INK,
  line,
  path,
  plate,
  pts,
  RED,
  save,
  strokes,
  type,
  WHITE,
} from './kit.mjs';
import { named } from './town-parts.mjs';

const [WIDTH, HEIGHT] = [318, 330];
const BOX = [0.6, 30, 316.8, 252];
const COAST = pts(
  '236,20 230,52 246,74 238,98 222,112 232,128 214,140 226,152 250,160 262,184 256,208 270,226 262,250 278,272 272,296',
);
const frame = `M${BOX[0]} ${BOX[1]}h${BOX[2]}v${BOX[3]}h${-BOX[2]}Z`;
const sea = `${curve(COAST)}L330 296L330 20Z`;

/** The sea: the coast repeated outwards, fainter each time, then level lines. */
function water() {
  const shores = [3, 7, 12, 18].map((off, index) =>
    path(curve(COAST.map(([x, y]) => [x + off, y + off * 0.1])), { w: 0.8 - index * 0.12 }),
  );
  return (
    clipped(
      sea,
      strokes([236, 20, 90, 276], { angle: 0, gap: 3.4, w: 0.5, stroke: '#aaa49c' }) +
        path(sea, { fill: 'none', stroke: 'none' }) +
        shores.join(''),
    ) + path(curve(COAST), { w: 1.6 })
  );
}

/** Isobars about a low that has gone by to the north, in hectopascals. */
function isobars() {
  return [1004, 1008, 1012, 1016, 1020]
    .map((pressure, index) => {
      const r = 92 + index * 48;
      const list = Array.from({ length: 22 }, (_, step) => {
        const turn = 0.05 * Math.PI + (step / 21) * 0.95 * Math.PI;
        const swing = 1 + 0.05 * Math.sin(turn * 5 + index);
        return [214 + r * 1.25 * swing * Math.cos(turn), 2 + r * 0.82 * swing * Math.sin(turn)];
      });
      const [lx, ly] = list[index === 1 ? 11 : 14];
      return (
        path(curve(list), { w: 0.9, stroke: '#5c5751' }) +
        circle(lx, ly, 8.5, { fill: WHITE, stroke: 'none' }) +
        type(String(pressure), { x: lx, y: ly + 2.6, size: 7.6, face: 'sans-semi', anchor: 'middle' })
      );
    })
    .join('');
}

/** A cold front, its teeth on the side it moves to. */
function front() {
  const list = pts('112,22 122,66 120,112 104,156 78,196 44,232 4,258');
  const teeth = list.slice(0, -1).flatMap(([ax, ay], index) => {
    const [bx, by] = list[index + 1];
    const turn = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
    return [0.28, 0.78].map((part) =>
      group(
        `<path d="M-6 0L0 -10L6 0Z" fill="${RED}"/>`,
        `translate(${ax + (bx - ax) * part} ${ay + (by - ay) * part}) rotate(${turn})`,
      ),
    );
  });
  return path(curve(list), { w: 2, stroke: RED }) + teeth.join('');
}

/** A cloud with its underside hatched, and drops if it rains; a sun if it does not. */
function cloud(x, y, rain) {
  const d = 'M-15 7a7.4 7.4 0 0 1 1 -14.4a9.6 9.6 0 0 1 17.6 -2.6a8 8 0 0 1 11.4 7.8a5 5 0 0 1 -1.6 9.2Z';
  const shade = hatch(d, [-24, -1, 48, 10], { angle: -40, gap: 1.6, w: 0.55 });
  const drops = [-9, -2, 5, 12]
    .map((dx) =>
      line(
        [
          [dx, 10],
          [dx - 3.4, 18],
        ],
        { w: 1.1 },
      ),
    )
    .join('');
  return group(
    path(d, { fill: WHITE, stroke: WHITE, w: 4 }) +
      path(d, { fill: WHITE, w: 1 }) +
      shade +
      (rain ? drops : ''),
    `translate(${x} ${y})`,
  );
}

function sun(x, y) {
  const rays = Array.from({ length: 16 }, (_, index) => {
    const turn = (index * Math.PI) / 8;
    const [near, far] = [10.5, index % 2 === 0 ? 17 : 14];
    return line(
      [
        [x + near * Math.cos(turn), y + near * Math.sin(turn)],
        [x + far * Math.cos(turn), y + far * Math.sin(turn)],
      ],
      { w: 1.1, stroke: RED },
    );
  });
  return (
    circle(x, y, 18, { fill: WHITE, stroke: 'none' }) +
    rays.join('') +
    circle(x, y, 7.6, { fill: RED, stroke: 'none' })
  );
}

export function draw() {
  const river =
    path(curve(pts('-4,170 40,162 82,172 126,158 170,150 216,141')), { w: 3.4 }) +
    path(curve(pts('-4,170 40,162 82,172 126,158 170,150 216,141')), { w: 1.8, stroke: WHITE });
  const town =
    circle(170, 150, 4.2, { fill: WHITE, w: 1.4 }) + circle(170, 150, 1.6, { fill: INK, stroke: 'none' });
  const wind = pts('14,120 30,214 128,238').map(([x, y]) =>
    arrow(
      [
        [x, y],
        [x + 34, y - 4],
      ],
      { w: 2.2, size: 9 },
    ),
  );
  const words = [
    named('Quoinbridge', { x: 176, y: 164, size: 9.4, face: 'sans-bold', anchor: 'middle' }),
    named('9° at dawn, 15° by noon', { x: 178, y: 174.5, size: 7.6, face: 'serif-it' }),
    named('Ascender Hill', { x: 150, y: 126, size: 8, face: 'display-it' }),
    named('SEA', { x: 292, y: 236, size: 11, face: 'display-it' }),
    named('W 4', { x: 30, y: 230, size: 9, face: 'sans-bold' }),
    type('L', { x: 206, y: 56, size: 25, face: 'display-black', anchor: 'middle', fill: RED }),
  ];
  const key = [
    ['Showers from the west, clearing by noon; rain on the hill, sun later at the dock.'],
    ['Press hall: humidity 50 per cent, the paper lies flat.'],
  ].map(([text], index) =>
    type(text, {
      x: 0,
      y: BOX[1] + BOX[3] + 15 + index * 11.5,
      size: 8.6,
      face: index === 0 ? 'sans-semi' : 'serif-it',
    }),
  );
  const body =
    water() +
    river +
    isobars() +
    front() +
    wind.join('') +
    cloud(150, 98, true) +
    cloud(52, 92, true) +
    cloud(64, 62, true) +
    sun(226, 196) +
    town +
    words.join('');
  return save(
    'weather-map',
    [WIDTH, HEIGHT - 13],
    plate(WIDTH, 'The weather on Saturday', '2 May, pressure in hectopascals') +
      clipped(frame, body) +
      path(frame, { w: 1.2 }) +
      key.join(''),
  );
}
