// A specimen of the head face from large to small, on a ladder of sizes.
import { INK, RED, fillRect, line, measure, plate, save, type } from './kit.mjs';

const WIDTH = 318;
const FACE = 'cond-bold';
const ROWS = [
  [96, 'Presses'],
  [72, 'Stop for ink'],
  [60, 'Ink is in time'],
  [54, 'Copy is on time'],
  [42, 'Bridge is open again'],
  [36, 'Council counts its bins'],
  [30, 'Ferry late for the third day'],
  [24, 'A quiet night at the fire station'],
  [18, 'Baker wins the Em Quad race for a second year'],
];
const COLUMN = 34;

export function draw() {
  let y = 24;
  const out = ROWS.map(([size, words]) => {
    const room = WIDTH - COLUMN;
    const wide = measure(words, { size, face: FACE });
    if (wide > room) throw new Error(`"${words}" is ${Math.round(wide - room)} points too wide at ${size}`);
    y += size * 0.86 + 5;
    const base = y;
    y += size * 0.17;
    return (
      type(words, { x: COLUMN, y: base, size, face: FACE, fill: size === 96 ? RED : INK }) +
      type(String(size), { x: COLUMN - 8, y: base, size: 12, face: 'cond-bold', anchor: 'end' }) +
      line(
        [
          [0, y + 1.5],
          [WIDTH, y + 1.5],
        ],
        { w: 0.5, stroke: INK },
      )
    );
  });
  const height = y + 30;
  const heavy = fillRect(COLUMN - 4, 23, [0.5, y - 21], INK);
  const alphabet = type('ABCDEFGHIJKLMNOPQRSTUVWXYZ 1234567890', {
    x: WIDTH / 2,
    y: height - 11,
    size: 17.5,
    face: FACE,
    anchor: 'middle',
    track: 0.55,
  });
  return save(
    'headline-sizes-specimen',
    [WIDTH, height],
    plate(WIDTH, 'Heads, from shout to murmur', 'sizes in points') +
      out.join('') +
      heavy +
      alphabet +
      fillRect(0, height - 2, [WIDTH, 2], INK),
  );
}
