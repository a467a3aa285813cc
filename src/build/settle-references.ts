import type { Article } from '../content/article.ts';
import { createCollector, reportFault, type Context } from '../diagnostics/context.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../edition/edition.ts';
import type { DraftEdition } from '../layout/composer.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { TemplateSet } from '../template/template-set.ts';
import { referredStories, type SayReference } from '../template/fill-references.ts';

/** Labels of the pages that stories begin on, by story; a story without one is not placed yet. */
export type StoryPages = ReadonlyMap<string, string>;

/** What of a draft says where stories begin. */
export type PlacedStories = Pick<DraftEdition, 'tops' | 'pages'>;

/** Rounds of composing after which references that still move are given up. */
const MOST_ROUNDS = 5;

/**
 * Composes until every reference to a story says the page that the story begins on: first with room kept for a page
 * number, then with the pages that came of it. An edition without references is composed once.
 *
 * Reports GA715 when pages still move after five rounds, and what the last round reported, each once.
 */
export function settleReferences<Draft extends PlacedStories>(
  input: {
    readonly articles: readonly Article[];
    readonly edition: Edition;
    readonly templates: Pick<TemplateSet, 'names'>;
  },
  compose: (pages: StoryPages, context: Context) => Draft,
  context: Context,
): Draft {
  const corrected = input.edition.corrections.flatMap(({ story }) => story ?? []);
  const listed = listsContents(input.templates) ? input.articles.map(({ id }) => id) : [];
  const wanted = [...new Set([...input.articles.flatMap(referencesOf), ...corrected, ...listed])];
  if (wanted.length === 0) return compose(new Map(), context);
  let pages: StoryPages = new Map();
  for (let round = 1; ; round += 1) {
    const kept = createCollector();
    const draft = compose(pages, kept);
    const found = pagesOf(draft);
    const moved = wanted.filter((story) => found.get(story) !== pages.get(story));
    if (moved.length === 0 || round === MOST_ROUNDS || kept.hasError()) {
      onceEach(kept.diagnostics).forEach(context.report);
      if (moved.length > 0 && !kept.hasError()) reportMoving(moved, { pages, found }, input.edition, context);
      return draft;
    }
    pages = found;
  }
}

/** Whether the theme prints contents: then the page of every story is said. */
export function listsContents({ names }: Pick<TemplateSet, 'names'>): boolean {
  return names.includes('pages/contents');
}

/** The stories that an article refers to. */
export function referencesOf(article: Article): readonly string[] {
  const { label, kicker, headline, deck, byline, dateline, tagline, availability, picture } = article;
  const fields = [label, kicker, headline, deck, byline, dateline, tagline, availability];
  const captions = [picture?.cutline ?? null, picture?.credit ?? null];
  const nodes: readonly MarkupNode[] = [
    ...[...fields, ...captions].flatMap((field) => field?.nodes ?? []),
    ...article.body,
  ];
  return referredStories(nodes);
}

/** Where each story begins. */
export function pagesOf({ tops, pages }: PlacedStories): StoryPages {
  return new Map(
    tops
      .filter(({ isFirst, flow }) => isFirst && flow.kind === 'story')
      .map(({ flow, pageIndex }) => [flow.name, pages[pageIndex]?.label ?? '']),
  );
}

/** What references say in print, by the words `reference` and `referenceAside` of the locale. Reports GA306. */
export function sayPages({ locale, pageCount }: Edition, pages: StoryPages, context: Context): SayReference {
  // Digits are of one width, so that a page of as many digits takes the room that was kept for it.
  const kept = '0'.repeat(String(pageCount ?? 1).length);
  return (story, form) => {
    const key = form === 'aside' ? 'referenceAside' : 'reference';
    const pattern = Object.hasOwn(locale.words, key) ? locale.words[key] : undefined;
    if (pattern === undefined)
      reportFault(context, 'GA306', { message: `the locale "${locale.language}" has no word "${key}"` });
    // A number stays on the line of its word.
    const words = (pattern ?? '{page}')
      .replaceAll(' ', '\u00A0')
      .replaceAll('{page}', pages.get(story) ?? kept);
    return form === 'aside' ? ` ${words}` : words;
  };
}

function reportMoving(
  moved: readonly string[],
  { pages, found }: { readonly pages: StoryPages; readonly found: StoryPages },
  edition: Edition,
  context: Context,
): void {
  const said = moved.map(
    (story) => `"${story}" (page ${pages.get(story) ?? '?'}, then ${found.get(story) ?? '?'})`,
  );
  reportFault(context, 'GA715', {
    message: `after ${MOST_ROUNDS} rounds of composing these stories still change pages with the references to them: ${said.join(', ')}`,
    trail: [edition.issueId, edition.language],
  });
}

/** Paragraphs that are set anew in each round report the same again. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const key = JSON.stringify(diagnostic);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
