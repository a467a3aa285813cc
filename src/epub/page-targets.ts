import type { PageMap, PageStart } from '../page/page-map.ts';
import type { PageTarget } from './epub-book.ts';
import type { Words } from './edition-words.ts';
import { element } from './markup-node.ts';
import type { PageBreak } from './place-page-breaks.ts';

/** A page break of one story with its entry in the page list. */
export type StoryPage = PageBreak & { readonly target: PageTarget };

/**
 * The page breaks of each story by its id, in reading order. The first story that starts on a page stands for the
 * page (`pg5`, "5"); every other piece on it is a further one (`pg5-2`, "5 (continued)").
 */
export function storyPages(pageMap: PageMap, words: Words): ReadonlyMap<string, readonly StoryPage[]> {
  const leads = new Map<number, PageStart>();
  for (const start of pageMap.starts) {
    const known = leads.get(start.pageIndex);
    if (known === undefined || (start.isFirst && !known.isFirst)) leads.set(start.pageIndex, start);
  }
  const further = new Map<number, number>();
  const pages = new Map<string, StoryPage[]>();
  for (const start of pageMap.starts) {
    const isLead = leads.get(start.pageIndex) === start;
    const rank = isLead ? 0 : (further.get(start.pageIndex) ?? 0) + 1;
    if (!isLead) further.set(start.pageIndex, rank);
    const own = pages.get(start.story) ?? [];
    own.push(makePage(start, pageMap, rank, words));
    pages.set(start.story, own);
  }
  return pages;
}

function makePage(start: PageStart, pageMap: PageMap, rank: number, words: Words): StoryPage {
  const { node, offset, isFirst, pageIndex } = start;
  const label = pageMap.labels[pageIndex] ?? String(pageIndex + 1);
  const id = `pg${pageIndex + 1}${rank === 0 ? '' : `-${rank + 1}`}`;
  const title = rank === 0 ? label : words('pageContinued', { page: label });
  const marker = element('span', {
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    id,
    // Spaces keep speech from running the number into the words beside it.
    'aria-label': ` ${words('pageBreak', { page: label })}. `,
  });
  return { node, offset, isFirst, marker, target: { pageIndex, label, rank, title, id } };
}

/** Labels of the pages that the breaks begin, each once, in reading order. */
export function pageLabels(pages: readonly StoryPage[]): readonly string[] {
  return [...new Set(pages.map(({ target }) => target.label))];
}
