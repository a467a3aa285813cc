import type { CatalogueEntry } from '../catalogue-entry.ts';

const TEMPLATE_HINT =
  'Place every field and the body of a story with <ed-content part="…"> exactly once; if the layouts are galley\'s own, this is a fault of galley: please report it.';

const explain = (fault: string): string =>
  `After composing, and again on the saved bytes, galley proves that no word of a story is lost, doubled or moved. ${fault}`;

/** Faults of the proof stage. */
export const PROOF_CODES: readonly CatalogueEntry[] = [
  {
    code: 'GA801',
    severity: 'error',
    title: 'A word is lost',
    hint: TEMPLATE_HINT,
    explanation: explain('Here a word of the sources stands nowhere in the output.'),
  },
  {
    code: 'GA802',
    severity: 'error',
    title: 'A word is doubled',
    hint: TEMPLATE_HINT,
    explanation: explain('Here a word of the sources stands more than once in the output.'),
  },
  {
    code: 'GA803',
    severity: 'error',
    title: 'A word is out of order',
    hint: TEMPLATE_HINT,
    explanation: explain('Here a word comes before one that it follows in the sources.'),
  },
  {
    code: 'GA804',
    severity: 'error',
    title: 'A word came out changed',
    hint: TEMPLATE_HINT,
    explanation: explain('Here the letters that were set are not the letters of the sources.'),
  },
  {
    code: 'GA805',
    severity: 'error',
    title: 'The saved file does not say what the sources say',
    hint: TEMPLATE_HINT,
    explanation: explain('Here the file, read back as a screen reader would, differs from the sources.'),
  },
];
