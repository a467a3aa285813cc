import type { PrintPlan } from '../edition/print-plan.ts';
import type { Ink } from '../image/ink.ts';
import type { Colour } from '../style/computed-style.ts';

/** The profile of a press, as an output intent names it. */
export type PressProfile = {
  readonly bytes: Uint8Array;
  /** What the profile calls itself. */
  readonly description: string;
  /** The printing condition's name in the registry of color.org; null for one that is not registered. */
  readonly registered: string | null;
};

/** What a file in inks is drawn with. */
export type Press = {
  readonly plan: PrintPlan;
  readonly profile: PressProfile;
  readonly inkOf: (colour: Colour) => Ink;
};
