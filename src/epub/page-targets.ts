import type { PageMap, PageStart } from '../page/page-map.ts';
import type { PageTarget } from './epub-book.ts';
import type { Words } from './edition-words.ts';
import { element } from './markup-node.ts';
import type { PageBreak } from './place-page-breaks.ts';

/** A page break of one story with its entry in the page list. */
export type StoryPage = PageBreak & { readonly target: PageTarget };

/**
 * The page breaks of a story, in reading order. The first story that starts on a page stands for the page
 * (`pg5`, "5"); every other piece on it is a further one (`pg5-2`, "5 (continued)").
 */
export function storyPages(pageMap: PageMap, story: string, words: Words): readonly StoryPage[] {
  return pageMap.starts
    .filter((start) => start.story === story)
    .map((start) => {
      const label = pageMap.labels[start.pageIndex] ?? String(start.pageIndex + 1);
      const rank = rankOnPage(pageMap, start);
      const id = `pg${start.pageIndex + 1}${rank === 0 ? '' : `-${rank + 1}`}`;
      const title = rank === 0 ? label : words('pageContinued', { page: label });
      const marker = element('span', {
        'epub:type': 'pagebreak',
        role: 'doc-pagebreak',
        id,
        // Spaces keep speech from running the number into the words beside it.
        'aria-label': ` ${words('pageBreak', { page: label })}. `,
      });
      const target = { label, title, id, pageIndex: start.pageIndex, rank };
      return { node: start.node, offset: start.offset, isFirst: start.isFirst, marker, target };
    });
}

/** Labels of the pages a story stands on, each once, in reading order. */
export function pageLabels(pageMap: PageMap, story: string): readonly string[] {
  const starts = pageMap.starts.filter((start) => start.story === story);
  return [...new Set(starts.map((start) => pageMap.labels[start.pageIndex] ?? String(start.pageIndex + 1)))];
}

/** 0 for the piece that stands for its page. */
function rankOnPage(pageMap: PageMap, start: PageStart): number {
  const onPage = pageMap.starts.filter((other) => other.pageIndex === start.pageIndex);
  const lead = onPage.find((other) => other.isFirst) ?? onPage[0];
  if (start === lead) return 0;
  return 1 + onPage.filter((other) => other !== lead).indexOf(start);
}
