import type { LegMatter } from './leg-matter.ts';
import type { Setting } from './matter.ts';

/** What has been measured of a story so far: plain data, so that it may be kept for other builds. */
export type MeasuredMatter = {
  facts: {
    readonly isBrief: boolean;
    /** It is a poem, or a few, and not cut by a jump. */
    readonly isShortPoem: boolean;
    readonly leastColumns: number;
    /** Fewest columns of what goes on elsewhere: for pictures side by side; for what stands over all legs. */
    readonly restColumns: number;
    readonly spanColumns: number;
    readonly tailRows: number;
    readonly legMatter: LegMatter;
  } | null;
  /** By columns and shape; null where it cannot be set so. */
  readonly settings: Map<string, Setting | null>;
  /** The same with its picture over fewer columns, or with more pull quotes. */
  readonly others: Map<string, readonly Setting[]>;
};

/** Nothing measured yet. */
export const unmeasured = (): MeasuredMatter => ({ facts: null, settings: new Map(), others: new Map() });
