import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of the output stages. */
export const OUTPUT_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA900',
    severity: 'error',
    title: 'one id on two elements of an EPUB document',
    hint: 'Give one of them another id, or none.',
    explanation:
      'Links and the page list find their place by an id, which one element of a document may carry. Galley itself uses pg1, pg2, … for the pages of the paginated edition.',
  },
  {
    code: 'GA901',
    severity: 'error',
    title: 'page of the paginated edition not found in the EPUB',
    hint: 'Place the part in epub/story.hbs with <ed-content part="…"></ed-content>; the headline stands in an h1.',
    explanation:
      "A page begins in a part of a story that the EPUB's story template leaves out, so that the page would miss in the page list.",
  },
  {
    code: 'GA902',
    severity: 'error',
    title: 'contents of the EPUB that cannot be followed',
    hint: 'Write <nav epub:type="toc"> with a heading and <ol>: in each <li> one <a>, then the <ol> below it where there is one.',
    explanation:
      'Reading systems take their menu from epub/contents.hbs: exactly one `nav` of `epub:type="toc"`, and at most one each of `page-list` and `landmarks`. Each holds a heading or none and one list of links with words; each link of the landmarks has an `epub:type` of its own.',
  },
  {
    code: 'GA910',
    severity: 'error',
    title: 'The press profile cannot be used',
    hint: 'Name the CMYK profile that the printer gave you, a file in the paper’s folder, or leave `profile` out for newsprint.',
    explanation:
      'Under `print:` a manifest may name the ICC profile of a press. It is looked for in the folder of the issue, then in that of the paper, and has to be an output profile for four inks. Without one, galley prints for newsprint.',
  },
  {
    code: 'GA911',
    severity: 'error',
    title: 'The page count cannot be printed',
    hint: 'Add or take away pages, or write `pad: 4` to have empty pages added.',
    explanation:
      'Newspapers are printed on sheets of four pages. With `pad: refuse` under `print:` an edition whose page count is no multiple of four is not printed.',
  },
  {
    code: 'GA940',
    severity: 'error',
    title: 'Another build is writing there',
    hint: 'Wait until it has ended, then build again. If no other galley runs, delete that file.',
    explanation:
      'One build at a time writes into a folder, so that its files are all of one run. A second one waits for a minute. The file named here says which process writes; one that a crash left is taken away by the next build, or after ten minutes where another machine wrote it.',
  },
  {
    code: 'GA941',
    severity: 'error',
    title: 'Another issue has files of that name',
    hint: 'Give the issue its own `number` or `date`, or write it elsewhere with --out; where it is the same issue, moved or renamed, delete the old files.',
    explanation:
      'Names of files are made of the paper, number, date and language. An issue whose names are those of another one, as the list of checksums beside them tells by its manifest and its articles, would take the place of an edition that is still wanted.',
  },
  {
    code: 'GA920',
    severity: 'error',
    title: 'a finished PDF breaks a rule of what it claims to be',
    hint: 'Nothing was written. This is a fault of galley: please report it with the line above.',
    explanation:
      'Every PDF is checked before it is written, by the rules of PDF/A, PDF/UA and PDF/X that docs/preflight.md lists. The message names the rule, the page and the object of the file.',
  },
  {
    code: 'GA921',
    severity: 'error',
    title: 'a PDF is encrypted',
    hint: 'Save it without a password and without restrictions, then check it again.',
    explanation:
      'galley check opens no encrypted files, and neither PDF/A nor PDF/X allows them. The message names the way of encryption.',
  },
  {
    code: 'GA922',
    severity: 'error',
    title: 'a file cannot be read as a PDF',
    hint: 'Fetch or make the file anew: it is damaged, cut off, or of another kind.',
    explanation:
      'Neither the cross-reference of the file nor a search through all of its bytes leads to a document. The message names the byte where reading stopped.',
  },
];
