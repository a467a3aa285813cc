import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of articles: their files, text, pictures, blocks and notes (GA200–GA229). */
export const CONTENT_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA200',
    severity: 'error',
    title: 'Article too large',
    hint: 'Split it into several stories.',
    explanation: 'One article holds at most 5 MB of text, which is some 800,000 words.',
  },
  {
    code: 'GA201',
    severity: 'error',
    title: 'Front matter without end',
    hint: 'Put a line with --- and nothing else under the last field.',
    explanation:
      'An article may begin with a line of three hyphens; its fields stand from there to the next such line. Where ' +
      'that second line is missing, the whole article would be taken for fields; where the first one is typed otherwise, as ' +
      'four hyphens, the fields would be printed.',
  },
  {
    code: 'GA202',
    severity: 'error',
    title: 'Nested too deep',
    hint: 'Take some of the > signs, list signs or asterisks away.',
    explanation: 'Lists, quotations and emphasis may stand in one another, but not a hundred deep.',
  },
  {
    code: 'GA203',
    severity: 'error',
    title: 'HTML in an article',
    hint: 'Use Markdown: *emphasis*, **strong**, ## subhead. To print the sign itself, write \\<.',
    explanation:
      'Articles are Markdown without HTML, so that the same text makes a tagged PDF and a valid EPUB. A tag would be ' +
      'printed as it stands; use Markdown instead, or write \\< where the sign is meant.',
  },
  {
    code: 'GA204',
    severity: 'error',
    title: 'Link that may not be opened',
    hint: 'Links begin with http:, https:, mailto: or tel:.',
    explanation:
      'A link in a newspaper leads to a page on the web, a mail address or a telephone number. Scripts, files and ' +
      'addresses without a scheme are refused.',
  },
  {
    code: 'GA205',
    severity: 'error',
    title: 'Second headline',
    hint: 'Write subheads with ##.',
    explanation:
      'The headline stands in the front matter, or is the first heading. Subheads under it begin with ##, and those ' +
      'under a subhead with ###.',
  },
  {
    code: 'GA206',
    severity: 'warning',
    title: 'Subhead skips a rank',
    hint: 'Use ## for a subhead, ### only under a ##, and #### only under a ###.',
    explanation:
      'Readers who listen move from heading to heading by rank, and a rank that is skipped sounds like a part that is ' +
      'missing. The subhead is set in the next rank that may stand there.',
  },
  {
    code: 'GA207',
    severity: 'error',
    title: 'Picture without alt text',
    hint: 'Say in a sentence what the picture shows; or mark it decorative, if it tells nothing.',
    explanation:
      'Each picture says in words what it shows, for readers who do not see it. Cutline and file name are never taken ' +
      'for it. A picture that only decorates is marked decorative.',
  },
  {
    code: 'GA208',
    severity: 'error',
    title: 'Picture not found',
    hint: "Put the file into the issue's folder or its images/ folder, and check the spelling, capitals too.",
    explanation:
      'Pictures are looked for in the issue, in its images/ folder, in the paper and in its images/ folder.',
  },
  {
    code: 'GA209',
    severity: 'error',
    title: 'Picture outside the paper',
    hint: "Copy the file into the issue's images/ folder and write its name alone.",
    explanation:
      'Only files inside the folders of the issue and its paper are opened: no absolute path, no way up with .., no ' +
      'address on the web, and no link that leads out.',
  },
  {
    code: 'GA210',
    severity: 'error',
    title: 'Picture format',
    hint: 'Save the picture as JPEG, PNG or WebP.',
    explanation:
      'Pictures are JPEG, PNG or WebP. HEIC, AVIF, TIFF, PDF, PSD, raw files, documents and others are told by their ' +
      'first bytes, whatever their names say, and named with the way to convert them.',
  },
  {
    code: 'GA211',
    severity: 'error',
    title: 'Picture inside a line',
    hint: 'Put the picture into a paragraph of its own, with an empty line before and after.',
    explanation: 'A picture takes a place of its own on the page, so it stands in a paragraph of its own.',
  },
  {
    code: 'GA212',
    severity: 'error',
    title: 'Unknown words in braces',
    hint: null,
    explanation:
      'Braces behind a span give its language, [texte]{lang=fr}; behind a picture they give credit="…", decorative, inset=left ' +
      'or inset=right.',
  },
  {
    code: 'GA213',
    severity: 'warning',
    title: 'Story without headline',
    hint: 'Write headline: in the front matter, or begin the text with # and the headline.',
    explanation:
      'The story is set without a head, under a rule and with a capital at its beginning, and its entry in the contents has only its file name.',
  },
  {
    code: 'GA214',
    severity: 'warning',
    title: 'Story without text',
    hint: 'Write its text under the front matter, or take the file away.',
    explanation:
      'There is nothing under the front matter, and no picture. The story is set with its head alone, or with what else its front matter gives.',
  },
  {
    code: 'GA215',
    severity: 'error',
    title: 'Control character',
    hint: 'Delete it: put the cursor behind it and press Backspace, or type the word anew.',
    explanation:
      'Invisible control characters come in when text is copied from other programs. Neither an EPUB nor a PDF can ' +
      'hold them.',
  },
  {
    code: 'GA216',
    severity: 'error',
    title: 'Block of code',
    hint: 'Write it as a plain paragraph; backticks are quotation marks here.',
    explanation:
      'Newspapers typed on a typewriter use the backtick as an opening quotation mark, so code in backticks is off, ' +
      'fenced blocks included.',
  },
  {
    code: 'GA217',
    severity: 'warning',
    title: 'Comment left out',
    hint: 'Nothing is wrong: take the line away when what it says is done.',
    explanation:
      'A line such as [//]: # (ask Ana) is a comment. It is not printed, and is told lest a word be left out that was ' +
      'meant. It goes on over further lines of its paragraph only where one of them ends with what closes it. The archive holds the article as it was typed, comments included.',
  },
  {
    code: 'GA218',
    severity: 'error',
    title: 'Decorative picture with alt text',
    hint: 'Keep one of the two.',
    explanation:
      'A decorative picture is passed over when a page is read aloud, so its alt text would never be heard.',
  },
  {
    code: 'GA220',
    severity: 'error',
    title: 'Unknown kind of block',
    hint: null,
    explanation:
      'Three colons and a kind open a block: pullquote, box, facts, sidebar, notice, letter, reply, listing. The rest ' +
      'of the line is its head.',
  },
  {
    code: 'GA221',
    severity: 'error',
    title: 'Block not closed',
    hint: 'Put a line of as many colons, and nothing else, under its last paragraph. A longer fence holds shorter ones.',
    explanation:
      'A block ends with a line of as many colons as it began with. Before that line another block of as many colons ' +
      'began, or the list, the quotation or the text ended.',
  },
  {
    code: 'GA222',
    severity: 'error',
    title: 'Colons that close nothing',
    hint: 'Take the line away, or write the kind behind the colons, as in ::: facts.',
    explanation:
      'A line of colons alone closes the block that began with as many. Here none is open: the block ended before, or ' +
      'its first line has another number of colons.',
  },
  {
    code: 'GA223',
    severity: 'error',
    title: 'Empty block, note or abbreviation',
    hint: 'Write its text, or take it away.',
    explanation: 'A box without text, a note that says nothing, or an abbreviation that stands for nothing.',
  },
  {
    code: 'GA224',
    severity: 'error',
    title: 'Block in the wrong place',
    hint: 'Close the one before it, or move it out.',
    explanation:
      'Boxes, facts, sidebars and notices stand in the body alone; letters and replies in the body, a box or a sidebar, ' +
      'a reply in its letter too; pull quotes in any of these. None stands in a list or a quotation. A pull quote holds ' +
      'paragraphs alone, and one that repeats the story no mark of a note.',
  },
  {
    code: 'GA225',
    severity: 'error',
    title: 'Pull quote with other words',
    hint: 'Copy the words from the story; or take `repeat` or `optional` away, if they are words of its own.',
    explanation:
      'A pull quote that repeats the story is shown and not read aloud, so each of its sentences must stand in the ' +
      'story, word for word and in its order; capitals and marks may differ, and the name under it may be put in other ' +
      'words. What else it says would be lost to those who listen.',
  },
  {
    code: 'GA226',
    severity: 'error',
    title: 'Words behind a pull quote',
    hint: 'Write ::: pullquote, ::: pullquote repeat or ::: pullquote optional; the words of the quote stand on the lines under it.',
    explanation: 'A pull quote has no head.',
  },
  {
    code: 'GA227',
    severity: 'error',
    title: 'Mark without note',
    hint: 'Write the note on a line of its own: [^1]: The note.',
    explanation: 'A mark such as [^1] leads to the note that begins with [^1]: in the same article.',
  },
  {
    code: 'GA228',
    severity: 'error',
    title: 'Note or abbreviation that is not used',
    hint: 'Put its mark into the text, or take it away.',
    explanation:
      'A note is set when a mark leads to it, and an abbreviation is explained where it stands. One that nothing leads ' +
      'to would be lost.',
  },
  {
    code: 'GA229',
    severity: 'error',
    title: 'Note or abbreviation given twice',
    hint: 'Give the second another name, or take it away.',
    explanation:
      'Each note and each abbreviation of an article is given once; a note may have several marks.',
  },
];
