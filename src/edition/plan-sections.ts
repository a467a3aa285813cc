import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { NestedSection, SectionFields } from '../manifest/manifest-schema.ts';
import type { LocalizedText } from '../schema/shape.ts';
import type { ValuePath } from '../schema/yaml-document.ts';
import type { StoryFiles } from './find-stories.ts';
import { foldName } from './slug.ts';

/** A section with its stories, before language. */
export type PlannedSection = {
  readonly id: string;
  readonly title: LocalizedText | null;
  /** Where the title stands, and in which of the two files. */
  readonly titlePath: ValuePath;
  readonly isTitleInPublication: boolean;
  readonly layout: string | null;
  /** Story ids in rank. */
  readonly stories: readonly string[];
};

/** The order of an issue: sections with their stories, then the stories of none. */
export type SectionPlan = { readonly sections: readonly PlannedSection[]; readonly loose: readonly string[] };

/**
 * Sections in the order of the paper, then those of the issue alone; without lists in the issue every story is loose.
 * Reports GA130 (unknown story), GA131 (story in no list), GA136 (story twice), GA137 (unknown section).
 */
export function planSections(loaded: LoadedManifest, stories: StoryFiles, context: Context): SectionPlan {
  const given = loaded.values.sections ?? {};
  const paper = loaded.publicationSections;
  const paperIds = Object.keys(paper);
  const ids = [...paperIds, ...Object.keys(given).filter((id) => !Object.hasOwn(paper, id))];
  const placed = new Map<string, ValuePath>();
  const names = new Map([...stories.keys()].map((id) => [foldName(id), id]));
  const sections = ids.map((id) => {
    const own = Object.hasOwn(given, id) ? (given[id] ?? null) : null;
    const lower = Object.hasOwn(paper, id) ? (paper[id] ?? null) : null;
    const ownTitle = titleOf(own);
    if (lower === null && ownTitle === null && paperIds.length > 0)
      reportUnknown(id, paperIds, loaded, context);
    const isInPublication = ownTitle === null && titleOf(lower) !== null;
    return {
      id,
      title: ownTitle ?? titleOf(lower),
      titlePath: isNested(ownTitle === null ? lower : own) ? ['sections', id, 'title'] : ['sections', id],
      isTitleInPublication: isInPublication,
      layout: layoutOf(own) ?? layoutOf(lower),
      stories: collectStories(id, own, { loaded, names, placed, context }),
    };
  });
  const loose = [...stories.keys()].filter((id) => !placed.has(id));
  const hasLists = sections.some((section) => section.stories.length > 0);
  if (hasLists && loose.length > 0) reportLoose(loose, loaded, context);
  return { sections: sections.filter((section) => section.stories.length > 0), loose };
}

/** The line of the manifest that lists a story, by its folded name. */
export function storyPlaces(loaded: LoadedManifest): (id: string) => Span | null {
  const places = new Map<string, Span | null>();
  for (const [section, own] of Object.entries(loaded.values.sections ?? {})) {
    const { listed, base } = listOf(section, own);
    listed.forEach((name, index) => places.set(storyNameOf(name), loaded.spanOf([...base, index])));
  }
  return (id) => places.get(foldName(id)) ?? null;
}

/** A list may name a story with its ending, that of the document it came in too. */
const storyNameOf = (name: string): string =>
  foldName(name.replace(/\.(?:md|docx?|odt|rtf|pages|pdf|html?)$/i, ''));

function listOf(
  section: string,
  own: SectionFields | null,
): { readonly listed: readonly string[]; readonly base: ValuePath } {
  if (isNested(own)) return { listed: own.stories ?? [], base: ['sections', section, 'stories'] };
  return { listed: isList(own) ? own : [], base: ['sections', section] };
}

function isList(section: SectionFields | null): section is readonly string[] {
  return Array.isArray(section);
}

function isNested(section: SectionFields | null): section is NestedSection {
  // The schema gives each of its keys a value; a text for each language has a key of its own instead.
  return typeof section === 'object' && section !== null && Object.hasOwn(section, 'layout');
}

function layoutOf(section: SectionFields | null): string | null {
  return isNested(section) ? section.layout : null;
}

function titleOf(section: SectionFields | null): LocalizedText | null {
  if (section === null || isList(section)) return null;
  if (isNested(section)) return section.title;
  return section;
}

type Placing = {
  readonly loaded: LoadedManifest;
  /** Story ids by their folded names. */
  readonly names: ReadonlyMap<string, string>;
  readonly placed: Map<string, ValuePath>;
  readonly context: Context;
};

function collectStories(section: string, own: SectionFields | null, placing: Placing): readonly string[] {
  const { listed, base } = listOf(section, own);
  return listed.flatMap((name, index) => {
    const path = [...base, index];
    const id = placing.names.get(storyNameOf(name));
    if (id === undefined) {
      reportMissing(name, path, placing);
      return [];
    }
    const first = placing.placed.get(id);
    if (first !== undefined) {
      reportTwice(id, path, first, placing);
      return [];
    }
    placing.placed.set(id, path);
    return [id];
  });
}

function reportMissing(name: string, path: ValuePath, placing: Placing): void {
  const known = [...placing.names.values()];
  const near = suggest(name, known);
  const list =
    known.length === 0
      ? 'There is no article in articles/.'
      : `Stories: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`;
  reportFault(placing.context, 'GA130', {
    message: `there is no story \`${name}\`: no file ${name}.md or ${name}.<language>.md in articles/`,
    hint: near === null ? list : `Did you mean \`${near}\`?`,
    span: placing.loaded.spanOf(path),
  });
}

function reportTwice(id: string, path: ValuePath, first: ValuePath, placing: Placing): void {
  const firstSpan = placing.loaded.spanOf(first);
  reportFault(placing.context, 'GA136', {
    message: `the story \`${id}\` is listed twice`,
    span: placing.loaded.spanOf(path),
    related: firstSpan === null ? [] : [{ message: 'first listed here', span: firstSpan }],
  });
}

function reportUnknown(id: string, known: readonly string[], loaded: LoadedManifest, context: Context): void {
  const near = suggest(id, known);
  reportFault(context, 'GA137', {
    message: `the paper has no section \`${id}\``,
    hint:
      near === null
        ? `Its sections are: ${known.join(', ')}. One of this issue alone: \`${id}: { title: …, stories: […] }\`.`
        : `Did you mean \`${near}\`?`,
    span: loaded.keySpanOf(['sections', id]),
  });
}

function reportLoose(ids: readonly string[], loaded: LoadedManifest, context: Context): void {
  const shown = ids.slice(0, 10).join(', ') + (ids.length > 10 ? ', …' : '');
  const message = `under \`sections\` no list has ${shown}: printed after the others`;
  reportFault(context, 'GA131', { message, span: loaded.keySpanOf(['sections']) });
}
