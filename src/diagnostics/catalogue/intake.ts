import type { CatalogueEntry } from '../catalogue-entry.ts';

/** Faults of typewritten articles on import (GA280–GA299). */
export const INTAKE_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA280',
    severity: 'error',
    title: 'Nothing to import',
    hint: null,
    explanation: 'The file to import holds no text.',
  },
  {
    code: 'GA281',
    severity: 'warning',
    title: 'No issue line found',
    hint: 'Complete name, number and date in publication.yaml and issue.yaml.',
    explanation:
      'The import looks near the top for a line with the paper, its number and its date, such as "Harbour Worker #12, ' +
      'May 4, 2025". Without it the paper gets the name of the file, and the date is left open.',
  },
  {
    code: 'GA282',
    severity: 'warning',
    title: 'No headline found',
    hint: 'Write the headline into the front matter of the article.',
    explanation:
      'No short line stands before the issue line, or before the first paragraph where there is none.',
  },
  {
    code: 'GA283',
    severity: 'warning',
    title: 'Line not understood',
    hint: 'It is kept in the body; move it to where it belongs.',
    explanation:
      'The import drops nothing: a line that is neither head, paragraph, subhead nor contact row goes to the body.',
  },
  {
    code: 'GA284',
    severity: 'warning',
    title: 'Date not understood',
    hint: 'Write date: into issue.yaml as year, month and day, such as 2025-05-04.',
    explanation: 'The line with the paper and its number has no date that the import can read.',
  },
  {
    code: 'GA285',
    severity: 'warning',
    title: 'Abbreviation in doubt',
    hint: 'If it means this paper, write abbreviation: into publication.yaml.',
    explanation:
      "A cross-reference such as RW #12 is taken for this paper only when its letters are the initials of the paper's " +
      'name.',
  },
  {
    code: 'GA286',
    severity: 'warning',
    title: 'Control character on import',
    hint: null,
    explanation: 'Invisible control characters were taken out of the text that is imported.',
  },
  {
    code: 'GA287',
    severity: 'warning',
    title: 'Web address completed',
    hint: 'If it is meant to be printed without, give it in publication.yaml as a row of kind post with a label.',
    explanation: 'A web address in the contact rows is a link, and a link begins with https:// or http://.',
  },
  {
    code: 'GA288',
    severity: 'error',
    title: 'Article that needs no import',
    hint: 'Copy it into articles/ of the issue as it is.',
    explanation:
      'The import reads text as it was typed. A file that begins with fields between two lines of --- is an article as ' +
      'galley reads it already, and would be taken apart.',
  },
];
