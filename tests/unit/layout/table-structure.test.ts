import { expect, test } from 'vitest';
import type { StructureElement } from '../../../src/page/structure-tree.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const allOf = (element: StructureElement): readonly StructureElement[] => [
  element,
  ...element.children.flatMap((child) => (child.kind === 'element' ? allOf(child) : [])),
];

test('heads say what they stand for, and an empty cell is a cell', async () => {
  const { set } = await composeFiles({
    'issue.yaml': 'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\n',
    'articles/ferry.md': '# Head\n\nText.\n\n| | At |\n|---|---|\n| Ana | six |\n| Ben | |\n',
  });
  const cells = allOf(set.composed.structure.root)
    .filter(({ role }) => role === 'TH' || role === 'TD')
    .map(({ role, cell, children }) => `${role} ${cell?.scope ?? '-'} ${children.length}`);
  expect(cells).toEqual(['TD - 0', 'TH Column 1', 'TH Row 1', 'TD - 1', 'TH Row 1', 'TD - 0']);
});
