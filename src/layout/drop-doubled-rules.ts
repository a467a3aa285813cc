import type { Rect } from '../core/geometry.ts';
import type { Fragment, RuleFragment } from '../page/page.ts';

/** What stands on a page, points from its top. */
export type PageMatter = {
  /** Where pieces of stories begin. */
  readonly heads: readonly { readonly y: number }[];
  /** What the text of stories takes: rules in it, such as the last one of a table, part nothing from what is under it. */
  readonly areas: readonly Rect[];
  readonly baseline: number;
};

/** Rows of white within which two rules one above the other are seen as one thing: the white that make-up leaves, and one more. */
const NEAR_ROWS = 5;
/** A rule is no higher than this and at least so wide; anything else is a tint or stands upright. */
const MOST_HEIGHT = 4;
const LEAST_WIDTH = 36;
/** Points by which edges may miss one another. */
const PLAY = 1;

/**
 * The fragments of a page without the rules over heads that stand under another rule with nothing between the two: a
 * story directly under the running head, under the teasers or under a house filler has that rule for its own.
 */
export function dropDoubledRules(
  fragments: readonly Fragment[],
  { heads, areas, baseline }: PageMatter,
): readonly Fragment[] {
  const rules = fragments.filter(isRule);
  const others = rules.filter(({ rect }) => !areas.some((area) => isWithin(rect, area)));
  const doubled = new Set(
    rules.filter(
      (rule) =>
        heads.some(({ y }) => Math.abs(rule.rect.y - y) < PLAY) &&
        others.some((above) => isOver(above, rule, baseline) && !isParted(fragments, above, rule)),
    ),
  );
  return doubled.size === 0
    ? fragments
    : fragments.filter((fragment) => fragment.kind !== 'rule' || !doubled.has(fragment));
}

function isWithin(rect: Rect, area: Rect): boolean {
  const middle = rect.y + rect.height / 2;
  return (
    middle > area.y &&
    middle < area.y + area.height + PLAY &&
    rect.x > area.x - PLAY &&
    rect.x + rect.width < area.x + area.width + PLAY
  );
}

function isRule(fragment: Fragment): fragment is RuleFragment {
  return (
    fragment.kind === 'rule' && fragment.rect.height <= MOST_HEIGHT && fragment.rect.width >= LEAST_WIDTH
  );
}

/** Does a rule stand a little over another, over all of its width? */
function isOver({ rect: above }: RuleFragment, { rect }: RuleFragment, baseline: number): boolean {
  const white = rect.y - above.y - above.height;
  return (
    white > 0 &&
    white <= NEAR_ROWS * baseline &&
    above.x <= rect.x + PLAY &&
    above.x + above.width >= rect.x + rect.width - PLAY
  );
}

/** Does anything stand between two rules? */
function isParted(
  fragments: readonly Fragment[],
  { rect: above }: RuleFragment,
  { rect }: RuleFragment,
): boolean {
  const [top, foot] = [above.y + above.height, rect.y];
  return fragments.some((fragment) => {
    if (fragment.kind === 'link') return false;
    const isText = fragment.kind === 'text';
    const [left, y] = isText
      ? [fragment.x + fragment.run.x, fragment.y]
      : [fragment.rect.x, fragment.rect.y + fragment.rect.height / 2];
    return y > top && y < foot && left > rect.x - PLAY && left < rect.x + rect.width;
  });
}
