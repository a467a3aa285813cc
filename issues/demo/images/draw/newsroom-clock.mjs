// A night at the paper on the face of a clock that takes twelve hours, six to six.
import {
  BLUSH,
  circle,
  clipped,
  FOG,
  group,
  INK,
  line,
  note,
  path,
  plate,
  points,
  polygon,
  pts,
  RED,
  save,
  strokes,
  type,
  WHITE,
} from './kit.mjs';

const [WIDTH, HEIGHT] = [483, 412];
const [CX, CY, R] = [241.5, 228, 106];
// Hours after six in the evening; where the words stand: side and the height of their first line.
const EVENTS = [
  [0, '18:00', 'Conference', 'What is the lead?'],
  [1.5, '19:30', 'Dummy fixed', 'Every story has its place'],
  [3, '21:00', 'Inside pages close', ''],
  [4.25, '22:15', 'Page 1 copy', 'The last words are in'],
  [4.75, '22:45', 'Proofs read', 'Two pairs of eyes'],
  [5.25, '23:15', 'Last page to the plate room', ''],
  [5.83, '23:50', 'Plates on', ''],
  [6.17, '0:10', 'Press starts', ''],
  [6.42, '0:25', 'First good copy', 'Signed, and sold from here'],
  [8.5, '2:30', 'Run ends', '9,000 copies'],
  [9, '3:00', 'Bundled', 'Tied in fifties'],
  [10, '4:00', 'First van', 'Then the bicycles'],
  [12, '6:00', 'Last doorstep', ''],
];
const SPOTS = pts(
  '330,66 370,108 396,196 388,268 372,312 346,356 286,398 196,398 136,356 112,244 104,196 120,132 152,66',
);
// Shifts: from, to, radius out, radius in, name, tone.
const SHIFTS = [
  [0, 3, 'DESK', BLUSH],
  [3, 5.25, 'PROOF', FOG],
  [5.25, 6.17, 'PLATE', BLUSH],
  [6.17, 8.5, 'PRESS', FOG],
  [8.5, 12, 'ROAD', BLUSH],
];
const angle = (hour) => (hour / 12) * 2 * Math.PI - Math.PI / 2;
const at = (hour, r) => [CX + r * Math.cos(angle(hour)), CY + r * Math.sin(angle(hour))];

/** A ring piece between two hours and two radii. */
function ring(from, to, inner, outer) {
  const steps = Math.max(2, Math.ceil((to - from) * 8));
  const arc = (r, back) =>
    Array.from({ length: steps + 1 }, (_, index) =>
      at(from + ((to - from) * (back ? steps - index : index)) / steps, r),
    );
  return points([...arc(outer, false), ...arc(inner, true)], true);
}

/** Words along the ring, one letter at a time. */
function ringType(name, middle, r) {
  const letters = [...name];
  const low = middle > 3 && middle < 9;
  const stepHours = ((low ? -1 : 1) * (name === 'PLATE' ? 5.7 : 6.6) * 12) / (2 * Math.PI * r);
  return letters
    .map((letter, index) => {
      const hour = middle + (index - (letters.length - 1) / 2) * stepHours;
      const [x, y] = at(hour, low ? r + 5.4 : r);
      return type(letter, {
        x,
        y,
        size: 8.6,
        face: 'sans-bold',
        anchor: 'middle',
        turn: (hour / 12) * 360 + (low ? 180 : 0),
      });
    })
    .join('');
}

function face() {
  const dark = ring(2.6, 11.4, 0, 58);
  const night = clipped(dark, strokes([CX - 60, CY - 60, 120, 120], { angle: 0, gap: 1.5, w: 0.75 }));
  const dusk =
    clipped(ring(0, 2.6, 0, 58), strokes([CX - 60, CY - 60, 120, 120], { angle: 0, gap: 3, w: 0.5 })) +
    clipped(ring(11.4, 12, 0, 58), strokes([CX - 60, CY - 60, 120, 120], { angle: 0, gap: 3, w: 0.5 }));
  const ticks = Array.from({ length: 144 }, (_, index) => {
    const hour = index / 12;
    const long = index % 12 === 0 ? 7 : index % 6 === 0 ? 5 : 2.6;
    return line([at(hour, R), at(hour, R - long)], { w: index % 12 === 0 ? 1.2 : 0.5, cap: 'butt' });
  });
  const numbers = Array.from({ length: 12 }, (_, hour) => {
    const [x, y] = at(hour, R - 16);
    return type(String(((hour + 17) % 12) + 1), {
      x,
      y: y + 4.6,
      size: 14,
      face: 'display-bold',
      anchor: 'middle',
    });
  });
  const shifts = SHIFTS.map(
    ([from, to, name, fill]) =>
      path(ring(from, to, 60, 77), { fill, w: 0.6 }) + ringType(name, (from + to) / 2, 66),
  );
  const rims =
    circle(CX, CY, R + 5, { w: 2.2, fill: WHITE }) +
    circle(CX, CY, R + 1.6, { w: 0.5 }) +
    circle(CX, CY, R, { w: 0.6 });
  return (
    rims +
    dusk +
    night +
    circle(CX, CY, 58, { w: 0.9 }) +
    shifts.join('') +
    ticks.join('') +
    numbers.join('') +
    moon() +
    hands()
  );
}

function moon() {
  const [x, y] = [CX - 20, CY + 28];
  const stars = pts('-32,8 18,36 34,16 -6,46 8,22 40,-10 -38,-16 -44,20');
  const star = ([dx, dy]) =>
    polygon(
      Array.from({ length: 8 }, (_, index) => {
        const r = index % 2 === 0 ? 2.6 : 0.8;
        return [CX + dx + r * Math.sin((index * Math.PI) / 4), CY + dy - r * Math.cos((index * Math.PI) / 4)];
      }),
      { fill: WHITE, stroke: 'none' },
    );
  return (
    stars.map(star).join('') +
    path(`M${x} ${y - 11}a11 11 0 1 0 9.4 16.6a8.6 8.6 0 1 1 -9.4 -16.6Z`, { fill: WHITE, w: 0.5 })
  );
}

/** The hands stand at ten past twelve, when the press starts. */
function hands() {
  const hand = (turn, long, wide) => {
    const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
    const p = (along, side) => [CX + dx * along - dy * side, CY + dy * along + dx * side];
    return polygon(
      [p(-9, wide * 0.7), p(long * 0.72, wide), p(long, 0), p(long * 0.72, -wide), p(-9, -wide * 0.7)],
      { fill: RED, stroke: WHITE, w: 0.9 },
    );
  };
  return (
    hand(angle(6.17), 54, 2.8) +
    circle(CX, CY, 4.4, { fill: RED, stroke: WHITE, w: 0.9 }) +
    circle(CX, CY, 1.3, { fill: WHITE, stroke: 'none' })
  );
}

function event([hour, time, name, said], index) {
  const [x, y] = SPOTS[index];
  const anchor = x > CX ? 'start' : 'end';
  const gap = x > CX ? -4 : 4;
  const red = name === 'Press starts';
  const [ex, ey] = at(index === 12 ? 11.96 : index === 0 ? 0.04 : hour, R + 5);
  const elbow = [x + gap - (x > CX ? 8 : -8), y - 3];
  return (
    line([[ex, ey], elbow, [x + gap, y - 3]], { w: 0.55, stroke: red ? RED : INK }) +
    circle(ex, ey, 2.2, { fill: red ? RED : INK, stroke: WHITE, w: 0.7 }) +
    type(time, { x, y, size: 13, face: 'cond-bold', anchor, fill: red ? RED : INK }) +
    note(name, { x, y: y + 10, size: 8.4, lead: 9, face: 'sans-semi', anchor, width: 120 }) +
    type(said, { x, y: y + 19, size: 7.6, face: 'serif-it', anchor })
  );
}

export function draw() {
  return save(
    'newsroom-clock',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'From six to six', 'A night at The Quoinbridge Proof') +
      group(face() + EVENTS.map(event).join(''), 'translate(0 -12)'),
  );
}
