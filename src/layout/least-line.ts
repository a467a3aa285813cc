/** Characters that a line beside an inset or a drop capital must hold, and the width of one in ems of its text. */
const LEAST_CHARACTERS = 12;
const CHARACTER = 0.45;

/** The narrowest line that may stand beside something, points. */
export const leastLine = (fontSize: number): number => LEAST_CHARACTERS * CHARACTER * fontSize;
