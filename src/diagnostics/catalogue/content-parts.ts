import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of articles: their tables, references, lengths and typed signs (GA230–GA279). */
export const CONTENT_PART_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA230',
    severity: 'error',
    title: 'Row with more cells than its table has columns',
    hint: 'Take a bar away, or write \\| where the sign itself is meant; or give the head and the line of hyphens a column more.',
    explanation:
      'The head of a table says how many columns it has. What a row has over that would have no column to stand in.',
  },
  {
    code: 'GA231',
    severity: 'warning',
    title: 'Row with fewer cells than its table has columns',
    hint: 'Write the bars of the empty cells too, so that it is plain which columns they stand in.',
    explanation: 'The cells that are missing at the end of the row are left empty.',
  },
  {
    code: 'GA232',
    severity: 'error',
    title: 'Table without head',
    hint: 'Put a line such as | --- | --- | under the first row, with as many cells as it has.',
    explanation:
      'A table begins with a row of heads and a line of hyphens under it. Readers who listen to a table hear the head of ' +
      'a column before each cell. Cells of the first row may be empty, when the first column says what each row is.',
  },
  {
    code: 'GA233',
    severity: 'error',
    title: 'Head and line of hyphens differ',
    hint: 'Give the line under the head as many groups of hyphens as the head has cells.',
    explanation: 'The line of hyphens under the head of a table has one group for each column.',
  },
  {
    code: 'GA234',
    severity: 'warning',
    title: 'Table wider than its place',
    hint: 'Shorten the longest words of the table, give them soft hyphens (&shy;), or take a column away.',
    explanation:
      'A table that is too wide for a column of the page is set over all columns of its story. Where that is still too ' +
      'narrow for its words, they are broken between letters.',
  },
  {
    code: 'GA235',
    severity: 'error',
    title: 'Table too wide to be read',
    hint: 'Divide the table into two, or turn its columns into rows.',
    explanation:
      'The table has more columns than can stand side by side: some would be narrower than a letter.',
  },
  {
    code: 'GA236',
    severity: 'error',
    title: 'Reference to a story that does not exist',
    hint: 'Write the name of a file in articles/ without language and ending: [the map](story:tides).',
    explanation:
      'A link such as [the map](story:tides) leads to another story of the same number, and prints the page it begins on.',
  },
  {
    code: 'GA237',
    severity: 'warning',
    title: 'Reference to a story of another language',
    hint: 'Translate the story too, or take the reference out of this language.',
    explanation:
      'The story exists in another language of the paper and not in this edition, which has no page to send readers to.',
  },
  {
    code: 'GA239',
    severity: 'error',
    title: 'Document in place of a text file',
    hint: null,
    explanation:
      'Manifests and articles are plain text. Word documents, ODT, RTF, Pages, PDF, HTML and pictures are told by ' +
      'their first bytes, whatever their names say, and named with the way to convert them, at the line of the ' +
      'manifest that asks for the story.',
  },
  {
    code: 'GA240',
    severity: 'error',
    title: 'Paragraph too long',
    hint: 'Divide it by empty lines; where the text has its line ends elsewhere, put an empty line at each.',
    explanation:
      'A paragraph has at most 500,000 characters, which is the length of a novel. Lines are broken over a whole ' +
      'paragraph at once, and nobody reads one of megabytes.',
  },
  {
    code: 'GA241',
    severity: 'error',
    title: 'Too many stories',
    hint: 'Divide the issue, or take what does not belong to it out of articles/.',
    explanation:
      'An issue has at most 2,000 stories in each of its languages; the largest newspapers have some hundreds.',
  },
  {
    code: 'GA242',
    severity: 'error',
    title: 'Portrait without a byline',
    hint: 'Give the story a byline:, or take the portrait away.',
    explanation: 'A portrait stands at the byline of the author whom it shows.',
  },
  {
    code: 'GA243',
    severity: 'error',
    title: 'Word too long',
    hint: 'Put spaces where words end; leave out what is no text, such as the bytes of a picture.',
    explanation:
      'A word has at most 20,000 letters and figures without a space or a sign between them. What is longer is data, ' +
      'and its lines would take minutes to break.',
  },
  {
    code: 'GA244',
    severity: 'warning',
    title: 'Backtick without a partner',
    hint: "Close the quotation, as in `so' or `so`; where the sign itself is meant, write \\`.",
    explanation:
      "A backtick opens an inner quotation, which ' or another backtick closes in the same paragraph; both `so' and " +
      '`so` are set as marks of the language. Alone it would open what never ends.',
  },
  {
    code: 'GA245',
    severity: 'error',
    title: 'Picture without a file',
    hint: 'Write `file:` and the name of a picture in images/, or take the picture out.',
    explanation:
      'Alt text, cutline and credit belong to a picture, and nothing says which: `picture:` and `portrait:` have their ' +
      '`file:`, ![…](pier.jpg) has it in the round brackets. A translation takes the file over from the first language.',
  },
  {
    code: 'GA246',
    severity: 'error',
    title: 'Combining mark without a letter',
    hint: 'Delete it, or put it straight behind its letter; a mark that is to be shown alone stands behind &nbsp;.',
    explanation:
      'An accent or another mark that combines with the letter before it stands at the beginning of a text, or behind a ' +
      'space or an invisible sign where a line may end: it would be set on nothing.',
  },
  {
    code: 'GA247',
    severity: 'warning',
    title: 'Sign of Markdown without effect',
    hint: 'Close it, or write \\ before the sign where the sign itself is meant.',
    explanation:
      'An asterisk that opens emphasis without closing it, a link that lacks its last bracket, or a subhead without a ' +
      'space behind its signs is no fault to Markdown: it is text, and would be printed as it was typed. So are lines that ' +
      'begin with dashes, lines with tabs between their words, which are run together, and a line of ===.',
  },
  {
    code: 'GA248',
    severity: 'warning',
    title: 'Portrait that stands at no story',
    hint: null,
    explanation:
      'Under `portraits:` of issue.yaml stands the face of an author whose name is in no byline of the issue, or whose stories have no label. One for other issues belongs into publication.yaml.',
  },
  {
    code: 'GA249',
    severity: 'warning',
    title: 'Quotation that is not closed',
    hint: 'Close it; a paragraph in which it goes on begins with a quotation mark too.',
    explanation:
      'Nothing closes a quotation before the end of its paragraph, headline or cutline, and the next paragraph begins with ' +
      'no mark, as it does where a quotation goes on; it may also close in a list or a quotation that follows. Readers ' +
      'would not know where the words of another end.',
  },
  {
    code: 'GA250',
    severity: 'warning',
    title: 'Byline in the text',
    hint: null,
    explanation:
      'The first paragraph of a story without a byline is one line of names that says who wrote it, such as “By Anna ' +
      'Example”. It is set as text: a byline stands among the fields of the story.',
  },
];
