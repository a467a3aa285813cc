// A river: word spaces that happen to lie under each other. The same words reset without one.
import { curve, note, path, plate, save, type } from './kit.mjs';
import { firstFit, spread, totalFit } from './set-parts.mjs';

const [WIDTH, HEIGHT] = [318, 292];
const TEXT =
  'Hold the page at arm’s length and half close your eyes. If a white crack runs down through the grey of a col|umn, you have found a river. It comes of wide spaces that chance to stand one un|der an|oth|er, and no ed|i|tor ev|er put it there on pur|pose. A read|er does not know why the page is hard go|ing; the eye slips in|to the crack and has to climb out of it on the far side. The cure is a bet|ter break three lines high|er, or a hy|phen, or one word more.';
const STYLE = { size: 9.6, face: 'serif' };
const [LEAD, TOP] = [12.2, 62];

const setLines = (broken, x, width) =>
  broken.map((text, row) => ({
    y: TOP + row * LEAD,
    ...spread(text, { ...STYLE, x, y: TOP + row * LEAD }, row < broken.length - 1 ? width : undefined),
  }));

/** The longest chain of spaces, each within reach of the one above. */
function longestRiver(rows) {
  let best = [];
  const chains = rows.map(() => []);
  rows.forEach(({ gaps, y }, row) => {
    chains[row] = gaps.map(([x, width]) => {
      const here = { x: x + width / 2, width, y };
      const above = (chains[row - 1] ?? []).filter((chain) => Math.abs(chain.at(-1).x - here.x) < 8.5);
      const longest = above.toSorted((a, b) => b.length - a.length)[0] ?? [];
      return [...longest, here];
    });
    for (const chain of chains[row]) if (chain.length > best.length) best = chain;
  });
  return best;
}

/** Tries narrow measures and takes the one with the longest river. */
function worst() {
  const tries = Array.from({ length: 24 }, (_, index) => 132 + index * 0.75).map((width) => {
    const rows = setLines(firstFit(TEXT, STYLE, width), 0, width);
    return { rows, width, river: longestRiver(rows) };
  });
  return tries.toSorted((a, b) => b.river.length - a.river.length)[0];
}

export function draw() {
  const bad = worst();
  const river = bad.river;
  const bank = (side) => river.map(({ x, width, y }) => [x + side * (width / 2 + 1.2), y - 3.2]);
  const ends = [
    [river[0].x, river[0].y - 12],
    [river.at(-1).x, river.at(-1).y + 7],
  ];
  const d = `${curve([ends[0], ...bank(1), ends[1]])}${curve([ends[1], ...bank(-1).toReversed(), ends[0]]).replace(/^M[^C]*/, '')}Z`;
  const good = setLines(totalFit(TEXT, STYLE, bad.width), WIDTH - bad.width, bad.width);
  const water = path(d, { fill: '#cf7a74', stroke: 'none' });
  const heads =
    type('Set line by line', { x: 0, y: 42, size: 13, face: 'cond-bold' }) +
    type('Set as a whole', { x: WIDTH - bad.width, y: 42, size: 13, face: 'cond-bold' });
  const foot = note(
    `The river runs through ${river.length} lines; both columns are ${Math.round(bad.width)} points wide and have the same words.`,
    { x: 0, y: HEIGHT - 14, size: 8, lead: 10, face: 'sans', width: WIDTH },
  );
  return save(
    'river-in-type',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'A river runs through it') +
      heads +
      water +
      bad.rows.map((row) => row.drawn).join('') +
      good.map((row) => row.drawn).join('') +
      foot,
  );
}
