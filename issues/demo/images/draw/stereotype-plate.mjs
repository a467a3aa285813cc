// A curved stereotype plate beside the mould that it was cast from: the plate reads backwards, the mould forwards.
import { INK, fillRect, greek, label, plate, save, type } from './kit.mjs';
import { decal } from './decal-parts.mjs';
import { across, engrave, view } from './engrave.mjs';
import { box, cut, cylinder, placed } from './solid.mjs';

const [WIDTH, HEIGHT] = [318, 318];
const VIEW = view({ azimuth: 10, elevation: 24, scale: 58, centre: [166, 158], target: [0, 1.35, 0] });
const [RADIUS, HALF] = [1.35, 1.45];
const PAGE = [200, 220];

/** The page on the plate: nameplate, a head, a picture, four columns. */
function page() {
  const column = (x, y, count, seed) =>
    greek([x, y, 41], count, { lead: 4.4, weight: 2, seed, fill: INK, end: 0.7 });
  return (
    type('THE PROOF', { x: 100, y: 34, size: 37, face: 'display-black', anchor: 'middle' }) +
    fillRect(8, 41, [184, 1.6], INK) +
    type('River rises', { x: 8, y: 70, size: 30, face: 'cond-black' }) +
    fillRect(104, 80, [88, 62], '#666') +
    fillRect(110, 112, [76, 30], '#222') +
    column(8, 82, 30, 1) +
    column(56, 82, 30, 2) +
    column(104, 152, 14, 3) +
    column(151, 152, 14, 4) +
    column(151, 52, 5, 6)
  );
}

export async function draw() {
  const face = await decal(page(), PAGE, 5);
  const shell = cut(
    cut(cylinder('y', RADIUS, HALF, 0.02), cylinder('y', RADIUS - 0.24, HALF + 1)),
    placed(box([3, 3, 2]), [0, 0, -2.12]),
  );
  const onPlate = (x, y, z, n) => {
    const turn = Math.atan2(x - 0.75, z);
    if (n[0] * (x - 0.75) + n[2] * z < 0.5 || Math.abs(n[1]) > 0.5) return 0;
    // Seen from outside, the page runs from right to left.
    return 0.9 * face(0.5 - turn / 3.0, 1 - (y - 0.08) / (2 * HALF - 0.1));
  };
  const mould = placed(box([1.05, 1.22, 0.05], 0.02), [-1.75, 1.18, -0.45], [-13, 8, 0]);
  const onMould = (x, y, z, n) => (n[2] < 0.5 ? 0 : 0.55 * face((x + 2.72) / 1.94, 1 - (y - 0.06) / 2.26));
  const objects = [
    {
      solid: (x, y) => y,
      ground: true,
      lines: across([0.1, 0, 1]),
      fade: (x, y, z) => Math.max(0, 1 - Math.hypot(x / 3.6, z / 3) ** 4),
    },
    {
      solid: placed(shell, [0.75, HALF, 0]),
      bound: [0.75, HALF, 0.4, 1.95],
      lines: across([0, 1, 0]),
      cross: across([1, 0.2, 0.3]),
      tone: 0.12,
      decal: onPlate,
    },
    {
      solid: mould,
      bound: [-1.75, 1.18, -0.45, 1.7],
      lines: across([1, 0.3, 0]),
      tone: 0.15,
      decal: onMould,
    },
  ];
  const under = engrave({ view: VIEW, light: [-0.7, 0.8, 0.75], objects, hollow: 0.3 }, [WIDTH, HEIGHT]);
  const spot = (x, y, z) => VIEW.project([x, y, z]);
  const names =
    label('Mould', 'pressed paper, reads forwards', {
      from: spot(-2.4, 0.7, -0.3),
      at: [8, 272],
      width: 90,
      via: [spot(-2.4, 0.7, -0.3)],
    }) +
    label('Plate', 'cast in metal, reads backwards', {
      from: spot(1.3, 0.25, 1.25),
      at: [200, 290],
      width: 110,
    });
  return save(
    'stereotype-plate',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'A page bent round', 'the stereotype') + names,
    { under },
  );
}
