/** What an element may hold, and how its tag is written. */
export type ElementKind =
  /** No children and no end tag: `br`. */
  | 'void'
  /** Stands in lines of text. */
  | 'phrasing'
  /** Stands on its own; may hold blocks. */
  | 'block'
  /** Stands on its own; holds only text and phrasing. */
  | 'text-block';

const names = (list: string): readonly string[] => list.split(' ');

const KINDS: readonly (readonly [ElementKind, readonly string[]])[] = [
  ['void', names('br hr img link meta wbr col')],
  [
    'phrasing',
    names('a abbr b bdi bdo cite code dfn em i mark q rp rt ruby s small span strong sub sup time u'),
  ],
  ['text-block', names('p h1 h2 h3 h4 h5 h6 title summary')],
  [
    'block',
    names('address article aside blockquote body caption dd details div dl dt figcaption figure footer'),
  ],
  ['block', names('head header hgroup html li main nav ol section ul')],
  ['block', names('colgroup table tbody td tfoot th thead tr')],
  ['block', names('ed-page ed-header ed-footer ed-band ed-frame ed-panel ed-picture ed-row')],
  ['phrasing', names('ed-content ed-ref')],
];

/**
 * Every element that markup may use, with its kind: a fixed list of HTML, and the make-up elements
 * (`ed-…`) that layout reads. An element or attribute that nothing reads is not here: it would be passed over.
 */
export const ELEMENTS: ReadonlyMap<string, ElementKind> = new Map(
  KINDS.flatMap(([kind, list]) => list.map((name): [string, ElementKind] => [name, kind])),
);

/** Attributes that every element may carry. */
const COMMON_ATTRIBUTES: readonly string[] = names(
  'id class lang dir title role hidden xml:lang epub:type shape',
);

/** Attributes of single elements, over the common ones. */
const OWN_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: names('href hreflang rel type'),
  blockquote: names('cite'),
  col: names('span'),
  colgroup: names('span'),
  details: names('open'),
  html: names('xmlns xmlns:epub prefix epub:prefix'),
  img: names('src alt width height decorative focus'),
  li: names('value'),
  link: names('href rel type media hreflang'),
  meta: names('charset name content http-equiv property'),
  ol: names('start type reversed'),
  q: names('cite'),
  td: names('colspan headers'),
  th: names('colspan headers scope abbr'),
  time: names('datetime'),
  'ed-page': names('name columns spread'),
  'ed-header': names('rows template'),
  'ed-footer': names('rows template'),
  'ed-panel': names('rows template'),
  'ed-frame': names('cols legs rows thread slot jumps'),
  'ed-picture': names('cols rows crop focus scale'),
  'ed-row': names('tracks align'),
  'ed-content': names('part shift end run-in sign'),
  'ed-ref': names('story form'),
};

/** The attributes an element may carry, common ones first. `data-*` and `aria-*` may stand on every element too. */
export function attributesOf(element: string): readonly string[] {
  return [...COMMON_ATTRIBUTES, ...(OWN_ATTRIBUTES[element] ?? [])];
}
