// Quoinbridge from the south bank in one plate, wide enough for two pages: mill, hill, three bridges, foundry, paper store.
import { circle, dice, INK, line, path, pts, RED, save, type, WHITE } from './kit.mjs';
import { across, engrave, view } from './engrave.mjs';
import { ball, blend, box, cut, cylinder, extrude, lathe, placed, union } from './solid.mjs';

// Printed a third larger, over the fold of two pages, which lies at the middle: a gap between houses stands there.
const [WIDTH, HEIGHT] = [1000, 296];
const VIEW = view({ azimuth: 15, elevation: 12, scale: 25, centre: [490, 186], target: [0, 0.9, 0] });

/** Windows in rows on the wall towards the river. */
const windows =
  ({ x, z, wide, tall, base }) =>
  (px, py, pz, n) => {
    if (n[2] < 0.8 || pz < z - 0.4) return 0;
    const [u, v] = [(px - x + wide / 2) / wide, (py - base) / tall];
    if (u < 0.08 || u > 0.92 || v < 0.1 || v > 0.95) return 0;
    const [columns, rows] = [Math.max(2, Math.round(wide / 0.42)), Math.max(2, Math.round(tall / 0.6))];
    const [a, b] = [(u * columns) % 1, (v * rows) % 1];
    return Math.abs(a - 0.5) < 0.2 && Math.abs(b - 0.5) < 0.27 ? 0.92 : 0;
  };

/** A house with its gable or its long side to the water; walls and roof are two solids, so that their lines differ. */
function house({ x, z, wide, tall, base = 0.5, gable, deep = 1.3 }) {
  const rise = gable ? wide * 0.62 : 0.62;
  const walls = placed(box([wide / 2, tall / 2, deep / 2], 0.01), [x, base + tall / 2, z]);
  const top = base + tall;
  const roof = gable
    ? placed(
        extrude(
          [
            [-wide / 2 - 0.07, 0],
            [0, rise],
            [wide / 2 + 0.07, 0],
          ],
          deep / 2 + 0.06,
        ),
        [x, top, z],
      )
    : placed(
        extrude(
          [
            [-deep / 2 - 0.09, 0],
            [0, rise],
            [deep / 2 + 0.09, 0],
          ],
          wide / 2 + 0.03,
        ),
        [x, top, z],
        [0, 90, 0],
      );
  const stack = placed(box([0.09, 0.3, 0.1]), [x + wide * 0.22, top + rise * 0.75, z - 0.2]);
  const bound = [x, base + (tall + rise) / 2, z, Math.hypot(wide, tall + rise + 0.5, deep) / 2 + 0.2];
  return [
    {
      solid: union(walls, stack),
      bound,
      lines: across([0.1, 1, 0.1]),
      cross: across([1, 0.3, 0.6]),
      decal: windows({ x, z, wide, tall, base }),
    },
    {
      solid: roof,
      bound,
      lines: gable ? across([0.4, 1, 0.1]) : across([1, 0.12, 0]),
      cross: across([0.3, 1, 0.8]),
      tone: 0.32,
    },
  ];
}

function town() {
  const next = dice(1931);
  const rows = [];
  for (let x = -17.4; x < 6.2;) {
    const wide = 0.95 + next() * 0.75;
    if (Math.abs(x + wide / 2 + 3.6) > 0.85 && Math.abs(x + wide / 2 + 13.4) > 0.7)
      rows.push(
        house({ x: x + wide / 2, z: -1, wide: wide - 0.03, tall: 1.15 + next() * 1.1, gable: next() > 0.45 }),
      );
    x += wide;
  }
  for (let x = -15.5; x < 16; x += 1.5 + next() * 0.5) {
    const up = 1.5 * Math.exp(-(((x + 6.5) / 4.4) ** 2));
    rows.push(
      house({
        x,
        z: -4.2,
        wide: 1.1 + next() * 0.5,
        tall: 1.3 + next() * 0.8,
        base: 0.5 + up,
        gable: next() > 0.5,
      }),
    );
  }
  for (let x = -10.6; x < -2.4; x += 1.55 + next() * 0.5)
    rows.push(
      house({
        x,
        z: -7.2,
        wide: 1.05 + next() * 0.4,
        tall: 1.2 + next() * 0.6,
        base: 1 + 1.9 * Math.exp(-(((x + 7) / 3) ** 2)),
        gable: next() > 0.5,
      }),
    );
  return rows.flat();
}

/** Quoin Bridge comes towards us over the river on three arches. */
function bridge() {
  const body = box([0.55, 0.75, 6.9], 0.02);
  const arches = [-5.4, -2.7, 0, 2.7, 5.4].map((z) => placed(cylinder('x', 1.06, 2), [0, -0.86, z]));
  const piers = [-4.05, -1.35, 1.35, 4.05].map((z) => placed(cylinder('y', 0.3, 0.72), [0.5, -0.2, z]));
  return union(
    placed(cut(body, union(...arches)), [-3.6, 0.62, 6.7]),
    placed(union(...piers), [-3.6, 0.6, 6.7]),
    placed(box([0.62, 0.05, 6.95], 0.02), [-3.6, 1.36, 6.7]),
  );
}

/** Hairline Bridge: planks on ropes between two gates. */
function footbridge() {
  const gate = union(
    placed(box([0.07, 1.25, 0.09], 0.01), [-0.42, 1.2, 0]),
    placed(box([0.07, 1.25, 0.09], 0.01), [0.42, 1.2, 0]),
    placed(box([0.5, 0.08, 0.1], 0.01), [0, 2.4, 0]),
  );
  const rope = (side) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => {
      const z = 1.4 + at * 1.05;
      const sag = 2.35 - 1.35 * (1 - ((z - 6.1) / 5) ** 2);
      return placed(box([0.025, Math.max(0.06, (sag - 0.9) / 2), 0.03]), [side, 0.9 + Math.max(0.06, (sag - 0.9) / 2), z]);
    });
  return placed(
    union(
      placed(box([0.36, 0.05, 6.6], 0.01), [0, 0.86, 5.9]),
      placed(gate, [0, 0, 1.1]),
      placed(gate, [0, 0, 11.1]),
      ...rope(-0.36),
      ...rope(0.36),
    ),
    [-13.4, 0, 0],
  );
}

/** Slug Bridge: low, broad, on two arches, and the paper store behind it. */
function slugBridge() {
  const body = box([0.95, 0.62, 6.9], 0.02);
  const arches = [-3.6, 0.6, 4.8].map((z) => placed(cylinder('x', 1.25, 2), [0, -1.1, z]));
  return union(
    placed(cut(body, union(...arches)), [14.6, 0.45, 6.7]),
    placed(box([1.02, 0.05, 6.95], 0.02), [14.6, 1.08, 6.7]),
  );
}

/** The press hall: north-light roofs in a row and a tall stack. */
function pressHall() {
  const tooth = extrude(pts('-0.55,0 -0.5,0.62 0.55,0'), 1.1);
  const hall = union(
    placed(box([2.5, 0.8, 1.1], 0.01), [9.3, 1.3, -1]),
    ...[0, 1, 2, 3].map((index) => placed(tooth, [7.5 + index * 1.15, 2.1, -1])),
  );
  const stack = placed(lathe(pts('0,0 0.34,0 0.22,3.5 0.3,3.55 0.3,3.75 0,3.75')), [11.2, 1.8, -2.1]);
  return { hall, stack };
}

/** The ferry: a hull, a cabin with a bench on it, a funnel. */
function ferry() {
  const hull = cut(placed(ball([1.9, 0.62, 0.7]), [0, 0.14, 0]), placed(box([3, 1, 3]), [0, 1.34, 0]));
  const cabin = union(
    placed(box([0.85, 0.26, 0.42], 0.02), [0.1, 0.58, 0]),
    placed(box([1, 0.035, 0.5], 0.01), [0.1, 0.88, 0]),
    placed(cylinder('y', 0.13, 0.45), [-0.35, 1.3, 0]),
  );
  const own = { bound: [3.9, 0.6, 7.6, 2.2] };
  return [
    { ...own, solid: placed(hull, [3.9, 0, 7.6], [0, -8, 0]), lines: across([0.1, 1, 0]), tone: 0.55 },
    { ...own, solid: placed(cabin, [3.9, 0, 7.6], [0, -8, 0]), lines: across([1, 0.2, 0.3]), tone: 0.3 },
  ];
}

/** The three bridges. */
function crossings() {
  return [
    {
      solid: bridge(),
      bound: [-3.6, 0.7, 6.7, 7.3],
      lines: across([0, 1, 0.06]),
      cross: across([0, 0.3, 1]),
    },
    {
      solid: slugBridge(),
      bound: [14.6, 0.7, 6.7, 7.3],
      lines: across([0, 1, 0.06]),
      cross: across([0, 0.3, 1]),
    },
    {
      solid: footbridge(),
      bound: [-13.4, 1.2, 6, 7.1],
      lines: across([0.3, 1, 0.2]),
      tone: 0.55,
    },
  ];
}

/** How dark the water is: under the quay and the two stone bridges. */
const water = (x, y, z) =>
  z < 0.4
    ? 0
    : 0.14 +
      0.3 * Math.exp(-(z - 0.4) / 1.3) +
      0.16 * Math.exp(-(((x + 3.6) / 1) ** 2)) * (z < 13 ? 1 : 0) +
      0.16 * Math.exp(-(((x - 14.6) / 1.3) ** 2)) * (z < 13 ? 1 : 0) +
      0.05 * Math.sin(z * 2.1 + 0.4 * x);

function objects() {
  const { hall, stack } = pressHall();
  const hill = blend(
    1,
    placed(ball([6.5, 2.6, 3.4]), [-7.5, -0.4, -7.5]),
    placed(ball([4, 1.4, 2.4]), [-1, -0.2, -7.5]),
  );
  const mill = lathe(pts('0,0 0.75,0 0.5,2.1 0.56,2.18 0.3,2.6 0,2.7'));
  const sails = union(...[20, 110].map((turn) => placed(box([0.11, 1.5, 0.02]), [0, 0, 0], [0, 0, turn])));
  const tower = union(
    placed(box([0.45, 2.1, 0.45], 0.02), [2.1, 2.6, -2.4]),
    placed(lathe(pts('0,0 0.52,0 0.05,1.7 0,1.75')), [2.1, 4.7, -2.4]),
  );
  const clock = (x, y, z, n) => {
    const r = Math.hypot(x - 2.1, y - 4.25);
    return n[2] > 0.8 &&
      r < 0.3 &&
      (r > 0.25 || (Math.abs(x - 2.1) < 0.03 && y > 4.2) || (Math.abs(y - 4.25) < 0.03 && x > 2.1))
      ? 1
      : 0;
  };
  const boats = [
    [-1.3, 3.4, 12],
    [7.4, 2.6, -6],
    [-9.4, 3.2, 8],
    [-6.6, 7.6, -10],
    [10.6, 6.2, 10],
    [18.4, 3.2, 4],
  ].map(([x, z, turn]) => ({
    solid: placed(
      cut(placed(ball([1.15, 0.42, 0.42]), [0, 0.1, 0]), placed(box([2, 1, 2]), [0, 1.26, 0])),
      [x, 0, z],
      [0, turn, 0],
    ),
    bound: [x, 0.1, z, 1.25],
    lines: across([0.1, 1, 0]),
    tone: 0.5,
  }));
  return [
    { solid: (x, y) => y, ground: true, lines: across([0.36, 0, 1]), fixed: water },
    {
      solid: placed(box([24, 0.3, 5], 0.02), [0, 0.2, -4.6]),
      bound: [0, 0.2, -4.6, 25],
      lines: across([0.05, 1, 0.1]),
      tone: 0.18,
    },
    { solid: hill, bound: [-5, 0, -7.5, 10], lines: across([0.3, 1, 0.35]), cross: across([1, 0.4, 0]) },
    { solid: placed(mill, [-12.4, 1.2, -7]), bound: [-12.4, 2.55, -7, 1.6], lines: across([0, 1, 0]) },
    {
      solid: placed(sails, [-12.3, 3.5, -6.35]),
      bound: [-12.3, 3.5, -6.35, 1.55],
      lines: across([0.6, 1, 0]),
      tone: 0.4,
    },
    { solid: tower, bound: [2.1, 3.4, -2.4, 3.2], lines: across([0.1, 1, 0.1]), decal: clock },
    ...crossings(),
    ...house({ x: 18.3, z: -1.6, wide: 4.6, tall: 2.5, gable: true, deep: 2.6 }),
    ...ferry(),
    {
      solid: hall,
      bound: [9.3, 1.5, -1, 3.1],
      lines: across([0.1, 1, 0]),
      cross: across([1, 0.2, 0.4]),
      decal: windows({ x: 9.3, z: -1, wide: 5, tall: 1.5, base: 0.5 }),
    },
    { solid: stack, bound: [11.2, 3.7, -2.1, 2.1], lines: across([0, 1, 0]), tone: 0.15 },
    ...boats,
    ...town(),
  ];
}

/** Smoke from the stack and the ferry, and gulls. */
function air() {
  const [x, y] = VIEW.project([11.2, 5.55, -2.1]);
  const [fx, fy] = VIEW.project([3.55, 1.75, 7.6]);
  const smoke = [0, 1, 2, 3].map((index) =>
    path(
      `M${x - 2 + index} ${y - 2}c${-6 - index * 2} -9 ${-24 - index * 4} -5 ${-38 - index * 7} ${-13 - index * 3}s${-26 - index * 5} -3 ${-46 - index * 8} -8`,
      { w: 0.8 - index * 0.08 },
    ),
  );
  const puff = [0, 1].map((index) =>
    path(`M${fx - 1 + index * 2} ${fy}c-4 -6 -12 -3 -18 ${-7 - index * 3}s-14 -1 -24 -4`, { w: 0.7 }),
  );
  const gulls = pts('672,92 700,104 548,96 84,62 112,74 420,70').map(([gx, gy]) =>
    path(`M${gx - 5} ${gy}q3 -3.4 5 0q2 -3.4 5 0`, { w: 0.8, stroke: INK }),
  );
  return [...smoke, ...puff, ...gulls].join('');
}

/** Letters over the town and what they stand for; a line leads down to each. */
const PLACES = [
  ['A', 'Hairline Bridge', [-13.4, 2.6, 1.1]],
  ['B', 'The mill', [-12.3, 5.2, -6.4]],
  ['C', 'Ascender Hill', [-8.9, 4.9, -7.2]],
  ['D', 'Quoin Bridge', [-3.6, 1.5, 0.6]],
  ['E', 'The tower', [2.1, 6.6, -2.4]],
  ['F', 'Forme Street', [5.2, 3.4, -1]],
  ['G', 'The foundry', [9.3, 2.9, -1]],
  ['H', 'Slug Bridge', [14.6, 1.3, 0.4]],
  ['I', 'The paper store', [19.1, 5.7, -1.6]],
];

function letters() {
  const y = 20;
  return PLACES.map(([letter, name, at]) => {
    const [x, foot] = VIEW.project(at);
    return [
      line([[x, y + 8], [x, foot - 3]], { w: 0.5, stroke: RED, dash: '2 1.6' }),
      circle(x, y, 6.6, { fill: RED, stroke: RED, w: 0.5 }),
      type(letter, { x, y: y + 3.2, size: 9, face: 'sans-bold', anchor: 'middle', fill: WHITE }),
      letter === 'I'
        ? type(name, { x: x - 10, y: y + 3, size: 7.6, face: 'sans-semi', anchor: 'end' })
        : type(name, { x: x + 10, y: y + 3, size: 7.6, face: 'sans-semi' }),
    ].join('');
  }).join('');
}

export function draw() {
  const under = engrave(
    { view: VIEW, light: [-0.7, 0.75, 0.8], objects: objects(), hollow: 0.4, pitch: 5.6, reach: 9 },
    [WIDTH, HEIGHT],
  );
  return save('quoinbridge-panorama', [WIDTH, HEIGHT], air() + letters(), { under });
}
