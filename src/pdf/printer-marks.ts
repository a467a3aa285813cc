import type { ObjectSink } from './object-sink.ts';
import { MARK_GAP, MARK_LENGTH, type PageFrame } from './page-frame.ts';
import { dict, formatNumber, name, type PdfRef } from './pdf-value.ts';

/** Name of the colour of all inks in the resources of a page. */
export const ALL_INKS = 'AllInks';

/** Points: thin enough to cut by, thick enough to be seen on newsprint. */
const LINE = 0.25;

/** Radius of a registration mark's circle, points. */
const RADIUS = 4;

/** Writes the colour that prints on every plate (ISO 32000-1, 8.6.6.4). */
export function writeAllInks(sink: ObjectSink): PdfRef {
  const tint = dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return sink.put([name('Separation'), name('All'), name('DeviceCMYK'), tint]);
}

/**
 * Operators that draw crop marks at the corners, registration marks in the middle of the sides, and fold marks, all
 * outside bleed and trim, as artifacts of the page (ISO 32000-1, 14.8.2.2.2).
 *
 * @param folds distances of folds from the left edge of the trim, points.
 */
export function printerMarks(frame: PageFrame, bleed: number, folds: readonly number[] = []): string {
  const [left, bottom, right, top] = frame.trim;
  const near = Math.max(MARK_GAP, bleed);
  const far = near + MARK_LENGTH;
  const lines: string[] = [];
  const line = (...ends: readonly [number, number, number, number]): void => {
    const [fromX, fromY, toX, toY] = ends.map(formatNumber);
    lines.push(`${fromX} ${fromY} m ${toX} ${toY} l S`);
  };
  for (const y of [bottom, top]) {
    line(left - far, y, left - near, y);
    line(right + near, y, right + far, y);
  }
  for (const x of [left, right]) {
    line(x, bottom - far, x, bottom - near);
    line(x, top + near, x, top + far);
  }
  const middle = near + MARK_LENGTH / 2;
  // A fold in the middle of a side has the place of the registration mark.
  const across = (left + right) / (folds.length > 0 ? 4 : 2) + (folds.length > 0 ? left / 2 : 0);
  for (const [x, y] of [
    [left - middle, (bottom + top) / 2],
    [right + middle, (bottom + top) / 2],
    [across, bottom - middle],
    [across, top + middle],
  ] as const)
    lines.push(registrationMark(x, y));
  lines.push('[2 2] 0 d');
  for (const fold of folds) {
    line(left + fold, bottom - far, left + fold, bottom - near);
    line(left + fold, top + near, left + fold, top + far);
  }
  const colour = `/${ALL_INKS} CS 1 SCN ${formatNumber(LINE)} w`;
  return ['/Artifact <</Type /Page>> BDC', 'q', colour, ...lines, 'Q', 'EMC'].join('\n');
}

/** A circle with a cross through it. */
function registrationMark(x: number, y: number): string {
  // Four Bézier curves make a circle when their handles are this part of the radius long.
  const handle = RADIUS * 0.5523;
  const point = (dx: number, dy: number): string => `${formatNumber(x + dx)} ${formatNumber(y + dy)}`;
  const reach = RADIUS + 2;
  return [
    `${point(-reach, 0)} m ${point(reach, 0)} l ${point(0, -reach)} m ${point(0, reach)} l`,
    `${point(RADIUS, 0)} m`,
    `${point(RADIUS, handle)} ${point(handle, RADIUS)} ${point(0, RADIUS)} c`,
    `${point(-handle, RADIUS)} ${point(-RADIUS, handle)} ${point(-RADIUS, 0)} c`,
    `${point(-RADIUS, -handle)} ${point(-handle, -RADIUS)} ${point(0, -RADIUS)} c`,
    `${point(handle, -RADIUS)} ${point(RADIUS, -handle)} ${point(RADIUS, 0)} c S`,
  ].join('\n');
}
