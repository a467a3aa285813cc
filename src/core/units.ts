/**
 * Branded numbers and the only conversions between them.
 *
 * A brand costs nothing at run time; it keeps a font's units from being added to points.
 */

/** Points of the page: 1/72 inch. Axes: x to the right, y **down** from the top of the page. */
export type Pt = number & { readonly unit: 'pt' };

/** A fraction of the font size. */
export type Em = number & { readonly unit: 'em' };

/** Units of a font's design square, `unitsPerEm` to the em. */
export type FontUnits = number & { readonly unit: 'font' };

/** Takes a plain number as points. `pt(12)` is one pica. */
export const pt = (value: number): Pt => value as Pt; // the brand's one door

/** Takes a plain number as ems. */
export const em = (value: number): Em => value as Em; // the brand's one door

/** Takes a plain number as font units. */
export const fontUnits = (value: number): FontUnits => value as FontUnits; // the brand's one door

/** Points in one millimetre (25.4 mm to the inch). */
export const PT_PER_MM: number = 72 / 25.4;

/** Points in one inch. */
export const PT_PER_INCH = 72;

/** Points in one pica. */
export const PT_PER_PICA = 12;

/** Millimetres to points. */
export const mmToPt = (value: number): Pt => pt(value * PT_PER_MM);

/** Inches to points. */
export const inchToPt = (value: number): Pt => pt(value * PT_PER_INCH);

/** Points to inches: column inches are measured with it. */
export const ptToInch = (value: Pt): number => value / PT_PER_INCH;
