// Quoinbridge from the south bank: the quay, Quoin Bridge, the hill and the press hall, in one wide plate.
import { dice, INK, path, pts, rect, save } from './kit.mjs';
import { across, engrave, view } from './engrave.mjs';
import { ball, blend, box, cut, cylinder, extrude, lathe, placed, union } from './solid.mjs';

const [WIDTH, HEIGHT] = [648, 216];
const VIEW = view({ azimuth: 21, elevation: 11, scale: 22.6, centre: [318, 148], target: [0, 0.9, 0] });

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
  for (let x = -12.6; x < 6.2;) {
    const wide = 0.95 + next() * 0.75;
    if (Math.abs(x + wide / 2 + 2.6) > 0.85)
      rows.push(
        house({ x: x + wide / 2, z: -1, wide: wide - 0.03, tall: 1.15 + next() * 1.1, gable: next() > 0.45 }),
      );
    x += wide;
  }
  for (let x = -11; x < 9; x += 1.5 + next() * 0.5) {
    const up = 1.3 * Math.exp(-(((x + 6.5) / 4) ** 2));
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
  return rows.flat();
}

/** Quoin Bridge comes towards us over the river on three arches. */
function bridge() {
  const body = box([0.55, 0.75, 6.9], 0.02);
  const arches = [-5.4, -2.7, 0, 2.7, 5.4].map((z) => placed(cylinder('x', 1.06, 2), [0, -0.86, z]));
  const piers = [-4.05, -1.35, 1.35, 4.05].map((z) => placed(cylinder('y', 0.3, 0.72), [0.5, -0.2, z]));
  return union(
    placed(cut(body, union(...arches)), [-2.6, 0.62, 6.7]),
    placed(union(...piers), [-2.6, 0.6, 6.7]),
    placed(box([0.62, 0.05, 6.95], 0.02), [-2.6, 1.36, 6.7]),
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
    [0.9, 2.6, 12],
    [5.2, 3.4, -6],
    [-9.2, 2.4, 8],
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
  const water = (x, y, z) =>
    z < 0.4
      ? 0
      : 0.14 +
        0.3 * Math.exp(-(z - 0.4) / 1.3) +
        0.16 * Math.exp(-(((x + 2.6) / 1) ** 2)) * (z < 13 ? 1 : 0) +
        0.05 * Math.sin(z * 2.1 + 0.4 * x);
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
    {
      solid: bridge(),
      bound: [-2.6, 0.7, 6.7, 7.3],
      lines: across([0, 1, 0.06]),
      cross: across([0, 0.3, 1]),
    },
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

/** Smoke from the stack, and gulls. */
function air() {
  const [x, y] = VIEW.project([11.2, 5.55, -2.1]);
  const smoke = [0, 1, 2, 3].map((index) =>
    path(
      `M${x - 2 + index} ${y - 2}c${-6 - index * 2} -9 ${-24 - index * 4} -5 ${-38 - index * 7} ${-13 - index * 3}s${-26 - index * 5} -3 ${-46 - index * 8} -8`,
      { w: 0.8 - index * 0.08 },
    ),
  );
  const gulls = pts('462,50 480,58 516,40 40,36').map(([gx, gy]) =>
    path(`M${gx - 5} ${gy}q3 -3.4 5 0q2 -3.4 5 0`, { w: 0.8, stroke: INK }),
  );
  return smoke.join('') + gulls.join('');
}

export function draw() {
  const under = engrave(
    { view: VIEW, light: [-0.7, 0.75, 0.8], objects: objects(), hollow: 0.4, pitch: 6.4, reach: 9 },
    [WIDTH, HEIGHT],
  );
  return save(
    'quoinbridge-panorama',
    [WIDTH, HEIGHT],
    air() + rect(0.75, 0.75, [WIDTH - 1.5, HEIGHT - 1.5], { w: 1.5 }),
    { under },
  );
}
