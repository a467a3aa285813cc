import type { Pending } from './composer.ts';
import type { Frame } from './page-plan.ts';

/** A frame on a page, and the room it has. */
export type FramePlace = {
  readonly frame: Frame;
  /** Flows it takes, the next one first; those that are placed are taken out. */
  readonly flows: Pending[];
  readonly row: number;
  readonly rows: number;
};

/** What one step took of a frame; a full one takes nothing more. */
export type Used = { readonly rows: number; readonly isFull: boolean };
