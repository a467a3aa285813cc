import { CATALOGUE } from './catalogue.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

/** The catalogue as the page of the docs: a section a code, in the order of the codes. */
export function formatCatalogue(): string {
  const entries = [...CATALOGUE.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const head = [
    '# Diagnostics',
    '',
    'What galley reports, by code. A build with errors writes nothing; warnings are printed and counted.',
    'This page is made from the catalogue (`npm run docs`).',
    '',
  ];
  return [...head, ...entries.map(formatEntry)].join('\n');
}

function formatEntry({ code, severity, title, explanation, hint }: CatalogueEntry): string {
  const cure = hint === null ? '' : `\n**What to do.** ${hint}\n`;
  return `## ${code}: ${title}\n\n*${severity}.* ${explanation}\n${cure}`;
}
