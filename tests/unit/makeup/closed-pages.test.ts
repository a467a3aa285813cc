import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const STORY = 'The ferry sails at noon from the old quay. '.repeat(30);

/** Names of what stands on each page of a number of two stories. */
async function pagesOf(pages: string): Promise<readonly (readonly string[])[]> {
  const { set } = await composeFiles({
    'issue.yaml': `name: Quay\ndate: 2024-05-03\npages: { ${pages} }\n`,
    'articles/a.md': `# Ferry\n\n${STORY}\n`,
    'articles/b.md': `# Tides\n\n${STORY}\n`,
  });
  return dumpPages(set.composed)
    .split(/^page /mu)
    .slice(1)
    .map((page) => [...new Set([...page.matchAll(/^leg .* (\S+)$/gmu)].map(([, name = '']) => name))].sort());
}

test('of two stories one that is named has a page of `rest: none` to itself', async () => {
  expect(await pagesOf('1: { second: b }, 2: auto')).toEqual([['@imprint', 'a', 'b']]);
  expect(await pagesOf('1: { second: b, rest: none }, 2: auto')).toEqual([['b'], ['@imprint', 'a']]);
});

test('a page of `rest: none` that names nothing stays empty, and the stories stand on the next', async () => {
  expect(await pagesOf('1: { lead: a }, 2: { rest: none }, 3: auto')).toEqual([['a'], [], ['@imprint', 'b']]);
});

test('a page that is neither `auto` nor a map is told every key that it may have', () => {
  const host = createMemoryHost({
    '/paper/issue.yaml': 'name: Quay\ndate: 2024-05-03\npages: { 1: front }\n',
  });
  const context = createCollector();
  loadManifest('/paper', { host, packageFolder: '/galley' }, context);
  const [told] = context.diagnostics;
  expect(told?.code).toBe('GA111');
  for (const key of 'auto lead second third briefs section layout rest'.split(' '))
    expect(told?.message).toContain(key);
});
