// A front page with every part named.
import {
  BLUSH,
  INK,
  MIST,
  RED,
  WHITE,
  clipped,
  fillRect,
  greek,
  label,
  line,
  measure,
  plate,
  rect,
  save,
  strokes,
  type,
} from './kit.mjs';

const [WIDTH, HEIGHT] = [483, 428];
const PAGE = { x: 100, y: 34, w: 283, h: 388 };
const [LEFT, RIGHT] = [PAGE.x + 12, PAGE.x + PAGE.w - 12];
const GUTTER = 6;
const COLUMN = (RIGHT - LEFT - 3 * GUTTER) / 4;
const columnX = (index) => LEFT + index * (COLUMN + GUTTER);
const span = (count) => count * COLUMN + (count - 1) * GUTTER;
const leg = (column, y, count, end = 1) =>
  greek([columnX(column), y, COLUMN], count, { lead: 4.2, weight: 1.7, seed: column * 31 + count, end });

const HEAD = 'Bridge to close for a year';

/** The lead picture: Quoin Bridge over the river, in lines. */
function picture(x, y, w, h) {
  const box = `M${x} ${y}h${w}v${h}h${-w}Z`;
  const arches = [0.22, 0.5, 0.78]
    .map((at) => `M${x + (at - 0.11) * w} ${y + h * 0.68}a${w * 0.11} ${h * 0.3} 0 0 1 ${w * 0.22} 0Z`)
    .join('');
  const deck = `M${x} ${y + h * 0.36}Q${x + w / 2} ${y + h * 0.2} ${x + w} ${y + h * 0.36}V${y + h * 0.68}H${x}Z${arches}`;
  const stones = `<clipPath id="deck"><path clip-rule="evenodd" d="${deck}"/></clipPath><g clip-path="url(#deck)">${strokes([x, y, w, h], { angle: 0, gap: 2.2, w: 0.7 })}${strokes([x, y, w, h], { angle: 90, gap: 4.4, w: 0.5 })}</g><path d="${deck}" fill="none" stroke="${INK}" stroke-width="0.9"/>`;
  const water = strokes([x, y + h * 0.69, w, h * 0.31], { angle: 0, gap: 1.7, w: 0.6 });
  const sky = strokes([x, y, w, h * 0.34], { angle: 0, gap: 3.4, w: 0.5, stroke: '#8b867f' });
  return (
    clipped(
      box,
      fillRect(x, y, [w, h], WHITE) + sky + clipped(`M${x} ${y + h * 0.69}h${w}v${h}h${-w}Z`, water) + stones,
    ) + rect(x, y, [w, h], { w: 0.9 })
  );
}

/** The sheet, its teasers, nameplate and issue line. */
function flag() {
  const { x, y, w, h } = PAGE;
  const top = y + 12;
  return [
    fillRect(x + 4, y + 4, [w, h], MIST) + fillRect(x, y, [w, h], WHITE) + rect(x, y, [w, h], { w: 1 }),
    fillRect(LEFT, top - 3, [span(4), 15], BLUSH) +
      type('Inside: ferry talks, bread prices, cup final', {
        x: LEFT + 5,
        y: top + 7.4,
        size: 8,
        face: 'sans-semi',
      }),
    type('The Quoinbridge Proof', {
      x: (LEFT + RIGHT) / 2,
      y: top + 41,
      size: 26,
      face: 'display-black',
      anchor: 'middle',
    }),
    line(
      [
        [LEFT, top + 48],
        [RIGHT, top + 48],
      ],
      { w: 0.6 },
    ) +
      line(
        [
          [LEFT, top + 58],
          [RIGHT, top + 58],
        ],
        { w: 0.6 },
      ),
    type('Number 24', { x: LEFT, y: top + 55.6, size: 6.8, face: 'sans' }) +
      type('Saturday 2 May 2026', {
        x: (LEFT + RIGHT) / 2,
        y: top + 55.6,
        size: 6.8,
        face: 'sans',
        anchor: 'middle',
      }) +
      type('Price 1.20', { x: RIGHT, y: top + 55.6, size: 6.8, face: 'sans', anchor: 'end' }),
  ].join('');
}

/** Everything under the issue line. */
function sheet() {
  const top = PAGE.y + 12;
  return [
    flag(),
    type('THE RIVER', { x: columnX(0), y: top + 73, size: 8.6, face: 'sans-bold', fill: RED }),
    type(HEAD, {
      x: columnX(0) - 0.6,
      y: top + 105,
      size: span(4) / measure(HEAD, { size: 1, face: 'cond-black' }),
      face: 'cond-black',
    }),
    type(DECK, { x: columnX(0), y: top + 121, size: 8.9, face: 'serif-it' }),
    type('By the galley desk', { x: columnX(0), y: top + 136, size: 6.8, face: 'sans-bold' }) +
      leg(0, top + 142, 45),
    picture(columnX(1), top + 129, span(3), 108),
    greek([columnX(1), top + 244, span(3) * 0.8], 1, { lead: 4, weight: 2, end: 0.9, seed: 5, fill: INK }) +
      type('Drawn for galley', { x: RIGHT, y: top + 246, size: 6.5, face: 'sans', anchor: 'end' }),
    leg(1, top + 256, 18, 0.8) +
      leg(2, top + 256, 16) +
      type('Continued on page 5', {
        x: columnX(2) + COLUMN,
        y: top + 331,
        size: 6.5,
        face: 'sans-bold',
        anchor: 'end',
      }),
    fillRect(columnX(3), top + 252, [COLUMN, 80], BLUSH) +
      type('In brief', { x: columnX(3) + 4, y: top + 263, size: 10, face: 'cond-bold', fill: RED }) +
      greek([columnX(3) + 4, top + 270, COLUMN - 8], 14, { lead: 4.2, weight: 1.7, seed: 12 }),
    line(
      [
        [LEFT, top + 337],
        [RIGHT, top + 337],
      ],
      { w: 0.7 },
    ),
    type('Ferry fares stay put', { x: columnX(0), y: top + 351, size: 15, face: 'cond-bold' }) +
      leg(0, top + 357, 3) +
      leg(1, top + 357, 3, 0.7),
    type('Cup final goes to May', { x: columnX(2), y: top + 351, size: 15, face: 'cond-bold' }) +
      leg(2, top + 357, 3) +
      leg(3, top + 357, 3, 0.6),
  ].join('');
}

const TOP = PAGE.y + 12;
const DECK = 'Engineers find a crack in the middle arch; the town looks for boats';
const DECK_END = measure(DECK, { size: 8.9, face: 'serif-it' }) + 4;
const NAMES = [
  ['Teasers', 'what is inside', [LEFT - 2, TOP + 5], [88, 52], 'end'],
  ['Kicker', 'the subject', [LEFT - 3.4, TOP + 70], [88, 100], 'end'],
  ['Headline', '', [LEFT - 3.4, TOP + 94], [88, 136], 'end'],
  ['Byline', '', [LEFT - 3.4, TOP + 134], [88, 184], 'end'],
  ['Leg', 'one column of a story', [LEFT + 10, TOP + 240], [88, 262], 'end'],
  ['Gutter', 'white between columns', [columnX(1) - 3, TOP + 300], [88, 326], 'end'],
  ['Second story', '', [LEFT - 3.4, TOP + 347], [88, 400], 'end'],
  ['Nameplate', 'or flag', [RIGHT + 3.4, TOP + 34], [395, 62], 'start'],
  ['Issue line', 'number, date, price', [RIGHT + 3.4, TOP + 53], [395, 98], 'start'],
  ['Deck', 'adds to the head', [columnX(0) + DECK_END, TOP + 118], [395, 150], 'start'],
  ['Lead picture', '', [RIGHT - 20, TOP + 180], [395, 210], 'start'],
  ['Credit', '', [RIGHT + 3.4, TOP + 243.6], [395, 268], 'start'],
  ['Cutline', 'says what is seen', [columnX(1) + 138, TOP + 249.6], [395, TOP + 252], 'start'],
  ['Briefs', '', [RIGHT - 4, TOP + 296], [395, 330], 'start'],
  ['Jump line', 'where it goes on', [columnX(2) + COLUMN + 2.6, TOP + 329], [395, 372], 'start'],
];

export function draw() {
  const names = NAMES.map(([name, remark, from, at, anchor]) =>
    label(name, remark, { from, at, anchor, width: 84, size: 8.4 }),
  );
  return save(
    'newspaper-anatomy',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Anatomy of a front page', 'Fifteen parts that every desk calls by name') +
      sheet() +
      names.join(''),
  );
}
