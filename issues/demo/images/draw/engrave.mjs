// Draws solids as a copper engraver would: every surface covered with lines that follow its form and swell with the
// shade, crossed where it is dark, and a contour round each edge. Rays are parallel, so nothing runs to a vanishing point.
import { PIXELS_PER_POINT } from './kit.mjs';

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a) => a.map((part) => part / Math.hypot(...a));
const FAR = 60;

/** A parallel view: azimuth and elevation in degrees, `scale` points a unit, `target` shown at `centre`. */
export function view({ azimuth, elevation, scale, centre, target = [0, 0, 0] }) {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  const ahead = [-Math.sin(a) * Math.cos(e), -Math.sin(e), -Math.cos(a) * Math.cos(e)];
  const right = [Math.cos(a), 0, -Math.sin(a)];
  const up = [-Math.sin(a) * Math.sin(e), Math.cos(e), -Math.cos(a) * Math.sin(e)];
  const from = (p) => p.map((part, index) => part - target[index]);
  return {
    ahead,
    right,
    up,
    scale,
    centre,
    target,
    project: (p) => [centre[0] + scale * dot(from(p), right), centre[1] - scale * dot(from(p), up)],
  };
}

/** Hatching that follows planes across a direction, such as [0, 1, 0] for level lines round an upright solid. */
export const across = (direction) => {
  const [dx, dy, dz] = unit(direction);
  return Object.assign((x, y, z) => x * dx + y * dy + z * dz, { direction: [dx, dy, dz] });
};

/** How far outside its ball an object is, and so surely no nearer; 0 where it must be asked itself. */
function roomTo({ bound }, x, y, z) {
  if (!bound) return 0;
  const away = Math.sqrt((x - bound[0]) ** 2 + (y - bound[1]) ** 2 + (z - bound[2]) ** 2) - bound[3];
  return away > 0.5 ? away + 0.05 : 0;
}

/** The nearest distance over a list of objects; leaves the nearest object in `found`. */
const found = { index: -1 };
function nearest(objects, list, [x, y, z]) {
  let least = Infinity;
  for (const index of list) {
    const room = roomTo(objects[index], x, y, z);
    if (room >= least) continue;
    const d = room || objects[index].solid(x, y, z);
    if (d < least) {
      least = d;
      found.index = index;
    }
  }
  return least;
}

/** The objects that a ray can meet. */
function along(objects, origin, direction) {
  const list = [];
  objects.forEach(({ bound }, index) => {
    if (!bound) return void list.push(index);
    const to = [bound[0] - origin[0], bound[1] - origin[1], bound[2] - origin[2]];
    const ahead = dot(to, direction);
    const square = dot(to, to) - ahead * ahead;
    if (square < bound[3] ** 2 && ahead > -bound[3]) list.push(index);
  });
  return list;
}

function march(objects, list, { origin, ahead, eps }) {
  let t = 0;
  for (let step = 0; step < 140 && t < 2 * FAR; step += 1) {
    const p = [origin[0] + ahead[0] * t, origin[1] + ahead[1] * t, origin[2] + ahead[2] * t];
    const d = nearest(objects, list, p);
    if (d < eps) return { t, p, index: found.index };
    t += d * 0.92;
  }
  return undefined;
}

function normalAt({ solid }, [x, y, z], h) {
  const a = solid(x + h, y - h, z - h);
  const b = solid(x - h, y - h, z + h);
  const c = solid(x - h, y + h, z - h);
  const d = solid(x + h, y + h, z + h);
  return unit([a - b - c + d, -a - b + c + d, -a + b - c + d].map((part) => part + 1e-12));
}

/** How much light gets past the other solids, 0 to 1. */
function lightAt({ objects, light, reach }, p, n, eps) {
  const start = p.map((part, index) => part + n[index] * eps * 6);
  const list = along(objects, start, light).filter((index) => !objects[index].shadowless);
  let [open, t] = [1, eps * 6];
  for (let step = 0; list.length > 0 && step < 50 && t < reach; step += 1) {
    const d = nearest(objects, list, [
      start[0] + light[0] * t,
      start[1] + light[1] * t,
      start[2] + light[2] * t,
    ]);
    if (d < eps) return 0;
    open = Math.min(open, (22 * d) / t);
    t += Math.max(d, eps * 2);
  }
  return open;
}

/** How open the place is to the sky near it, 0 to 1. */
function opennessAt(objects, p, n, size) {
  let shut = 0;
  for (const step of [0.25, 0.6, 1]) {
    const h = step * size;
    const q = [p[0] + n[0] * h, p[1] + n[1] * h, p[2] + n[2] * h];
    const near = [];
    objects.forEach(({ bound }, index) => {
      if (!bound || Math.hypot(q[0] - bound[0], q[1] - bound[1], q[2] - bound[2]) < bound[3] + h)
        near.push(index);
    });
    if (near.length > 0) shut += Math.max(0, h - nearest(objects, near, q)) / h / 3;
  }
  return 1 - Math.min(1, shut);
}

function shadeAt(scene, object, p, n) {
  if (object.fixed) return object.fixed(...p);
  const lambert = Math.max(0, dot(n, scene.light));
  const lit = lambert > 0 ? lambert * lightAt(scene, p, n, scene.eps) : 0;
  if (object.ground) return 0.62 * (1 - lit / Math.max(lambert, 0.01)) * (object.fade?.(...p) ?? 1);
  const sky = 0.5 + 0.5 * n[1];
  const open = opennessAt(scene.objects, p, n, scene.hollow);
  const bright = (0.16 + 0.14 * sky) * open + 0.86 * lit * (0.55 + 0.45 * open);
  const tone = 1 - Math.min(1, bright / (1 - (object.tone ?? 0)) ** -1);
  return Math.min(1, Math.max(0, tone * 1.02 - 0.04));
}

/** The G-buffer: for each pixel the object, its depth, normal, shade and two hatching coordinates. */
function trace(scene, width, height) {
  const count = width * height;
  const buffer = {
    id: new Int16Array(count).fill(-1),
    depth: new Float32Array(count),
    normal: new Float32Array(count * 3),
    tone: new Float32Array(count),
    first: new Float32Array(count),
    second: new Float32Array(count),
    decal: new Float32Array(count),
    flat: new Uint8Array(count),
  };
  const { ahead, right, up, scale, centre, target } = scene.view;
  const unitPixels = scale * PIXELS_PER_POINT;
  const originAt = (px, py) => {
    const [sx, sy] = [
      (px / PIXELS_PER_POINT - centre[0]) / scale,
      (centre[1] - py / PIXELS_PER_POINT) / scale,
    ];
    return [0, 1, 2].map((i) => target[i] + right[i] * sx + up[i] * sy - ahead[i] * FAR);
  };
  const TILE = 16;
  for (let ty = 0; ty < height; ty += TILE) {
    for (let tx = 0; tx < width; tx += TILE) {
      const middle = originAt(tx + TILE / 2, ty + TILE / 2);
      const slack = (TILE * 0.75) / unitPixels;
      const list = along(
        scene.objects.map(({ bound }) => ({
          bound: bound && [bound[0], bound[1], bound[2], bound[3] + slack],
        })),
        middle,
        ahead,
      );
      if (list.length > 0) traceTile(scene, buffer, { list, originAt, tx, ty, width, height, TILE });
    }
  }
  return buffer;
}

function traceTile(scene, buffer, { list, originAt, tx, ty, width, height, TILE }) {
  for (let py = ty; py < Math.min(ty + TILE, height); py += 1) {
    for (let px = tx; px < Math.min(tx + TILE, width); px += 1) {
      const origin = originAt(px + 0.5, py + 0.5);
      const hit = march(scene.objects, list, { origin, ahead: scene.view.ahead, eps: scene.eps });
      if (!hit) continue;
      const at = py * width + px;
      const object = scene.objects[hit.index];
      const n = normalAt(object, hit.p, scene.eps * 2);
      buffer.id[at] = hit.index;
      buffer.depth[at] = hit.t;
      buffer.normal.set(n, at * 3);
      buffer.tone[at] = shadeAt(scene, object, hit.p, n);
      buffer.first[at] = object.lines(...hit.p, n);
      buffer.second[at] = (object.cross ?? across([1, 0.9, 0.4]))(...hit.p, n);
      buffer.flat[at] = object.lines.direction && Math.abs(dot(object.lines.direction, n)) > 0.94 ? 1 : 0;
      buffer.decal[at] = object.decal?.(...hit.p, n) ?? 0;
    }
  }
}

/** Ink of one set of lines at a pixel: lines about `pitch` pixels apart whatever the slope of the surface. */
function lineInk(field, id, { at, width, tone, pitch }) {
  if (tone < 0.03) return 0;
  const own = id[at];
  const slope = (step) => {
    if (id[at + step] === own) return field[at + step] - field[at];
    return id[at - step] === own ? field[at] - field[at - step] : 0;
  };
  const steep = Math.hypot(slope(1), slope(width));
  if (steep < 1e-7) return 0;
  const level = Math.log2(pitch * steep);
  const whole = Math.floor(level);
  const part = level - whole;
  const position = field[at] / 2 ** whole;
  const gap = 2 ** whole / steep;
  const nearestLine = Math.round(position);
  const away = Math.abs(position - nearestLine) * gap;
  const keep = 1 - Math.min(1, Math.max(0, (part - 0.25) / 0.5));
  const odd = nearestLine % 2 !== 0;
  const half = (tone * gap * (odd ? keep : 2 - keep)) / 2;
  return Math.min(1, Math.max(0, half - away + 0.5)) * Math.min(1, half * 1.4);
}

function hatchInk({ buffer, scene, width }, at) {
  const tone = buffer.tone[at];
  const common = { at, width, pitch: scene.pitch };
  // Where a surface lies in the plane of its own lines, the other set takes over.
  const flat = buffer.flat[at] === 1;
  const first = lineInk(flat ? buffer.second : buffer.first, buffer.id, {
    ...common,
    tone: Math.min(0.66, tone * 0.8),
  });
  const deep = Math.max(0, tone - 0.5) * 1.1;
  const second =
    flat || scene.objects[buffer.id[at]].ground
      ? 0
      : lineInk(buffer.second, buffer.id, { ...common, tone: deep });
  return 1 - (1 - first) * (1 - second) * (1 - buffer.decal[at]);
}

/** Contours: where the object, its depth or its direction changes from one pixel to the next. */
function contours({ id, depth, normal }, { scene, width, height }) {
  const mask = new Float32Array(width * height);
  const step = scene.crease ?? 0.75;
  for (let at = 0; at < width * height - 2 * width - 2; at += 1) {
    // The last columns would be compared with the first of the next row.
    if (at % width > width - 3) continue;
    for (const [next, second] of [
      [at + 1, at + 2],
      [at + width, at + 2 * width],
    ]) {
      if (id[at] === id[next] && id[at] < 0) continue;
      const [a, b] = [id[at], id[next]].map((index) =>
        index < 0 || scene.objects[index].ground ? -1 : index,
      );
      if (a < 0 && b < 0) continue;
      const bend =
        normal[at * 3] * normal[second * 3] +
        normal[at * 3 + 1] * normal[second * 3 + 1] +
        normal[at * 3 + 2] * normal[second * 3 + 2];
      const jump = Math.abs(depth[at] - depth[next]) * scene.view.scale * PIXELS_PER_POINT;
      if (a !== b && (a < 0 || b < 0)) mask[at] = 1.5;
      else if (jump > 9) mask[at] = Math.max(mask[at], 1);
      else if (a !== b && (scene.objects[a].soft || scene.objects[b].soft)) continue;
      else if (a !== b || bend < step) mask[at] = Math.max(mask[at], 0.72);
    }
  }
  return mask;
}

/** The same scene as a photograph would show it: smooth tones from 0, white, to 1. */
export function photograph(plan, [widthPoints, heightPoints]) {
  const [width, height] = [widthPoints, heightPoints].map((side) => Math.round(side * PIXELS_PER_POINT));
  const scene = { eps: 0.002, pitch: 7.4, hollow: 0.5, reach: 40, ...plan, light: unit(plan.light) };
  return { tone: trace(scene, width, height).tone, width, height };
}

/** Engraves a scene { view, objects, light, eps, pitch (pixels), hollow, reach } of a size in points. */
export function engrave(plan, [widthPoints, heightPoints]) {
  const [width, height] = [widthPoints, heightPoints].map((side) => Math.round(side * PIXELS_PER_POINT));
  const scene = { eps: 0.002, pitch: 7.4, hollow: 0.5, reach: 40, ...plan, light: unit(plan.light) };
  const buffer = trace(scene, width, height);
  const mask = contours(buffer, { scene, width, height });
  const data = Buffer.alloc(width * height, 255);
  const kernel = [-2, -1, 0, 1, 2].flatMap((dy) =>
    [-2, -1, 0, 1, 2].map((dx) => [dy * width + dx, Math.exp(-(dx * dx + dy * dy) / 2.4) / 3]),
  );
  for (let at = 2 * width + 2; at < width * height - 2 * width - 2; at += 1) {
    let edge = 0;
    for (const [step, weight] of kernel) edge += mask[at + step] * weight;
    const contour = Math.min(1, Math.max(0, (edge - 0.42) * 2.6));
    const ink = buffer.id[at] < 0 ? 0 : hatchInk({ buffer, scene, width }, at);
    data[at] = Math.round(255 - 238 * (1 - (1 - contour) * (1 - ink)));
  }
  return { data, width, height };
}
