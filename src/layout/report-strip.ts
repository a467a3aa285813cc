import type { Span } from '../core/origin.ts';
import { pt } from '../core/units.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import type { DeepStrip } from '../page/page.ts';
import type { LayoutSession } from './layout-session.ts';
import type { FurnitureArea } from './page-plan.ts';
import type { Placed } from './placed.ts';
import { shortenWord } from './report-broken-words.ts';

/** Points that a strip may be too deep: less than type shows. */
const SLACK = 1;

/** Letters of a value that fill a line of a narrow page by themselves: a shorter one is not what fills its strip. */
const MANY_LETTERS = 30;

/** What stands in a strip. */
export type StripMatter = { readonly placed: readonly Placed[]; readonly height: number };

/**
 * Reports GA720 for a strip whose matter does not go into its rows, else GA511 for the first word of it that is broken.
 * Both name the longest value of the manifest that stands in the strip, where one fills it: the words of the furniture
 * beside it give way first, and are no cause.
 *
 * @returns the strip where it is too deep.
 */
export function reportStrip(
  { baseline, context }: LayoutSession,
  area: FurnitureArea,
  { matter, edition }: { readonly matter: StripMatter; readonly edition: Edition },
): DeepStrip | null {
  const lines = matter.placed.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const isTooDeep = matter.height > area.height + SLACK;
  const broken = lines.find((line) => line.brokenWord !== null)?.brokenWord ?? null;
  if (!isTooDeep && broken === null) return null;
  const said = lines.flatMap((line) => line.runs.flatMap((run) => run.texts)).join('');
  const value = longestValue(said, edition);
  const strip = `the ${area.role} "${area.template}" of page ${area.pageIndex + 1}`;
  const given = Math.round(area.height / baseline);
  const needed = Math.ceil(matter.height / baseline - 1e-6);
  const what = isTooDeep
    ? `${strip} takes ${needed} rows, and its page layout gives it ${given}`
    : `${strip} has no room for “${shortenWord(broken?.word ?? '')}”, which is broken between letters`;
  const reason = value === null ? '' : `: ${value.what} has ${value.length} letters`;
  const span = value?.span ?? (isTooDeep ? area.at : (broken?.at ?? area.at));
  reportFault(context, isTooDeep ? 'GA720' : 'GA511', {
    message: `${what}${reason}`,
    ...(value === null
      ? {}
      : { hint: `Shorten ${value.what}, or give the ${area.role} more room in a page layout of your own.` }),
    span,
    related: span === area.at || area.at === null ? [] : [{ message: `the ${area.role}`, span: area.at }],
    trail: [`page ${area.pageIndex + 1}`],
  });
  if (!isTooDeep) return null;
  const rect = { x: area.x, y: area.y, width: area.width, height: pt(matter.height) };
  return { rect, role: area.role, template: area.template, rows: { needed, given }, at: span };
}

type Value = { readonly what: string; readonly length: number; readonly span: Span | null };

/** The longest of the paper's own words that stand in a strip; null where none is long. */
function longestValue(said: string, edition: Edition): Value | null {
  const { spans, sections } = edition;
  const { name, tagline, number, variant, notice, price, frequency } = edition;
  const plain = { name, tagline, number, variant, notice, price, frequency };
  const values = [
    ...Object.entries(plain).map(([key, text]) => ({
      what: `\`${key}\``,
      text: text ?? '',
      span: spans[key],
    })),
    ...sections.map(({ id, title }) => ({
      what: `the title of the section \`${id}\``,
      text: title,
      span: spans[`sections.${id}.title`],
    })),
  ];
  const inked = squeeze(said);
  let longest: Value | null = null;
  for (const { what, text, span } of values) {
    const { length } = text;
    if (length < Math.max(MANY_LETTERS, (longest?.length ?? 0) + 1) || !inked.includes(squeeze(text)))
      continue;
    longest = { what, length, span: span ?? null };
  }
  return longest;
}

/** Letters without what lines and hyphens do to them. */
const squeeze = (text: string): string => text.toLowerCase().replace(/[\s\u00ad\u2010-]/gu, '');
