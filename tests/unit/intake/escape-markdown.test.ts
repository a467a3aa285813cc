import { expect, test } from 'vitest';
import { escapeMarkdown, guardParagraph } from '../../../src/intake/escape-markdown.ts';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { parse } from '../content/edition-fixture.ts';

test.each([
  '===',
  '+++',
  '•x',
  '• x',
  '- x',
  '12. x',
  '##x',
  '**x**',
  '[a](b)',
  ':::',
  '::: box',
  '[//]: # (x)',
  '[1]: https://quay.example',
])('a paragraph typed as %s is read back as that text', (typed) => {
  const { article, codes } = parse(`# H\n\n${guardParagraph(escapeMarkdown(typed))}\n`);
  expect(codes).toEqual([]);
  const [first] = article.body;
  expect(first).toMatchObject({ name: 'p' });
  expect(fieldNodes(article)[1]?.text).toBe(typed);
});
