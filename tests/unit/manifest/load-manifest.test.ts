import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { LoadedManifest } from '../../../src/manifest/load-manifest.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';

function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  path = '/p/7',
): { loaded: LoadedManifest | null; codes: string[] } {
  const context = createCollector();
  const loaded = loadManifest(path, { host: createMemoryHost(files), packageFolder: '/galley' }, context);
  return { loaded, codes: context.diagnostics.map((diagnostic) => diagnostic.code) };
}

test('without a manifest there is nothing', () => {
  expect(load({ '/p/7/articles/a.md': 'x' })).toEqual({ loaded: null, codes: ['GA100'] });
  expect(load({}, '/p/8')).toEqual({ loaded: null, codes: ['GA100'] });
});

test('the folder of a paper is told which issues it has', () => {
  const context = createCollector();
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((number) => [`/p/${number}/issue.yaml`, 'date: 2026']),
  );
  const host = createMemoryHost({ ...files, '/p/publication.yaml': 'name: P', '/p/images/a.png': '' });
  expect(loadManifest('/p', { host, packageFolder: '/galley' }, context)).toBeNull();
  expect(context.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['GA100', 'Give the folder of an issue in it: 2, 3, 4, 5, 6, among others.'],
  ]);
});

test('two manifests of one name side by side are refused, those of the paper too', () => {
  const publications = { '/p/publication.yaml': 'name: P', '/p/publication.json': '{"name":"Q"}' };
  expect(load({ ...publications, '/p/7/issue.yaml': 'date: 2026' }).codes).toEqual(['GA114']);
  expect(load({ '/p/7/issue.yml': 'date: 2026', '/p/7/issue.yaml': 'date: 2026' }).codes).toEqual(['GA114']);
});

test('the nearest publication upward counts, its places are its own', () => {
  const { loaded, codes } = load({
    '/publication.yaml': 'name: Far',
    '/p/publication.yaml': 'name: Near\nprice: 1',
    '/p/7/issue.yaml': 'date: 2026\nprice: 2',
  });
  expect(codes).toEqual([]);
  expect(loaded).toMatchObject({
    issueId: '7',
    publicationFolder: '/p',
    values: { name: 'Near', price: '2', number: null },
  });
  expect(loaded?.spans['name']?.file).toBe('/p/publication.yaml');
  expect(loaded?.spans['price']).toEqual({ file: '/p/7/issue.yaml', start: 18, end: 19 });
  expect(loaded?.sources).toEqual(['/p/7/issue.yaml', '/p/publication.yaml']);
});

test('a missing date is said at the issue, whatever the publication gives', () => {
  expect(load({ '/p/publication.yaml': 'name: A', '/p/7/issue.yaml': 'number: 7' }).codes).toEqual(['GA113']);
  expect(load({ '/p/7/issue.yaml': '' }).codes).toEqual(['GA113']);
});

test.each([
  [{ '/p/7/issue.yaml': 'date: 2026', '/p/7/issue.json': '{}' }, 'GA114'],
  [{ '/p/7/issue.yaml': 'date: 2026\nimprint: { place: A }\nmasthead: { place: B }' }, 'GA108'],
  [{ '/p/7/issue.yaml': '- date\n- 2026' }, 'GA111'],
  [{ '/p/7/issue.yaml': new Uint8Array([0xff, 0xfe, 0x64, 0x00]) }, 'GA101'],
  [{ '/p/7/issue.yaml': 'date: 2026', '/p/publication.yaml': 'sections: [a]' }, 'GA111'],
  [{ '/p/7/issue.yaml': 'date: 2026', '/p/publication.yaml': 'nmae: A' }, 'GA110'],
])('%j reports %s', (files, code) => {
  expect(load(files).codes).toEqual([code]);
});

test('imprint is masthead, and its faults keep their place', () => {
  const { loaded, codes } = load({ '/p/7/issue.yaml': 'date: 2026\nimprint:\n  place: A\n' });
  expect(codes).toEqual([]);
  expect(loaded?.values.masthead?.place).toBe('A');
  expect(loaded?.spans['masthead.place']).toMatchObject({ start: 29, end: 30 });
});

test('a page plan and advertisements are kept', () => {
  const { loaded, codes } = load({
    '/p/7/issue.yaml':
      'date: 2026\npages:\n  1: { lead: ferry, briefs: [a, b] }\n  2-8: auto\nads:\n  - picture: a.png\n    size: 2 columns x 90 mm\n',
  });
  expect(codes).toEqual([]);
  expect(loaded?.values.pages).toEqual({
    '1': {
      lead: 'ferry',
      second: null,
      third: null,
      briefs: ['a', 'b'],
      section: null,
      layout: null,
      rest: null,
    },
    '2-8': 'auto',
  });
  expect(loaded?.values.ads).toEqual([
    { picture: 'a.png', alt: null, size: '2 columns x 90 mm', page: null },
  ]);
});
