// Rollers, boxes and numbered steps for machines drawn in section.
import {
  circle,
  clipped,
  group,
  hatch,
  INK,
  note,
  path,
  polygon,
  pts,
  RED,
  strokes,
  type,
  WHITE,
} from './kit.mjs';

const disc = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;

/** A cylinder seen end on: shaded below and to the right, its shaft in the middle. */
export function roller(x, y, r, { fill = WHITE, w = 1.1, turn, dark = false } = {}) {
  const crescent = `${disc(x, y, r)}${disc(x - r * 0.34, y - r * 0.34, r * 0.98)}`;
  const shade = `<clipPath id="r${x}-${y}"><path clip-rule="evenodd" d="${crescent}"/></clipPath><g clip-path="url(#r${x}-${y})">${clipped(disc(x, y, r), strokes([x - r, y - r, 2 * r, 2 * r], { angle: -45, gap: 1.5, w: 0.7 }))}</g>`;
  const all = dark ? strokes([x - r, y - r, 2 * r, 2 * r], { angle: 45, gap: 1.5, w: 0.75 }) : '';
  const arrowHead = turn ? spinning(x, y, r * 0.62, turn) : '';
  return (
    circle(x, y, r, { fill, stroke: 'none' }) +
    clipped(disc(x, y, r), all) +
    shade +
    circle(x, y, r, { w }) +
    (r > 5 ? circle(x, y, Math.max(1.4, r * 0.13), { fill: INK, stroke: WHITE, w: 0.5 }) : '') +
    arrowHead
  );
}

/** A turning arrow inside a roller: 1 with the clock, -1 against it. */
function spinning(x, y, r, way) {
  const [ax, ay] = [x + r * Math.cos(-2.4), y + r * Math.sin(-2.4)];
  const [bx, by] = [x + r * Math.cos(-0.5), y + r * Math.sin(-0.5)];
  const [tip, tail] =
    way > 0
      ? [
          [bx, by],
          [ax, ay],
        ]
      : [
          [ax, ay],
          [bx, by],
        ];
  const heading = way > 0 ? -0.5 + Math.PI / 2 : -2.4 - Math.PI / 2;
  const head = group(
    polygon(pts('3.4,0 -1.6,2.4 -1.6,-2.4'), { fill: INK, stroke: 'none' }),
    `translate(${tip[0]} ${tip[1]}) rotate(${(heading * 180) / Math.PI})`,
  );
  return (
    path(`M${tail[0]} ${tail[1]}A${r} ${r} 0 0 ${way > 0 ? 1 : 0} ${tip[0]} ${tip[1]}`, { w: 0.8 }) + head
  );
}

/** A reel of paper: its turns as rings. */
export function reel(x, y, r) {
  const rings = Array.from({ length: Math.floor((r - 6) / 2.2) }, (_, index) =>
    circle(x, y, 6 + index * 2.2, { w: 0.5, stroke: '#77726b' }),
  );
  return (
    circle(x, y, r, { fill: WHITE, stroke: 'none' }) +
    rings.join('') +
    circle(x, y, r, { w: 1.2 }) +
    circle(x, y, 5, { fill: WHITE, w: 1 }) +
    circle(x, y, 1.8, { fill: INK, stroke: 'none' })
  );
}

/** A frame or casing with a shaded foot. */
export function casing([x, y, w, h], { angle = 90, gap = 3, round = 3 } = {}) {
  const d = `M${x + round} ${y}h${w - 2 * round}q${round} 0 ${round} ${round}v${h - round}h${-w}v${round - h}q0 ${-round} ${round} ${-round}Z`;
  return (
    path(d, { fill: WHITE, w: 0.9, stroke: INK }) +
    hatch(d, [x, y, w, h], { angle, gap, w: 0.5, stroke: '#a49e96' })
  );
}

/** The floor of a machine room. */
export const floor = (x0, x1, y) =>
  path(`M${x0} ${y}H${x1}`, { w: 1.4 }) +
  hatch(`M${x0} ${y}H${x1}V${y + 5}H${x0}Z`, [x0, y, x1 - x0, 5], { angle: -45, gap: 2.4, w: 0.5 });

/** A numbered step with its words under it. */
export function step(number, [x, y], { name, said, width = 100 }) {
  return (
    circle(x + 6.5, y - 3.4, 6.6, { fill: RED, stroke: 'none' }) +
    type(String(number), { x: x + 6.5, y: y, size: 9.4, face: 'sans-bold', anchor: 'middle', fill: WHITE }) +
    type(name, { x: x + 17, y, size: 8.6, face: 'sans-bold' }) +
    note(said, { x: x + 17, y: y + 9.6, size: 7.6, lead: 9, face: 'serif-it', width })
  );
}

/** A step's number alone, at the place it names. */
export const spot = (number, x, y) =>
  circle(x, y, 6.6, { fill: RED, stroke: WHITE, w: 1 }) +
  type(String(number), { x, y: y + 3.3, size: 9.4, face: 'sans-bold', anchor: 'middle', fill: WHITE });
