// How a printed sheet becomes an eight-page paper: flat, folded once, folded twice, cut at the head.
import {
  RED,
  WHITE,
  arrow,
  fillRect,
  group,
  hatch,
  line,
  path,
  plate,
  points,
  polygon,
  save,
  type,
} from './kit.mjs';

const [WIDTH, HEIGHT] = [648, 186];
// An oblique view: x to the right, y away, z up.
const at =
  ([ox, oy]) =>
  (x, y, z = 0) => [ox + x + y * 0.5, oy - y * 0.46 - z];

/** A leaf: corners in plan, its folio set on it in perspective. */
function leaf(project, [x, y, w, d, z = 0], { fill = WHITE, folio, upside = false, lines = true }) {
  const corners = [project(x, y, z), project(x + w, y, z), project(x + w, y + d, z), project(x, y + d, z)];
  const words = folio
    ? group(
        (lines
          ? [0, 1, 2, 3, 4, 5, 6].map((row) => fillRect(7, 10 + row * 7.2, [w - 14, 1.1], '#b9b4ac')).join('')
          : '') +
          fillRect(w / 2 - 15, d / 2 - 17, [30, 32], fill) +
          type(String(folio), { x: w / 2, y: d / 2 + 11, size: 34, face: 'display-black', anchor: 'middle' }),
        upside
          ? `matrix(-1 0 0.5 -0.46 ${project(x + w, y, z).join(' ')})`
          : `matrix(1 0 -0.5 0.46 ${project(x, y + d, z).join(' ')})`,
      )
    : '';
  return polygon(corners, { fill, w: 0.9 }) + words;
}

/** The shadow that a paper lying on the table throws to its right. */
function shadow(project, [x, y, w, d], deep = 7) {
  const list = [
    project(x + w, y),
    project(x + w + deep, y - 2),
    project(x + w + deep, y + d - 4),
    project(x + w, y + d),
  ];
  const low = [
    project(x + 4, y),
    project(x + w, y),
    project(x + w + deep, y - 2),
    project(x + 4 + deep, y - 6),
  ];
  return [list, low]
    .map((one) =>
      hatch(points(one, true), [one[0][0] - 60, one[0][1] - 90, 280, 140], { angle: 0, gap: 1.5, w: 0.7 }),
    )
    .join('');
}

/** The edges of the sheets under the top leaf. */
const edges = (project, [x, y, w, d, count]) =>
  Array.from({ length: count }, (_, index) =>
    line(
      [project(x, y, -index * 1.6), project(x + w, y, -index * 1.6), project(x + w, y + d, -index * 1.6)],
      { w: 0.8 },
    ),
  ).join('');

const dash = { w: 1, stroke: RED, dash: '4 2.4' };

function flat(origin) {
  const p = at(origin);
  const [w, d] = [60, 84];
  const pages =
    leaf(p, [0, 0, w, d], { folio: 8 }) +
    leaf(p, [w, 0, w, d], { folio: 1 }) +
    leaf(p, [0, d, w, d], { folio: 5, upside: true }) +
    leaf(p, [w, d, w, d], { folio: 4, upside: true });
  const fold = line([p(-8, d), p(2 * w + 8, d)], dash);
  const [a, b] = [p(2 * w + 14, 2 * d - 26), p(2 * w + 10, 26)];
  const swing =
    path(`M${a[0]} ${a[1]}C${a[0] + 22} ${a[1] + 2} ${b[0] + 26} ${b[1] - 20} ${b[0] + 4} ${b[1] - 2}`, {
      w: 1.2,
      stroke: RED,
    }) +
    arrow(
      [
        [b[0] + 9, b[1] - 5],
        [b[0] + 1, b[1]],
      ],
      { stroke: RED, w: 1, size: 6 },
    );
  return shadow(p, [0, 0, 2 * w, 2 * d]) + pages + fold + swing;
}

function once(origin) {
  const p = at(origin);
  const [w, d] = [60, 84];
  const pages =
    edges(p, [0, 0, 2 * w, d, 2]) +
    leaf(p, [0, 0, w, d, 1], { folio: 8 }) +
    leaf(p, [w, 0, w, d, 1], { folio: 1 });
  const round = path(points([p(0, d, 1), p(2 * w, d, 1)]), { w: 2.2 });
  const fold = line([p(w, -9), p(w, d + 9)], dash);
  // The left half goes under: the arrow runs below the front edge.
  const [a, b] = [p(6, -7), p(2 * w - 24, -7)];
  const swing =
    path(`M${a[0]} ${a[1]}C${a[0] + 20} ${a[1] + 15} ${b[0] - 20} ${b[1] + 15} ${b[0]} ${b[1] + 1}`, {
      w: 1.2,
      stroke: RED,
    }) +
    arrow(
      [
        [b[0] - 6, b[1] + 6],
        [b[0] + 0.6, b[1] - 0.6],
      ],
      { stroke: RED, w: 1, size: 6 },
    );
  return shadow(p, [0, 0, 2 * w, d]) + pages + round + fold + swing;
}

function twice(origin) {
  const p = at(origin);
  const [w, d] = [60, 84];
  const pages = edges(p, [0, 0, w, d, 4]) + leaf(p, [0, 0, w, d, 1.5], { folio: 1 });
  const spine = line([p(0, 0, 1.5), p(0, d, 1.5)], { w: 2.4 });
  const cut = line([p(-12, d - 4, 1.5), p(w + 14, d - 4, 1.5)], { ...dash, dash: '1.4 2.2' });
  const [x, y] = p(w + 24, d - 4, 1.5);
  const shears =
    path(`M${x} ${y}l-16 -4M${x} ${y}l-16 4`, { w: 1.3 }) +
    path(
      `M${x + 7} ${y + 5.5}m-4 0a4 3.4 0 1 0 8 0a4 3.4 0 1 0 -8 0M${x + 7} ${y - 5.5}m-4 0a4 3.4 0 1 0 8 0a4 3.4 0 1 0 -8 0M${x} ${y}l4 3.4M${x} ${y}l4 -3.4`,
      { w: 1.2 },
    );
  return shadow(p, [0, 0, w, d]) + pages + spine + cut + shears;
}

function done(origin) {
  const p = at(origin);
  const [w, d] = [52, 80];
  // The front leaf lifts, so that page 3 shows.
  const under = edges(p, [0, 0, w, d, 3]) + leaf(p, [0, 0, w, d, 1], { folio: 3 });
  const curl = polygon([p(0, 0, 1), p(-30, 0, 26), p(-30, d, 26), p(0, d, 1)], { fill: WHITE, w: 0.9 });
  const shade = hatch(
    points([p(0, 0, 1), p(-30, 0, 26), p(-30, d, 26), p(0, d, 1)], true),
    [origin[0] - 60, origin[1] - 90, 160, 120],
    { angle: -62, gap: 2, w: 0.5 },
  );
  return shadow(p, [0, 0, w, d]) + under + curl + shade;
}

export function draw() {
  const base = 134;
  const steps = [
    [flat([4, base]), 4, '1', 'The sheet, both sides printed', 'The far half goes under'],
    [once([214, base]), 206, '2', 'Folded once, across', 'The left half goes under'],
    [twice([376, base]), 374, '3', 'Folded twice', 'The head is cut open'],
    [done([550, base]), 526, '4', 'Eight pages', 'in the order 1 to 8'],
  ];
  const words = steps.map(
    ([drawing, x, number, name, said]) =>
      drawing +
      type(number, { x, y: base + 44, size: 30, face: 'cond-black', fill: RED }) +
      type(name, { x: x + 18, y: base + 32, size: 9, face: 'sans-bold' }) +
      type(said, { x: x + 18, y: base + 43, size: 8, face: 'serif-it' }),
  );
  return save(
    'fold-and-trim',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Two folds and a cut', 'How one sheet becomes eight pages') + words.join(''),
  );
}
