// What is printed or cut on a solid: a drawing in points turned into a lookup of its darkness.
import sharp from 'sharp';
import { WHITE, svgOf } from './kit.mjs';

/** Darkness 0 to 1 of a drawing at parts u (across) and v (down) of its size; 0 outside. */
export async function decal(body, [width, height], scale = 4) {
  const svg = Buffer.from(svgOf(width, height, body, scale));
  const { data, info } = await sharp(svg)
    .flatten({ background: WHITE })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (u, v) => {
    if (u < 0 || v < 0 || u >= 1 || v >= 1) return 0;
    const at = Math.floor(v * info.height) * info.width + Math.floor(u * info.width);
    return 1 - data[at * info.channels] / 255;
  };
}
