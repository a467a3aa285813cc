// The lay of the California job case: 89 compartments, the boxes sized as the case has them.
import {
  INK,
  MIST,
  RED,
  clipped,
  fillRect,
  leader,
  line,
  note,
  plate,
  rect,
  save,
  strokes,
  type,
} from './kit.mjs';

// Each bay: cells [text, column, row, columns, rows] in units of the case; rows run from 0 to 7.
const LOWER = [
  ['ffi', 0, 0, 1, 1],
  ['fl', 1, 0, 1, 1],
  ['5-em|space', 2, 0, 1, 1],
  ['4-em|space', 3, 0, 1, 1],
  ['’', 4, 0, 1, 1],
  ['k', 5, 0, 1, 1],
  ['e', 6, 0, 2, 3],
  ['j', 0, 1, 1, 1],
  ['?', 0, 2, 1, 1],
  ['b', 1, 1, 1, 2],
  ['c', 2, 1, 2, 2],
  ['d', 4, 1, 2, 2],
  ['!', 0, 3, 1, 1],
  ['z', 0, 4, 1, 1],
  ['l', 1, 3, 1, 2],
  ['m', 2, 3, 2, 2],
  ['n', 4, 3, 2, 2],
  ['h', 6, 3, 2, 2],
  ['x', 0, 5, 1, 1],
  ['q', 0, 6, 1, 1],
  ['v', 1, 5, 1, 2],
  ['u', 2, 5, 2, 2],
  ['t', 4, 5, 2, 2],
  ['3-em|spaces', 6, 5, 2, 2],
];
const MIDDLE = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((digit, index) => [String(digit), index, 0, 1, 1]),
  ['i', 0, 1, 2, 2],
  ['s', 2, 1, 2, 2],
  ['f', 4, 1, 1, 2],
  ['g', 5, 1, 1, 2],
  ['ff', 6, 1, 1, 1],
  ['fi', 6, 2, 1, 1],
  ['9', 7, 1, 1, 1],
  ['0', 7, 2, 1, 1],
  ['o', 0, 3, 2, 2],
  ['y', 2, 3, 1, 2],
  ['p', 3, 3, 1, 2],
  ['w', 4, 3, 1, 2],
  [',', 5, 3, 1, 2],
  ['en|quads', 6, 3, 1, 2],
  ['em|quads', 7, 3, 1, 2],
  ['a', 0, 5, 2, 2],
  ['r', 2, 5, 2, 2],
  [';', 4, 5, 1, 0.75],
  [':', 5, 5, 1, 0.75],
  ['.', 4, 5.75, 1, 1.25],
  ['-', 5, 5.75, 1, 1.25],
  ['2- and 3-em|quads', 6, 5, 2, 2],
];
const CAPITAL_ROWS = [
  { letters: ['$', '£', '—', 'Æ', 'Œ', 'æ', 'œ'], top: 0, height: 1 },
  { letters: [...'ABCDEFG'], top: 1, height: 5 / 3 },
  { letters: [...'HIKLMNO'], top: 1 + 5 / 3, height: 5 / 3 },
  { letters: [...'PQRSTVW'], top: 1 + 10 / 3, height: 5 / 3 },
  { letters: ['X', 'Y', 'Z', 'J', 'U', '&', 'ffl'], top: 6, height: 1 },
];
const CAPITALS = CAPITAL_ROWS.flatMap(({ letters, top, height }) =>
  letters.map((letter, column) => [letter, column, top, 1, height]),
);
const VOWELS = new Set(['e', 't', 'a', 'o', 'i', 'n']);
const [WIDTH, HEIGHT] = [648, 330];
const UNIT = { x: 24.3, y: 29 };
const TOP = 38;

/** A compartment: its floor, the shade that its top and left walls cast, its letter. */
function cell([text, column, row, columns, rows], left) {
  const [x, y] = [left + column * UNIT.x, TOP + row * UNIT.y];
  const [w, h] = [columns * UNIT.x, rows * UNIT.y];
  const box = `M${x} ${y}h${w}v${h}h${-w}Z`;
  const shadow = `M${x} ${y}h${w}l-4.6 5.2h${9.2 - w - 4.6}v${h - 5.2}l-4.6 -0Z`;
  const shade = clipped(box, clipped(shadow, strokes([x, y, w, h], { angle: -45, gap: 1.35, w: 0.5 })));
  const words = text.split('|');
  const isWord = text.length > 3;
  const big = rows >= 2 && columns >= 2 ? 27 : rows > 1.1 ? 19 : 13.5;
  const size = isWord ? 6.8 : text.length > 1 ? 12.5 : big;
  const first = y + h / 2 + (isWord ? 2.5 - (words.length - 1) * 3.7 : size * 0.27) + 1.6;
  const style = { x: x + w / 2 + 1.8, size, anchor: 'middle', fill: VOWELS.has(text) ? RED : INK };
  const face = isWord ? 'serif-it' : 'display-bold';
  const set = words.map((word, index) =>
    type(word, { ...style, face, y: first + index * 7.4, track: word === 'ff' || word === 'ffi' ? 0.01 : 0 }),
  );
  return shade + rect(x, y, [w, h], { w: 1.5 }) + set.join('');
}

/** The rim of a bay, with the grain of its wood. */
function bay(cells, left, columns) {
  const [w, h] = [columns * UNIT.x, 7 * UNIT.y];
  const rim = `M${left - 7} ${TOP - 7}h${w + 14}v${h + 14}h${-w - 14}Z M${left} ${TOP}v${h}h${w}v${-h}Z`;
  const grain = clipped(
    rim,
    strokes([left - 7, TOP - 7, w + 14, h + 14], { angle: 0.6, gap: 1.15, w: 0.5, stroke: '#4a4642' }),
  );
  return (
    grain +
    rect(left - 7, TOP - 7, [w + 14, h + 14], { w: 1.4 }) +
    cells.map((one) => cell(one, left)).join('')
  );
}

export function draw() {
  const bays = [8, 20 + 8 * UNIT.x, 32 + 16 * UNIT.x];
  const bottom = TOP + 7 * UNIT.y + 7;
  const right = bays[2] + 7 * UNIT.x + 7;
  const front =
    fillRect(1, bottom, [right - 1, 5.4], MIST) +
    rect(1, bottom, [right - 1, 5.4], { w: 1 }) +
    strokesBelow(bottom, right);
  const at = (column, bayIndex) => bays[bayIndex] + column * UNIT.x;
  const remark = { size: 7.4, lead: 8.9, face: 'sans', width: 156 };
  const y = bottom + 27;
  const notes = [
    leader(
      [
        [at(4.5, 0), TOP + 6.75 * UNIT.y],
        [at(4.5, 0), y - 12],
      ],
      { stroke: RED },
    ),
    note(
      'The letters used most, in red, have large boxes near the middle, a hand’s breadth from the stick.',
      { ...remark, x: at(0.4, 0), y, width: 170 },
    ),
    leader([
      [at(5, 1), TOP + 6.75 * UNIT.y],
      [at(5, 1), y - 12],
    ]),
    note('Points, spaces and quads lie under the right hand, which fetches one of them after every word.', {
      ...remark,
      x: at(0.9, 1),
      y,
      width: 158,
    }),
    leader([
      [at(3.5, 2), TOP + 6.85 * UNIT.y],
      [at(3.5, 2), y - 12],
    ]),
    note('J and U come after Z: the lay is older than their place in the alphabet.', {
      ...remark,
      x: at(0.9, 2),
      y,
      width: 142,
    }),
  ];
  const body =
    bay(LOWER, bays[0], 8) + bay(MIDDLE, bays[1], 8) + bay(CAPITALS, bays[2], 7) + front + notes.join('');
  const scale = WIDTH / (right + 1);
  return save(
    'type-case-map',
    [WIDTH, HEIGHT],
    plate(
      WIDTH,
      'The lay of the case',
      'California job case, seen from above: 89 compartments, no two shops quite alike',
    ) + `<g transform="scale(${scale}) translate(0 3)">${body}</g>`,
  );
}

/** The shadow of the case on the frame it lies on. */
function strokesBelow(bottom, right) {
  return Array.from({ length: 5 }, (_, index) =>
    line(
      [
        [4 + index * 5, bottom + 6.6 + index * 1.2],
        [right - 1 - index * 3, bottom + 6.6 + index * 1.2],
      ],
      { w: 0.85 - index * 0.1, stroke: INK },
    ),
  ).join('');
}
