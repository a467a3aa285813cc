// The grid of this week's crossword, empty, numbered from its black squares.
import { INK, WHITE, clipped, fillRect, line, rect, save, strokes, type } from './kit.mjs';

const ROWS = [
  '....#....',
  '.#.#.#.#.',
  '.........',
  '.#.#.#.#.',
  '#.......#',
  '.#.#.#.#.',
  '.........',
  '.#.#.#.#.',
  '....#....',
];
const CELL = 34;
const SIDE = ROWS.length * CELL;
const isOpen = (row, column) => ROWS[row]?.[column] === '.';

/** Whether a word starts here, across or down. */
function startsWord(row, column) {
  const starts = (dr, dc) => !isOpen(row - dr, column - dc) && isOpen(row + dr, column + dc);
  return isOpen(row, column) && (starts(0, 1) || starts(1, 0));
}

export function draw() {
  let count = 0;
  const cells = ROWS.flatMap((row, at) =>
    [...row].map((_, column) => {
      const [x, y] = [6 + column * CELL, 6 + at * CELL];
      if (!isOpen(at, column)) {
        const box = `M${x} ${y}h${CELL}v${CELL}h${-CELL}Z`;
        return clipped(
          box,
          fillRect(x, y, [CELL, CELL], INK) +
            strokes([x, y, CELL, CELL], { angle: -45, gap: 3, w: 0.55, stroke: WHITE }),
        );
      }
      if (startsWord(at, column)) count += 1;
      return startsWord(at, column)
        ? type(String(count), { x: x + 2.6, y: y + 13.2, size: 14.5, face: 'cond' })
        : '';
    }),
  );
  const rules = Array.from({ length: ROWS.length + 1 }, (_, index) => {
    const at = 6 + index * CELL;
    return (
      line(
        [
          [at, 6],
          [at, 6 + SIDE],
        ],
        { w: 0.9, cap: 'butt' },
      ) +
      line(
        [
          [6, at],
          [6 + SIDE, at],
        ],
        { w: 0.9, cap: 'butt' },
      )
    );
  });
  const frame = rect(6, 6, [SIDE, SIDE], { w: 2 }) + rect(2, 2, [SIDE + 8, SIDE + 8], { w: 0.7 });
  return save('crossword-grid', [SIDE + 12, SIDE + 12], cells.join('') + rules.join('') + frame);
}
