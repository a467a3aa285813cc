import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the layout stages. */
export const LAYOUT_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA701',
    severity: 'error',
    title: 'A number of a page layout is not a whole number',
    hint: 'A strip has a fixed number of rows of the baseline grid, as in rows="2".',
    explanation:
      'The attributes rows, cols and columns of ed-page, ed-frame, ed-header and ed-footer count rows of the baseline grid and columns of the page.',
  },
  {
    code: 'GA702',
    severity: 'error',
    title: 'A page layout has no room for stories',
    hint: 'Give the page an <ed-band> with <ed-frame rows="rest" thread="main"></ed-frame> in it.',
    explanation:
      'Stories run through the frames of a page. A page without one, or with frames wider than the page, cannot be made up.',
  },
  {
    code: 'GA703',
    severity: 'error',
    title: 'An element stands where a page layout has no place for it',
    hint: 'A page is <ed-page> with <ed-header>, <ed-band> and <ed-footer> in it; put other matter inside a band.',
    explanation:
      'A page layout is read as a stack of strips. Text or other elements between them would be lost, so they are refused.',
  },
  {
    code: 'GA704',
    severity: 'error',
    title: 'A picture has no size that can be set',
    hint: 'Check the width and height that print.css gives the picture: both must be over 0.',
    explanation: 'A picture needs a width and a height over 0 on the page.',
  },
  {
    code: 'GA705',
    severity: 'error',
    title: 'Something is deeper than a page',
    hint: 'Shorten it. In a layout of your own, let the block break (break-inside: auto).',
    explanation:
      'A block that may not be broken, such as a picture with its cutline, the head of a story or one row of a table, must fit on one page.',
  },
  {
    code: 'GA706',
    severity: 'warning',
    title: 'A rule of column breaking had to give way',
    hint: 'Change a few words, or the place of a subhead, so that the column can break elsewhere.',
    explanation:
      'No break of the columns keeps every rule (no single first or last line, two lines after a subhead). The least bad one was taken.',
  },
  {
    code: 'GA707',
    severity: 'error',
    title: 'A thread without matter, or without frames',
    hint: 'Stories run through thread="main".',
    explanation:
      'A frame names the thread it takes matter from; all stories run through the thread main. A frame of another name would stay empty, and an edition whose last page layout (pages/inside.hbs) has no frame for a thread would never end.',
  },
  {
    code: 'GA708',
    severity: 'error',
    title: 'Too many pages',
    hint: 'Look for type, space, headers or pictures that leave no room on a page, or divide the issue.',
    explanation:
      'An edition has at most 2000 pages. More than that is nearly always a slip in a style sheet.',
  },
  {
    code: 'GA709',
    severity: 'warning',
    title: 'An edition has another number of pages than the manifest asks for',
    hint: 'Add or cut matter, or change the number under `pages`.',
    explanation:
      'With `pages: 8`, or a page plan that names page 8, the manifest asks for eight pages. The pages are the fewest that hold the matter. An advertisement that asks for a later page than the last makes more.',
  },
  {
    code: 'GA712',
    severity: 'error',
    title: 'A story is overset',
    hint: 'Cut it, ask for more pages, or let pictures be cropped (crop:). `galley build --draft` shows what is over.',
    explanation:
      'The manifest asks for a number of pages that does not hold the matter. Nothing is cut and nothing is left out in silence: the report says how much is over, in lines of body type and in column inches.',
  },
  {
    code: 'GA713',
    severity: 'warning',
    title: 'A story is overset in a draft',
    hint: 'What is over stands on further pages, on a tint.',
    explanation: 'A draft is written even where matter is overset; without `--draft` this is error GA712.',
  },
  {
    code: 'GA714',
    severity: 'warning',
    title: 'A picture is missing in a draft',
    hint: 'Put the picture into images/ before the edition is published.',
    explanation:
      'In a draft a grey box with its diagonals stands for a picture that is missing, of a story or of the manifest; without `--draft` it is an error.',
  },
  {
    code: 'GA715',
    severity: 'error',
    title: 'References to pages that do not settle',
    hint: 'Place one of these stories by the page plan, or take a reference to it away.',
    explanation:
      'A reference such as [the map](story:tides) prints the page of its story. Where the printed page itself moves a ' +
      'story to another page, and that in turn changes what is printed, no page number is right.',
  },
  {
    code: 'GA716',
    severity: 'warning',
    title: 'Sections cannot keep to their pages',
    hint: 'Give the section more pages, move stories to another section, or leave its pages to galley.',
    explanation:
      'The page plan gives sections pages (`3-5: { section: news }`) that do not hold their stories, or that the stories before them need. The sections then begin where they come.',
  },
  {
    code: 'GA717',
    severity: 'warning',
    title: 'A page is underset',
    hint: 'Put a brief, a house filler (`house:`) or a larger picture (`crop:`) there, or let another story stand on this page (`pages:`).',
    explanation:
      'Pages are closed by the crop of pictures, by space over heads and subheads, and by house fillers. What stays empty at the foot of a page or over an advertisement, over three lines, is told with its place; the last page may end short.',
  },
  {
    code: 'GA718',
    severity: 'warning',
    title: 'The pages are not made up',
    hint: 'Shorten its headline, deck or what else stands there, or let its picture be cropped (`crop:`) or smaller (`scale:`).',
    explanation:
      'A number of three stories or more is made up, each story in a rectangle of its own. Where a story has so much over its columns that no page has room for a few lines under it, or where no way is found for all stories together, the whole number runs through the bands of its page layouts, which leaves holes.',
  },
  {
    code: 'GA719',
    severity: 'error',
    title: 'A page layout that the theme does not have',
    hint: 'A page layout is a file of pages/ in the theme, or in the templates of the paper.',
    explanation:
      '`layout` of a page or a section names a file of the folder pages/ without its ending, such as `section` or `opinion`.',
  },
  {
    code: 'GA720',
    severity: 'warning',
    title: 'A strip of the page is deeper than its rows',
    hint: 'Shorten what stands in it, or give it more rows in the page layout (for a panel: rows="auto").',
    explanation:
      'Headers and footers have a fixed number of rows, and so has a panel that does not say `auto`. What is deeper stands over the matter beside it.',
  },
  {
    code: 'GA721',
    severity: 'warning',
    title: 'Teaser wants a picture that its story does not have',
    hint: 'Give the story a `picture:`, or take `picture: true` away.',
    explanation:
      'With `picture: true` a teaser shows the picture of its story. A picture in the body of the story is not meant: that one belongs to the words round it.',
  },
  {
    code: 'GA711',
    severity: 'error',
    title: 'An advertisement finds no room',
    hint: 'Make it smaller (`size: 2 columns x 90 mm`), name another `page`, or leave `page` out.',
    explanation:
      'Advertisements stand whole at the foot of a page. One that is deeper or wider than what is free there, or wants a page that others fill, has no place; nothing that was sold is left out in silence.',
  },
  {
    code: 'GA722',
    severity: 'warning',
    title: 'A story does not jump where the page plan says',
    hint: 'Name another place after `after:`, or another page after `to:`.',
    explanation:
      'A slot of the page plan says after what its story leaves the page, or on which page it goes on (`lead: { story: ferry, jump: { after: 6 paragraphs, to: 4 } }`). Where the story is shorter than that, or its place is, it jumps where it can, or not at all.',
  },
  {
    code: 'GA723',
    severity: 'error',
    title: 'A spread stands on no two facing pages',
    hint: 'Name an even page and the odd one behind it: `8-9: { layout: centre, lead: ferry }`.',
    explanation:
      'A page layout with `spread="true"` lays out two facing pages as one: a left page, which has an even number, and the right page behind it. The page plan names both as one range, with the stories that stand there. It is no layout for a single page, for the first page of a section, or for a theme that sets stories one after another as in a book.',
  },
  {
    code: 'GA724',
    severity: 'warning',
    title: 'A spread does not hold its stories',
    hint: 'Shorten a story or let its picture be less deep (`crop:`, `scale:`), or name fewer stories for the spread.',
    explanation:
      'What the page plan names for a spread stands there whole, the lead over the fold. What does not go in beside the lead or under it, the last in rank first, stands on other pages. Where the lead itself does not go in, there is no spread: it begins on the left page, and both are made up like others.',
  },
  {
    code: 'GA725',
    severity: 'warning',
    title: 'A page is not made up as it is planned',
    hint: 'Name fewer stories for the page, shorten one, or let its picture be less deep (`crop:`, `scale:`).',
    explanation:
      'What the page plan names for a page begins there. What does not go in with the others that are named for it, the last in rank first, stands on other pages, so that the number can be made up all the same. What it names as `lead` stands at the top under the largest head; where that cannot be, it is told.',
  },
  {
    code: 'GA726',
    severity: 'warning',
    title: 'An advertisement is larger than a page',
    hint: 'Ask for a size that a page of this format has room for (`size: 2 columns x 90 mm`).',
    explanation:
      'An advertisement that is wider or deeper than an empty page of the format is set smaller in its own proportion, so that it goes on a page. Nothing is said of it where `--theme` or `--format` asks for another format than the manifest: there every size is taken for the page that it stands on.',
  },
  {
    code: 'GA727',
    severity: 'warning',
    title: 'A teaser names a story of its own page',
    hint: 'Name a story of a later page, or give this one a later page (`pages:`).',
    explanation:
      'Teasers send the reader of page 1 to other pages. One of a story that came to begin on page 1 itself is left out there; the others stay. Which page that is may differ with the language, the format and the theme.',
  },
  {
    code: 'GA728',
    severity: 'warning',
    title: 'An advertisement stands behind empty pages',
    hint: 'Ask for one of the pages that there are (`page:`), or leave `page` out: it stands among stories then.',
    explanation:
      'An advertisement stands on the page that it asks for. Where stories end long before that, the pages between stay empty, and the message says how many.',
  },
  {
    code: 'GA729',
    severity: 'warning',
    title: 'An advertisement does not fill its size',
    hint: 'Give the size that its picture has, or a picture of the proportion that was sold.',
    explanation:
      'The picture of an advertisement is shown whole. Where it is of another proportion than its `size`, by more than a tenth, some of the room that was sold stays white: over the picture, which stands at the foot of its place, or beside it.',
  },
  {
    code: 'GA730',
    severity: 'warning',
    title: 'A section stands before its turn',
    hint: 'Name it there in the manifest, or give it a page in the plan (`pages:`): a section with a place of its own stays there.',
    explanation:
      'Sections stand in the order of the manifest. Where one with a layout of its own begins on a new page, and much of the page before that would be white or house filler, a short section of later pages stands there whole, if the number is the better for it.',
  },
];
