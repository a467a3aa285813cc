import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { Locale } from '../manifest/locale.ts';
import type { TeaserFields } from '../manifest/manifest-schema.ts';
import type { ValuePath } from '../schema/yaml-document.ts';
import { dayAfter, isoOf, parseDate } from './calendar.ts';
import type { Correction, StorySource, Teaser } from './edition.ts';
import { formatDate } from './format-date.ts';
import type { Localize } from './localize.ts';
import { foldName } from './slug.ts';

/** What one edition's corrections and teasers are read with. */
export type StoryKeyReader = {
  readonly loaded: LoadedManifest;
  readonly locale: Locale;
  readonly localize: Localize;
  readonly stories: readonly StorySource[];
};

/**
 * Checks `corrections` and `teasers` for all languages: reports GA120 for a date that is none, GA153 for a story that no
 * file has, GA158 for a correction, or `revised`, of a day before the issue's.
 *
 * @param known ids of all stories of the issue, whatever their language.
 */
export function checkStoryKeys(loaded: LoadedManifest, known: readonly string[], context: Context): void {
  (loaded.values.corrections ?? []).forEach(({ date, story }, index) => {
    const reading = parseDate(date);
    if (reading.kind === 'fault') {
      const message = `a correction cannot be of \`${date}\`: ${reading.reason}`;
      const span = loaded.spanOf(['corrections', index, 'date']);
      reportFault(context, 'GA120', { message, hint: 'Write 2026-03-20.', span });
    } else reportEarly(isoOf(reading.end ?? reading.start), ['corrections', index, 'date'], loaded, context);
    if (story !== null) checkStory(story, ['corrections', index, 'story'], { loaded, known }, context);
  });
  const { revised } = loaded.values;
  if (revised !== null) reportEarly(latestDay(revised), ['revised'], loaded, context);
  (loaded.values.teasers ?? []).forEach((teaser, index) => {
    const path = typeof teaser === 'string' ? ['teasers', index] : ['teasers', index, 'story'];
    checkStory(storyOf(teaser), path, { loaded, known }, context);
  });
}

/** From this hour of UTC on it is the next day in the east; the clocks there are at most 14 hours ahead. */
const NEXT_DAY_HOUR = 10;

/** The day of a time in UTC where it is latest; a day alone is itself. */
function latestDay(time: string): string {
  const day = time.slice(0, 10);
  const reading = parseDate(day);
  if (Number(time.slice(11, 13)) < NEXT_DAY_HOUR || reading.kind === 'fault') return day;
  return isoOf(dayAfter(reading.start));
}

/** Dates of ISO 8601 compare as texts, as far as both go. */
function reportEarly(iso: string, path: ValuePath, loaded: LoadedManifest, context: Context): void {
  const issued = loaded.values.date === null ? null : parseDate(loaded.values.date);
  if (issued?.kind !== 'date') return;
  const start = isoOf(issued.start);
  if (iso.slice(0, start.length) >= start.slice(0, iso.length)) return;
  reportFault(context, 'GA158', {
    message: `\`${path[0] ?? ''}\` has the day ${iso}, before the issue itself, ${start}`,
    span: loaded.spanOf(path),
  });
}

function checkStory(
  story: string,
  path: ValuePath,
  { loaded, known }: { readonly loaded: LoadedManifest; readonly known: readonly string[] },
  context: Context,
): void {
  if (known.some((id) => foldName(id) === foldName(story))) return;
  const near = suggest(story, known);
  reportFault(context, 'GA153', {
    message: `\`${path[0] ?? ''}\` names the story \`${story}\`, and there is no file articles/${story}.md`,
    ...(near === null ? {} : { hint: `Did you mean \`${near}\`?` }),
    span: loaded.spanOf(path),
  });
}

const storyOf = (teaser: TeaserFields): string => (typeof teaser === 'string' ? teaser : teaser.story);

/** The corrections of one edition, in the manifest's order: those of stories that it does not have are left out. */
export function resolveCorrections(reader: StoryKeyReader): readonly Correction[] {
  const { loaded, locale, localize } = reader;
  return (loaded.values.corrections ?? []).flatMap((given, index): readonly Correction[] => {
    const reading = parseDate(given.date);
    const story = given.story === null ? null : idIn(reader, given.story);
    const text = localize(given.text, ['corrections', index, 'text']);
    if (reading.kind === 'fault' || text === null || (given.story !== null && story === null)) return [];
    const printed = formatDate(reading.start, reading.end, locale, { isLong: false });
    return [{ key: `corrections.${index}.text`, date: isoOf(reading.start), printed, story, text }];
  });
}

/** The teasers of one edition, in the manifest's order: those of stories that it does not have are left out. */
export function resolveTeasers(reader: StoryKeyReader): readonly Teaser[] {
  const { loaded, localize } = reader;
  return (loaded.values.teasers ?? []).flatMap((given, index): readonly Teaser[] => {
    const story = idIn(reader, storyOf(given));
    if (story === null) return [];
    if (typeof given === 'string')
      return [{ key: `teasers.${index}`, story, text: null, showsPicture: false }];
    const text = localize(given.text, ['teasers', index, 'text']);
    return [{ key: `teasers.${index}`, story, text, showsPicture: given.picture ?? false }];
  });
}

/** The id of a story of this edition; null when it has none of that name. */
function idIn({ stories }: StoryKeyReader, name: string): string | null {
  return stories.find(({ id }) => foldName(id) === foldName(name))?.id ?? null;
}
