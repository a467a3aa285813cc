// Bound years of the paper on the shelf of the reading room.
import { INK, fillRect, save, type } from './kit.mjs';
import { decal } from './decal-parts.mjs';
import { across, engrave, view } from './engrave.mjs';
import { blend, box, cut, cylinder, placed, union } from './solid.mjs';

const [WIDTH, HEIGHT] = [318, 268];
const VIEW = view({ azimuth: 26, elevation: 17, scale: 57, centre: [136, 150], target: [0.1, 1.42, 0] });
const TALL = 2.9;
const BOOKS = [
  { x: -1.55, wide: 0.62, years: '2022', lean: 0 },
  { x: -0.88, wide: 0.62, years: '2023', lean: 0 },
  { x: -0.21, wide: 0.62, years: '2024', lean: 0 },
  { x: 0.62, wide: 0.62, years: '2025', lean: 11 },
];

/** A volume standing with its rounded back to us: boards, five bands, pages above. */
function volume(wide) {
  const boards = union(
    placed(box([0.045, TALL / 2, 1.0], 0.02), [-wide / 2 + 0.045, 0, 0]),
    placed(box([0.045, TALL / 2, 1.0], 0.02), [wide / 2 - 0.045, 0, 0]),
  );
  const back = placed(
    cut(cylinder('y', wide * 0.52, TALL / 2, 0.02), placed(box([2, 4, 1]), [0, 0, -1])),
    [0, 0, 0.86],
  );
  const leaves = placed(box([wide / 2 - 0.06, TALL / 2 - 0.07, 0.93], 0.01), [0, 0, -0.02]);
  const bands = [-1.15, -0.5, 0.3, 0.95].map((y) =>
    placed(cut(cylinder('y', wide * 0.52 + 0.035, 0.045, 0.03), placed(box([2, 4, 1]), [0, 0, -1])), [
      0,
      y,
      0.86,
    ]),
  );
  return { cover: blend(0.04, boards, back, ...bands), leaves };
}

async function spine(years) {
  const words =
    fillRect(0, 0, [60, 290], '#fff') +
    type('THE', { x: 30, y: 77, size: 9.5, face: 'display-bold', anchor: 'middle' }) +
    type('PROOF', { x: 30, y: 90, size: 12, face: 'display-black', anchor: 'middle' }) +
    type(years, { x: 30, y: 161, size: 16, face: 'display-bold', anchor: 'middle' });
  return decal(words + fillRect(14, 96, [32, 1.2], INK), [60, 290], 5);
}

export async function draw() {
  const objects = [
    {
      solid: (x, y) => y,
      ground: true,
      lines: across([0.1, 0, 1]),
      fade: (x, y, z) => Math.max(0, 1 - Math.hypot(x / 3.3, z / 3) ** 4),
    },
  ];
  for (const { x, wide, years, lean } of BOOKS) {
    const face = await spine(years);
    const { cover, leaves } = volume(wide);
    const turn = (lean * Math.PI) / 180;
    const centre = [x + (lean ? 0.2 : 0), (TALL / 2) * Math.cos(turn) + (lean ? 0.06 : 0), 0];
    const print = (px, py, pz) => {
      const [dx, dy] = [px - centre[0], py - centre[1]];
      const [lx, ly] = [
        dx * Math.cos(turn) + dy * Math.sin(turn),
        -dx * Math.sin(turn) + dy * Math.cos(turn),
      ];
      return pz > 0.9 ? face(0.5 + lx / (wide * 1.02), 0.5 - ly / TALL) : 0;
    };
    const bound = [...centre, 1.85];
    objects.push({
      solid: placed(cover, centre, [0, 0, lean]),
      bound,
      lines: across([0, 1, 0.05]),
      cross: across([1, 0.5, 0.4]),
      tone: 0.2,
      decal: print,
    });
    objects.push({ solid: placed(leaves, centre, [0, 0, lean]), bound, lines: across([1, 0, 0]) });
  }
  // The volume of this year lies flat, not yet full.
  const open = placed(box([0.98, 0.2, 1.3], 0.03), [2.05, 0.2, 0.15]);
  objects.push({
    solid: placed(box([0.94, 0.13, 1.26]), [2.09, 0.2, 0.15]),
    bound: [2.05, 0.2, 0.15, 1.7],
    lines: across([0, 1, 0]),
  });
  objects.push({
    solid: cut(open, placed(box([1.2, 0.15, 1.22]), [2.3, 0.2, 0.15])),
    bound: [2.05, 0.2, 0.15, 1.7],
    lines: across([0.3, 1, 1]),
    cross: across([1, 0.2, 0]),
    tone: 0.3,
  });
  const under = engrave({ view: VIEW, light: [-0.6, 0.9, 0.85], objects, hollow: 0.3 }, [WIDTH, HEIGHT]);
  return save('bound-volume', [WIDTH, HEIGHT], '', { under });
}
