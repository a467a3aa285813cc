import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { parseYaml } from '../../../src/schema/parse-yaml.ts';
import { stringifyYaml } from '../../../src/schema/stringify-yaml.ts';
import type { PlainValue } from '../../../src/schema/yaml-document.ts';

test('plain words stand without quotes, traps within', () => {
  const value = {
    number: '007',
    name: { en: 'Quayside Weekly', es: '¿Qué: pasa?' },
    rows: [{ phone: '773-555-0142', label: 'Phone' }, { post: '#4' }],
    list: ['a', 'null', ''],
    none: null,
  };
  const text = stringifyYaml(value, { comment: 'A paper' });
  expect(text).toBe(
    [
      '# A paper',
      'number: 007',
      'name:',
      '  en: Quayside Weekly',
      "  es: '¿Qué: pasa?'",
      'rows:',
      '  - phone: 773-555-0142',
      '    label: Phone',
      "  - post: '#4'",
      'list:',
      '  - a',
      "  - 'null'",
      "  - ''",
      'none:',
      '',
    ].join('\n'),
  );
});

test('whatever is written is read again as the same', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('a', ' ', '#', ':', '"', "'", '\n', '-', '[', ',', '\\', '\t', '\u0085'),
      maxLength: 12,
    }),
  );
  const key = word.filter((name) => !['__proto__', 'constructor', 'prototype', '<<'].includes(name));
  const { tree } = fc.letrec<{ tree: PlainValue; leaf: PlainValue; list: PlainValue; map: PlainValue }>(
    (tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('map')),
      leaf: fc.oneof(word, fc.constant(null)),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    }),
  );
  const root = fc.dictionary(key, tree, { maxKeys: 5, noNullPrototype: true });
  fc.assert(
    fc.property(root, (value) => {
      const context = createCollector();
      const read = parseYaml(stringifyYaml(value), { file: 'x.yaml', offset: 0 }, context);
      expect(context.diagnostics).toEqual([]);
      expect(read?.value).toEqual(value);
    }),
    { seed: 898, numRuns: 1500 },
  );
});
