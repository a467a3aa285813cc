// The town of this paper and its printers' quarter, with eight places numbered.
import { INK, RED, WHITE, circle, fillRect, plate, polygon, rect, save, type } from './kit.mjs';
import { MAP, compass, ground, houseAt, named } from './town-parts.mjs';

const [WIDTH, HEIGHT] = [483, 424];
const PLACES = [
  ['The Proof', 'Forme Street', [255, 146], [267, 146]],
  ['Case & Daughters, job printers', 'Stick Alley', [214, 152], [214, 142]],
  ['Press hall', 'Descender Dock', [328, 271], [328, 282]],
  ['Paper store', 'Slug Bridge', [396, 240], [408, 240]],
  ['The bindery', 'Widow’s Walk', [326, 146], [338, 146]],
  ['Plate room', 'Gutter Lane', [171, 168], [159, 170]],
  ['Reading room and morgue', 'the Em Quad', [226, 268], [214, 270]],
  ['School of the Stick, night class', 'Pica Street', [292, 117], [292, 106]],
];

const badge = (number, x, y) =>
  circle(x, y, 6.4, { fill: RED, stroke: WHITE, w: 1.2 }) +
  type(String(number), { x, y: y + 3.1, size: 9, face: 'sans-bold', anchor: 'middle', fill: WHITE });

export function draw() {
  const marks = PLACES.map(([, , at, spot], index) => {
    const house = houseAt(at);
    return polygon(house.outline, { fill: RED, stroke: WHITE, w: 0.6 }) + badge(index + 1, ...spot);
  });
  const names = [
    named('Margin Road', { x: 278, y: 57, turn: 6 }),
    named('Baseline Road', { x: 106, y: 187, turn: -4 }),
    named('Forme Street', { x: 240, y: 84, turn: 83.5 }),
    named('Pica Street', { x: 118, y: 128.5, turn: 6 }),
    named('Gutter Lane', { x: 169, y: 100, turn: 86 }),
    named('Widow’s Walk', { x: 318.5, y: 98, turn: 92 }),
    named('Stick Alley', { x: 212, y: 172, turn: -5, size: 6.8 }),
    named('Orphan Row', { x: 172, y: 303, turn: 5 }),
    named('The Em Quad', { x: 290, y: 290, size: 7.4, face: 'sans-bold' }),
    named('Quoin Bridge', { x: 262, y: 213, anchor: 'start' }),
    named('Hairline Bridge', { x: 144, y: 222, anchor: 'end' }),
    named('Slug Bridge', { x: 397, y: 203, anchor: 'start' }),
    named('RIVER LEADING', { x: 16, y: 227, size: 10, face: 'display-it', anchor: 'start', turn: -3 }),
    named('Ferry', { x: 66, y: 243, size: 6.8, face: 'serif-it', anchor: 'start' }),
    named('Ascender Hill', { x: 112, y: 62, size: 10.5, face: 'display-it' }),
    named('Descender Dock', { x: 330, y: 239, size: 8.4, face: 'display-it' }),
  ];
  const key = PLACES.map(([name, street], index) => {
    const [x, y] = [4 + Math.floor(index / 3) * 166, MAP.y + MAP.height + 17 + (index % 3) * 21];
    return (
      badge(index + 1, x + 4, y - 2.6) +
      type(name, { x: x + 15, y, size: 8, face: 'sans-bold' }) +
      type(street, { x: x + 15, y: y + 7.6, size: 7, face: 'serif-it' })
    );
  });
  const scale =
    fillRect(398, 331, [22, 3], INK) +
    rect(420, 331, [22, 3], { w: 0.7, fill: WHITE }) +
    type('quarter of a mile', { x: 420, y: 328, size: 7, face: 'serif-it', anchor: 'middle' });
  return save(
    'town-map',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Quoinbridge', 'The printers’ quarter and its neighbours') +
      ground() +
      marks.join('') +
      names.join('') +
      compass(452, 66) +
      whiteBack(scale) +
      key.join(''),
  );
}
const whiteBack = (scale) => fillRect(386, 319, [70, 19], WHITE) + scale;
