import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of templates and of the markup they make. */
export const TEMPLATE_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA300',
    severity: 'error',
    title: 'template not found',
    hint: 'A paper may hold its own in templates/; the theme holds the others.',
    explanation:
      'A page, a partial or an EPUB document is wanted that neither the paper nor the theme has. Names are paths below the theme without the ending: pages/front is the file pages/front.hbs.',
  },
  {
    code: 'GA301',
    severity: 'error',
    title: 'template cannot be read',
    hint: 'Look for a {{ that is never closed, or a block without its end.',
    explanation:
      'The Handlebars of a template is not well formed: a mustache or a block is not closed, or its name is missing.',
  },
  {
    code: 'GA302',
    severity: 'error',
    title: 'unknown field in a template',
    hint: null,
    explanation:
      'A template names a field that its data does not have. Every field of an edition or story is there, as null when it is empty, so a missing one is a slip of the pen. docs/themes.md lists them.',
  },
  {
    code: 'GA303',
    severity: 'error',
    title: 'unknown helper',
    hint: null,
    explanation:
      'A template calls a helper that does not exist. docs/themes.md lists the helpers; a theme cannot add any.',
  },
  {
    code: 'GA304',
    severity: 'error',
    title: 'unknown partial',
    hint: 'Partials are the files partials/<name>.hbs of the paper or the theme.',
    explanation: 'A template includes a partial that neither the paper nor the theme has.',
  },
  {
    code: 'GA305',
    severity: 'error',
    title: 'construct not allowed in templates',
    hint: 'Use {{field}} for a field, and <ed-content part="…"></ed-content> for marked-up matter.',
    explanation:
      'Text from sources never becomes markup: unescaped output ({{{field}}}, {{&field}}) is refused, and so are decorators and a partial or helper whose name is not fixed.',
  },
  {
    code: 'GA306',
    severity: 'error',
    title: 'word missing from the locale',
    hint: "Words stand under `words` in the theme's locale/<language>.yaml.",
    explanation: '{{word "name"}} names a word that the locale of the edition does not have.',
  },
  {
    code: 'GA307',
    severity: 'error',
    title: 'unknown part',
    hint: null,
    explanation:
      '<ed-content part="…"> names a part that the story, the edition or the chapter does not have.',
  },
  {
    code: 'GA308',
    severity: 'error',
    title: 'template makes too much',
    hint: 'Look for a list inside a list, or a partial that includes itself.',
    explanation: 'What a template makes is capped at 20 MB, and partials may be nested 50 deep.',
  },
  {
    code: 'GA309',
    severity: 'error',
    title: 'argument missing',
    hint: null,
    explanation:
      'A helper is given fewer or more values than it takes; or a word of the locale is a pattern with a place for a value, as {page}, and the template gives no such value.',
  },
  {
    code: 'GA310',
    severity: 'error',
    title: 'unknown element',
    hint: 'docs/themes.md lists the elements of HTML and of the make-up.',
    explanation: 'Markup may use a fixed list of HTML elements and the ed-… elements of the make-up.',
  },
  {
    code: 'GA311',
    severity: 'error',
    title: 'unknown attribute',
    hint: null,
    explanation:
      'The element has no such attribute. Style belongs in the style sheet, and scripts have no place in an edition.',
  },
  {
    code: 'GA312',
    severity: 'error',
    title: 'element closed in its own tag',
    hint: null,
    explanation:
      'Only elements that hold nothing (br, hr, img, link, meta) may end in />. HTML reads <ed-frame/> as a start tag and would put all that follows inside it.',
  },
  {
    code: 'GA313',
    severity: 'error',
    title: 'tags do not nest',
    hint: null,
    explanation:
      'Each element needs its end tag, inside the element that holds it; paragraphs and heads hold only text.',
  },
  {
    code: 'GA314',
    severity: 'error',
    title: 'HTML is not well formed',
    hint: null,
    explanation: 'A tag, an attribute or a character reference is not written as HTML wants it.',
  },
  {
    code: 'GA315',
    severity: 'error',
    title: 'wrong value of an attribute',
    hint: null,
    explanation:
      'An attribute of a make-up element has a value of the wrong form: columns are counted, rows are a number, auto or rest.',
  },
  {
    code: 'GA316',
    severity: 'error',
    title: 'what is printed is no text, or what is gone through is no list',
    hint: null,
    explanation:
      'A template prints a list or something with fields of its own, as {{edition}}: only one of its fields can be printed. Or {{#each}} goes over text. docs/themes.md lists fields and lists.',
  },
  {
    code: 'GA318',
    severity: 'warning',
    title: 'template that nothing uses',
    hint: null,
    explanation:
      'A template has no effect: it is named much like one of galley, and no page layout, tag or manifest names it; or it stands in epub/ under a name that galley does not ask for; or it is a partial of the issue that no template takes in. Files are found by their names, as pages/front.hbs. A whole page layout or a partial in the templates of the publication may be for another number, and is not told.',
  },
  {
    code: 'GA319',
    severity: 'error',
    title: 'layout without the picture that it is for',
    hint: null,
    explanation:
      'A layout of advertisements or house fillers has no img of `ad.file` or `house.file`: what was sold would be missing from the paper.',
  },
  {
    code: 'GA320',
    severity: 'warning',
    title: 'file or folder that is not read because of its name',
    hint: null,
    explanation:
      'A folder is named much like one that galley reads, as image/ for images/; or a style sheet, a template or a file of settings has a name, or stands in a place, where none is read. It has no effect. Pictures, read-me files and licences may lie anywhere.',
  },
];
