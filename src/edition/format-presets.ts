import type { Size } from '../core/geometry.ts';
import { inchToPt, mmToPt } from '../core/units.ts';

const inches = (width: number, height: number): Size => ({
  width: inchToPt(width),
  height: inchToPt(height),
});
const millimetres = (width: number, height: number): Size => ({
  width: mmToPt(width),
  height: mmToPt(height),
});

/** Trim sizes by the names that manifests use; their grids stand in theme.yaml. */
export const FORMAT_PRESETS: ReadonlyMap<string, Size> = new Map([
  ['us-tabloid', inches(11, 17)],
  ['us-tabloid-short', inches(11, 13.5)],
  ['compact-tabloid', inches(10, 11.625)],
  ['tabloid', millimetres(280, 400)],
  ['berliner', millimetres(315, 470)],
  ['broadsheet', inches(11.625, 21)],
  ['nordic', millimetres(400, 570)],
  ['a4', millimetres(210, 297)],
  ['a3', millimetres(297, 420)],
  ['letter', inches(8.5, 11)],
  ['11x17', inches(11, 17)],
  ['reader', millimetres(150, 200)],
]);
