// A proof as the reader hands it back: each fault struck in the line, its mark in the margin.
import { RED, fillRect, line, measure, path, plate, rect, save, type, MIST, WHITE } from './kit.mjs';

const [WIDTH, HEIGHT] = [483, 322];
const STYLE = { size: 13, face: 'serif' };
const [LEFT, TOP, LEAD] = [74, 62, 27];
const LINES = [
  'The first printing house in teh town',
  'stood by the river, were the barges',
  'brought paper up on the the tide and',
  'took news papers down again. It had',
  'onepress and a boy. The owner, widow',
  'Quoin, read every proof herself, she',
  'never signed a sheet in good tempers',
  'and never let a bad one go to press.',
];
// [line, text before, text struck, kind, sign in the margin, its meaning, margin]
const MARKS = [
  [0, 'The first printing house in t', 'eh', 'swap', 'tr', 'transpose', 'right'],
  [1, 'stood by the river, w', '', 'caret', 'h', 'insert the letter', 'right'],
  [2, 'brought paper up on the ', 'the ', 'strike', 'δ', 'take out', 'right'],
  [3, 'took news', ' ', 'close', '⁐', 'close up', 'right'],
  [4, 'one', '', 'space', '#', 'open a space', 'left'],
  [4, 'onepress and a boy. The owner, ', 'w', 'caps', 'cap', 'capital', 'right'],
  [5, 'Quoin, read every proof herself', ',', 'strike', ';', 'put this instead', 'right'],
  [6, 'never signed a sheet in good temper', 's', 'strike', 'δ', 'take out', 'right'],
  [7, 'and never let a ', 'bad one', 'stet', 'stet', 'let it stand', 'right'],
];
const pen = { w: 1.3, stroke: RED };

/** The stroke in the line itself. */
const STROKES = {
  swap: (x, y, w) =>
    path(
      `M${x - 1} ${y - 9}C${x + w * 0.2} ${y - 12} ${x + w * 0.4} ${y - 11} ${x + w * 0.36} ${y - 4}C${x + w * 0.34} ${y + 4} ${x + w * 0.7} ${y + 4} ${x + w + 1} ${y + 1}`,
      pen,
    ),
  caret: (x, y) => path(`M${x - 3} ${y + 6}L${x} ${y - 1}L${x + 3.4} ${y + 6}`, pen),
  strike: (x, y, w) =>
    path(
      `M${x - 1} ${y - 2.5}C${x + w * 0.3} ${y - 4.5} ${x + w * 0.7} ${y - 4.4} ${x + w} ${y - 3.4}c5 1.4 4 7 0 6.6c-3.4 -.4 -3 -5 0.6 -7.4`,
      pen,
    ),
  close: (x, y, w) =>
    path(
      `M${x - 2.4} ${y - 9.6}q${w / 2 + 2.4} -4.4 ${w + 4.8} 0M${x - 2.4} ${y + 3}q${w / 2 + 2.4} 4.4 ${w + 4.8} 0`,
      pen,
    ),
  space: (x, y) =>
    line(
      [
        [x + 1.4, y - 12],
        [x - 0.6, y + 5],
      ],
      pen,
    ),
  caps: (x, y, w) =>
    [3, 5.4, 7.8]
      .map((off) =>
        line(
          [
            [x, y + off],
            [x + w, y + off - 0.6],
          ],
          pen,
        ),
      )
      .join(''),
  stet: (x, y, w) =>
    path(`M${x - 1} ${y - 3}L${x + w + 1} ${y - 4}`, pen) +
    Array.from(
      { length: 7 },
      (_, index) => `<circle cx="${x + 3 + (index * (w - 6)) / 6}" cy="${y + 5}" r="1" fill="${RED}"/>`,
    ).join(''),
};

/** The sign in the margin: letters as written, delete and close-up as drawn. */
function sign(mark, x, y) {
  if (mark === 'δ')
    return path(`M${x - 6} ${y - 2}c6 -10 13 -7 9 1c-4 7 -12 5 -9 -2c2 -4 10 -3 13 5`, { ...pen, w: 1.5 });
  if (mark === '⁐')
    return path(`M${x - 8} ${y - 7}q8 -5 16 0M${x - 8} ${y - 1}q8 5 16 0`, { ...pen, w: 1.5 });
  if (mark === '#')
    return path(
      `M${x - 5} ${y - 6}l11 -1M${x - 6} ${y - 1.6}l11 -1M${x - 1} ${y - 10}l-3 12M${x + 4} ${y - 10.4}l-3 12`,
      { ...pen, w: 1.4 },
    );
  return type(mark, { x, y: y + 1, size: 15, face: 'display-it', anchor: 'middle', fill: RED });
}

export function draw() {
  const sheet =
    fillRect(43, 34, [400, HEIGHT - 38], MIST) +
    fillRect(40, 31, [400, HEIGHT - 38], WHITE) +
    rect(40, 31, [400, HEIGHT - 38], { w: 0.8 });
  const text = LINES.map((words, index) => type(words, { ...STYLE, x: LEFT, y: TOP + index * LEAD }));
  const marks = MARKS.map(([row, before, struck, kind, mark, said, margin]) => {
    const [x, y] = [LEFT + measure(before, STYLE), TOP + row * LEAD];
    const wide = measure(`${struck}|`, STYLE) - measure('|', STYLE);
    const mx = margin === 'right' ? 330 : 56;
    const word = margin === 'right' ? type(said, { x: mx + 22, y, size: 8.6, face: 'sans' }) : '';
    return STROKES[kind](x, y, wide) + sign(mark, mx, y) + word;
  });
  const foot =
    type('# in the left margin: open a space', { x: LEFT, y: HEIGHT - 30, size: 8.6, face: 'sans' }) +
    type('Read twice. M. Q.', { x: 318, y: HEIGHT - 24, size: 16, face: 'display-it', fill: RED, turn: -5 }) +
    path(`M318 ${HEIGHT - 18}q50 -9 100 -12`, { ...pen, w: 1 });
  return save(
    'proof-marks',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Back from the reader', 'Nine marks and what they ask for') +
      sheet +
      line(
        [
          [310, 31],
          [310, HEIGHT - 7],
        ],
        { w: 0.5, stroke: RED, dash: '1 2.4' },
      ) +
      text.join('') +
      marks.join('') +
      foot,
  );
}
