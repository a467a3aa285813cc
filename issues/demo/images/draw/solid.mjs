// Solids as distance functions (x, y, z) => distance, y up: what engrave.mjs draws.

/** A box with half sides [hx, hy, hz] and rounded edges. */
export const box = ([hx, hy, hz], round = 0) => {
  const [ax, ay, az] = [hx - round, hy - round, hz - round];
  return (x, y, z) => {
    const [dx, dy, dz] = [Math.abs(x) - ax, Math.abs(y) - ay, Math.abs(z) - az];
    const outside = Math.sqrt(Math.max(dx, 0) ** 2 + Math.max(dy, 0) ** 2 + Math.max(dz, 0) ** 2);
    return outside + Math.min(Math.max(dx, dy, dz), 0) - round;
  };
};

/** A cylinder along an axis, of half length `half`. */
export const cylinder = (axis, radius, half, round = 0) => {
  const shape = (across, along) => {
    const [dr, dl] = [across - radius + round, Math.abs(along) - half + round];
    return Math.sqrt(Math.max(dr, 0) ** 2 + Math.max(dl, 0) ** 2) + Math.min(Math.max(dr, dl), 0) - round;
  };
  if (axis === 'x') return (x, y, z) => shape(Math.sqrt(y * y + z * z), x);
  if (axis === 'y') return (x, y, z) => shape(Math.sqrt(x * x + z * z), y);
  return (x, y, z) => shape(Math.sqrt(x * x + y * y), z);
};

/** A ball, or with three radii an ellipsoid (a bound on its distance). */
export const ball = ([rx, ry = rx, rz = rx]) => {
  const least = Math.min(rx, ry, rz);
  return (x, y, z) => {
    const k = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2 + (z / rz) ** 2);
    const g = Math.sqrt((x / rx ** 2) ** 2 + (y / ry ** 2) ** 2 + (z / rz ** 2) ** 2);
    return g < 1e-9 ? -least : (k * (k - 1)) / g;
  };
};

export const torus = (axis, large, small) => (x, y, z) => {
  const [a, b, along] = axis === 'x' ? [y, z, x] : axis === 'y' ? [x, z, y] : [x, y, z];
  return Math.sqrt((Math.sqrt(a * a + b * b) - large) ** 2 + along * along) - small;
};

/** A limb from a to b whose radius runs from ra to rb. */
export const limb = (a, b, ra, rb = ra) => {
  const [bx, by, bz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const square = bx * bx + by * by + bz * bz;
  return (x, y, z) => {
    const [px, py, pz] = [x - a[0], y - a[1], z - a[2]];
    const t = Math.min(Math.max((px * bx + py * by + pz * bz) / square, 0), 1);
    return Math.sqrt((px - bx * t) ** 2 + (py - by * t) ** 2 + (pz - bz * t) ** 2) - ra - (rb - ra) * t;
  };
};

/** The signed distance in the plane to a closed outline of [x, y] points. */
function outline(list) {
  const flat = Float64Array.from(list.flat());
  const count = list.length;
  return (x, y) => {
    let [least, sign] = [Infinity, 1];
    for (let i = 0, j = count - 1; i < count; j = i, i += 1) {
      const [ix, iy, jx, jy] = [flat[2 * i], flat[2 * i + 1], flat[2 * j], flat[2 * j + 1]];
      const [ex, ey, wx, wy] = [jx - ix, jy - iy, x - ix, y - iy];
      const t = Math.min(Math.max((wx * ex + wy * ey) / (ex * ex + ey * ey), 0), 1);
      const square = (wx - ex * t) ** 2 + (wy - ey * t) ** 2;
      if (square < least) least = square;
      const [c1, c2, c3] = [y >= iy, y < jy, ex * wy > ey * wx];
      if ((c1 && c2 && c3) || (!c1 && !c2 && !c3)) sign = -sign;
    }
    return sign * Math.sqrt(least);
  };
}

/** A flat outline in x and y given thickness along z. */
export const extrude = (list, half, round = 0) => {
  const flat = outline(list);
  return (x, y, z) => {
    const [d, w] = [flat(x, y) + round, Math.abs(z) - half + round];
    return Math.min(Math.max(d, w), 0) + Math.sqrt(Math.max(d, 0) ** 2 + Math.max(w, 0) ** 2) - round;
  };
};

/** An outline of [radius, height] turned about the y axis. */
export const lathe = (list) => {
  const flat = outline(list);
  return (x, y, z) => flat(Math.sqrt(x * x + z * z), y);
};

export const union =
  (...parts) =>
  (x, y, z) => {
    let least = Infinity;
    for (const part of parts) least = Math.min(least, part(x, y, z));
    return least;
  };
export const cut = (body, hole) => (x, y, z) => Math.max(body(x, y, z), -hole(x, y, z));

/** Parts that flow into each other over about `k`. */
export const blend =
  (k, ...parts) =>
  (x, y, z) => {
    let d = parts[0](x, y, z);
    for (let index = 1; index < parts.length; index += 1) {
      const e = parts[index](x, y, z);
      const h = Math.max(k - Math.abs(d - e), 0) / k;
      d = Math.min(d, e) - (h * h * k) / 4;
    }
    return d;
  };

/** The body with the hole taken out of it softly. */
export const carve = (k, body, hole) => (x, y, z) => {
  const [d, e] = [body(x, y, z), -hole(x, y, z)];
  const h = Math.max(k - Math.abs(d - e), 0) / k;
  return Math.max(d, e) + (h * h * k) / 4;
};

/** A solid moved to `at` and turned by degrees about z, then x, then y. */
export const placed = (solid, [ax, ay, az], [tx = 0, ty = 0, tz = 0] = []) => {
  const [[cx, sx], [cy, sy], [cz, sz]] = [tx, ty, tz].map((turn) => [
    Math.cos((turn * Math.PI) / 180),
    Math.sin((turn * Math.PI) / 180),
  ]);
  return (x, y, z) => {
    const [px, py, pz] = [x - ax, y - ay, z - az];
    const [qx, qz] = [px * cy - pz * sy, px * sy + pz * cy];
    const [ry, rz] = [py * cx + qz * sx, -py * sx + qz * cx];
    return solid(qx * cz + ry * sz, -qx * sz + ry * cz, rz);
  };
};

/** The same solid on both sides of x = 0. */
export const mirrored = (solid) => (x, y, z) => solid(Math.abs(x), y, z);
