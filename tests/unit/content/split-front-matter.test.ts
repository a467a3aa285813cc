import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/content/split-front-matter.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';

const codesOf = (text: string): readonly string[] => {
  const context = createCollector();
  splitFrontMatter(text, 'ferry.md', context);
  return context.diagnostics.map(({ code }) => code);
};

test.each(['--', '----', '—', '+++', '- - -'])(
  'a line %s over a field was meant to open front matter',
  (line) => {
    expect(codesOf(`${line}\nheadline: x\n${line}\nText.\n`)).toEqual(['GA201']);
  },
);

test.each(['---\nheadline: x\n---\nText.\n', '----\n\nText.\n', '----\nA line of text.\n', 'Text: more.\n'])(
  '%j is not told',
  (text) => {
    expect(codesOf(text)).toEqual([]);
  },
);
