import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of style sheets, and of trees that cannot be made into boxes. */
export const STYLE_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA400',
    severity: 'error',
    title: 'style sheet is no CSS',
    hint: 'Look for a missing colon, semicolon or brace before this place.',
    explanation:
      'The style sheet breaks the grammar of CSS, nests a rule inside another, leaves a comment open or begins one with //.',
  },
  {
    code: 'GA401',
    severity: 'error',
    title: 'unknown property',
    hint: 'docs/css-properties.md lists the properties there are.',
    explanation:
      'The style sheet sets a property that galley does not have. Nothing in a style sheet is passed over in silence.',
  },
  {
    code: 'GA402',
    severity: 'error',
    title: 'wrong value of a property',
    hint: null,
    explanation:
      'The property exists, but not with this value: a slip in a word, a length without unit, a unit of screens only.',
  },
  {
    code: 'GA403',
    severity: 'error',
    title: 'selector not supported',
    hint: 'Selectors are type, .class, #id, [attribute], a few pseudo-classes, and space, >, +, ~ between them.',
    explanation:
      'The selector names an element that does not exist or uses a part of CSS that galley does not have.',
  },
  {
    code: 'GA404',
    severity: 'error',
    title: 'at-rule not supported',
    hint: 'Formats, faces and columns are set in the manifest and in the theme, not in the style sheet.',
    explanation: 'Style sheets hold rules only: no @media, @import, @page or @font-face.',
  },
  {
    code: 'GA405',
    severity: 'error',
    title: 'variable without value',
    hint: 'Set it in a rule for :root, or give var() a second value to fall back on.',
    explanation: 'var(--name) is used where no rule sets --name, or where it refers to itself.',
  },
  {
    code: 'GA410',
    severity: 'error',
    title: 'picture without file',
    hint: 'Write <img src="…" alt="…">.',
    explanation: 'An img element has no src, or an empty one.',
  },
  {
    code: 'GA411',
    severity: 'error',
    title: 'picture without alternative text',
    hint: 'Say in alt what the picture shows; alt="" is for ornaments.',
    explanation: 'An img without alt cannot be read aloud. An empty alt takes the picture out of reading.',
  },
  {
    code: 'GA412',
    severity: 'error',
    title: 'tracks of a row',
    hint: 'One track for each element of the row that is shown: tracks="1fr auto 1fr" for three.',
    explanation:
      'The tracks of an ed-row are shares (1fr), auto or lengths, as many as the row has elements.',
  },
  {
    code: 'GA413',
    severity: 'warning',
    title: 'Text too like what lies behind it',
    hint: 'Make the colour of the text darker, or what lies behind it lighter.',
    explanation:
      'Text needs a contrast of 4.5 to what lies behind it, in any size, so that people with weak eyes can read it, and everyone in the sun (WCAG 2.2, 1.4.3). It is measured on the finished pages, for each pair of colours once, at its first place. Text over a picture is not looked at.',
  },
  {
    code: 'GA414',
    severity: 'error',
    title: 'style of the EPUB that a book may not have',
    hint: 'Take it out, or write a picture as data: into the style sheet.',
    explanation:
      'A book is whole in itself: reader.css may import nothing and ask for no file, of the network or beside it. EPUB also ' +
      'forbids the properties direction and unicode-bidi in style sheets; the documents say direction by themselves. A rule inside another is CSS, but EPUBCheck refuses the book for it.',
  },
  {
    code: 'GA415',
    severity: 'error',
    title: 'Text outside of its page',
    hint: 'Look for what moves it in print.css: a margin, a padding, an indent, or type that is too large for its place.',
    explanation:
      'A letter lies by half or more beyond an edge of the finished page, where it is neither seen nor printed. Margins, paddings, `text-indent` and the like move text, and nothing keeps it on the page. The report names the declaration that moves it furthest where there is one, or the header or footer that has more lines than rows, and the first place of the text.',
  },
  {
    code: 'GA416',
    severity: 'warning',
    title: 'style of the EPUB that no reading system knows',
    hint: 'It has no effect. Correct the name, or take it out.',
    explanation:
      'reader.css sets a property whose name is nearly that of one of CSS, or writes something else than `!important` behind a value. Names that makers of readers have, such as those with a hyphen before them, and what @supports asks for are not looked at.',
  },
];
