// The same paragraph justified three ways, each word space tinted by how far it is from the font's own.
import { GREY, INK, RED, fillRect, line, lines, note, plate, save, type } from './kit.mjs';
import { firstFit, spread, totalFit } from './set-parts.mjs';

const [WIDTH, HEIGHT] = [483, 268];
const TEXT =
  'A com|pos|i|tor jus|ti|fied by hand, with strips of brass and cop|per slipped be|tween the words un|til the line stood tight in the stick. The best of them looked ahead, and took a short word back from the next line rather than open a hole in this one. A ma|chine that sets one line at a time can|not do that; a ma|chine that weighs the whole par|a|graph can.';
const STYLE = { size: 10, face: 'serif' };
const LEAD = 13;
const MEASURE = 142;
const GAP = (WIDTH - 3 * MEASURE) / 2;
const TOP = 76;

/** Tints the spaces of a line: wide ones red by degree, narrow ones black. */
function tints({ gaps, space }, y) {
  return gaps
    .map(([x, width]) => {
      const ratio = width / space;
      if (ratio > 1.5) {
        const heat = Math.min(1, (ratio - 1.5) / 2.2);
        const pale = [179, 38, 30].map((part) => Math.round(part + (255 - part) * (0.72 - 0.72 * heat)));
        return fillRect(x + 0.3, y - 7.6, [width - 0.6, 9.8], `rgb(${pale.join(',')})`);
      }
      return '';
    })
    .join('');
}

function column(index, { name, said, broken, justified }) {
  const x = index * (MEASURE + GAP);
  const rows = broken.map((text, row) => {
    const y = TOP + LEAD * row;
    const set = spread(text, { ...STYLE, x, y }, justified && row < broken.length - 1 ? MEASURE : undefined);
    return { y, set, width: set.gaps.map(([, width]) => width / set.space) };
  });
  const spaces = rows.slice(0, -1).flatMap(({ width }) => width);
  const [least, most] = [Math.min(...spaces), Math.max(...spaces)].map(
    (ratio) => `${Math.round(ratio * 100)}`,
  );
  const foot = HEIGHT - 22;
  const edges = [x - 0, x + MEASURE].map((edge) =>
    line(
      [
        [edge, TOP - 11],
        [edge, TOP + LEAD * 12 + 4],
      ],
      { w: 0.5, stroke: GREY, dash: '0.6 2' },
    ),
  );
  return (
    edges.join('') +
    type(name, { x, y: 41, size: 14, face: 'cond-bold' }) +
    note(said, { x, y: 51.5, size: 7.6, lead: 9, face: 'serif-it', width: MEASURE }) +
    rows.map(({ y, set }) => tints(set, y) + set.drawn).join('') +
    fillRect(x, foot - 10, [MEASURE, 0.5], INK) +
    type('Word spaces', { x, y: foot + 1.5, size: 7.6, face: 'sans' }) +
    type(justified ? `${least} to ${most} %` : 'all 100 %', {
      x: x + MEASURE,
      y: foot + 3,
      size: 13,
      face: 'cond-bold',
      anchor: 'end',
      fill: Number(most) > 200 ? RED : INK,
    })
  );
}

export function draw() {
  const ways = [
    { name: 'Ragged right', said: 'The spaces rest; the edge pays.', broken: firstFit(TEXT, STYLE, MEASURE) },
    {
      name: 'Line by line, no hyphens',
      said: 'Each line takes what fits, then is stretched.',
      broken: firstFit(TEXT, STYLE, MEASURE),
      justified: true,
    },
    {
      name: 'The whole paragraph at once',
      said: 'All breaks weighed; none needs a hyphen.',
      broken: totalFit(TEXT, STYLE, MEASURE),
      justified: true,
    },
  ];
  const key = lines(
    [
      {
        text: 'In red: spaces half as wide again as the font’s, and more. 100 % is the space that the font itself asks for.',
      },
    ],
    { x: 0, y: HEIGHT - 3, size: 7.2, face: 'sans', lead: 9, fill: INK },
  );
  return save(
    'justification-compared',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'One paragraph, three ways', 'Source Serif, 10 on 13 points, columns of 142 points') +
      ways.map((way, index) => column(index, way)).join('') +
      key,
  );
}
