// Quoinbridge, an invented town on the River Leading: the ground of its maps.
import {
  circle,
  clipped,
  curve,
  dice,
  group,
  INK,
  line,
  path,
  points,
  polygon,
  pts,
  rect,
  type,
  WHITE,
} from './kit.mjs';

export const MAP = { x: 0, y: 30, width: 483, height: 318 };
const BANKS = {
  north: pts('-10,208 62,204 118,199 182,210 250,193 318,180 388,180 440,168 500,158'),
  south: pts('-10,240 62,234 118,230 182,243 250,227 318,216 388,222 440,218 500,214'),
};
const DOCK = pts('300,216 300,250 356,252 357,217');

/** The streets: centre lines, and widths in points on the map. */
export const STREETS = {
  'Margin Road (north)': {
    w: 5,
    line: pts('60,200 66,150 92,98 150,66 236,56 322,70 372,118 387,178'),
  },
  'Margin Road (south)': {
    w: 5,
    line: pts('389,224 382,272 340,316 250,332 150,326 86,290 62,238'),
  },
  'Baseline Road': {
    w: 4.4,
    line: pts('60,195 118,189 182,200 250,183 318,170 386,170'),
  },
  'Forme Street': {
    w: 4.6,
    line: pts('250,184 247,130 237,57'),
  },
  'Pica Street': {
    w: 4.2,
    line: pts('74,126 160,136 247,128 320,120 372,118'),
  },
  'Gutter Lane': {
    w: 3.2,
    line: pts('181,199 176,136 168,63'),
  },
  'Stick Alley': {
    w: 2.6,
    line: [
      [178, 164],
      [249, 156],
    ],
  },
  'Widow’s Walk': {
    w: 3,
    line: pts('317,171 320,120 322,70'),
  },
  'Quay Street': {
    w: 3.4,
    line: pts('64,246 118,242 182,254 232,246'),
  },
  'Quoin Approach': {
    w: 4.6,
    line: [
      [252, 228],
      [254, 250],
    ],
  },
  'Orphan Row': {
    w: 3.6,
    line: pts('78,281 150,292 250,300 358,298'),
  },
  'Square South': {
    w: 4.2,
    line: [
      [254, 280],
      [253, 331],
    ],
  },
  'Dock Road': {
    w: 3.4,
    line: pts('272,262 330,264 384,258'),
  },
  'Hairline Steps': {
    w: 1.8,
    line: [
      [149, 244],
      [150, 292],
    ],
  },
};
export const SQUARE = { x: 232, y: 248, width: 42, height: 32 };
export const BRIDGES = {
  Hairline: {
    w: 2.2,
    line: [
      [149, 194],
      [149, 246],
    ],
  },
  Quoin: {
    w: 5.4,
    line: [
      [250, 184],
      [252, 230],
    ],
  },
  Slug: {
    w: 5.4,
    line: [
      [387, 172],
      [389, 226],
    ],
  },
};

const riverOutline = () =>
  `${curve(BANKS.north)}L${BANKS.south.at(-1).join(' ')}${curve(BANKS.south.toReversed()).replace('M', 'L')}Z`;
const clipToMap = `M${MAP.x} ${MAP.y}h${MAP.width}v${MAP.height}h${-MAP.width}Z`;

/** Water lines: the bank repeated towards midstream, fainter as it goes. */
function river() {
  const toward = (bank, other, part) => bank.map(([x, y], index) => [x, y + (other[index][1] - y) * part]);
  const ripples = [0.08, 0.17, 0.28, 0.41].flatMap((part, index) =>
    [
      [BANKS.north, BANKS.south],
      [BANKS.south, BANKS.north],
    ].map(([a, b]) =>
      path(curve(toward(a, b, part)), { w: 0.75 - index * 0.12, dash: index === 3 ? '9 3' : undefined }),
    ),
  );
  const basin = [0.14, 0.3].map((part) => {
    const inset = part * 26;
    return line(
      [
        [300 + inset, 216],
        [300 + inset, 250 - inset * 0.8],
        [356 - inset, 252 - inset * 0.8],
        [357 - inset, 217],
      ],
      { w: 0.5 },
    );
  });
  return (
    polygon(DOCK, { fill: WHITE, w: 1.2 }) +
    basin.join('') +
    path(riverOutline(), { fill: WHITE, w: 1.2 }) +
    polygon(pts('301.2,213 301.2,222 355.6,222 355.8,213'), { fill: WHITE, stroke: 'none' }) +
    clipped(riverOutline(), ripples.join(''))
  );
}

const distance = ([px, py], [ax, ay], [bx, by]) => {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(px - ax - dx * t, py - ay - dy * t);
};
const fromLine = (p, list) => Math.min(...list.slice(1).map((b, index) => distance(p, list[index], b)));

/** Whether a house of this depth stands clear of water, streets, square and the other houses. */
function isFree(p, depth, houses) {
  const [x, y] = p;
  const between = (list) => {
    const at = list.findIndex(([bx]) => bx > x);
    const [[ax, ay], [bx, by]] = [list[at - 1], list[at]];
    return ay + ((by - ay) * (x - ax)) / (bx - ax);
  };
  if (y > between(BANKS.north) - depth && y < between(BANKS.south) + depth) return false;
  if (Math.hypot((x - 112) / 50, (y - 69) / 36) < 1) return false;
  const wet = fromLine(p, BANKS.north) < depth || fromLine(p, BANKS.south) < depth;
  if (wet || y < MAP.y + 8 || y > MAP.y + MAP.height - 6) return false;
  if (
    x > SQUARE.x - 5 &&
    x < SQUARE.x + SQUARE.width + 5 &&
    y > SQUARE.y - 5 &&
    y < SQUARE.y + SQUARE.height + 5
  )
    return false;
  if (x > 293 && x < 364 && y > 208 && y < 257) return false;
  if (Object.values(STREETS).some((street) => fromLine(p, street.line) < street.w / 2 + depth * 0.52))
    return false;
  return houses.every((house) => Math.hypot(house.x - x, house.y - y) > 8.2);
}

/** Places for houses along one leg of a street: both sides, a first row and a sparser second. */
function plots([ax, ay], [bx, by], w, next) {
  const long = Math.hypot(bx - ax, by - ay);
  const [ux, uy] = [(bx - ax) / long, (by - ay) / long];
  const steps = Array.from({ length: Math.max(0, Math.ceil((long - 4) / 4.4)) }, (_, step) => 4 + step * 4.4);
  return steps.flatMap((along) =>
    pts('-1,0 1,0 -1,10.5 1,10.5').map(([side, behind]) => {
      const depth = 6 + 3.6 * next();
      const off = side * (w / 2 + 1.4 + depth / 2 + behind);
      const [x, y] = [ax + ux * along - uy * off, ay + uy * along + ux * off];
      return {
        x,
        y,
        depth,
        long: 6.4 + 2.6 * next(),
        turn: Math.atan2(uy, ux),
        keep: next() > (behind > 0 ? 0.35 : 0.06),
      };
    }),
  );
}

/** Houses stand where their plots are free, street by street. */
function standHouses() {
  const next = dice(24);
  const houses = [];
  const all = Object.values(STREETS).flatMap(({ w, line: list }) =>
    list.slice(1).flatMap((end, leg) => plots(list[leg], end, w, next)),
  );
  for (const plot of all) if (plot.keep && isFree([plot.x, plot.y], plot.depth, houses)) houses.push(plot);
  return houses;
}
const HOUSES = standHouses();

/** The outline of the house that stands nearest to a place. */
export function houseAt([x, y]) {
  const best = HOUSES.toSorted((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
  return { ...best, outline: corners(best) };
}

function corners({ x, y, depth, long, turn }) {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return pts('-1,-1 1,-1 1,1 -1,1').map(([u, v]) => [
    x + (u * long * c - v * depth * s) / 2,
    y + (u * long * s + v * depth * c) / 2,
  ]);
}

/** Hachures down the slopes of Ascender Hill. */
function hill() {
  const next = dice(5);
  let d = '';
  pts('0.18,0.4 0.42,0.66 0.7,0.95').forEach(([inner, outer], ring) => {
    const count = 34 + ring * 22;
    for (let index = 0; index < count; index += 1) {
      const turn = (index / count) * 2 * Math.PI + next() * 0.06;
      const [rx, ry] = [44, 30];
      const swing = 1 + 0.12 * Math.sin(turn * 3 + 1);
      const at = (part) => [
        112 + rx * swing * part * Math.cos(turn),
        66 + ry * swing * part * Math.sin(turn) * 0.95 + 3,
      ];
      const shade = Math.sin(turn + 0.6) > -0.5 ? 1 : 0.55;
      d += points([at(inner + next() * 0.04), at(inner + (outer - inner) * shade)]);
    }
  });
  return path(d, { w: 0.55, cap: 'butt' });
}

/** Furrows of the fields outside the ring, and trees along them. */
function fields() {
  const patches = [
    pts('4,262 52,256 72,296 40,340 4,344'),
    pts('400,40 476,38 478,104 420,112 386,80'),
    pts('404,276 478,262 478,342 372,342'),
    pts('6,40 44,38 54,96 38,140 6,148'),
  ];
  const turns = [18, -24, 62, 80, 4];
  const next = dice(9);
  return patches
    .map((patch, index) => {
      const lines = [];
      for (let off = -90; off < 90; off += 4.4) lines.push(`M-90 ${off}Q0 ${off + 3} 90 ${off}`);
      const [cx, cy] = [0, 1].map(
        (axis) => patch.reduce((sum, point) => sum + point[axis], 0) / patch.length,
      );
      const trees = patch.flatMap((a, at) => {
        const b = patch[(at + 1) % patch.length];
        const count = Math.floor(Math.hypot(b[0] - a[0], b[1] - a[1]) / 7);
        return Array.from({ length: count }, (_, step) =>
          circle(
            a[0] + ((b[0] - a[0]) * step) / count,
            a[1] + ((b[1] - a[1]) * step) / count,
            1.1 + next() * 0.9,
            { fill: '#5c5751', stroke: 'none' },
          ),
        );
      });
      return (
        clipped(
          points(patch, true),
          group(
            path(lines.join(''), { w: 0.5, stroke: '#a19b93' }),
            `translate(${cx} ${cy}) rotate(${turns[index]})`,
          ),
        ) + trees.join('')
      );
    })
    .join('');
}

const road = ({ w, line: list }, ink = INK) => ({
  case: path(curve(list), { w: w + 1.5, stroke: ink, cap: 'butt' }),
  fill: path(curve(list), { w, stroke: WHITE, cap: 'butt' }),
});

/** The whole ground; houses in `tone`. */
export function ground({ tone = '#47423d' } = {}) {
  const roads = Object.values(STREETS).map((street) => road(street, '#6b655e'));
  const bridges = Object.values(BRIDGES).map((bridge) => road({ ...bridge, w: bridge.w + 0.8 }));
  const houses = HOUSES.map((house) => polygon(corners(house), { fill: tone, stroke: 'none' })).join('');
  const square =
    rect(SQUARE.x, SQUARE.y, [SQUARE.width, SQUARE.height], { fill: WHITE, w: 0.8, stroke: '#6b655e' }) +
    circle(253, 264, 3, { w: 0.7 }) +
    circle(253, 264, 1, { fill: INK });
  const ferry = line(
    [
      [60, 206],
      [61, 234],
    ],
    { w: 0.7, dash: '2 2' },
  );
  const all =
    fields() +
    hill() +
    river() +
    roads.map((one) => one.case).join('') +
    roads.map((one) => one.fill).join('') +
    square +
    bridges.map((one) => one.case).join('') +
    bridges.map((one) => one.fill).join('') +
    ferry +
    houses;
  return clipped(clipToMap, all) + rect(MAP.x + 0.6, MAP.y, [MAP.width - 1.2, MAP.height], { w: 1.2 });
}

/** A street's name along a part of it, on a white halo. */
export function named(name, { x, y, turn = 0, size = 7, face = 'sans-semi', fill = INK, anchor = 'middle' }) {
  const style = { x, y, turn, size, face, anchor };
  return (
    type(name, {
      ...style,
      fill: WHITE,
      more: `stroke="#fff" stroke-width="${(2.6 / size) * 1000}" stroke-linejoin="round"`,
    }) + type(name, { ...style, fill })
  );
}

/** The north point and a scale of a quarter of a mile. */
export function compass(x, y) {
  const star = [0, 1, 2, 3].map((quarter) => {
    const turn = quarter * 90;
    return group(
      polygon(pts('0,-17 3.2,-3.2 0,0'), { fill: INK, w: 0.5 }) +
        polygon(pts('0,-17 -3.2,-3.2 0,0'), { fill: WHITE, w: 0.5 }),
      `rotate(${turn})`,
    );
  });
  return group(
    circle(0, 0, 12.5, { w: 0.5, fill: WHITE }) +
      circle(0, 0, 11, { w: 0.5 }) +
      star.join('') +
      type('N', { x: 0, y: -19.5, size: 9, face: 'display-bold', anchor: 'middle' }),
    `translate(${x} ${y})`,
  );
}
