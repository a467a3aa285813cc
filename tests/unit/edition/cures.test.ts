import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { resolveIssue } from '../../../src/edition/resolve-issue.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';

const ROOT = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '');
const ISSUE = 'name: Quay\nnumber: 7\ndate: 2026-03-14\n';

/** Code, what stands at the place, and hint of each fault. */
function told(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const given = { 'articles/ferry.md': '# Ferry\n\nIt goes.\n', ...files };
  const own = createMemoryHost(
    Object.fromEntries(Object.entries(given).map(([path, text]) => [`/paper/${path}`, text])),
  );
  const machine = createNodeHost();
  const hostOf = (path: string): typeof machine => (path.startsWith('/paper') ? own : machine);
  const host = {
    ...machine,
    readFile: (path: string) => hostOf(path).readFile(path),
    listFolder: (path: string) => hostOf(path).listFolder(path),
    fileKind: (path: string) => hostOf(path).fileKind(path),
    realPath: (path: string) => hostOf(path).realPath(path),
  };
  const context = createCollector();
  const options = { host, packageFolder: ROOT };
  const loaded = loadManifest('/paper', options, context);
  if (loaded !== null) resolveIssue(loaded, options, context);
  return context.diagnostics.map(({ code, span, hint }) => {
    const text = new TextDecoder().decode(host.readFile(span?.file ?? '') ?? new Uint8Array());
    return [code, text.slice(span?.start, span?.end), hint ?? ''];
  });
}

test('a baseline of nothing is told at itself', () => {
  expect(told({ 'issue.yaml': `${ISSUE}grid: { baseline: 0 pt }\n` })).toEqual([
    ['GA123', '0 pt', 'Give `baseline` the distance of two lines of text: 11 pt is usual.'],
  ]);
});

test('a quotation mark that is not closed is closed', () => {
  expect(told({ 'issue.yaml': `${ISSUE}tagline: "Of the harbour\n` })).toEqual([
    ['GA106', '"Of the harbour', 'Close the quotation marks: `tagline: "Of the harbour"`.'],
  ]);
  expect(told({ 'issue.yaml': `${ISSUE}tagline: "Of" the harbour\n` })[0]?.[2]).toMatch(
    /^Put the text in quotes/,
  );
});

test('an article in a code of no language is to be renamed, one in another language may be added', () => {
  const hintOf = (name: string): string | undefined =>
    told({ 'issue.yaml': ISSUE, [`articles/${name}`]: '# Tides\n\nThey rise.\n' })[0]?.[2];
  expect(hintOf('tides.xx.md')).toBe(
    '`xx` is the code of no language: name the file with one of the issue, as tides.en.md.',
  );
  expect(hintOf('tides.fr.md')).toMatch(/^Write `fr` into `languages:`/);
});

test('a misspelt key that must be there is one fault', () => {
  expect(told({ 'issue.yaml': 'name: Quay\nnumber: 7\ndat: 2026-03-14\n' }).map(([code]) => code)).toEqual([
    'GA110',
  ]);
  expect(told({ 'issue.yaml': 'name: Quay\nnumber: 7\n' }).map(([code]) => code)).toEqual(['GA113']);
});
