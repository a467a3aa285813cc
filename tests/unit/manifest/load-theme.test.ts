import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { loadTheme } from '../../../src/manifest/load-theme.ts';
import { PACKAGE_FILES } from '../edition/issue-fixture.ts';

type Loaded = ReturnType<typeof loadTheme>;

function load(
  name: string,
  files: Readonly<Record<string, string>>,
  paperFolders: readonly string[] = ['/p'],
): { readonly loaded: Loaded; readonly messages: readonly string[] } {
  const context = createCollector();
  const host = createMemoryHost({ ...PACKAGE_FILES, ...files });
  const place = { host, packageFolder: '/galley', paperFolders, span: null };
  const loaded = loadTheme(name, place, context);
  return { loaded, messages: context.diagnostics.map(({ message }) => message) };
}

test('a paper’s own theme has what it leaves out from galley’s', () => {
  const { loaded } = load('quay', {
    '/p/templates/quay/print.css': '',
    '/p/templates/x.hbs': '',
    '/p/fonts/a/a.ttf': '',
  });
  expect(loaded?.theme).toEqual({
    name: 'quay',
    folders: ['/p/templates/quay', '/p/templates', '/galley/templates/tabloid'],
    fontFolders: ['/p/fonts'],
  });
  expect(loaded?.settings).toMatchObject({ title: 'Tabloid', baseline: '11 pt' });
});

test('what lies beside an issue is laid over what lies beside its paper', () => {
  const files = {
    '/p/1/templates/print.css': '',
    '/p/1/templates/quay/theme.yaml': 'baseline: 10 pt',
    '/p/1/fonts/a/a.ttf': '',
    '/p/templates/quay/theme.yaml': 'title: Quay\nbaseline: 9 pt',
    '/p/fonts/b/b.ttf': '',
  };
  const { loaded, messages } = load('quay', files, ['/p/1', '/p']);
  expect(messages).toEqual([]);
  expect(loaded?.theme.folders).toEqual([
    '/p/1/templates/quay',
    '/p/1/templates',
    '/p/templates/quay',
    '/p/templates',
    '/galley/templates/tabloid',
  ]);
  expect(loaded?.theme.fontFolders).toEqual(['/p/1/fonts', '/p/fonts']);
  expect(loaded?.settings).toMatchObject({ title: 'Quay', baseline: '10 pt' });
});

test('themes extend one another: files and settings of the nearest count', () => {
  const { loaded, messages } = load('quay', {
    '/p/templates/quay/theme.yaml': 'extends: harbour\ntitle: Quay\nformats: { a4: { columns: 2 } }',
    '/p/templates/harbour/theme.yaml': 'title: Harbour\nbaseline: 12 pt\nformat: a4',
    '/galley/templates/harbour/theme.yaml': 'title: Other\nmargins: 20 pt',
    '/p/templates/print.css': '',
  });
  expect(messages).toEqual([]);
  expect(loaded?.theme.folders).toEqual([
    '/p/templates/quay',
    '/p/templates',
    '/p/templates/harbour',
    '/galley/templates/harbour',
    '/galley/templates/tabloid',
  ]);
  const { settings } = loaded ?? {};
  expect(settings).toMatchObject({ title: 'Quay', format: 'a4', baseline: '12 pt', margins: '20 pt' });
  expect(settings?.formats['a4']).toMatchObject({ columns: '2' });
  expect(settings?.formats['us-tabloid']).toMatchObject({ columns: '5' });
});

test.each([
  ['quay', 'extends: quay', 'the theme `quay` extends itself: quay extends quay'],
  ['quay', 'extends: harbour', 'the theme `quay` extends itself: quay extends harbour extends quay'],
  ['tabloid', 'extends: quay', 'the theme `tabloid` extends itself: tabloid extends quay extends tabloid'],
  ['quay', 'extends: harbur', 'there is no theme `harbur`: no folder of that name in templates/'],
])('%s with %s is refused', (name, yaml, message) => {
  const { loaded, messages } = load(name, {
    '/p/templates/quay/theme.yaml': 'title: Quay',
    [`/p/templates/${name}/theme.yaml`]: yaml,
    '/p/templates/harbour/theme.yaml': 'extends: quay',
  });
  expect(loaded).toBeNull();
  expect(messages).toEqual([message]);
});
