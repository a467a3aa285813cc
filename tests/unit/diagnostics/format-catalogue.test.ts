import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/diagnostics/catalogue.ts';
import { formatCatalogue } from '../../../src/diagnostics/format-catalogue.ts';

test('docs/diagnostics.md is what the catalogue says', async () => {
  await expect(formatCatalogue()).toMatchFileSnapshot('../../../docs/diagnostics.md');
});

test('every code has a section', () => {
  const page = formatCatalogue();
  for (const code of CATALOGUE.keys()) expect(page).toContain(`## ${code}: `);
});
