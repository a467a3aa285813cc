// Two faces meet: the serif on white, the sans on black, letter over letter.
import { INK, RED, WHITE, fillRect, line, lines, plate, save, type } from './kit.mjs';

const [WIDTH, HEIGHT] = [483, 330];
const HALF = WIDTH / 2;
const TOP = 34;

/** One half of the specimen: a great letter, the alphabet, a text at reading size. */
function half({ x, face, bold, italic, ink, name, said, text }) {
  const alphabet = ['ABCDEFGHIJKLM', 'NOPQRSTUVWXYZ', 'abcdefghijklm', 'nopqrstuvwxyz', '1234567890 &?!'];
  const left = x + 16;
  return (
    type('Rag', { x: left - 4, y: TOP + 122, size: 128, face, fill: ink }) +
    type(name, { x: left, y: TOP + 152, size: 20, face: bold, fill: ink }) +
    type(said, { x: left, y: TOP + 165, size: 8.6, face: italic, fill: ink }) +
    alphabet
      .map((row, index) =>
        type(row, {
          x: left,
          y: TOP + 190 + index * 17,
          size: 15.5,
          face: index < 2 ? bold : face,
          fill: ink,
          track: 0.6,
        }),
      )
      .join('') +
    lines(text, { x: left, y: TOP + 274 - 0, size: 8.2, face, fill: ink, lead: 9.8 })
  );
}

export function draw() {
  const serif = {
    x: 0,
    face: 'serif',
    bold: 'serif-bold',
    italic: 'serif-it',
    ink: INK,
    name: 'Source Serif',
    said: 'for what is told',
    text: ['Feet on every stem hold the line', 'together and lead the eye along.'],
  };
  const sans = {
    x: HALF,
    face: 'sans',
    bold: 'sans-bold',
    italic: 'sans-it',
    ink: WHITE,
    name: 'Source Sans',
    said: 'for what is pointed out',
    text: ['No feet: it stands clear of the text', 'in cutlines, tables and maps.'],
  };
  const ground = fillRect(HALF, 23, [HALF, HEIGHT - 23], INK);
  const base = line(
    [
      [0, TOP + 122],
      [WIDTH, TOP + 122],
    ],
    { w: 0.6, stroke: RED },
  );
  const mean = line(
    [
      [0, TOP + 122 - 128 * 0.475],
      [WIDTH, TOP + 122 - 128 * 0.475],
    ],
    { w: 0.6, stroke: RED, dash: '2 2' },
  );
  return save(
    'serif-sans-specimen',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'With feet and without', 'Two faces drawn to stand together on one page') +
      ground +
      base +
      mean +
      half(serif) +
      half(sans) +
      fillRect(0, HEIGHT - 0.6, [WIDTH, 0.6], INK),
  );
}
