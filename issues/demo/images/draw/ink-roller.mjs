// A hand roller on the slab, and the film of ink that it has rolled out.
import { plate, pts, save } from './kit.mjs';
import { across, engrave, view } from './engrave.mjs';
import { blend, box, cylinder, lathe, limb, placed, torus, union } from './solid.mjs';

const [WIDTH, HEIGHT] = [318, 236];
const VIEW = view({ azimuth: 32, elevation: 30, scale: 46, centre: [166, 132], target: [0.1, 0.5, 0.3] });

/** The film on the slab: full under the roller, streaked where it began. */
function film(x, y, z, n) {
  if (n[1] < 0.9 || y < 0.1) return 0;
  const [u, v] = [x + 1.9, z + 0.05];
  const ragged = 0.14 * Math.sin(v * 23) + 0.1 * Math.sin(v * 57 + 2) + 0.3;
  if (u < ragged || u > 2.35 || Math.abs(v) > 0.94) return 0;
  const streak = Math.sin(v * 90 + 6 * Math.sin(v * 11)) * 0.5 + 0.5;
  return u < 0.95 + 0.4 * Math.sin(v * 17) ** 2 ? (streak > 0.42 - (u - 0.3) * 0.35 ? 0.95 : 0.1) : 0.96;
}

export function draw() {
  const handle = lathe(pts('0,0 0.16,0 0.2,0.12 0.14,0.3 0.17,0.9 0.23,1.3 0.2,1.55 0.1,1.66 0,1.68'));
  const yoke = union(
    blend(
      0.1,
      limb([0.5, 0.62, 1.12], [0.75, 0.95, 1.12], 0.06),
      limb([0.75, 0.95, 1.12], [1.05, 1.22, 0.5], 0.06),
      limb([1.05, 1.22, 0.5], [1.2, 1.32, 0], 0.07),
    ),
    blend(
      0.1,
      limb([0.5, 0.62, -1.12], [0.75, 0.95, -1.12], 0.06),
      limb([0.75, 0.95, -1.12], [1.05, 1.22, -0.5], 0.06),
      limb([1.05, 1.22, -0.5], [1.2, 1.32, 0], 0.07),
    ),
    limb([0.5, 0.62, -1.2], [0.5, 0.62, 1.2], 0.055),
  );
  const objects = [
    {
      solid: (x, y) => y,
      ground: true,
      lines: across([0.1, 0, 1]),
      fade: (x, y, z) => Math.max(0, 1 - Math.hypot(x / 4.4, z / 3.3) ** 4),
    },
    {
      solid: placed(box([2.6, 0.1, 1.5], 0.03), [0, 0.1, 0]),
      bound: [0, 0.1, 0, 3.02],
      lines: across([0.2, 0.4, 1]),
      tone: 0.02,
      decal: film,
    },
    {
      solid: placed(cylinder('z', 0.42, 0.98, 0.03), [0.5, 0.62, 0]),
      bound: [0.5, 0.62, 0, 1.1],
      lines: across([0, 0, 1]),
      cross: across([0.5, 1, 0]),
      tone: 0.55,
    },
    {
      solid: placed(torus('z', 0.12, 0.05), [0.5, 0.62, 1.0]),
      bound: [0.5, 0.62, 1.0, 0.2],
      lines: across([0, 1, 0]),
    },
    { solid: yoke, bound: [0.8, 0.9, 0, 1.4], lines: across([0.3, 1, 0.6]), tone: 0.15 },
    {
      solid: placed(handle, [1.14, 1.28, 0], [0, 0, -52]),
      bound: [1.8, 1.8, 0, 1.15],
      lines: across([0.62, 0.79, 0]),
      cross: across([1, -0.4, 0.5]),
      tone: 0.25,
    },
  ];
  const under = engrave({ view: VIEW, light: [-0.75, 0.9, 0.6], objects, hollow: 0.3 }, [WIDTH, HEIGHT]);
  return save(
    'ink-roller',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'A film no thicker than a hair', 'roller and slab'),
    { under },
  );
}
