// A page as a grid: columns, modules, base lines, and how a lead story stands on it.
import {
  BLUSH,
  clipped,
  fillRect,
  greek,
  hatch,
  INK,
  line,
  measure,
  MIST,
  plate,
  points,
  polygon,
  pts,
  rect,
  RED,
  save,
  span,
  strokes,
  type,
  WHITE,
} from './kit.mjs';

const [WIDTH, HEIGHT] = [318, 400];
// The page is 10 × 11.625 in at a scale of 1 : 2.6; its live area 54 picas wide and 156 lines of 5 points deep.
const S = 1 / 2.52;
const PAGE = { x: 2, y: 34, width: 720 * S, height: 837 * S };
const MARGIN = 36 * S;
const LIVE = { x: PAGE.x + MARGIN, y: PAGE.y + MARGIN, width: 648 * S, height: 765 * S };
const [COLUMN, GUTTER] = [153 * S, 12 * S];
const columnX = (index) => LIVE.x + index * (COLUMN + GUTTER);
const ROWS = 6;
const ROW = (LIVE.height - (ROWS - 1) * GUTTER) / ROWS;
const rowY = (index) => LIVE.y + index * (ROW + GUTTER);

/** Baselines every 10 points of the page. */
const baselines = () =>
  Array.from({ length: 76 }, (_, index) => LIVE.y + (index + 1) * 10 * S)
    .map((y) =>
      line(
        [
          [LIVE.x, y],
          [LIVE.x + LIVE.width, y],
        ],
        { w: 0.5, stroke: '#c9c5be' },
      ),
    )
    .join('');

const modules = () =>
  Array.from({ length: 4 * ROWS }, (_, index) => {
    const [x, y] = [columnX(index % 4), rowY(Math.floor(index / 4))];
    return rect(x, y, [COLUMN, ROW], { w: 0.7, stroke: RED });
  }).join('');

/** The body of a story in one column, on the base lines, from one height to another. */
const legs = (column, from, to, end = 0.6) => {
  const first = Math.ceil((from - LIVE.y) / (10 * S));
  const last = Math.floor((to - LIVE.y) / (10 * S));
  return greek([columnX(column), LIVE.y + first * 10 * S - 1.1, COLUMN], last - first + 1, {
    lead: 10 * S,
    weight: 1.8,
    end,
    seed: column + 3,
  });
};

/** A lighthouse over a sea, in lines. */
function seascape([x, y, w, h]) {
  const sky = `M${x} ${y}h${w}v${h * 0.6}h${-w}Z`;
  const sea = `M${x} ${y + h * 0.6}h${w}v${h * 0.4}h${-w}Z`;
  const tower = pts('0.68,0.63 0.7,0.24 0.76,0.24 0.78,0.63').map(([u, v]) => [x + u * w, y + v * h]);
  const beam = polygon(
    [
      [x + 0.72 * w, y + 0.19 * h],
      [x, y + 0.04 * h],
      [x, y + 0.24 * h],
    ],
    { fill: WHITE, stroke: 'none' },
  );
  return (
    fillRect(x, y, [w, h], WHITE) +
    clipped(sky, strokes([x, y, w, h * 0.6], { angle: 0, gap: 1.5, w: 0.5 }) + beam) +
    hatch(sea, [x, y + h * 0.6, w, h * 0.4], { angle: 0, gap: 1.5, w: 0.85 }) +
    polygon(
      [
        [x + 0.5 * w, y + 0.66 * h],
        [x + 0.62 * w, y + 0.6 * h],
        [x + 0.88 * w, y + 0.6 * h],
        [x + w, y + 0.67 * h],
      ],
      { fill: INK, stroke: 'none' },
    ) +
    polygon(tower, { fill: WHITE, w: 0.9 }) +
    hatch(
      points([[x + 0.73 * w, y + 0.24 * h], tower[2], tower[3], [x + 0.73 * w, y + 0.63 * h]], true),
      [x + 0.7 * w, y, w * 0.1, h * 0.7],
      { angle: 0, gap: 1.2, w: 0.6 },
    ) +
    rect(x + 0.7075 * w, y + 0.15 * h, [w * 0.046, h * 0.09], { fill: WHITE, w: 0.9 }) +
    polygon(
      [
        [x + 0.695 * w, y + 0.15 * h],
        [x + 0.73 * w, y + 0.09 * h],
        [x + 0.765 * w, y + 0.15 * h],
      ],
      { fill: INK, w: 0.6 },
    ) +
    rect(x, y, [w, h], { w: 0.9 })
  );
}

function story() {
  const picture = [columnX(1), rowY(1), 2 * COLUMN + GUTTER, 2 * ROW + GUTTER];
  const head = { face: 'cond-black', track: -0.4 };
  const wide = 3 * COLUMN + 2 * GUTTER;
  const size = wide / measure('Ground rules', { ...head, size: 1, track: -0.4 / 60 });
  return (
    fillRect(columnX(0), rowY(0), [wide, ROW + 5], WHITE) +
    type('Ground rules', { ...head, size, x: columnX(0) - 1, y: rowY(0) + ROW - 1 }) +
    legs(0, rowY(1) + 2, rowY(5) + ROW, 0.55) +
    legs(1, rowY(3) + 2, rowY(5) + ROW, 1) +
    legs(2, rowY(3) + 2, rowY(5) + ROW, 0.4) +
    seascape(picture) +
    fillRect(columnX(3), rowY(0), [COLUMN, 2 * ROW + GUTTER], BLUSH) +
    type('In brief', { x: columnX(3) + 4, y: rowY(0) + 14, size: 15, face: 'cond-bold', fill: RED }) +
    legs(3, rowY(0) + 18, rowY(1) + ROW - 2) +
    legs(3, rowY(2) + 2, rowY(3) + ROW - 6) +
    legs(3, rowY(4) + 2, rowY(5) + ROW, 0.7)
  );
}

export function draw() {
  const shadow = fillRect(PAGE.x + 3, PAGE.y + 3, [PAGE.width, PAGE.height], MIST);
  const sheet =
    shadow +
    fillRect(PAGE.x, PAGE.y, [PAGE.width, PAGE.height], WHITE) +
    rect(PAGE.x, PAGE.y, [PAGE.width, PAGE.height], { w: 1 });
  const under = PAGE.y + PAGE.height + 14;
  const measures =
    span([columnX(0), under], [columnX(0) + COLUMN, under], { stroke: RED }) +
    type('one column, 12¾ picas', {
      x: columnX(0) + COLUMN / 2,
      y: under + 10,
      size: 7.4,
      face: 'sans',
      anchor: 'middle',
    }) +
    span([columnX(2), under], [columnX(3) + COLUMN, under], { stroke: RED }) +
    type('two columns and their gutter, 26½ picas', {
      x: columnX(2) + COLUMN + GUTTER / 2,
      y: under + 10,
      size: 7.4,
      face: 'sans',
      anchor: 'middle',
    });
  return save(
    'page-grid',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'The page underneath', '4 columns, 6 rows, 76 base lines') +
      sheet +
      baselines() +
      story() +
      modules() +
      measures,
  );
}
