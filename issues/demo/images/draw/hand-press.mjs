// An iron hand press of the Albion pattern, bed run out and tympan open, with its parts named.
import { label, plate, pts, save } from './kit.mjs';
import { across, engrave, view } from './engrave.mjs';
import { ball, blend, box, cut, cylinder, extrude, lathe, limb, placed, torus, union } from './solid.mjs';

const [WIDTH, HEIGHT] = [483, 420];
const VIEW = view({ azimuth: -30, elevation: 15, scale: 50, centre: [196, 238], target: [0.9, 2.95, 0] });
const level = across([0, 1, 0]);
const cross = across([1, 1.2, 0.6]);

/** The staple: a cast arch astride the bed, its cheeks swelling to the feet. */
function staple() {
  const half = pts(
    '0,5.3 0.55,5.24 1.02,5.02 1.3,4.6 1.36,4.1 1.28,3.4 1.26,2.4 1.32,1.5 1.5,0.9 1.42,0.75 1.1,0.78 0.98,1.3 0.93,2.4 0.93,3.6 0.84,3.95 0.6,4.1 0,4.12',
  );
  const ring = [...half, ...half.toReversed().map(([x, y]) => [-x, y])];
  const arch = placed(extrude(ring, 0.3, 0.07), [0, 0, 0], [0, 90, 0]);
  const sill = placed(box([0.24, 0.16, 1.3], 0.05), [0, 1.05, 0]);
  const head = placed(lathe(pts('0,0 0.62,0 0.62,0.14 0.5,0.24 0,0.26')), [0, 5.2, 0]);
  return blend(0.12, arch, sill, head);
}

/** A foot that curls out from the cheek to a paw. */
const foot = (x, z) =>
  blend(
    0.2,
    limb([x * 0.12, 1.05, z * 1.26], [x * 0.62, 0.75, z * 1.5], 0.3, 0.17),
    limb([x * 0.62, 0.75, z * 1.5], [x * 0.95, 0.28, z * 1.62], 0.17, 0.11),
    placed(ball([0.22, 0.13, 0.2]), [x * 1.0, 0.12, z * 1.64]),
  );

const springBox = lathe(
  pts(
    '0,0 0.42,0 0.44,0.08 0.34,0.16 0.33,0.72 0.43,0.8 0.43,0.9 0.24,0.98 0.13,1.1 0.2,1.22 0.1,1.36 0,1.4',
  ),
);
const platen = blend(
  0.08,
  box([0.98, 0.11, 0.84], 0.03),
  placed(box([0.7, 0.08, 0.6], 0.03), [0, 0.17, 0]),
  placed(lathe(pts('0,0.2 0.5,0.2 0.34,0.42 0,0.44')), [0, 0, 0]),
);

/** A frame of iron bars about a window, lying in x and z. */
const frame = (hx, hz, bar) => cut(box([hx, 0.035, hz], 0.02), box([hx - bar, 0.2, hz - bar]));

/** Lines of type on the bed, seen as rows of dark. */
const typeRows = (x, y, z, n) => {
  if (n[1] < 0.9) return 0;
  const [u, v] = [x - 2.1, z];
  if (Math.abs(u) > 0.78 || Math.abs(v) > 0.58 || Math.abs(u) < 0.05) return 0;
  const row = Math.abs(((((v / 0.072) % 1) + 1) % 1) - 0.5);
  return row < 0.2 ? 0.8 : 0;
};

const part = (solid, bound, more = {}) => ({ solid, bound, lines: level, cross, ...more });

/** What moves over the type: tympan and frisket, hinged open. */
function frames() {
  const tympanAt = { at: [3.42, 2.42, 0], turn: [0, 0, 52] };
  const tympan = placed(
    placed(union(frame(1.12, 0.82, 0.08), box([1.06, 0.015, 0.76])), [1.12, 0, 0]),
    tympanAt.at,
    tympanAt.turn,
  );
  const top = [3.42 + 2.24 * Math.cos(0.9076), 2.42 + 2.24 * Math.sin(0.9076), 0];
  const windows = union(
    placed(box([0.4, 0.2, 0.26]), [0.5, 0, -0.38]),
    placed(box([0.4, 0.2, 0.26]), [0.5, 0, 0.38]),
    placed(box([0.4, 0.2, 0.26]), [1.55, 0, -0.38]),
    placed(box([0.4, 0.2, 0.26]), [1.55, 0, 0.38]),
  );
  const frisket = placed(cut(placed(box([1.05, 0.02, 0.8], 0.01), [1.05, 0, 0]), windows), top, [0, 0, 18]);
  return [
    part(tympan, [4.1, 3.3, 0, 1.5], { lines: across([0.8, 1, 0]), cross: across([0, 0, 1]) }),
    part(frisket, [top[0] + 1, top[1] + 0.33, 0, 1.45], {
      lines: across([1, 0.3, 0.2]),
      tone: 0.1,
      cross: across([0, 0, 1]),
    }),
  ];
}

function objects() {
  return [
    {
      solid: (x, y) => y,
      ground: true,
      lines: across([0.25, 0, 1]),
      fade: (x, y, z) => Math.max(0, 1 - Math.hypot((x - 1) / 5.5, z / 4.5) ** 4),
    },
    part(staple(), [0, 3, 0, 2.95], { tone: 0.08 }),
    ...pts('1,1 -1,1 1,-1 -1,-1').map(([x, z]) =>
      part(foot(x, z), [x * 0.55, 0.6, z * 1.5, 0.95], { lines: across([0.3 * x, 1, 0]) }),
    ),
    part(placed(springBox, [0, 5.42, 0]), [0, 6.1, 0, 0.9], { tone: 0.05 }),
    part(placed(torus('y', 0.34, 0.045), [0, 5.78, 0]), [0, 5.78, 0, 0.42]),
    part(placed(torus('y', 0.34, 0.045), [0, 5.98, 0]), [0, 5.98, 0, 0.42]),
    part(placed(cylinder('y', 0.27, 0.62, 0.03), [0, 3.55, 0]), [0, 3.55, 0, 0.75]),
    part(placed(box([0.13, 0.42, 0.1], 0.04), [-0.3, 3.72, 0.05], [0, 0, 20]), [-0.3, 3.72, 0.05, 0.5], {
      tone: 0.35,
    }),
    part(placed(platen, [0, 2.75, 0]), [0, 2.85, 0, 1.4], { lines: across([0.2, 1, 0.1]) }),
    part(placed(box([1.2, 0.11, 0.86], 0.03), [2.1, 2.28, 0]), [2.1, 2.28, 0, 1.5], {
      lines: across([0, 1, 0.25]),
    }),
    part(
      placed(cut(box([0.98, 0.06, 0.74], 0.01), box([0.84, 0.2, 0.64])), [2.1, 2.44, 0]),
      [2.1, 2.44, 0, 1.3],
    ),
    part(placed(box([0.8, 0.06, 0.6]), [2.1, 2.43, 0]), [2.1, 2.43, 0, 1.05], { decal: typeRows }),
    ...[0.5, -0.5].map((z) =>
      part(placed(box([2.75, 0.08, 0.09], 0.02), [1.25, 2.07, z]), [1.25, 2.07, z, 2.8], { tone: 0.25 }),
    ),
    part(
      blend(
        0.1,
        placed(
          lathe(pts('0,0 0.24,0 0.24,0.1 0.11,0.25 0.15,0.8 0.09,1.0 0.17,1.2 0.1,1.5 0.2,1.98 0,2')),
          [3.7, 0, 0],
        ),
        placed(box([0.1, 0.07, 0.6], 0.03), [3.7, 1.95, 0]),
      ),
      [3.7, 1, 0, 1.2],
    ),
    part(placed(cylinder('z', 0.27, 0.42, 0.02), [1.2, 1.72, 0]), [1.2, 1.72, 0, 0.55], {
      lines: across([0, 0.3, 1]),
    }),
    part(
      union(
        limb([1.2, 1.72, 0.3], [1.2, 1.72, 1.1], 0.06),
        limb([1.2, 1.72, 1.1], [1.52, 1.2, 1.1], 0.07, 0.06),
        limb([1.52, 1.2, 1.1], [1.52, 1.2, 1.5], 0.09, 0.11),
      ),
      [1.35, 1.5, 0.9, 0.85],
    ),
    ...frames(),
    part(
      blend(
        0.12,
        limb([0.1, 3.62, 0.3], [0.42, 3.66, 1.2], 0.1, 0.085),
        limb([0.42, 3.66, 1.2], [1.35, 3.7, 1.75], 0.085, 0.07),
      ),
      [0.6, 3.65, 1.1, 1.2],
    ),
    part(limb([1.3, 3.7, 1.72], [2.1, 3.74, 2.1], 0.1, 0.12), [1.7, 3.72, 1.9, 0.65], {
      lines: across([1, 0, 0.45]),
      tone: 0.2,
    }),
  ];
}

const NAMES = [
  ['Spring box', 'its spring lifts the platen again', [-0.3, 5.9, 0.1], [70, 62], 'end', 62],
  ['Chill', 'pulled upright, it drives the piston down', [-0.38, 3.7, 0.1], [70, 136], 'end', 66],
  ['Piston', '', [-0.24, 3.25, 0.1], [70, 212], 'end', 60],
  ['Platen', 'presses sheet on type', [-0.98, 2.76, 0.1], [70, 262], 'end', 60],
  ['Ribs', 'rails for the bed', [-1.5, 2.07, -0.5], [70, 310], 'end', 60],
  ['Foot', '', [-1.0, 0.15, -1.7], [70, 356], 'end', 60],
  ['Staple', 'the frame, cast in one piece', [-0.1, 4.72, 1.0], [262, 82], 'start', 110],
  ['Bar', 'a pull for each sheet', [1.6, 3.8, 1.9], [276, 158], 'middle', 84],
  ['Frisket', 'keeps the margins clean', [5.2, 4.62, -0.1], [384, 56], 'middle', 110],
  ['Tympan', 'carries the sheet', [4.55, 3.6, 0.1], [420, 216], 'start', 63],
  ['Forme', 'type locked up on the bed', [2.6, 2.49, 0.4], [420, 268], 'start', 63],
  ['Rounce', 'winds the bed in and out', [1.52, 1.2, 1.45], [420, 334], 'start', 63],
];

export function draw() {
  const under = engrave({ view: VIEW, light: [-0.75, 0.95, 0.8], objects: objects(), hollow: 0.35 }, [
    WIDTH,
    HEIGHT,
  ]);
  const names = NAMES.map(([name, remark, solid, at, anchor, width]) =>
    label(name, remark, { from: VIEW.project(solid), at, anchor, width, size: 8.2 }),
  );
  return save(
    'hand-press',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'The iron hand press', 'Albion pattern; the bed is run out, the tympan open') +
      names.join(''),
    { under },
  );
}
