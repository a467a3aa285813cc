// One page width cut into two to six columns, with the same words set in each measure.
import { GREY, INK, RED, fillRect, line, measure, plate, save, span, type } from './kit.mjs';
import { spread, totalFit } from './set-parts.mjs';

const [WIDTH, HEIGHT] = [648, 420];
const TEXT =
  'The width of a col|umn de|cides how a pa|per reads. Nar|row, and the eye drops down the page like a ball down stairs, but the spaces gape and ev|ery third line ends in a hy|phen. Wide, and the lines grow calm, but the eye los|es its way home to the next one. Most pa|pers set|tle be|tween the two, at a line of six or sev|en words: short enough to take in at a glance, long enough to let the words stand at their ease. What is gained on the line is paid for at the head|line, which has to fit the same mea|sure or a mul|ti|ple of it; a word such as “ad|min|is|tra|tion” will not go over one nar|row col|umn in any size worth print|ing. So the grid is cho|sen first, with the long|est words of the town in mind, and the writ|ing learns to live with|in it. Change the grid, and ev|ery writ|er on the desk will feel it in the wrists for a month, while the read|ers on|ly say that some|thing is dif|fer|ent.';
const STYLE = { size: 8.4, face: 'small' };
const LEAD = 10.2;
const GUTTER = 12;
const TOP = 50;
const ROW = 74;
const PICAS = { 2: '26½', 3: '17⅓', 4: '12¾', 5: '10', 6: '8.17' };
const NAMES = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };

function row(count, index) {
  const y = TOP + index * ROW;
  const width = (WIDTH - (count - 1) * GUTTER) / count;
  const set = totalFit(TEXT, STYLE, width).slice(0, count * 5);
  const letters = Math.round(set.reduce((sum, text) => sum + text.length, 0) / set.length);
  const own = count === 4;
  const columns = Array.from({ length: count }, (_, column) => {
    const x = column * (width + GUTTER);
    const legs = set
      .slice(column * 5, column * 5 + 5)
      .map((text, at) => spread(text, { ...STYLE, x, y: y + 11 + at * LEAD }, width).drawn);
    const rule =
      column === 0
        ? ''
        : line(
            [
              [x - GUTTER / 2, y],
              [x - GUTTER / 2, y + 54],
            ],
            { w: 0.5, stroke: GREY },
          );
    return fillRect(x, y - 2.4, [width, own ? 2.4 : 1], own ? RED : INK) + legs.join('') + rule;
  });
  const head = { y: y - 6.4, size: 12, face: 'cond-bold', fill: own ? RED : INK };
  const said = `${PICAS[count]} picas each, about ${letters} letters to the line`;
  const words = `${NAMES[count]} columns`;
  return (
    type(words, { ...head, x: 0 }) +
    type(said, { x: measure(words, head) + 6, y: y - 6.6, size: 7.8, face: 'serif-it' }) +
    columns.join('')
  );
}

export function draw() {
  const foot = HEIGHT - 6;
  const rule =
    span([0, foot], [WIDTH, foot], { stroke: RED }) +
    fillRect(WIDTH / 2 - 92, foot - 6, [184, 12], '#fff') +
    type('the same 54 picas, five times', {
      x: WIDTH / 2,
      y: foot + 2.6,
      size: 8.4,
      face: 'sans-semi',
      anchor: 'middle',
    });
  return save(
    'column-widths',
    [WIDTH, HEIGHT],
    plate(
      WIDTH,
      'How wide is a column?',
      'The same words, 8.4 points, in five measures; this paper’s own in red',
    ) +
      [2, 3, 4, 5, 6].map(row).join('') +
      rule,
  );
}
