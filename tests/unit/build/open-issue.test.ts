import { expect, test } from 'vitest';
import { loadIssue } from '../../../src/build/open-issue.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { PACKAGE_FILES } from '../edition/issue-fixture.ts';

const ISSUE = ['nameplate: plate.svg', 'ads: [{ picture: rope.png, alt: Rope }]'];
const ARTICLE =
  '---\nheadline: Ferry\npicture: { file: pier.jpg, alt: A pier }\n---\nText.\n\n![Tide](tide.png)\n';

/** What loading an issue tells: codes with their messages, and whether there is anything to build. */
async function load(date: string, draft = false, more = ''): Promise<readonly [boolean, readonly string[]]> {
  const host = createMemoryHost({
    ...PACKAGE_FILES,
    '/paper/7/issue.yaml': ['name: Quay', `date: ${date}`, ...ISSUE, more].join('\n'),
    '/paper/7/articles/ferry.md': ARTICLE,
  });
  const context = createCollector();
  const engines = (): never => {
    throw new Error('loading needs no engine');
  };
  const installation = { packageFolder: '/galley', newsprint: '', version: '0', identity: null, engines };
  const options = { host, installation, layout: { theme: null, format: null }, draft };
  const issue = await loadIssue('/paper/7', options, context);
  return [issue !== null, context.diagnostics.map(({ code, message }) => `${code} ${message}`)];
}

const missing = (name: string): string =>
  `GA208 there is no picture "${name}" in the issue, in its images/, or in the paper`;
const ALL = ['plate.svg', 'rope.png', 'pier.jpg', 'tide.png'].map(missing);

test('one run tells every picture that is missing, of manifest and articles, in one wording', async () => {
  expect(await load('2026-03-14')).toEqual([false, ALL]);
});

test('a fault of the manifest hides none of an article', async () => {
  const [isLoaded, told] = await load('2026-02-30');
  expect(isLoaded).toBe(false);
  expect(told).toEqual([expect.stringMatching(/^GA120/), ...ALL]);
});

test('a fault of the manifest hides no page layout that the theme has not', async () => {
  const [, told] = await load('2026-02-30', false, 'pages: { 1: { layout: frnt } }');
  expect(told.filter((line) => line.startsWith('GA719'))).toHaveLength(1);
});

test('in a draft articles are told when they are built, and once', async () => {
  const [isLoaded, told] = await load('2026-03-14', true);
  expect(isLoaded).toBe(true);
  expect(told.map((line) => line.slice(0, 5))).toEqual(['GA714', 'GA714']);
});
