import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import { roleDeclarations } from '../../../src/style/role-declarations.ts';

test('declarations of roles are found with their places, also through variables', () => {
  const text = 'p { -ed-role: H1; color: red } :root { --r: H2 } h2 { -ed-role: var(--r) }';
  const sheet = parseSheet(text, '/t/a.css', createCollector());
  const found = roleDeclarations([sheet]).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(['H1', 'var(--r)']);
});
