// A house filler, one column wide: the paper on the doorstep.
import {
  clipped,
  fillRect,
  hatch,
  INK,
  line,
  path,
  polygon,
  pts,
  rect,
  RED,
  save,
  strokes,
  type,
  WHITE,
} from './kit.mjs';

const [WIDTH, HEIGHT] = [153, 144];

/** A door ajar in the early light, two steps, and the paper on the upper one. */
function doorstep() {
  const wall = 'M4 4H149V96H4Z';
  const bricks = Array.from(
    { length: 14 },
    (_, row) =>
      line(
        [
          [4, 4 + row * 7],
          [149, 4 + row * 7],
        ],
        { w: 0.5, stroke: '#8f8981' },
      ) +
      Array.from({ length: 11 }, (_, index) =>
        line(
          [
            [4 + index * 15 + (row % 2) * 7.5, 4 + row * 7],
            [4 + index * 15 + (row % 2) * 7.5, 11 + row * 7],
          ],
          { w: 0.5, stroke: '#8f8981' },
        ),
      ).join(''),
  ).join('');
  const door =
    fillRect(86, 12, [46, 84], WHITE) +
    clipped('M86 12h46v84h-46Z', strokes([86, 12, 46, 84], { angle: 90, gap: 1.6, w: 0.75 })) +
    rect(86, 12, [46, 84], { w: 1.6 });
  const panels = pts('92,18 111,18 92,54 111,54')
    .map(
      ([x, y]) =>
        rect(x, y, [15, 30], { w: 0.9, fill: WHITE }) +
        hatch(`M${x} ${y}h15v4h-11v26h-4Z`, [x, y, 15, 30], { angle: 45, gap: 1.4, w: 0.6 }),
    )
    .join('');
  const slot = rect(101, 87, [16, 3.4], { fill: INK });
  const steps =
    polygon(pts('74,96 144,96 148,102 70,102'), { fill: WHITE, w: 1 }) +
    rect(70, 102, [78, 7], { fill: WHITE, w: 1 }) +
    clipped('M70 102h78v7h-78Z', strokes([70, 102, 78, 7], { angle: 0, gap: 1.5, w: 0.7 }));
  const roll =
    path('M78 100.4l30 -8.6a5.4 5.4 0 0 1 4 9.6l-29.4 8.2Z', { fill: WHITE, w: 1.1 }) +
    path('M78 100.4a5.2 5.2 0 1 0 4.6 9.2a5.2 5.2 0 0 0 -4.6 -9.2ZM79.4 103a2.4 2.4 0 1 0 2 4', {
      fill: WHITE,
      w: 0.9,
    }) +
    line(
      [
        [93, 96.4],
        [96.6, 105.6],
      ],
      { w: 2.2, stroke: RED },
    ) +
    [0, 1, 2]
      .map((index) =>
        line(
          [
            [86 + index * 0.6, 101 + index * 2],
            [91 + index * 0.6, 99.6 + index * 2],
          ],
          { w: 0.6 },
        ),
      )
      .join('');
  return clipped(wall, bricks) + door + panels + slot + steps + roll;
}

export function draw() {
  const words =
    fillRect(4, 4, [74, 92], WHITE) +
    ['There', 'before', 'the', 'kettle']
      .map((word, index) =>
        type(word, {
          x: 8,
          y: 28 + index * 21.4,
          size: 25,
          face: 'cond-black',
          fill: index === 3 ? RED : INK,
        }),
      )
      .join('');
  const foot =
    fillRect(4, 109, [145, 0.8], INK) +
    type('The Proof, every Saturday', {
      x: WIDTH / 2,
      y: 123,
      size: 11,
      face: 'serif-bold',
      anchor: 'middle',
    }) +
    type('Ask the carrier, or call 555-0124', {
      x: WIDTH / 2,
      y: 135,
      size: 8.8,
      face: 'sans',
      anchor: 'middle',
    });
  return save(
    'house-subscribe',
    [WIDTH, HEIGHT],
    doorstep() + words + foot + rect(1, 1, [WIDTH - 2, HEIGHT - 2], { w: 2 }),
  );
}
