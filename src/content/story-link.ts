import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Edition } from '../edition/edition.ts';
import { foldName } from '../edition/slug.ts';
import type { MarkupElement } from '../markup/markup-tree.ts';

const SCHEME = /^story:/i;

/** Whether an address means a story of the same number: `story:tides`. */
export const isStoryLink = (address: string): boolean => SCHEME.test(address);

/**
 * The attributes of a link to another story; null when it leads to none. Reports GA236 for a story that does not exist,
 * GA237 for one that does not exist in this language.
 */
export function readStoryLink(
  address: string,
  at: Span | null,
  scope: { readonly edition: Edition; readonly context: Context },
): Readonly<Record<string, string>> | null {
  const { edition, context } = scope;
  const typed = decoded(address.replace(SCHEME, '').trim());
  const same = (id: string): boolean => foldName(id) === foldName(typed);
  const story = edition.stories.find(({ id }) => same(id));
  if (story !== undefined) return { href: `#${story.id}`, class: 'refer' };
  if (edition.absentStories.some(same)) {
    reportFault(context, 'GA237', {
      message: `the story "${typed}" does not exist in \`${edition.language}\`: the words stay, without link and page`,
      span: at,
    });
    return null;
  }
  const known = edition.stories.map(({ id }) => id);
  const near = suggest(typed, known);
  reportFault(context, 'GA236', {
    message: typed === '' ? 'the link names no story' : `there is no story "${typed}" in this number`,
    hint:
      near === null
        ? `Stories: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`
        : `Did you mean story:${near}?`,
    span: at,
  });
  return null;
}

/**
 * What stands in a link to a story for the page, which is known only when all pages are: behind the words that the
 * author gives, or alone where there are none.
 */
export function pageReference(attributes: Readonly<Record<string, string>>, isAlone: boolean): MarkupElement {
  return {
    kind: 'element',
    name: 'ed-ref',
    attributes: { story: (attributes['href'] ?? '').slice(1), form: isAlone ? 'alone' : 'aside' },
    children: [],
    at: null,
  };
}

/** `story:spring%20tides`, as editors insert it. A broken escape stays as typed. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
