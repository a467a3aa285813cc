// A column of type on its galley, tied round with cord, ready for the proof press.
import { label, plate, save, type } from './kit.mjs';
import { decal } from './decal-parts.mjs';
import { across, engrave, view } from './engrave.mjs';
import { box, limb, placed, union } from './solid.mjs';
import { totalFit, spread } from './set-parts.mjs';

const [WIDTH, HEIGHT] = [483, 268];
const VIEW = view({ azimuth: 34, elevation: 40, scale: 47, centre: [240, 142], target: [0.1, 0.2, 0] });
const COLUMN = { wide: 1.86, tall: 0.55, from: -3.6 };
const TEXT =
  'A gal|ley is a tray with three sides. The com|pos|i|tor slides each stick|ful on to it, line af|ter line, un|til a col|umn stands there; then a cord is wound round the type and the gal|ley goes to the proof press. The long sheet that comes off is called a gal|ley too. What is wrong is marked on it, and mend|ed in the met|al, be|fore any|one thinks of pages. A pa|per that sets its words with|out met|al has kept the name for the first look at a col|umn.';

const NAMES = [
  ['Head', 'the top of the column', [-3.5, 0.64, 0.9], { at: [40, 178], width: 90 }],
  [
    'Page cord',
    'wound about, its end tucked in',
    [-0.6, 0.38, 1.06],
    { at: [186, 234], anchor: 'end', width: 130 },
  ],
  ['Open end', 'here the column slides off', [4.3, 0.1, -0.5], { at: [402, 250], width: 87 }],
];

/** The column as set: its faces as a picture, and how long it is on the galley. */
async function setColumn() {
  const style = { size: 11, face: 'serif-semi' };
  const wide = 150;
  const broken = totalFit(TEXT, style, wide - 6);
  const deep = 56 + broken.length * 13.6;
  const long = (deep / wide) * COLUMN.wide;
  const head = type('The galley', { x: 3, y: 34, size: 36, face: 'display-black' });
  const body = broken.map(
    (text, index) =>
      spread(text, { ...style, x: 3, y: 62 + index * 13.6 }, index < broken.length - 1 ? wide - 6 : undefined)
        .drawn,
  );
  const face = await decal(head + body.join(''), [wide, deep], 4);
  return { face, long };
}

export async function draw() {
  const { face, long } = await setColumn();
  const middle = COLUMN.from + long / 2;
  // The lines run across the galley, its head at the left; each letter is a mirror image.
  const print = (x, y, z, n) =>
    n[1] > 0.9 && y > 0.5 ? face(0.5 + (z - 0.1) / COLUMN.wide, (x - COLUMN.from) / long) : 0;
  const tray = union(
    placed(box([4.3, 0.05, 1.2], 0.02), [0, 0.05, 0]),
    placed(box([4.3, 0.2, 0.06], 0.02), [0, 0.24, -1.14]),
    placed(box([4.3, 0.2, 0.06], 0.02), [0, 0.24, 1.14]),
    placed(box([0.06, 0.2, 1.2], 0.02), [-4.24, 0.24, 0]),
  );
  const [x0, x1, z0, z1] = [
    COLUMN.from - 0.03,
    COLUMN.from + long + 0.03,
    0.1 - COLUMN.wide / 2 - 0.03,
    0.1 + COLUMN.wide / 2 + 0.03,
  ];
  const cord = union(
    ...[0.34, 0.42].flatMap((y) => [
      limb([x0, y, z0], [x1, y, z0], 0.035),
      limb([x0, y, z1], [x1, y, z1], 0.035),
      limb([x0, y, z0], [x0, y, z1], 0.035),
      limb([x1, y, z0], [x1, y, z1], 0.035),
    ]),
    limb([x1, 0.4, z1], [x1 + 0.6, 0.14, z1 + 0.1], 0.03),
    limb([x1 + 0.6, 0.14, z1 + 0.1], [x1 + 1.2, 0.13, z1 - 0.5], 0.03),
  );
  const furniture = [0, 1, 2].map((index) => ({
    solid: placed(box([0.12, 0.22, 0.85 - index * 0.1], 0.02), [x1 + 0.75 + index * 0.34, 0.32, -0.12]),
    bound: [x1 + 0.75 + index * 0.34, 0.32, -0.12, 1],
    lines: across([0.2, 1, 0.1]),
    tone: 0.15,
  }));
  const objects = [
    {
      solid: (x, y) => y,
      ground: true,
      lines: across([0.1, 0, 1]),
      fade: (x, y, z) => Math.max(0, 1 - Math.hypot(x / 5.6, z / 3) ** 4),
    },
    {
      solid: tray,
      bound: [0, 0.2, 0, 4.5],
      lines: across([0.05, 0.3, 1]),
      cross: across([1, 0.3, 0]),
      tone: 0.2,
    },
    {
      solid: placed(box([long / 2, COLUMN.tall / 2, COLUMN.wide / 2], 0.01), [
        middle,
        COLUMN.tall / 2 + 0.1,
        0.1,
      ]),
      bound: [middle, 0.4, 0.1, long / 2 + 0.6],
      lines: across([1, 0, 0.02]),
      cross: across([0, 1, 0.3]),
      tone: 0.05,
      decal: print,
    },
    { solid: cord, bound: [middle + 0.4, 0.3, 0.1, long / 2 + 1.6], lines: across([1, 0.8, 0.6]) },
    ...furniture,
  ];
  const under = engrave({ view: VIEW, light: [-0.5, 1, 0.7], objects, hollow: 0.25 }, [WIDTH, HEIGHT]);
  const names = NAMES.map(([name, said, solid, where]) =>
    label(name, said, { from: VIEW.project(solid), ...where }),
  ).join('');
  return save(
    'galley-tray',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'On the galley', 'A column in metal, before it is a page') + names,
    { under },
  );
}
