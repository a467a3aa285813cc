// A house filler, two columns wide: the shelf of bound years.
import { INK, RED, WHITE, clipped, dice, fillRect, line, path, rect, save, strokes, type } from './kit.mjs';

const [WIDTH, HEIGHT] = [318, 144];
const SHELF = 84;

/** Backs of bound volumes, rounded by their hatching; the last gap waits for this year. */
function shelf() {
  const next = dice(11);
  const books = [];
  for (let x = 10, index = 0; x < 258; index += 1) {
    const [wide, tall] = [11 + Math.floor(next() * 8), 56 + Math.floor(next() * 12)];
    const y = SHELF - tall;
    const d = `M${x} ${y}h${wide}v${tall}h${-wide}Z`;
    const dark = index % 5 === 3;
    const tone = dark
      ? strokes([x, y, wide, tall], { angle: 0, gap: 1.4, w: 0.95 })
      : strokes([x + wide * 0.56, y, wide * 0.44, tall], { angle: 90, gap: 1.2, w: 0.6 }) +
        strokes([x, y, wide * 0.16, tall], { angle: 90, gap: 1.1, w: 0.5 });
    const label = index % 7 === 5 ? RED : WHITE;
    const tag =
      fillRect(x + 1.2, y + 9, [wide - 2.4, 13], label) +
      rect(x + 1.2, y + 9, [wide - 2.4, 13], { w: 0.5 }) +
      line(
        [
          [x + 3, y + 13.4],
          [x + wide - 3, y + 13.4],
        ],
        { w: 0.7, stroke: label === RED ? WHITE : INK },
      ) +
      line(
        [
          [x + 3, y + 17.4],
          [x + wide - 3, y + 17.4],
        ],
        { w: 0.7, stroke: label === RED ? WHITE : INK },
      );
    const bands = [5, tall - 20, tall - 8]
      .map((off) =>
        line(
          [
            [x, y + off],
            [x + wide, y + off],
          ],
          { w: 1.1 },
        ),
      )
      .join('');
    const box = (part) => `M${x + wide * part} ${y}h${wide * (1 - part)}v${tall}h${-wide * (1 - part)}Z`;
    books.push(
      fillRect(x, y, [wide, tall], WHITE) +
        (dark
          ? clipped(d, tone)
          : clipped(box(0.56), strokes([x, y, wide, tall], { angle: 0, gap: 1.5, w: 0.6 }))) +
        tag +
        bands +
        path(d, { w: 1.1 }),
    );
    x += wide;
  }
  return books.join('');
}

/** The volume that leans in the gap. */
const leaning = () =>
  `<g transform="rotate(-14 298 ${SHELF})"><rect x="287" y="${SHELF - 58}" width="13" height="58" fill="${WHITE}" stroke="${INK}" stroke-width="1.1"/>${line(
    [
      [287, SHELF - 50],
      [300, SHELF - 50],
    ],
    { w: 1 },
  )}${line(
    [
      [287, SHELF - 10],
      [300, SHELF - 10],
    ],
    { w: 1 },
  )}${fillRect(288.4, SHELF - 44, [10.2, 13], RED)}</g>`;

export function draw() {
  const board =
    rect(4, SHELF, [WIDTH - 8, 6], { fill: WHITE, w: 1.1 }) +
    clipped(
      `M4 ${SHELF}h${WIDTH - 8}v6h${8 - WIDTH}Z`,
      strokes([4, SHELF, WIDTH - 8, 6], { angle: 0.5, gap: 1.4, w: 0.7 }),
    ) +
    [0, 1, 2, 3]
      .map((index) =>
        line(
          [
            [8 + index * 6, SHELF + 7.6 + index * 1.3],
            [WIDTH - 8 - index * 6, SHELF + 7.6 + index * 1.3],
          ],
          { w: 0.8 - index * 0.1 },
        ),
      )
      .join('');
  const words =
    type('Nothing we printed is lost.', { x: 10, y: 118, size: 25, face: 'cond-black' }) +
    type('Ask for any number at the reading room, the Em Quad, Tuesday to Friday.', {
      x: 10,
      y: 132,
      size: 8.8,
      face: 'serif-it',
    });
  return save(
    'house-archive',
    [WIDTH, HEIGHT],
    shelf() + leaning() + board + words + rect(1, 1, [WIDTH - 2, HEIGHT - 2], { w: 2 }),
  );
}
