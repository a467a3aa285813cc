import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of reading and writing files. */
export const BUILD_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA990',
    severity: 'error',
    title: 'The output folder cannot be written to',
    hint: 'Choose another folder with --out. It must be a folder, or not there yet, and you need the right to write in it.',
    explanation:
      'Before anything is laid out, galley looks whether it may write the editions where they are wanted.',
  },
  {
    code: 'GA991',
    severity: 'error',
    title: 'A file could not be written',
    hint: 'What was there before is untouched. Mend that or choose another folder with --out, then build again.',
    explanation:
      'Editions are written beside their place and renamed, all or none, so a failed build leaves the old ones.',
  },
  {
    code: 'GA992',
    severity: 'error',
    title: 'The issue has no edition in that language',
    hint: "Name a language of the manifest's `languages:`, or leave --lang out.",
    explanation:
      "With --lang only some editions of an issue are built. The language must be one of the issue's own.",
  },
  {
    code: 'GA993',
    severity: 'error',
    title: 'A file could not be read',
    hint: 'Copy the file anew from where it came from, or take it away.',
    explanation:
      'A manifest, an article, a picture, a font or a file of the theme is there, and the system does not give what is in it. The message says why: mostly the right to read it is missing.',
  },
  {
    code: 'GA994',
    severity: 'warning',
    title: 'Nothing can be kept for the next build',
    hint: 'Name another folder with --cache-dir, or leave it out.',
    explanation:
      'Pictures made ready and measured depths of stories are kept in the folder of --cache-dir. Where nothing can be written there, the issue is built all the same, and each build makes everything anew.',
  },
];
