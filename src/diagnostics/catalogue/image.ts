import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the image stages. */
export const IMAGE_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA601',
    severity: 'error',
    title: 'A picture is of no known format',
    hint: 'Save the picture as JPEG, PNG or WebP.',
    explanation:
      'Pictures are JPEG, PNG or WebP. The format is told from the first bytes of the file, not from its name; what ' +
      'this file begins with belongs to none that is known.',
  },
  {
    code: 'GA602',
    severity: 'error',
    title: 'A picture is broken or cannot be read',
    hint: 'Open the picture in an image program and save it again, or get another copy.',
    explanation:
      'Every picture is decoded whole before the pages are made. This one cannot be read, is empty, breaks off ' +
      'before its end (an interrupted copy or download), or holds data that its format does not allow.',
  },
  {
    code: 'GA603',
    severity: 'error',
    title: 'A picture is too large',
    hint: 'Make the picture smaller: 4000 pixels are enough for a whole page.',
    explanation:
      'A picture may have 100 million pixels in all, 30,000 a side and 100 MB as a file. On a page no more than 200 ' +
      'pixels an inch are kept, so that a broadsheet page at full width takes about 3000.',
  },
  {
    code: 'GA604',
    severity: 'error',
    title: 'A picture is animated',
    hint: 'Save the one frame that should be printed.',
    explanation:
      'An animated PNG or WebP holds many pictures, and nothing says which of them belongs on paper. Export the ' +
      'frame you want as a picture of its own.',
  },
  {
    code: 'GA609',
    severity: 'error',
    title: 'Nameplate that cannot be drawn',
    hint: 'Save it as plain SVG, shapes alone: letters as outlines, and no linked pictures, scripts, fetched styles or definitions of a document type. Or export it as PNG at least 3000 pixels wide.',
    explanation:
      'A nameplate in SVG is drawn as it is on every machine: it holds shapes alone, and nothing that is fetched from ' +
      'elsewhere or depends on installed fonts.',
  },
  {
    code: 'GA610',
    severity: 'warning',
    title: 'A picture takes more ink than the paper holds',
    hint: 'Make the picture lighter, or write under `print:` how much `ink` the paper holds.',
    explanation:
      'In the dark places of a picture up to four inks lie over each other. Newsprint holds 240 % of one ink; with more the sheet smears and shows through. What is measured is the picture as it goes to the press, in the inks of its profile; one pixel in a thousand is let pass.',
  },
  {
    code: 'GA611',
    severity: 'warning',
    title: 'A picture has too few pixels for print',
    hint: 'Get a larger copy of the picture, or give it less room.',
    explanation:
      'At its size on the page a picture should have 150 pixels an inch or more, else its edges print as steps. `resolution` under `print:` sets another bound. A screen forgives more: only the file for the press is looked at.',
  },
  {
    code: 'GA612',
    severity: 'warning',
    title: 'A picture has too few pixels for a screen',
    hint: 'Get a larger copy of the picture, or give it less room.',
    explanation:
      'At its size on the page the picture has fewer than 72 pixels an inch: it is seen as squares or as a blur, on a screen and in print. What is told of the file for the press (GA611) is not told twice.',
  },
];
