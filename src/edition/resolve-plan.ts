import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import { JUMP_AFTER, type JumpFields, type PageFields } from '../manifest/page-schema.ts';
import { parseLength } from '../schema/parse-length.ts';
import type { JumpMeasure, JumpPlan, PageRule, PlannedSlot, SlotName } from './edition.ts';

/** What `pages:` of a manifest says. */
export type ResolvedPlan = {
  readonly slots: readonly PlannedSlot[];
  readonly rules: readonly PageRule[];
  readonly pageCount: number | null;
  readonly leastPages: number;
};

/** Ids of all stories and sections of the issue, whatever their language. */
export type KnownNames = { readonly stories: readonly string[]; readonly sections: readonly string[] };

const SLOTS: readonly SlotName[] = ['lead', 'second', 'third', 'briefs'];

/**
 * Resolves the page plan: `pages: 8`, or a map such as `1: { lead: ferry }` and `2-8: auto`. A map says how many pages there
 * are where it ends in `auto` or in a page of `rest: none`; else pages follow on those it names, as the matter needs them.
 *
 * Reports GA143 for a story that no file has, GA144 for one that stands in two slots, GA149 for one that is to go on on a page before its own, GA145 for a key that is no page
 * or range of pages, GA147 for a section without stories or with two first pages. All else stays.
 */
export function resolvePlan(loaded: LoadedManifest, known: KnownNames, context: Context): ResolvedPlan {
  const { pages } = loaded.values;
  if (pages === null) return { slots: [], rules: [], pageCount: null, leastPages: 0 };
  if (typeof pages === 'string') {
    const count = Number(pages);
    return { slots: [], rules: [], pageCount: count, leastPages: count };
  }
  const slots: PlannedSlot[] = [];
  const rules: PageRule[] = [];
  const placed = new Map<string, number>();
  let leastPages = 0;
  let [last, isCounted] = [0, false];
  for (const [key, fields] of Object.entries(pages)) {
    const range = rangeOf(key);
    if (range === null) {
      const message = `\`${key}\` under \`pages\` is no page: a page is a number such as 1, or a range such as 2-8`;
      reportFault(context, 'GA145', { message, span: loaded.keySpanOf(['pages', key]) });
      continue;
    }
    leastPages = Math.max(leastPages, range.last);
    if (range.last > last)
      [last, isCounted] = [range.last, typeof fields === 'string' || fields.rest === 'none'];
    if (typeof fields === 'string') continue;
    const own = slotsOf({ loaded, known: known.stories, placed, key, page: range.first }, fields, context);
    slots.push(...own);
    leastPages = Math.max(leastPages, ...own.map(({ jump }) => jump?.to ?? 0));
    const section = sectionOf({ loaded, known: known.sections, rules, key }, fields.section, context);
    const { layout, rest } = fields;
    rules.push({ ...range, layout, section, isClosed: rest === 'none', path: `pages.${key}` });
  }
  return {
    slots: slots.sort((a, b) => a.page - b.page || SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot)),
    rules: rules.sort((a, b) => a.first - b.first),
    pageCount: isCounted ? leastPages : null,
    leastPages,
  };
}

type SectionPlace = {
  readonly loaded: LoadedManifest;
  readonly known: readonly string[];
  readonly rules: readonly PageRule[];
  readonly key: string;
};

function sectionOf(place: SectionPlace, id: string | null, context: Context): string | null {
  if (id === null) return null;
  const { loaded, known, rules, key } = place;
  const span = loaded.spanOf(['pages', key, 'section']);
  const other = rules.find(({ section }) => section === id);
  if (other !== undefined) {
    const range = `${other.first}-${Math.max(other.last, other.first + 1)}`;
    const message = `the section \`${id}\` begins on page ${other.first} already`;
    const hint = `Pages that a section has together are one range: \`${range}: { section: ${id} }\`.`;
    reportFault(context, 'GA147', { message, hint, span });
    return null;
  }
  if (known.includes(id)) return id;
  const meant = suggest(id, known);
  const list = known.length === 0 ? 'No section has stories.' : `Sections with stories: ${known.join(', ')}.`;
  reportFault(context, 'GA147', {
    message: `page ${key} wants the section \`${id}\`, and no story of this issue stands in it`,
    hint: meant === null ? list : `Did you mean \`${meant}\`?`,
    span,
  });
  return null;
}

function rangeOf(key: string): { readonly first: number; readonly last: number } | null {
  const parts = /^([1-9]\d{0,3})(?:\s*-\s*([1-9]\d{0,3}))?$/.exec(key);
  if (parts === null) return null;
  const first = Number(parts[1]);
  const last = Number(parts[2] ?? parts[1]);
  return last < first ? null : { first, last };
}

type PagePlace = {
  readonly loaded: LoadedManifest;
  readonly known: readonly string[];
  /** Stories that stand in a slot so far, with their page. */
  readonly placed: Map<string, number>;
  readonly key: string;
  readonly page: number;
};

function slotsOf(
  place: PagePlace,
  fields: Exclude<PageFields, string>,
  context: Context,
): readonly PlannedSlot[] {
  return SLOTS.flatMap((slot): readonly PlannedSlot[] => {
    const value = fields[slot];
    if (value === null) return [];
    const isOne = typeof value === 'string' || 'story' in value;
    const wanted = !isOne ? value : [typeof value === 'string' ? value : value.story];
    const wantedJump = isOne && typeof value !== 'string' ? value.jump : null;
    const stories = wanted.filter((id) => isFree(place, { slot, id }, context));
    for (const id of stories) place.placed.set(id, place.page);
    if (stories.length === 0) return [];
    const id = stories[0] ?? '';
    const jump = wantedJump === null ? null : jumpOf(place, { slot, id, fields: wantedJump }, context);
    return [{ page: place.page, slot, stories, jump, path: `pages.${place.key}.${slot}` }];
  });
}

type WantedJump = { readonly slot: SlotName; readonly id: string; readonly fields: JumpFields };

function jumpOf(
  { loaded, key, page }: PagePlace,
  { slot, id, fields: { after, to } }: WantedJump,
  context: Context,
): JumpPlan {
  const target = to === null ? null : Number(to);
  const isLater = target === null || target > page;
  if (!isLater) {
    const message = `the story \`${id}\` leaves page ${page} and is to go on on page ${to}, which is no later one`;
    reportFault(context, 'GA149', { message, span: loaded.spanOf(['pages', key, slot, 'jump', 'to']) });
  }
  return {
    after: after === null ? null : measureOf(after),
    afterText: after ?? '',
    to: isLater ? target : null,
  };
}

function measureOf(text: string): JumpMeasure | null {
  const [, count, unit, length] = JUMP_AFTER.exec(text) ?? [];
  if (count !== undefined)
    return { kind: unit?.startsWith('line') === true ? 'lines' : 'paragraphs', count: Number(count) };
  const depth = parseLength(length ?? '');
  return depth === null ? null : { kind: 'depth', depth };
}

function isFree(
  place: PagePlace,
  wanted: { readonly slot: SlotName; readonly id: string },
  context: Context,
): boolean {
  const { loaded, known, placed, key, page } = place;
  const { slot, id } = wanted;
  const span = loaded.spanOf(['pages', key, slot, 'story']) ?? loaded.spanOf(['pages', key, slot]);
  if (!known.includes(id)) {
    const meant = suggest(id, known);
    reportFault(context, 'GA143', {
      message: `page ${page} wants the story \`${id}\` as ${slot}, and there is no file articles/${id}.md`,
      ...(meant === null ? {} : { hint: `Did you mean \`${meant}\`?` }),
      span,
    });
    return false;
  }
  const other = placed.get(id);
  if (other === undefined) return true;
  const message = `the story \`${id}\` stands on page ${other} already and cannot be ${slot} of page ${page} too`;
  reportFault(context, 'GA144', { message, span });
  return false;
}
