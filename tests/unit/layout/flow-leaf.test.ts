import { expect, test } from 'vitest';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { flattenBoxes } from '../../../src/layout/flow-leaf.ts';
import { style } from '../style/styled.ts';

/** What stands before each leaf of a fragment, and `+` where it is kept with the next one. */
function breaksOf(html: string, sheet: string): readonly string[] {
  const { root } = buildBoxes(style(html, sheet).tree, createCollector());
  return flattenBoxes(root.children, true).leaves.map(
    ({ breakBefore, keepWithNext }) => `${breakBefore}${keepWithNext ? '+' : ''}`,
  );
}

test.each([
  ['<p>a</p><p class="b">b</p><p>c</p>', '.b { break-after: column }', ['auto', 'auto', 'column']],
  ['<ul><li>a</li><li>b</li></ul><p>c</p>', 'ul { break-after: page }', ['auto', 'auto', 'page']],
  ['<blockquote><p>a</p></blockquote><p>c</p>', 'blockquote p { break-after: column }', ['auto', 'column']],
  ['<p>a</p><p>b</p>', 'p:first-child { break-after: avoid }', ['auto+', 'auto']],
  // Two that meet: a forced break counts before one that is to be avoided, a page before a column.
  ['<p>a</p><h2>b</h2>', 'p { break-after: column } h2 { break-before: avoid }', ['auto', 'column+']],
  ['<p>a</p><h2>b</h2>', 'p { break-after: column } h2 { break-before: page }', ['auto', 'page+']],
  ['<p>a</p><h2>b</h2>', 'p { break-after: page } h2 { break-before: column }', ['auto', 'page+']],
  ['<div><p>a</p></div>', 'div { break-before: column } p { break-before: avoid }', ['column']],
  // Nothing follows.
  ['<p>a</p>', 'p { break-after: column }', ['auto']],
])('breaks of %s with %s', (html, sheet, breaks) => {
  expect(breaksOf(html, sheet)).toEqual(breaks);
});
