// The four delivery routes of a Saturday morning, from the press hall on Descender Dock.
import { INK, RED, WHITE, arrow, circle, curve, path, plate, pts, save, type } from './kit.mjs';
import { MAP, ground, named } from './town-parts.mjs';

const [WIDTH, HEIGHT] = [483, 406];
const ROUTES = [
  {
    letter: 'A',
    name: 'The hill',
    said: '4:10, bicycle',
    ink: INK,
    dash: '',
    w: 2.6,
    line: pts('330,266 384,258 389,224 387,176 372,118 322,70 236,56 150,66 104,88'),
  },
  {
    letter: 'B',
    name: 'Town and the Em Quad',
    said: '4:25, bicycle',
    ink: RED,
    dash: '',
    w: 2.6,
    line: pts('328,266 274,262 254,250 251,228 250,184 247,130 160,136 78,127'),
  },
  {
    letter: 'C',
    name: 'The dock and Orphan Row',
    said: '4:35, bicycle',
    ink: INK,
    dash: '5 3',
    w: 2.6,
    line: pts('332,262 384,261 368,296 358,298 250,300 150,292 92,283'),
  },
  {
    letter: 'D',
    name: 'The ring and the farms',
    said: '4:00, van',
    ink: RED,
    dash: '1.2 3.6',
    w: 3.2,
    line: pts('326,270 272,268 254,280 253,331 150,326 86,290 62,252 24,300'),
  },
];
const SPOTS = pts('196,59 248,156 204,297 112,309');

function route({ letter, ink, dash, w, line }, index) {
  const [x, y] = SPOTS[index];
  const end = arrow(line.slice(-2), { stroke: ink, w: 0.1, size: 10 });
  return (
    path(curve(line), { w: w + 2.2, stroke: WHITE, cap: 'butt' }) +
    path(curve(line), {
      w,
      stroke: ink,
      dash: dash || undefined,
      cap: dash === '1.2 3.6' ? 'round' : 'butt',
    }) +
    end +
    circle(x, y, 7.4, { fill: WHITE, stroke: ink, w: 1.6 }) +
    type(letter, { x, y: y + 3.6, size: 10.4, face: 'sans-black', anchor: 'middle', fill: ink })
  );
}

export function draw() {
  const hall =
    circle(328, 266, 8.5, { fill: RED, stroke: WHITE, w: 1.6 }) +
    circle(328, 266, 3.4, { fill: WHITE, stroke: 'none' }) +
    named('Press hall', { x: 328, y: 287, size: 9, face: 'sans-bold' });
  const names = [
    named('RIVER LEADING', { x: 16, y: 227, size: 10, face: 'display-it', anchor: 'start', turn: -3 }),
    named('Ascender Hill', { x: 112, y: 52, size: 10.5, face: 'display-it' }),
    named('Margin Road', { x: 300, y: 56, turn: 8 }),
    named('Forme Street', { x: 239, y: 92, turn: 83.5 }),
    named('Pica Street', { x: 118, y: 145, turn: 5 }),
    named('Orphan Row', { x: 300, y: 313, turn: 0 }),
    named('The Em Quad', { x: 226, y: 261, size: 7.2, anchor: 'end', face: 'sans-bold' }),
    named('to the farms', { x: 8, y: 316, size: 8, face: 'serif-it', anchor: 'start' }),
    named('Quoin Bridge', { x: 262, y: 213, anchor: 'start' }),
    named('Slug Bridge', { x: 397, y: 203, anchor: 'start' }),
    named('Hairline Bridge', { x: 144, y: 222, anchor: 'end' }),
    named('Descender Dock', { x: 329, y: 238, size: 8, face: 'display-it' }),
  ];
  const key = ROUTES.map(({ letter, name, said, ink, dash, w }, index) => {
    const [x, y] = [4 + (index % 2) * 246, MAP.y + MAP.height + 18 + Math.floor(index / 2) * 20];
    return (
      path(`M${x} ${y - 3}h34`, {
        w,
        stroke: ink,
        dash: dash || undefined,
        cap: dash === '1.2 3.6' ? 'round' : 'butt',
      }) +
      type(letter, { x: x + 42, y, size: 10.4, face: 'sans-black', fill: ink }) +
      type(name, { x: x + 54, y, size: 8.6, face: 'sans-bold' }) +
      type(said, { x: x + 172, y, size: 8, face: 'serif-it' })
    );
  });
  return save(
    'delivery-routes-map',
    [WIDTH, HEIGHT],
    plate(WIDTH, 'Every doorstep by six', 'The four routes of a Saturday morning') +
      ground({ tone: '#d2cec8' }) +
      ROUTES.map(route).join('') +
      names.join('') +
      hall +
      key.join(''),
  );
}
