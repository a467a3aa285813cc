/** A colour as the four inks of a press, 0–1 each. */
export type Ink = {
  readonly cyan: number;
  readonly magenta: number;
  readonly yellow: number;
  readonly black: number;
};
