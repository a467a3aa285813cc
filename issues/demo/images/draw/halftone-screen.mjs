// One picture through three screens: the dots are computed, cell by cell, from a shaded still life.
import { circle, clipped, fillRect, INK, line, plate, pts, rect, RED, save, type, WHITE } from './kit.mjs';
import { across, photograph, view } from './engrave.mjs';
import { ball, blend, box, carve, cut, cylinder, lathe, limb, placed, torus } from './solid.mjs';

const [WIDTH, HEIGHT] = [483, 268];
const PANEL = { w: 153, h: 168, top: 36 };
const STEP = (WIDTH - PANEL.w) / 2;
const SCREENS = [
  { ruling: 65, said: 'for cold newsprint, coarse plates' },
  { ruling: 85, said: 'the newspaper’s own screen' },
  { ruling: 133, said: 'for smooth paper' },
];
// The dots are shown at twice their size.
const ENLARGED = 2;
const LOUPE = 4;

/** A cup on its saucer, a lamp and a block of type metal, lit from the left. */
function stillLife() {
  const cup = carve(
    0.06,
    blend(
      0.12,
      lathe(pts('0,0.1 0.5,0.1 0.82,0.5 0.98,1.05 1.02,1.5 0,1.5')),
      placed(torus('z', 0.42, 0.1), [1.08, 0.92, 0]),
    ),
    lathe(pts('0,0.3 0.5,0.3 0.76,0.6 0.9,1.1 0.94,1.7 0,1.7')),
  );
  const saucer = lathe(pts('0,0 0.8,0 1.7,0.22 1.72,0.28 0.8,0.1 0,0.1'));
  const lamp = blend(
    0.25,
    placed(ball([0.78]), [-1.5, 2.35, -1.5]),
    limb([-1.5, 0.1, -1.5], [-1.5, 1.7, -1.5], 0.34, 0.2),
  );
  const foot = placed(cylinder('y', 0.75, 0.09, 0.05), [-1.5, 0.09, -1.5]);
  const block = placed(
    cut(box([0.28, 0.5, 0.62], 0.04), placed(cylinder('x', 0.1, 1), [0, 0.12, 0.62])),
    [-1.55, 0.5, 0.75],
    [0, 24, 0],
  );
  return photograph(
    {
      view: view({ azimuth: 14, elevation: 21, scale: 39, centre: [82, 96], target: [-0.1, 1.05, 0] }),
      light: [-0.75, 0.85, 0.7],
      hollow: 0.8,
      objects: [
        { solid: (x, y) => y, ground: true, lines: across([1, 0, 0]) },
        { solid: (x, y, z) => z + 4.2, lines: across([0, 1, 0]), tone: 0.25 },
        { solid: cup, bound: [0.2, 0.8, 0, 1.6], lines: across([0, 1, 0]) },
        { solid: saucer, bound: [0, 0.1, 0, 1.75], lines: across([0, 1, 0]) },
        { solid: lamp, bound: [-1.5, 1.5, -1.5, 1.75], lines: across([0, 1, 0]), tone: 0.1 },
        { solid: foot, bound: [-1.5, 0.1, -1.5, 0.8], lines: across([0, 1, 0]), tone: 0.3 },
        { solid: block, bound: [-1.55, 0.5, 0.75, 1], lines: across([0, 1, 0]), tone: 0.35 },
      ],
    },
    [PANEL.w, PANEL.h],
  );
}

/** The dots of one screen over a box of the picture, each a circle whose area is the tone under it; `zoom` enlarges. */
function dots(photo, ruling, { x, y, w, h, from = [0, 0], zoom = 1 }) {
  const pitch = (72 / ruling) * ENLARGED * zoom;
  const pixels = photo.width / PANEL.w;
  const half = Math.SQRT1_2;
  const reach = Math.ceil((w + h) / pitch);
  let black = '';
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const [dx, dy] = [(column - row) * half * pitch + w / 2, (column + row) * half * pitch + h / 2];
      if (dx < -pitch || dy < -pitch || dx > w + pitch || dy > h + pitch) continue;
      const [px, py] = [(from[0] + dx / zoom) * pixels, (from[1] + dy / zoom) * pixels];
      const at =
        Math.min(photo.height - 1, Math.max(0, Math.round(py))) * photo.width +
        Math.min(photo.width - 1, Math.max(0, Math.round(px)));
      const tone = 0.05 + 0.9 * photo.tone[at];
      black += mark(x + dx, y + dy, { pitch, tone });
    }
  }
  return `<path d="${black}" fill="${INK}"/>`;
}

/** A dot of a tone: round up to half, then a square cell with a round white left in it. */
function mark(x, y, { pitch, tone }) {
  const ring = (r, sweep) =>
    `M${(x - r).toFixed(2)} ${y.toFixed(2)}a${r.toFixed(3)} ${r.toFixed(3)} 0 1 ${sweep} ${(2 * r).toFixed(3)} 0a${r.toFixed(3)} ${r.toFixed(3)} 0 1 ${sweep} ${(-2 * r).toFixed(3)} 0Z`;
  if (tone <= 0.6) return ring(pitch * Math.sqrt(tone / Math.PI), 1);
  const d = pitch * Math.SQRT1_2 * 1.02;
  const cell = `M${(x - d).toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${(y - d).toFixed(2)}L${(x + d).toFixed(2)} ${y.toFixed(2)}L${x.toFixed(2)} ${(y + d).toFixed(2)}Z`;
  return cell + ring(pitch * Math.sqrt((1 - tone) / Math.PI), 0);
}

function panel(photo, { ruling, said }, index) {
  const x = index * STEP;
  const { w, h, top } = PANEL;
  const box = `M${x} ${top}h${w}v${h}h${-w}Z`;
  const [cx, cy, r] = [x + w - 30, top + h - 26, 35];
  const spot = [82, 80];
  const disc = `M${cx - r} ${cy}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
  const near = {
    x: cx - r,
    y: cy - r,
    w: 2 * r,
    h: 2 * r,
    zoom: LOUPE,
    from: [spot[0] - r / LOUPE, spot[1] - r / LOUPE],
  };
  return (
    fillRect(x, top, [w, h], WHITE) +
    clipped(box, dots(photo, ruling, { x, y: top, w, h })) +
    rect(x, top, [w, h], { w: 0.8 }) +
    circle(x + spot[0], top + spot[1], r / LOUPE, { w: 2.2, stroke: WHITE }) +
    circle(x + spot[0], top + spot[1], r / LOUPE, { w: 0.9, stroke: RED }) +
    line(
      [
        [x + spot[0] + 5, top + spot[1] + 8.5],
        [cx - 12, cy - r + 2],
      ],
      { w: 2.4, stroke: WHITE },
    ) +
    line(
      [
        [x + spot[0] + 5, top + spot[1] + 8],
        [cx - 12, cy - r + 2],
      ],
      { w: 0.9, stroke: RED },
    ) +
    circle(cx, cy, r + 2, { fill: WHITE, stroke: 'none' }) +
    clipped(disc, dots(photo, ruling, near)) +
    circle(cx, cy, r, { w: 1.6, stroke: RED }) +
    type(String(ruling), { x, y: top + h + 27, size: 34, face: 'cond-black' }) +
    type('lines to the inch', {
      x: x + (ruling > 99 ? 43 : 30),
      y: top + h + 27,
      size: 7.8,
      face: 'sans-semi',
    }) +
    type(said, { x, y: top + h + 40, size: 7.8, face: 'serif-it' })
  );
}

export function draw() {
  const photo = stillLife();
  return save(
    'halftone-screen',
    [WIDTH, HEIGHT - 18],
    plate(WIDTH, 'What the screen does', 'Dots at twice their size; under the glass, eight times') +
      SCREENS.map((screen, index) => panel(photo, screen, index)).join(''),
  );
}
