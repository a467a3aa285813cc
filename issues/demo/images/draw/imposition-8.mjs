// Eight pages on one sheet: where each stands on the outer and the inner forme, and which way up.
import {
  GREY,
  INK,
  MIST,
  RED,
  WHITE,
  arrow,
  circle,
  fillRect,
  greek,
  group,
  line,
  note,
  path,
  plate,
  rect,
  save,
  type,
} from './kit.mjs';

const [WIDTH, HEIGHT] = [483, 330];
const PAGE = { w: 108, h: 126 };
const FORMES = [
  {
    name: 'Outer forme',
    said: 'printed first',
    pages: [
      [5, 4],
      [8, 1],
    ],
    x: 4,
  },
  {
    name: 'Inner forme',
    said: 'backs it up',
    pages: [
      [3, 6],
      [2, 7],
    ],
    x: 258,
  },
];
const TOP = 50;

/** One page as it stands in the forme: its folio, its head, its columns; page 1 has the nameplate. */
function page(number) {
  const { w, h } = PAGE;
  const [left, right] = [7, w - 7];
  const column = (right - left - 2 * 4) / 3;
  const lead = 3.1;
  const legs = (top, seed) =>
    [0, 1, 2]
      .map((index) =>
        greek([left + index * (column + 4), top, column], Math.floor((h - 8 - top) / lead), {
          lead,
          weight: 1.1,
          seed: seed + index,
          fill: '#8b867f',
          end: 0.5 + 0.16 * index,
        }),
      )
      .join('');
  const first = number === 1;
  const head = first
    ? type('THE PROOF', { x: w / 2, y: 22, size: 18, face: 'display-black', anchor: 'middle' }) +
      fillRect(left, 28, [right - left, 0.9], INK)
    : fillRect(left, 9, [right - left, 0.7], INK);
  const top = first ? 34 : 16;
  const figure =
    fillRect(w / 2 - 26, h / 2 - 25, [52, 54], WHITE) +
    type(String(number), {
      x: w / 2,
      y: h / 2 + 21,
      size: 58,
      face: 'display-black',
      anchor: 'middle',
      fill: first ? RED : INK,
    });
  return fillRect(0, 0, [w, h], WHITE) + head + legs(top, number * 5) + figure;
}

function forme({ name, said, pages, x }) {
  const [width, height] = [2 * PAGE.w, 2 * PAGE.h];
  const sheet = fillRect(x + 4, TOP + 4, [width, height], MIST) + fillRect(x, TOP, [width, height], WHITE);
  const placed = pages.flatMap((row, down) =>
    row.map((number, along) => {
      const [px, py] = [x + along * PAGE.w, TOP + down * PAGE.h];
      // Heads stand together: the upper row is upside down.
      return group(
        page(number),
        down === 0 ? `translate(${px + PAGE.w} ${py + PAGE.h}) rotate(180)` : `translate(${px} ${py})`,
      );
    }),
  );
  const fold = { w: 0.9, stroke: RED, dash: '5 2.2' };
  const folds =
    line(
      [
        [x + PAGE.w, TOP - 5],
        [x + PAGE.w, TOP + height + 5],
      ],
      { ...fold, dash: '1.4 2.2' },
    ) +
    line(
      [
        [x - 4, TOP + PAGE.h],
        [x + width + 5, TOP + PAGE.h],
      ],
      fold,
    );
  return (
    sheet +
    placed.join('') +
    rect(x, TOP, [width, height], { w: 1.1 }) +
    folds +
    pins(x, width, height) +
    type(name, { x, y: 42, size: 14, face: 'cond-bold' }) +
    type(said, { x: x + width, y: 41.4, size: 7.8, face: 'serif-it', anchor: 'end' })
  );
}

/** Register crosses in the corners of the sheet. */
const pins = (x, width, height) =>
  [
    [x + 5, TOP + 5],
    [x + width - 5, TOP + 5],
    [x + 5, TOP + height - 5],
    [x + width - 5, TOP + height - 5],
  ]
    .map(
      ([cx, cy]) =>
        circle(cx, cy, 2, { w: 0.5, stroke: GREY }) +
        path(`M${cx - 3.4} ${cy}h6.8M${cx} ${cy - 3.4}v6.8`, { w: 0.5, stroke: GREY }),
    )
    .join('');

export function draw() {
  const foot = TOP + 2 * PAGE.h + 17;
  const turn =
    path(`M226 ${TOP + 118}c9 -14 15 -14 24 0`, { w: 0.9, stroke: RED }) +
    arrow(
      [
        [248, TOP + 114.5],
        [251, TOP + 119],
      ],
      { stroke: RED, w: 0.9 },
    );
  const keys =
    line(
      [
        [4, foot - 2.5],
        [34, foot - 2.5],
      ],
      { w: 0.9, stroke: RED, dash: '5 2.2' },
    ) +
    type('first fold, across', { x: 39, y: foot, size: 7.8, face: 'sans' }) +
    line(
      [
        [118, foot - 2.5],
        [148, foot - 2.5],
      ],
      { w: 0.9, stroke: RED, dash: '1.4 2.2' },
    ) +
    type('second fold, the spine', { x: 153, y: foot, size: 7.8, face: 'sans' }) +
    note('Folded twice and cut at the head, the sheet reads from 1 to 8.', {
      x: 258,
      y: foot,
      size: 7.8,
      lead: 9,
      face: 'serif-it',
      width: 220,
    });
  return save(
    'imposition-8',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Eight pages, one sheet', 'The numbers that stand side by side in a forme add up to nine') +
      FORMES.map(forme).join('') +
      turn +
      keys,
  );
}
