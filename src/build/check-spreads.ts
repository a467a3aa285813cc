import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition, PageRule } from '../edition/edition.ts';
import type { Blueprint } from '../layout/page-plan.ts';

/** A page layout for spreads and where the manifest or the theme wants it. */
export type WantedSpread = {
  /** Null where it is the layout of a section, or one of the theme's own such as `front`. */
  readonly rule: PageRule | null;
  readonly blueprint: Blueprint;
  /** Path in the manifest of what asks for it; null where the theme does. */
  readonly path: string | null;
};

/**
 * Whether a spread can stand where it is wanted: on two facing pages, named together, with stories in their slots. Reports
 * GA723 for any other place.
 *
 * @param runsOn the theme sets its stories one after another, as a book does.
 */
export function checkSpread(
  wanted: WantedSpread,
  { edition, runsOn }: { readonly edition: Edition; readonly runsOn: boolean },
  context: Context,
): boolean {
  const fault = faultOf(wanted, edition, runsOn);
  if (fault === null) return true;
  const span = wanted.path === null ? null : (edition.spans[wanted.path] ?? null);
  reportFault(context, 'GA723', { ...fault, span, trail: [edition.issueId, edition.language] });
  return false;
}

type Fault = { readonly message: string; readonly hint?: string };

function faultOf({ rule, blueprint, path }: WantedSpread, edition: Edition, runsOn: boolean): Fault | null {
  const name = `\`${blueprint.name}\``;
  if (runsOn) {
    const message = `the theme "${edition.theme.name}" sets stories one after another, as a book does: it has no place for the spread ${name}`;
    return { message, hint: 'Take `layout` away, or choose a theme that makes up pages, such as tabloid.' };
  }
  if (edition.direction === 'rtl') {
    const message = `the spread ${name} is laid out from left to right, and this edition is read from right to left`;
    return { message, hint: 'Take `layout` away: the two pages are made up one by one.' };
  }
  if (rule === null) {
    const where =
      path === null ? `"pages/${blueprint.name}.hbs" serves any page` : 'a section begins on one page';
    return { message: `${name} is the layout of a spread, and ${where}` };
  }
  const { first, last } = rule;
  const facing = first % 2 === 0 ? first : Math.max(2, first - 1);
  const hint = `Facing pages are an even one and the odd one behind it: \`${facing}-${facing + 1}: { layout: ${blueprint.name}, … }\`.`;
  if (first === last) return { message: `the spread ${name} stands on page ${first} alone`, hint };
  if (last - first > 1)
    return {
      message: `the spread ${name} stands on ${last - first + 1} pages, ${first} to ${last}; it is two`,
      hint,
    };
  if (first % 2 === 1)
    return {
      message: `pages ${first} and ${last} do not face each other: they are two sides of one sheet`,
      hint,
    };
  if (rule.section !== null) {
    const message = `no section begins on a spread: pages ${first} and ${last} hold what their slots name`;
    return { message, hint: 'Take `section` away; the story in `lead` keeps its own.' };
  }
  return slotFault(rule, edition, name);
}

function slotFault({ first, last, path: rulePath }: PageRule, edition: Edition, name: string): Fault | null {
  const own = edition.plan.filter(({ page }) => page === first || page === last);
  const stray = own.find(({ page, path }) => page === last || !path.startsWith(`${rulePath}.`));
  if (stray !== undefined) {
    const message = `page ${stray.page} is half of the spread ${name}, and has a slot of its own`;
    return { message, hint: `Name its stories in \`${first}-${last}: { lead: …, second: …, third: … }\`.` };
  }
  if (own.some(({ slot }) => slot === 'lead')) return null;
  const message = `the spread ${name} on pages ${first} and ${last} has no lead`;
  return { message, hint: `Name a story: \`${first}-${last}: { layout: …, lead: ferry }\`.` };
}
