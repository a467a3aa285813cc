import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { StorySource } from './edition.ts';
import type { StoryFiles } from './find-stories.ts';
import type { SectionPlan } from './plan-sections.ts';

/** What one edition's stories are ordered from. */
export type StoryOrder = {
  readonly language: string;
  readonly languages: readonly string[];
  readonly files: StoryFiles;
  readonly plan: SectionPlan;
  readonly loaded: LoadedManifest;
};

/**
 * The stories of one edition in rank. Those that do not exist in its language are left out and named in one warning
 * (GA132); an edition without any is warned of (GA133).
 */
export function orderStories(order: StoryOrder, context: Context): readonly StorySource[] {
  const ranked = [
    ...order.plan.sections.flatMap((section) => section.stories.map((id) => ({ id, section: section.id }))),
    ...order.plan.loose.map((id) => ({ id, section: null })),
  ];
  const missing: string[] = [];
  const stories = ranked.flatMap(({ id, section }) => {
    const story = storyIn(order, id, section);
    if (story === null) missing.push(id);
    return story === null ? [] : [story];
  });
  const span = order.loaded.spanOf(['languages']) ?? { file: order.loaded.manifestFile, start: 0, end: 0 };
  if (missing.length > 0 && stories.length > 0) {
    const shown = missing.slice(0, 10).join(', ') + (missing.length > 10 ? ', …' : '');
    const message = `${missing.length} of ${ranked.length} stories do not exist in \`${order.language}\` and are left out of that edition: ${shown}`;
    reportFault(context, 'GA132', { message, span });
  }
  if (stories.length === 0) {
    const message = `the edition in \`${order.language}\` has no story: no file articles/<story>.${order.language}.md`;
    reportFault(context, 'GA133', { message, span });
  }
  return stories;
}

function storyIn(order: StoryOrder, id: string, section: string | null): StorySource | null {
  const versions = order.files.get(id);
  const own = versions?.get(order.language);
  if (versions === undefined || own === undefined) return null;
  const original = order.language === order.languages[0] ? undefined : versions.get(order.languages[0] ?? '');
  return {
    id,
    section,
    language: order.language,
    file: own.file,
    text: own.text,
    original: original === undefined ? null : { file: original.file, text: original.text },
    languages: order.languages.filter((language) => versions.has(language)),
  };
}
