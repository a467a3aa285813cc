/** What may stand in a directive or hold one: a kind, the plain body, or a list or quotation. */
export type Surrounding = DirectiveKind | 'body' | 'other';

/** The kinds of fenced directive. */
export type DirectiveKind =
  'pullquote' | 'box' | 'facts' | 'sidebar' | 'notice' | 'letter' | 'reply' | 'listing' | 'verse';

/** How a kind is written and set. */
export type DirectiveForm = {
  readonly element: 'aside' | 'section' | 'div';
  readonly attributes: Readonly<Record<string, string>>;
  /** Class of its head; null for a kind without. */
  readonly headClass: string | null;
  /** Class of the lines that say who speaks. */
  readonly attributionClass: string;
  /** What it may stand in. */
  readonly within: ReadonlySet<Surrounding>;
  /** Whether it holds more than paragraphs. */
  readonly holdsBlocks: boolean;
};

const box = (name: string): DirectiveForm => ({
  element: 'aside',
  // A remark beside the story; `complementary`, the element's own role, would be a landmark of the whole page.
  attributes: { class: name === 'box' ? 'box' : `box ${name}`, role: 'note' },
  headClass: 'box-head',
  attributionClass: 'attribution',
  within: new Set<Surrounding>(['body']),
  holdsBlocks: true,
});

/** All kinds. */
export const DIRECTIVE_FORMS: Readonly<Record<DirectiveKind, DirectiveForm>> = {
  pullquote: {
    element: 'aside',
    attributes: { class: 'pullquote', role: 'doc-pullquote' },
    headClass: null,
    attributionClass: 'attribution',
    within: new Set<Surrounding>(['body', 'box', 'sidebar', 'letter', 'reply']),
    holdsBlocks: false,
  },
  box: box('box'),
  facts: box('facts'),
  sidebar: box('sidebar'),
  notice: box('notice'),
  letter: {
    element: 'section',
    attributes: { class: 'letter' },
    headClass: 'letter-head',
    attributionClass: 'signature',
    within: new Set<Surrounding>(['body', 'box', 'sidebar']),
    holdsBlocks: true,
  },
  reply: {
    element: 'section',
    attributes: { class: 'reply' },
    headClass: 'reply-head',
    attributionClass: 'signature',
    within: new Set<Surrounding>(['body', 'box', 'sidebar', 'letter']),
    holdsBlocks: true,
  },
  listing: {
    element: 'div',
    attributes: { class: 'listing' },
    headClass: 'listing-head',
    attributionClass: 'attribution',
    within: new Set<Surrounding>(['body', 'box', 'facts', 'sidebar', 'notice']),
    holdsBlocks: true,
  },
  verse: {
    element: 'section',
    attributes: { class: 'verse' },
    headClass: 'verse-head',
    attributionClass: 'attribution',
    within: new Set<Surrounding>(['body', 'box', 'sidebar', 'letter', 'reply']),
    holdsBlocks: false,
  },
};

/** Whether a word is a kind. */
export function isDirectiveKind(word: string): word is DirectiveKind {
  return Object.hasOwn(DIRECTIVE_FORMS, word);
}
