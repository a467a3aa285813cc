// Where a line may end: the zone before the margin, and the places where the word that crosses it may be divided.
import { BLUSH, INK, RED, arrow, fillRect, line, measure, plate, save, span, type } from './kit.mjs';

const WIDTH = 318;
const STYLE = { size: 12, face: 'serif' };
const [LEFT, MEASURE, ZONE] = [0, 192, 30];
const [TOP, LEAD] = [72, 19.5];
// | marks the places where a word may be divided.
const TEXT =
  'A line that ends in|side the red zone is left alone. If the next word leaves a hole, the com|pos|i|tor looks for a place to di|vide it: two let|ters stay be|fore the hy|phen at the least, three go af|ter it, and a sec|ond hy|phen must not fol|low on the line be|low.';

/** Breaks the text: in the zone if a word ends there, else inside the next word if it can be divided. */
function broken() {
  const words = TEXT.split(' ');
  const out = [];
  let set = '';
  while (words.length > 0) {
    const plain = words[0].replaceAll('|', '');
    const longer = set ? `${set} ${plain}` : plain;
    if (measure(longer, STYLE) <= MEASURE) {
      set = longer;
      words.shift();
      continue;
    }
    const short = measure(set, STYLE) < MEASURE - ZONE;
    const cut = short && !out.at(-1)?.cut ? division(set, words[0]) : undefined;
    out.push(
      cut
        ? { set: cut.set, rest: cut.rest, cut: true }
        : { set, rest: plain, said: short ? 'short: no division' : 'ends in the zone' },
    );
    if (cut) words[0] = cut.left;
    set = '';
  }
  return [...out, { set, rest: '', said: 'the last line is free' }];
}

/** The longest part of a word that still fits with its hyphen. */
function division(set, word) {
  const parts = word.split('|');
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const line = `${set} ${parts.slice(0, count).join('')}-`;
    if (measure(line, STYLE) <= MEASURE)
      return { set: line, rest: parts.slice(count).join(''), left: parts.slice(count).join('|') };
  }
  return undefined;
}

function row({ set, rest, cut, said }, index) {
  const y = TOP + index * LEAD;
  const end = LEFT + measure(set, STYLE);
  const space = measure('a b', STYLE) - measure('ab', STYLE);
  const ghost = type(rest, { ...STYLE, x: cut ? end + 1 : end + space, y, fill: '#a39e97' });
  const mark = cut
    ? line(
        [
          [end - 2.2, y - 11],
          [end - 2.2, y + 4],
        ],
        { w: 1, stroke: RED },
      )
    : '';
  const remark = type(cut ? 'divided' : said, {
    x: WIDTH,
    y: y - 1,
    size: 7.6,
    face: 'serif-it',
    anchor: 'end',
    fill: cut ? RED : INK,
  });
  return type(set, { ...STYLE, x: LEFT, y }) + ghost + mark + remark;
}

export function draw() {
  const edge = LEFT + MEASURE;
  const rows = broken();
  const depth = LEAD * rows.length;
  const band = fillRect(edge - ZONE, TOP - 16, [ZONE, depth + 4], BLUSH);
  const margin = line(
    [
      [edge, TOP - 24],
      [edge, TOP + depth - 8],
    ],
    { w: 0.9, stroke: RED },
  );
  const zone =
    span([edge - ZONE, TOP - 24], [edge, TOP - 24], { stroke: RED }) +
    type('zone', {
      x: edge - ZONE / 2,
      y: TOP - 29,
      size: 8,
      face: 'sans-semi',
      anchor: 'middle',
      fill: RED,
    });
  const fill =
    arrow(
      [
        [LEFT, TOP - 24],
        [edge - ZONE - 4, TOP - 24],
      ],
      { w: 0.5 },
    ) + type('must be filled', { x: 74, y: TOP - 28, size: 8, face: 'sans-semi', anchor: 'middle' });
  return save(
    'hyphenation-zones',
    [WIDTH, TOP + depth + 2],
    plate(WIDTH, 'Where a line may end', 'in grey: what did not fit') +
      band +
      margin +
      zone +
      fill +
      rows.map(row).join(''),
  );
}
