import { expect, test } from 'vitest';
import { formatChecksums } from '../../../src/build/checksums.ts';
import { reportOther } from '../../../src/build/other-issue.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { makeEdition } from '../epub/edition-fixture.ts';

const EDITION = makeEdition('en');
const ROOT = EDITION.publicationFolder;
const within = (path: string): string => path.slice(ROOT.length + 1);
const story = (name: string) => ({ ...storyBase, id: name, file: `${ROOT}/articles/${name}.md` });
const storyBase = { section: null, language: 'en', text: '', original: null, languages: ['en'] };

const codes = (stories: readonly string[], sources: readonly string[]): readonly string[] => {
  const context = createCollector();
  const named = sources.map((name) => ({ name, bytes: new Uint8Array() }));
  const list = formatChecksums({ outputs: [], kept: [], sources: named });
  reportOther({ ...EDITION, stories: stories.map(story) }, list, context);
  return context.diagnostics.map(({ code }) => code);
};

test('a list that names other articles, or another manifest, is that of another issue', () => {
  const own = within(EDITION.manifestFile);
  expect(codes(['ferry', 'dog'], [own, 'articles/ferry.md', 'articles/cat.md'])).toEqual([]);
  expect(codes(['ferry', 'dog'], [own, 'articles/tides.md', 'articles/cat.md'])).toEqual(['GA941']);
  expect(codes(['ferry', 'dog'], [`other/${own.slice(own.lastIndexOf('/') + 1)}`])).toEqual(['GA941']);
  expect(codes(['ferry'], [own, 'articles/renamed.md'])).toEqual([]);
  expect(codes(['ferry'], [])).toEqual([]);
});
