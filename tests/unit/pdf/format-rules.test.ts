import { expect, test } from 'vitest';
import { formatRules } from '../../../src/pdf/preflight/format-rules.ts';
import { RULES } from '../../../src/pdf/preflight/rule-table.ts';

test('docs/preflight.md lists the rules', async () => {
  await expect(formatRules()).toMatchFileSnapshot('../../../docs/preflight.md');
});

test('every rule names a clause, and is written as a sentence with a cure', () => {
  for (const [key, { clauses, title, cure }] of Object.entries(RULES)) {
    expect(Object.keys(clauses), key).not.toEqual([]);
    for (const [standard, clause] of Object.entries(clauses))
      expect(clause, key).toMatch(standard === 'x4' ? /^[a-z-]+$/ : /^\d+(?:\.\d+)*-\d+$/);
    expect(title, key).toMatch(/^[A-Z].*[^.]$/);
    expect(cure, key).toMatch(/\.$/);
  }
});
