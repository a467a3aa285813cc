// A hand holds a composing stick; the type in it reads from left to right, upside down, each letter a mirror image.
import sharp from 'sharp';
import { fillRect, label, measure, plate, save, svgOf, type } from './kit.mjs';
import { across, engrave, view } from './engrave.mjs';
import { ball, blend, box, cylinder, limb, placed, torus, union } from './solid.mjs';

const [WIDTH, HEIGHT] = [483, 318];
const VIEW = view({ azimuth: -16, elevation: 47, scale: 37, centre: [246, 132], target: [0, 0.3, 0] });
// The stick: x along it, the wall along its near side at z = 1.2, open at the far side.
const [LEFT, RIGHT] = [-3.9, 2.5];
const PITCH = 0.44;
const TALL = 1.2;
const LINES = [
  'The stick is held in the left',
  'hand. The right hand fills it,',
  'letter by letter, upside down',
  'and from left to',
];
const SIZE = 0.4;
const FACE = 'serif-semi';
const lineZ = (index) => 1.0 - PITCH * (index + 0.5);

/** Where each sort of a line begins and ends; a space is lower than a letter. */
function sorts(text, index) {
  const natural = measure(text, { size: SIZE, face: FACE });
  const gaps = text.split(' ').length - 1;
  const full = RIGHT - LEFT - 0.02;
  const extra = index < LINES.length - 1 ? (full - natural) / gaps : 0.03;
  let pen = LEFT + 0.01;
  return [...text].map((letter) => {
    const width = measure(letter, { size: SIZE, face: FACE }) + (letter === ' ' ? extra : 0);
    const sort = { letter, from: pen, to: pen + width, index };
    pen += width;
    return sort;
  });
}
const SORTS = LINES.flatMap(sorts);

/** The faces of all the sorts as a bitmap over the plane of the type: 200 dots a unit. */
async function faces() {
  const dots = 200;
  const [width, height] = [(RIGHT - LEFT) * dots, LINES.length * PITCH * dots];
  const marks = SORTS.map(({ letter, from, index }) => {
    if (letter === ' ') return '';
    // Upside down and mirrored together make the line flipped over its own length.
    const y = height - (index + 0.5) * PITCH * dots;
    return `<g transform="translate(${(from - LEFT) * dots} ${y - 0.13 * dots}) scale(1 -1)">${type(letter, { size: SIZE * dots, face: FACE })}</g>`;
  });
  const svg = svgOf(width, height, fillRect(0, 0, [width, height], '#fff') + marks.join(''), 1);
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x, z) => {
    const column = Math.floor((x - LEFT) * dots);
    const row = Math.floor((z - (1.0 - LINES.length * PITCH)) * dots);
    return column < 0 || row < 0 || column >= info.width || row >= info.height
      ? 0
      : 1 - data[row * info.width * info.channels + column * info.channels] / 255;
  };
}

/** Words stand type-high, the spaces between them stop short of it. */
function words() {
  const solids = [];
  LINES.forEach((_, index) => {
    const own = SORTS.filter((sort) => sort.index === index);
    const runs = [];
    for (const sort of own) {
      const last = runs.at(-1);
      const space = sort.letter === ' ';
      if (last && last.space === space) last.to = sort.to;
      else runs.push({ space, from: sort.from, to: sort.to });
    }
    for (const { space, from, to } of runs) {
      const high = space ? TALL * 0.82 : TALL;
      const [hx, x, z] = [(to - from) / 2, (from + to) / 2, lineZ(index)];
      solids.push({
        solid: placed(box([hx - 0.004, high / 2, PITCH / 2 - 0.008], 0.012), [x, high / 2 + 0.1, z]),
        bound: [x, high / 2 + 0.1, z, Math.hypot(hx, high / 2, PITCH / 2)],
      });
    }
  });
  return solids;
}

/** Steel: floor, near wall, the fixed end at the right and the knee that is set to the measure at the left. */
function steel() {
  const floor = placed(box([5.3, 0.05, 1.25], 0.02), [0, 0.02, 0]);
  const wall = placed(box([5.3, 0.4, 0.05], 0.02), [0, 0.42, 1.13]);
  const end = placed(box([0.06, 0.45, 1.2], 0.02), [5.25, 0.45, 0]);
  const knee = union(
    placed(box([0.07, 0.45, 1.06], 0.02), [RIGHT + 0.08, 0.5, 0.03]),
    placed(box([0.62, 0.4, 0.06], 0.02), [RIGHT + 0.7, 0.48, 1.0]),
    placed(box([0.5, 0.05, 0.16], 0.02), [RIGHT + 0.62, 0.92, 0.98]),
  );
  const clamp = union(
    placed(cylinder('z', 0.26, 0.07, 0.03), [RIGHT + 0.8, 0.5, 1.3]),
    placed(torus('z', 0.2, 0.05), [RIGHT + 0.8, 0.5, 1.36]),
  );
  const head = placed(box([0.06, 0.45, 1.15], 0.02), [LEFT - 0.08, 0.45, 0]);
  return { floor, wall, end, knee, clamp, head };
}

/** The left hand: the palm below, four fingers up over the far edge, the thumb on the last letters of the line. */
function hand() {
  const palm = blend(
    0.5,
    placed(ball([1.9, 0.62, 1.5]), [-0.9, -0.85, 0.6]),
    limb([-2.6, -1.1, 2.2], [-5.3, -1.7, 5.2], 0.92, 1.05),
    placed(ball([1.1, 0.62, 0.9]), [-2.2, -0.75, 1.7]),
  );
  const fingers = [-1.75, -0.85, 0.05, 0.9].map((x, index) => {
    const long = [0.0, 0.12, 0.08, -0.12][index];
    return blend(
      0.16,
      limb([x, -0.62, 0.2], [x - 0.06, -0.42, -1.45 - long], 0.4, 0.36),
      limb([x - 0.06, -0.42, -1.45 - long], [x - 0.1, 0.28 + long, -1.72 - long], 0.36, 0.32),
      limb([x - 0.1, 0.28 + long, -1.72 - long], [x - 0.12, 0.66 + long, -1.36], 0.31, 0.25),
    );
  });
  const thumb = blend(
    0.3,
    limb([-2.9, -0.5, 2.3], [-2.35, 0.75, 1.95], 0.6, 0.4),
    limb([-2.35, 0.75, 1.95], [-1.35, 1.55, 0.85], 0.37, 0.31),
    limb([-1.35, 1.55, 0.85], [-0.72, 1.6, -0.08], 0.3, 0.23),
  );
  const nail = placed(ball([0.15, 0.05, 0.22]), [-0.78, 1.82, -0.02], [12, -34, 0]);
  const sleeve = blend(
    0.08,
    limb([-4.35, -1.5, 4.2], [-6.6, -2.1, 7.2], 1.2, 1.4),
    limb([-4.2, -1.48, 4.0], [-4.5, -1.55, 4.35], 1.28),
  );
  return { palm: blend(0.45, palm, thumb), fingers, nail, sleeve };
}

async function objects() {
  const face = await faces();
  const { floor, wall, end, knee, clamp, head } = steel();
  const { palm, fingers, nail, sleeve } = hand();
  const print = (x, y, z, n) => (n[1] > 0.9 && y > TALL ? face(x, z) : 0);
  const nick = (x, y, z, n) =>
    n[2] < -0.5 && (Math.abs(y - 0.5) < 0.025 || Math.abs(y - 0.62) < 0.025) ? 0.9 : 0;
  const metal = words().map((one) => ({
    ...one,
    lines: across([1, 0.02, 0]),
    cross: across([0, 1, 0.3]),
    tone: 0.06,
    decal: (...at) => Math.max(print(...at), nick(...at)),
  }));
  const flesh = { lines: across([0.75, 0.3, -0.45]), cross: across([0.3, -0.5, 0.9]), tone: 0.05 };
  const part = (solid, bound, more) => ({
    solid,
    bound,
    lines: across([1, 0.15, 0.1]),
    cross: across([0, 1, 0.5]),
    ...more,
  });
  return [
    part(floor, [0, 0, 0, 5.5], { lines: across([0.12, 0, 1]), tone: 0.2 }),
    part(wall, [0, 0.42, 1.13, 5.4], { lines: across([0.03, 1, 0]), tone: 0.22 }),
    part(end, [5.25, 0.45, 0, 1.35], { tone: 0.2 }),
    part(head, [LEFT - 0.08, 0.45, 0, 1.3], { tone: 0.2 }),
    part(knee, [RIGHT + 0.5, 0.5, 0.5, 1.4], { lines: across([0.2, 1, 0.3]), tone: 0.1 }),
    part(clamp, [RIGHT + 0.8, 0.5, 1.3, 0.4], { lines: across([0.4, 1, 0]), tone: 0.15 }),
    ...metal,
    part(palm, [-2.2, -0.3, 2.2, 5.4], { ...flesh, lines: across([0.9, 0.25, 0.55]) }),
    part(nail, [-0.78, 1.82, -0.02, 0.26], { lines: across([1, 0, -0.6]), tone: -0.1 }),
    part(sleeve, [-5.4, -1.8, 5.7, 3.6], {
      lines: across([0.75, 0.2, 1]),
      cross: across([1, 0, -0.8]),
      tone: 0.5,
    }),
    ...fingers.map((finger, index) =>
      part(finger, [-1.75 + index * 0.88, 0, -0.9, 1.75], { ...flesh, lines: across([0.12, 1, -0.5]) }),
    ),
  ];
}

const NAMES = [
  ['Face', 'a mirror image of what it prints', [-3.3, 1.3, -0.54], [92, 76], 'end', 82],
  ['Knee', 'set once to the measure', [2.58, 0.96, -0.7], [318, 44], 'end', 100],
  [
    'Space',
    'lower than the letters, so that it does not print',
    [1.88, 1.08, 0.78],
    [350, 198],
    'start',
    104,
  ],
  ['Screw', 'holds the knee', [RIGHT + 0.8, 0.5, 1.4], [414, 160], 'start', 69],
  ['Wall', '', [0.9, 0.4, 1.18], [290, 232], 'start', 92],
];

export async function draw() {
  const under = engrave(
    {
      view: VIEW,
      light: [-0.7, 1.1, -0.25],
      objects: await objects(),
      hollow: 0.35,
      pitch: 6.8,
      crease: 0.7,
    },
    [WIDTH, HEIGHT],
  );
  const names = NAMES.map(([name, remark, solid, at, anchor, width]) =>
    label(name, remark, { from: VIEW.project(solid), at, anchor, width, size: 8.2 }),
  );
  return save(
    'composing-stick',
    [WIDTH, HEIGHT],
    plate(
      WIDTH,
      'Upside down and back to front',
      'Four lines in the stick; the first stands against the wall',
    ) + names.join(''),
    { under },
  );
}
