import { expect, test } from 'vitest';
import { escapeMarkdown, guardParagraph } from '../../../src/intake/escape-markdown.ts';
import { parse } from '../content/edition-fixture.ts';

test.each(['===', '+++', '•x', '• x', '- x', '12. x', '##x', '**x**', '[a](b)'])(
  'a paragraph typed as %s is read back as that text',
  (typed) => {
    const { article, codes } = parse(`# H\n\n${guardParagraph(escapeMarkdown(typed))}\n`);
    expect(codes).toEqual([]);
    const [first] = article.body;
    expect(first).toMatchObject({ name: 'p', children: [{ text: typed }] });
  },
);
