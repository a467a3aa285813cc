import type { CatalogueEntry } from '../catalogue-entry.ts';

const error = (code: string, title: string, hint: string | null, explanation: string): CatalogueEntry => ({
  code,
  severity: 'error',
  title,
  hint,
  explanation,
});

const warning = (code: string, title: string, hint: string | null, explanation: string): CatalogueEntry => ({
  code,
  severity: 'warning',
  title,
  hint,
  explanation,
});

const SYNTAX: readonly CatalogueEntry[] = [
  error(
    'GA100',
    'no manifest found',
    'A folder of an issue holds a file issue.yaml; two lines, `number:` and `date:`, are enough. `galley init <folder>` writes one.',
    'galley was pointed at a folder without issue.yaml or issue.json, or at a file that cannot be read. Give the folder of the issue, or the manifest itself.',
  ),
  error(
    'GA101',
    'file is not UTF-8 text',
    'Open it in a text editor and save it again with the encoding UTF-8.',
    'Manifests and articles are UTF-8. UTF-16, Latin-1, NUL bytes and lone carriage returns are refused, with the offset of the first byte that does not fit, because guessing an encoding turns names into rubbish.',
  ),
  error(
    'GA102',
    'file is too large or too deeply nested',
    'Split the issue, or look for text that stands in a manifest by mistake.',
    'A manifest may have half a million characters, twenty thousand keys, two thousand in one map, ten thousand characters in one text, and forty levels; an article five million bytes. Beyond that something is in the wrong file.',
  ),
  error(
    'GA103',
    'not YAML',
    null,
    'The file breaks a rule of YAML: wrong indentation, a tab, a bracket or quotation mark that does not close. The place is where the reader noticed; the cause may stand a line above.',
  ),
  error(
    'GA104',
    'a # would swallow words',
    'Put the text in quotes.',
    'In YAML, white space and `#` begin a comment, so that `deck: See RW #895 for more` is cut after RW, and `number: #898` is empty. galley reports each `#` that stands straight before a letter or digit. A comment of yours has a space after its `#`.',
  ),
  error(
    'GA105',
    'a colon in the wrong place',
    'Put the text in quotes.',
    'In YAML, a colon and a space end a key. A text with both must stand in quotes; a key must have a space after its colon, and must begin in the column of its neighbours.',
  ),
  error(
    'GA106',
    'a sign that YAML reserves',
    'Put the text in quotes.',
    'A text may not begin with @ ` % * & ! | > [ ] { } , or with - ? : and a space, and quotation marks at its start must stand round the whole of it. In quotes everything is text.',
  ),
  error(
    'GA107',
    'a comma inside braces',
    'Put the text in quotes.',
    'Within `{ en: …, es: … }` a comma separates entries, so that `{ en: Yes, please }` would lose a word. Quote the text, or write one entry a line without braces.',
  ),
  error(
    'GA108',
    'key given twice',
    'Keep one of the two.',
    'The same key stands twice in one map. YAML readers differ about which of them counts; galley takes neither side.',
  ),
  error(
    'GA109',
    'feature of YAML that galley does not read',
    'Write the value out, or put it in quotes if it is text.',
    'Anchors, aliases, tags, merge keys, keys that are lists, and the names __proto__, constructor and prototype are refused: no manifest needs them, and they have been used to attack programs that read YAML.',
  ),
];

const SCHEMA: readonly CatalogueEntry[] = [
  error(
    'GA110',
    'unknown key',
    null,
    'A key that galley does not know, most often a slip of the fingers. Nothing is ignored in silence: a key that has no effect would be missed only in print.',
  ),
  error(
    'GA111',
    'value of the wrong kind',
    null,
    'A list where a text is wanted, a text where a map is wanted, or a text of the wrong form.',
  ),
  error('GA112', 'not one of the words', null, 'The key takes one of a few words.'),
  error(
    'GA113',
    'key is missing',
    null,
    'A key without which the issue cannot be made. An issue needs a date; a contact row needs its kind.',
  ),
];

const FILES: readonly CatalogueEntry[] = [
  error(
    'GA114',
    'two manifests in one folder',
    'Keep one of them.',
    'issue.yaml and issue.json (or issue.yml) stand side by side, or two of publication.yaml so, and it is not to be seen which one counts.',
  ),
  warning(
    'GA115',
    'paper without a name',
    'Put `name:` into publication.yaml, or into issue.yaml for a paper of one issue.',
    'Nameplate, folios, file names and metadata carry the name of the paper. Without one, the name of its folder is taken.',
  ),
  error(
    'GA140',
    'theme that is nowhere, or extends itself',
    null,
    'The key `theme` of a manifest, and `extends` of a theme.yaml, name a folder in templates/ of the paper, or of galley. Following `extends` from theme to theme must come to an end.',
  ),
  error(
    'GA141',
    'no words for a language',
    null,
    'Month names, labels and jump lines come from locale/<language>.yaml of the theme. A paper can bring its own in templates/locale/.',
  ),
  error(
    'GA142',
    'article cannot be read',
    null,
    'A file in articles/ that is a link out of the paper or to nowhere, or a device.',
  ),
  error(
    'GA143',
    'page plan names an unknown story',
    'Story names are file names of articles/ without language and ending.',
    'A slot of a page, such as lead or briefs, names a story that has no file in articles/.',
  ),
  error(
    'GA144',
    'story stands in two slots of the page plan',
    'Keep it in one of them: a story that is too long for its slot goes on by itself.',
    'Each story stands in one slot of one page. Where it does not fit, it jumps to a later page.',
  ),
  error(
    'GA145',
    'page plan has a key that is no page',
    'Write a number, as in `1: { lead: ferry }`, or a range, as in `2-8: auto`.',
    'The keys under `pages` are pages of the issue, counted from 1, or ranges of them.',
  ),
  error(
    'GA147',
    'page plan with a section that cannot begin there',
    'Sections are the keys under `sections`; each begins on one page.',
    'A page or a range of pages is for a section that has no story in this issue, or that begins on another page already.',
  ),
  error(
    'GA148',
    'combining mark without a letter in a manifest',
    'Delete it, or put it straight behind its letter; a mark that is to be shown alone stands behind a no-break space.',
    'An accent or another mark that combines with the letter before it stands at the beginning of a text, or behind a space or an invisible sign where a line may end: it would be set on nothing.',
  ),
  error(
    'GA149',
    'jump to a page that is no later one',
    'A story goes on on a page after its own: name that, or take `to` away.',
    'The page plan lets a story go on on its own page, or on one before it.',
  ),
];

const VALUES: readonly CatalogueEntry[] = [
  error(
    'GA120',
    'date that does not exist',
    'Write year-month-day, such as 1997-03-16; a month 1997-03; a year 1997; or two of them with a slash between: 1997-03-16/1997-03-22.',
    'The date is no date of the calendar, is written in another order than year, month, day, or a range ends before it begins. For the date as it stood on the page there is `datePrinted`.',
  ),
  error(
    'GA121',
    'ISSN with a wrong check digit',
    'Compare it with the printed one: most often two digits are swapped.',
    'An ISSN has eight digits, the last of which (0–9 or X) is computed from the others.',
  ),
  error(
    'GA122',
    'format that galley does not know',
    null,
    'Formats are us-tabloid, us-tabloid-short, compact-tabloid, tabloid, berliner, broadsheet, nordic, a4, a3, letter and 11x17, or a map with width and height.',
  ),
  error(
    'GA123',
    'grid that does not fit the page',
    'Make the margins or gutters smaller, or the columns fewer.',
    'Margins, columns and gutters leave columns narrower than 3 picas, or a page of fewer than 10 lines; or the page is larger than a PDF may be (200 inches).',
  ),
  error(
    'GA124',
    'contact row without one kind',
    'Write one kind a row: `- phone: 773-555-0142`, with `label:` under it if you need one.',
    'A row of the contact block has exactly one of post, phone, fax, email, web.',
  ),
  error(
    'GA125',
    'not a language code',
    'Language codes are short: en, es, fr, pt-BR.',
    'The keys of a text given for several languages are the codes of `languages`.',
  ),
  warning(
    'GA126',
    'text missing in a language',
    'Add the text for that language, or write one text for all.',
    'A text is given for some of the languages of the issue. The edition without one takes the first text that is given, so that nothing is missing on the page.',
  ),
  warning(
    'GA156',
    'language listed twice, or none',
    'Keep one of the two.',
    'The list under `languages` has the same language twice, or is empty. An edition is made of each once, and an English one where none is named.',
  ),
  warning(
    'GA158',
    'corrected before it was issued',
    'Compare the two dates: most often the year or the month is that of another one.',
    'A correction, or `revised`, has a day before the date of the issue.',
  ),
  warning(
    'GA157',
    'word of a language that nothing asks for',
    null,
    'A file in templates/locale/ has a word whose name is nearly that of one of galley’s, or a place in braces that galley does not fill there. Words with names of their own are for layouts of the paper.',
  ),
  error(
    'GA127',
    'not an address',
    null,
    'E-mail addresses have an @; web addresses begin with http:// or https://. Only these become links.',
  ),
  error('GA128', 'unknown placeholder', null, 'A pattern has a word in braces that galley does not fill.'),
  warning(
    'GA129',
    'pattern names what the issue lacks',
    'Give the key, or leave it out of the pattern.',
    'The pattern of the issue line asks for a number, volume or abbreviation, and the issue has none. The usual line of the language is printed.',
  ),
];

const STORIES: readonly CatalogueEntry[] = [
  error(
    'GA130',
    'section names an unknown story',
    null,
    'A list under `sections` holds names of files in articles/, without language and ending: `ferry` for ferry.md or ferry.en.md.',
  ),
  warning(
    'GA131',
    'story in no section',
    'Add it to a list under `sections`, or take the file out of articles/.',
    'The issue has lists under `sections`, and this story stands in none of them. It is printed after the others.',
  ),
  warning(
    'GA132',
    'stories without a translation',
    'Add the files, named <story>.<language>.md.',
    'Stories that do not exist in a language are left out of that edition.',
  ),
  warning(
    'GA133',
    'edition without stories',
    'Put Markdown files into articles/: ferry.md, or ferry.en.md and ferry.es.md.',
    'An edition with no story at all. It is built with nameplate and imprint alone.',
  ),
  error(
    'GA134',
    'two files are one story',
    'Rename or remove one of them.',
    'Two files of articles/ have the same name once language, ending, case and the composition of accents are put aside. On some file systems they would be one file.',
  ),
  warning(
    'GA135',
    'file in articles/ left out',
    'Stories are called <story>.md or <story>.<language>.md.',
    'A file in articles/ that does not end in .md, whose language is not one of the issue, that stands in a folder of its own, or that has nothing in it and is not named in the manifest.',
  ),
  error(
    'GA136',
    'story listed twice',
    'A story stands in one section, once.',
    'The same story is named twice under `sections`.',
  ),
  error(
    'GA137',
    'unknown section',
    null,
    'The issue has a section that publication.yaml does not list. A section of this issue alone gives its own title: `special: { title: Harbour days, stories: [regatta] }`.',
  ),
];

const REFERRED: readonly CatalogueEntry[] = [
  error(
    'GA153',
    'correction or teaser of a story that does not exist',
    null,
    'Corrections and teasers name a story as its file is called, without language and ending. Those of a story that an edition does not have are left out of that edition.',
  ),
];

const PICTURES: readonly CatalogueEntry[] = [
  error(
    'GA154',
    'picture of the manifest that cannot be used',
    'Put the file into images/ of the issue, or of the paper.',
    'Advertisements are JPEG, PNG or WebP files, a nameplate is SVG, PNG or JPEG. They lie in the issue, in its images/, or in the folder of the paper.',
  ),
  error(
    'GA146',
    'portrait without alternative text',
    'Give it `alt:` with what it shows, or `decorative: true` where the byline says all that there is to tell.',
    'The portraits under `portraits` are pictures, each with a text for those who do not see it, or marked as decoration. Not both.',
  ),
  error(
    'GA155',
    'advertisement without alternative text',
    'Give it `alt:` with the words that the advertisement says.',
    'An advertisement is a picture, and what it says must reach those who do not see it.',
  ),
];

const PLANNED: readonly CatalogueEntry[] = [];

/** Faults of the manifest stages. */
export const MANIFEST_CODES: readonly CatalogueEntry[] = [
  ...SYNTAX,
  ...SCHEMA,
  ...FILES,
  ...VALUES,
  ...STORIES,
  ...REFERRED,
  ...PICTURES,
  ...PLANNED,
].sort((a, b) => Number(a.code.slice(2)) - Number(b.code.slice(2)));
