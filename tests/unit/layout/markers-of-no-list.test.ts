import { expect, test } from 'vitest';
import type { StructureElement } from '../../../src/page/structure-tree.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const rolesOf = (element: StructureElement): readonly string[] => [
  element.role,
  ...element.children.flatMap((child) => (child.kind === 'element' ? rolesOf(child) : [])),
];

test('a head with a marker stays a head: the marker is for the eye alone', async () => {
  const { set } = await composeFiles({
    'issue.yaml': 'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\n',
    'articles/ferry.md': '# Head\n\nText.\n\n## Subhead\n\nText.\n\n- item\n',
    'templates/print.css': 'h2 { display: list-item }',
  });
  const roles = rolesOf(set.composed.structure.root);
  expect(roles.filter((role) => role === 'H3')).toHaveLength(1);
  expect(roles.filter((role) => role === 'LI')).toHaveLength(1);
  expect(roles.filter((role) => role === 'Lbl')).toHaveLength(1);
  const markers = set.composed.pages
    .flatMap(({ fragments }) => fragments)
    .flatMap((one) => (one.kind === 'text' && one.run.inline.text === '•' ? [one] : []));
  expect(markers.map(({ structure }) => structure.kind)).toEqual(['artifact', 'leaf']);
});
