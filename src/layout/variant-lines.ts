import type { ParagraphBox } from '../box/box.ts';
import type { Pt } from '../core/units.ts';
import type { Line } from '../text/line.ts';
import type { LayoutSession } from './layout-session.ts';

/** Lines of a paragraph in another number, and how much worse they are than the best ones, in the costs of leg breaks. */
export type VariantLines = { readonly lines: readonly Line[]; readonly cost: number };

/** A variant costs this much even where its lines are as good. */
const CHANGE_COST = 12;
/** Word space over the font's own from which a line looks loose, and the cost of its excess, squared; from which all see it. */
const LOOSE_RATIO = 1.6;
const LOOSE_COST = 80;
const GAPING_RATIO = 1.95;
const GAPING_COST = 15;
/** No variant is taken with a looser line than this, unless the best way has one as loose. */
const MOST_RATIO = 2.4;
const HYPHEN_COST = 40;
/** A last line of under this share of the measure. */
const RUNT_SHARE = 0.2;
const RUNT_COST = 80;
/** Share of the measure under which another line of ragged text is short, and the cost of what it lacks, squared. */
const SHORT_SHARE = 0.8;
const SHORT_COST = 500;

/** The paragraph a line shorter and a line longer, where that can be had with lines that may be printed. */
export function variantLines(
  session: LayoutSession,
  box: ParagraphBox,
  best: { readonly lines: readonly Line[]; readonly width: Pt },
): readonly VariantLines[] {
  const plain = badnessOf(best.lines);
  const loosest = Math.max(MOST_RATIO, ratioOf(best.lines));
  return ([-1, 1] as const).flatMap((variant): readonly VariantLines[] => {
    const lines = session.linesOf(box, 0, best.width, variant);
    if (lines.length === best.lines.length || ratioOf(lines) > loosest) return [];
    return [{ lines, cost: CHANGE_COST + Math.max(0, badnessOf(lines) - plain) }];
  });
}

const ratioOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map((line) => line.looseness));

function badnessOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => {
    const loose = Math.max(0, line.looseness - LOOSE_RATIO);
    const isRunt = line.isLast && line.filled < RUNT_SHARE;
    const spaces = loose * loose * LOOSE_COST + (line.looseness > GAPING_RATIO ? GAPING_COST : 0);
    const lacking = line.isLast ? 0 : Math.max(0, SHORT_SHARE - line.filled);
    return (
      sum +
      spaces +
      lacking * lacking * SHORT_COST +
      (line.isHyphenated ? HYPHEN_COST : 0) +
      (isRunt ? RUNT_COST : 0)
    );
  }, 0);
}
