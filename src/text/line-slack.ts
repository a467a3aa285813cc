import type { ComputedStyle } from '../style/computed-style.ts';
import type { BreakTable } from './break-table.ts';

/** What one line from break to break is made of, in points. */
export type LineMatter = {
  /** Ink to ink, without what hangs out, word spaces as the font has them. */
  readonly width: number;
  /** How much of it is word space. */
  readonly space: number;
  /** Sum of the font sizes of its letters. */
  readonly type: number;
};

/** How far word spaces and letters may give, from the style. */
export type Slack = {
  readonly leastSpace: number;
  readonly wantedSpace: number;
  readonly steepSpace: number;
  /** Glyph scale less 1, and tracking in ems. */
  readonly shrinkScale: number;
  readonly stretchScale: number;
  readonly shrinkTracking: number;
  readonly stretchTracking: number;
};

/** The limits of justification that a style sets. */
export function slackOf(style: ComputedStyle): Slack {
  const [leastSpace, wantedSpace, steepSpace] = style.edWordSpace;
  return {
    leastSpace,
    wantedSpace,
    steepSpace,
    shrinkScale: 1 - style.edGlyphScale[0],
    stretchScale: style.edGlyphScale[1] - 1,
    shrinkTracking: -style.edTracking[0],
    stretchTracking: style.edTracking[1],
  };
}

/** The matter of the line from break `from` to break `to`. */
export function matterOf(table: BreakTable, from: number, to: number): LineMatter {
  const width = table.endX[to]! - table.startX[from]! - table.endHang[to]! - table.startHang[from]!;
  return {
    width,
    space: table.endSpace[to]! - table.startSpace[from]!,
    type: table.endType[to]! - table.startType[from]!,
  };
}

/**
 * How hard a line must be pulled (over 0) or pressed (under 0) to fill `room`: 1 is word spaces at their steep end
 * and letters at their limit together, −1 both at their least. Infinite where nothing can give.
 */
export function strainOf(matter: LineMatter, room: number, slack: Slack): number {
  const missing = room - (matter.width - (1 - slack.wantedSpace) * matter.space);
  if (missing === 0) return 0;
  const give = giveOf(matter, slack, missing > 0);
  return give > 1e-9 ? missing / give : missing > 0 ? Infinity : -Infinity;
}

/** Points that a line can be pulled, or pressed, to a strain of 1. */
export function giveOf(matter: LineMatter, slack: Slack, isLoose: boolean): number {
  const spaces = isLoose ? slack.steepSpace - slack.wantedSpace : slack.wantedSpace - slack.leastSpace;
  return spaces * matter.space + letterSlack(matter, slack, isLoose);
}

/** Points that the letters of a line can give without the spaces. */
export function letterSlack(matter: LineMatter, slack: Slack, isLoose: boolean): number {
  const scale = isLoose ? slack.stretchScale : slack.shrinkScale;
  const tracking = isLoose ? slack.stretchTracking : slack.shrinkTracking;
  return scale * (matter.width - matter.space) + tracking * matter.type;
}
