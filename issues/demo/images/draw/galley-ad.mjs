// An advertisement for galley: one great sort of type, and what the program does.
import { INK, RED, WHITE, fillRect, lines, rect, save, type } from './kit.mjs';
import { decal } from './decal-parts.mjs';
import { across, engrave, view } from './engrave.mjs';
import { box, cut, cylinder, placed, union } from './solid.mjs';

const [WIDTH, HEIGHT] = [318, 396];
const VIEW = view({ azimuth: 31, elevation: 30, scale: 58, centre: [84, 146], target: [0, 1.25, 0] });

/** A piece of type: shoulder, raised face, nicks, the groove between its feet. */
async function sort() {
  const face = await decal(
    `<g transform="translate(100 0) scale(-1 1)">${type('g', { x: 50, y: 66, size: 92, face: 'display-black', anchor: 'middle' })}</g>`,
    [100, 100],
    6,
  );
  const nicks = union(
    placed(cylinder('x', 0.1, 3), [0, 0.62, 0.8]),
    placed(cylinder('x', 0.1, 3), [0, 0.9, 0.8]),
  );
  const body = cut(
    cut(box([0.8, 1.3, 0.8], 0.03), placed(nicks, [0, -1.3, 0])),
    placed(box([0.28, 0.14, 2]), [0, -1.3, 0]),
  );
  const raised = (x, y, z) => (face((x + 0.8) / 1.6, (z + 0.8) / 1.6) > 0.5 ? 1 : 0);
  return { body, print: (x, y, z, n) => (n[1] > 0.9 ? raised(x, y, z) : 0) };
}

export async function draw() {
  const { body, print } = await sort();
  const objects = [
    {
      solid: (x, y) => y,
      ground: true,
      lines: across([0.2, 0, 1]),
      fade: (x, y, z) => Math.max(0, 1 - Math.hypot(x / 1.75, z / 2.4) ** 4),
    },
    {
      solid: placed(body, [0, 1.3, 0]),
      bound: [0, 1.3, 0, 1.75],
      lines: across([0.1, 1, 0.2]),
      cross: across([1, 0.4, 0.5]),
      tone: 0.1,
      decal: print,
    },
  ];
  const under = engrave({ view: VIEW, light: [-0.3, 0.9, 0.9], objects, hollow: 0.3 }, [WIDTH, HEIGHT]);
  const head = [
    ['Set', 62],
    ['your', 62],
    ['paper', 62],
  ].map(([word, size], index) => type(word, { x: 174, y: 84 + index * 58, size, face: 'cond-black' }));
  const second = type('like the great ones did.', {
    x: WIDTH / 2,
    y: 276,
    size: 35.5,
    face: 'cond-black',
    fill: RED,
    anchor: 'middle',
  });
  const said = lines(
    [
      'Columns on one base line. Heads that fit. Stories that jump',
      'and come home again. A folder of plain text goes in; a printed',
      'page and an electronic book come out, the same each time.',
    ],
    { x: WIDTH / 2, y: 298, size: 10.2, lead: 13.4, face: 'serif', anchor: 'middle' },
  );
  const foot =
    fillRect(8, 346, [WIDTH - 16, 42], INK) +
    type('galley', { x: 18, y: 375, size: 30, face: 'display-black', fill: WHITE }) +
    type('galley build my-paper', {
      x: WIDTH - 18,
      y: 365,
      size: 11,
      face: 'sans-semi',
      fill: WHITE,
      anchor: 'end',
    }) +
    type('galley.example', { x: WIDTH - 18, y: 379, size: 11, face: 'serif-it', fill: WHITE, anchor: 'end' });
  const frame =
    rect(1.5, 1.5, [WIDTH - 3, HEIGHT - 3], { w: 3 }) + rect(5.5, 5.5, [WIDTH - 11, HEIGHT - 11], { w: 0.7 });
  return save('galley-ad', [WIDTH, HEIGHT], head.join('') + second + said + foot + frame, { under });
}
