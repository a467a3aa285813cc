// A head in hatching: an editor of the old school, invented, lit from the left.
import { path, pts, save, WHITE } from './kit.mjs';
import { across, engrave, view } from './engrave.mjs';
import {
  ball,
  blend,
  box,
  carve,
  cylinder,
  extrude,
  limb,
  mirrored,
  placed,
  torus,
  union,
} from './solid.mjs';

const [WIDTH, HEIGHT] = [318, 382];
const [CX, CY] = [WIDTH / 2, HEIGHT / 2];
const VIEW = view({ azimuth: 30, elevation: 3, scale: 76, centre: [150, 196], target: [0, -0.35, 0.2] });

// The head looks along +z; its height from chin to crown is about 2.4.
function head() {
  const skull = blend(
    0.3,
    placed(ball([0.85, 0.84, 1.0]), [0, 0.5, -0.12]),
    placed(ball([0.7, 0.8, 0.66]), [0, -0.1, 0.3]),
    placed(ball([0.46, 0.36, 0.4]), [0, -0.72, 0.52]),
  );
  const brow = mirrored(limb([0.1, 0.36, 0.88], [0.55, 0.34, 0.66], 0.1, 0.09));
  const cheek = mirrored(placed(ball([0.24, 0.2, 0.22]), [0.42, -0.12, 0.62]));
  const nose = blend(
    0.1,
    limb([0, 0.24, 0.9], [0, -0.16, 1.16], 0.09, 0.12),
    placed(ball([0.13, 0.11, 0.14]), [0, -0.2, 1.16]),
    mirrored(placed(ball([0.08, 0.08, 0.11]), [0.12, -0.23, 1.04])),
  );
  const face = blend(0.16, blend(0.14, skull, brow, cheek), nose);
  const sockets = mirrored(placed(ball([0.21, 0.13, 0.2]), [0.31, 0.16, 0.93]));
  return carve(0.12, face, sockets);
}

const eyes = mirrored(placed(ball([0.15, 0.15, 0.15]), [0.31, 0.15, 0.7]));
const lids = mirrored(
  union(
    limb([0.16, 0.17, 0.845], [0.25, 0.235, 0.875], 0.022),
    limb([0.25, 0.235, 0.875], [0.37, 0.235, 0.865], 0.024),
    limb([0.37, 0.235, 0.865], [0.48, 0.16, 0.78], 0.02),
    limb([0.18, 0.11, 0.83], [0.31, 0.07, 0.85], 0.014),
    limb([0.31, 0.07, 0.85], [0.45, 0.12, 0.78], 0.014),
  ),
);
const brows = mirrored(
  blend(
    0.06,
    limb([0.12, 0.4, 0.96], [0.34, 0.47, 0.92], 0.04, 0.05),
    limb([0.34, 0.47, 0.92], [0.6, 0.37, 0.72], 0.05, 0.02),
  ),
);
const ear = mirrored(
  carve(
    0.05,
    placed(ball([0.08, 0.28, 0.18]), [0.9, 0.06, -0.02], [0, 32, 8]),
    placed(ball([0.05, 0.18, 0.1]), [0.97, 0.09, 0.05], [0, 32, 8]),
  ),
);

/** Beard and moustache, flowing down and forward. */
const beard = blend(
  0.2,
  placed(ball([0.64, 0.5, 0.5]), [0, -0.72, 0.42]),
  placed(ball([0.58, 0.6, 0.42]), [0, -1.05, 0.54]),
  mirrored(limb([0.76, -0.02, 0.1], [0.6, -0.6, 0.34], 0.12, 0.22)),
  limb([0, -1.3, 0.64], [0.02, -1.56, 0.66], 0.36, 0.2),
);
const moustache = mirrored(
  blend(
    0.1,
    limb([0.02, -0.38, 1.08], [0.3, -0.48, 0.98], 0.1, 0.11),
    limb([0.3, -0.48, 0.98], [0.58, -0.66, 0.72], 0.1, 0.03),
  ),
);
const lip = placed(ball([0.16, 0.06, 0.1]), [0, -0.56, 0.97]);

/** Hair brushed back over the crown and behind the ears. */
const hair = carve(
  0.03,
  blend(
    0.2,
    placed(ball([0.9, 0.88, 1.03]), [0, 0.54, -0.17]),
    mirrored(placed(ball([0.24, 0.5, 0.44]), [0.74, 0.28, -0.46])),
    placed(ball([0.72, 0.5, 0.6]), [0, 0.1, -0.66]),
  ),
  union(
    placed(ball([0.74, 0.84, 0.9]), [0, 0.3, 0.86]),
    mirrored(placed(ball([0.34, 0.36, 0.2]), [0.95, 0.04, 0.04])),
    placed(box([2, 1, 2]), [0, -1.2, 0]),
  ),
);

const spectacles = union(
  mirrored(placed(torus('z', 0.25, 0.01), [0.33, 0.13, 1.0], [0, 14, 0])),
  limb([-0.1, 0.18, 1.07], [0.1, 0.18, 1.07], 0.013),
  mirrored(limb([0.57, 0.17, 0.93], [0.9, 0.16, -0.05], 0.012)),
);

/** What of a body lies inside an outline seen from the front, as a layer of cloth on it. */
const layer = (body, thick, list) => {
  const window = extrude(list, 4);
  return (x, y, z) => (z < -0.3 ? 1 : Math.max(body(x, y, z) - thick, window(x, y, z)));
};

function clothes() {
  const neck = limb([0, -0.8, -0.12], [0, -1.9, -0.2], 0.52, 0.6);
  const trunk = blend(
    0.45,
    placed(ball([1.62, 0.72, 0.72]), [0, -2.55, -0.25]),
    placed(ball([1.15, 1.6, 0.82]), [0, -3.3, 0]),
    placed(ball([0.72, 0.5, 0.55]), [0, -1.98, -0.2]),
  );
  const shirt = layer(trunk, 0.03, pts('-0.46,-1.3 0.46,-1.3 0.08,-3.1 -0.08,-3.1'));
  const lapel = mirrored(
    layer(
      trunk,
      0.075,
      pts('0.36,-1.3 0.95,-1.6 0.98,-2.14 0.78,-2.16 0.92,-2.34 0.5,-2.9 0.1,-3.5 0.02,-3.4'),
    ),
  );
  const collar = placed(cylinder('y', 0.66, 0.2, 0.06), [0, -1.56, -0.14], [8, 0, 0]);
  const bow = union(
    placed(ball([0.11, 0.13, 0.1]), [0, -1.86, 0.56]),
    mirrored(
      blend(
        0.1,
        limb([0.04, -1.86, 0.54], [0.32, -1.8, 0.5], 0.05, 0.13),
        limb([0.04, -1.86, 0.54], [0.34, -1.95, 0.48], 0.05, 0.12),
      ),
    ),
  );
  return { neck, trunk, shirt, lapel, collar, bow };
}

/** The oval mount that the portrait is seen through. */
function mount() {
  const oval = (rx, ry) => `M${CX - rx} ${CY}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
  return (
    path(`M0 0H${WIDTH}V${HEIGHT}H0Z${oval(150, 182)}`, {
      fill: WHITE,
      stroke: 'none',
      more: 'fill-rule="evenodd"',
    }) +
    path(oval(150, 182), { w: 0.8 }) +
    path(oval(154, 186), { w: 2 })
  );
}

export function draw() {
  const { neck, trunk, shirt, lapel, collar, bow } = clothes();
  const skin = across([0.12, 1, 0.25]);
  const part = (solid, bound, more) => ({ solid, bound, ...more });
  const down = (x, y, z) => Math.atan2(x, z + 0.6) * 1.4 + 0.06 * Math.sin(7 * y + 5 * x) + 0.12 * x * y;
  const back = (x, y, z) => Math.atan2(x, y + 0.3 - 0.4 * z) * 1.5 + 0.04 * Math.sin(6 * z + 4 * y);
  const iris = (x, y, z) => {
    const off = Math.hypot(Math.abs(x) - (x > 0 ? 0.335 : 0.285), y - 0.155);
    return z > 0.7 && off < 0.066
      ? off < 0.04 && Math.hypot(x - (x > 0 ? 0.315 : -0.31), y - 0.175) > 0.016
        ? 1
        : 0.55
      : 0;
  };
  const objects = [
    part(head(), [0, 0.2, 0.1, 1.65], { lines: skin, cross: across([1, 0.55, -0.4]) }),
    part(eyes, [0, 0.15, 0.7, 0.55], { lines: skin, decal: iris, tone: -0.1 }),
    part(lids, [0, 0.15, 0.8, 0.6], { lines: across([1, 0, 0.2]), tone: 0.15 }),
    part(brows, [0, 0.4, 0.8, 0.75], { lines: across([1, -0.5, 0]), tone: 0.45, soft: true }),
    part(ear, [0, 0.02, -0.12, 1.25], { lines: across([0, 1, 0.5]) }),
    part(beard, [0, -0.9, 0.4, 1.3], { lines: down, cross: across([1, 0.5, 0]), tone: 0.12, soft: true }),
    part(moustache, [0, -0.5, 0.9, 0.8], {
      lines: (x, y, z) => y * 1.2 + Math.abs(x) * 0.9 + 0.04 * Math.sin(12 * x + 3 * z),
      tone: 0.15,
    }),
    part(lip, [0, -0.56, 0.97, 0.2], { lines: across([1, 0, 0.3]), tone: 0.35 }),
    part(hair, [0, 0.6, -0.2, 1.5], { lines: back, cross: across([0.2, 1, 0.6]), tone: 0.2, soft: true }),
    part(spectacles, [0, 0.15, 0.6, 1.2], { lines: skin, decal: () => 1 }),
    part(neck, [0, -1.3, -0.15, 1.25], { lines: skin, cross: across([1, 0.55, -0.4]), tone: 0.1 }),
    part(trunk, undefined, { lines: across([0.75, 1, 0.3]), cross: across([1, -0.6, 0.3]), tone: 0.6 }),
    part(shirt, [0, -2.2, 0.3, 1.2], { lines: across([1, 0, 0.2]) }),
    part(lapel, [0, -2.4, 0.3, 1.6], { lines: across([1, 0.7, 0]), cross: across([1, -0.8, 0]), tone: 0.45 }),
    part(collar, [0, -1.56, -0.14, 0.8], { lines: across([0.1, 1, 0]) }),
    part(bow, [0, -1.86, 0.5, 0.55], { lines: across([1, 0.3, 0]), tone: 0.8 }),
    part((x, y, z) => z + 1.9, undefined, {
      ground: true,
      lines: across([0.04, 1, 0]),
      fixed: (x, y) => 0.16 + 0.34 * Math.min(1, Math.max(0, (x + 1.9 - 0.25 * y) / 3.4)),
    }),
  ];
  const under = engrave(
    { view: VIEW, light: [-0.35, 0.75, 1.15], objects, hollow: 0.22, pitch: 6.6, crease: 0.55 },
    [WIDTH, HEIGHT],
  );
  return save('portrait-editor', [WIDTH, HEIGHT], mount(), { under });
}
