import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { withoutRepeats } from '../../../src/diagnostics/without-repeats.ts';

test('the same fault of the same place counts once; another place is another fault', () => {
  const at = (start: number): Diagnostic => ({
    code: 'GA309',
    severity: 'error',
    message: 'there is no "pge" here',
    hint: null,
    span: { file: 'en.yaml', start, end: start + 3 },
    related: [],
    trail: [],
  });
  expect(withoutRepeats([at(4), at(9), at(4), at(4)])).toEqual([at(4), at(9)]);
});
