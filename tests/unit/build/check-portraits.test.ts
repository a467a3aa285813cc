import { expect, test } from 'vitest';
import { checkPortraits } from '../../../src/build/check-portraits.ts';
import type { Article } from '../../../src/content/article.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Edition } from '../../../src/edition/edition.ts';

/** What is told of Ana's portrait where the first edition has these stories. */
function told(languages: readonly string[], articles: readonly object[]): string | undefined {
  const context = createCollector();
  const edition = {
    issueId: '7',
    language: languages[0],
    languages,
    absentStories: [],
    manifestFile: 'issue.yaml',
    portraits: [{ name: 'Ana Example' }],
    spans: { 'portraits.Ana Example.picture': { file: 'issue.yaml', start: 0, end: 1 } },
  } as unknown as Edition;
  checkPortraits(edition, articles as readonly Article[], context);
  return context.diagnostics[0]?.message;
}

const story = (byline: string, label: object | null): object => ({
  id: 'ferry',
  byline: { text: byline },
  label,
  portrait: null,
});

test('of several editions only the one that was read is spoken of', () => {
  const both = story('By Ana Example and Ben Example', {});
  expect(told(['en', 'es'], [both])).toBe(
    'no byline of the `en` edition is that of the portrait `Ana Example`',
  );
  expect(told(['en'], [both])).toBe('no byline of this issue is that of the portrait `Ana Example`');
  expect(told(['en', 'es'], [story('By Ana Example', null)])).toContain(
    'stands at no story of the `en` edition: ',
  );
  expect(told(['en', 'es'], [story('By Ana Example', {})])).toBeUndefined();
});
