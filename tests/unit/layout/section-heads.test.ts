import { expect, test } from 'vitest';
import type { StructureElement } from '../../../src/page/structure-tree.ts';
import type { Fragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const STORY = 'The boats leave at six and come back at noon, as they always did. '.repeat(40);
const PAPER = {
  'issue.yaml': [
    'name: Harbour Herald',
    'number: 7',
    'date: 2024-05-03',
    'sections:',
    '  news: { title: News, stories: [ferry, dog] }',
    '  sea: { title: Sea, stories: [tides, chart] }',
    'pages:',
    '  1: { lead: ferry }',
    '  2: { lead: chart, second: dog }',
    '  3: { lead: tides }',
    '',
  ].join('\n'),
  ...Object.fromEntries(
    ['ferry', 'dog', 'tides', 'chart'].map((id) => [`articles/${id}.md`, `# Head of ${id}\n\n${STORY}\n`]),
  ),
};

const elementsOf = ({ children }: StructureElement): readonly StructureElement[] =>
  children.filter((child) => child.kind === 'element');

const leavesOf = (element: StructureElement): readonly number[] =>
  element.children.flatMap((child) => (child.kind === 'leaf' ? [child.leaf] : leavesOf(child)));

const textOf = (fragments: readonly Fragment[], leaf: number): string =>
  fragments
    .filter((fragment) => fragment.kind === 'text')
    .filter(({ structure }) => structure.kind === 'leaf' && structure.leaf === leaf)
    .map(({ run }) => run.texts.join(''))
    .join('');

test('a section begins with its name, said once, and then its stories in the order of the paper', async () => {
  const { set } = await composeFiles(PAPER);
  const { pages, structure } = set.composed;
  const sections = elementsOf(structure.root).filter(({ role, title }) => role === 'Sect' && title !== null);
  const heard = sections.slice(0, 2).map((section) => {
    const [head] = elementsOf(section);
    const leaves = head === undefined ? [] : leavesOf(head);
    const places = pages.flatMap(({ label, fragments }) =>
      leaves.flatMap((leaf) => {
        const text = textOf(fragments, leaf);
        return text === '' ? [] : [`${label}: ${text}`];
      }),
    );
    return [head?.role, ...places, ...elementsOf(section).map(({ name }) => name)];
  });
  expect(heard).toEqual([
    ['H1', '2: News', null, 'ferry', 'dog'],
    ['H1', '2: Sea', null, 'tides', 'chart'],
  ]);
});

test('what is read stands once in the structure', async () => {
  const { set } = await composeFiles(PAPER);
  const leaves = leavesOf(set.composed.structure.root);
  expect(new Set(leaves).size).toBe(leaves.length);
});

test('the name of a section on its further pages is a running head, outside reading', async () => {
  const { set } = await composeFiles(PAPER);
  const header = (set.composed.pages[2]?.fragments ?? []).filter(
    (fragment) => fragment.kind === 'text' && fragment.structure.kind === 'artifact',
  );
  const said = header
    .map((fragment) => (fragment.kind === 'text' ? fragment.run.texts.join('') : ''))
    .join(' ');
  expect(said).toContain('Sea');
});

test('outline and destinations lead to the head of a section, and from there to its stories', async () => {
  const { set } = await composeFiles(PAPER);
  const { outline, destinations } = set.composed;
  expect(
    outline
      .slice(0, 2)
      .map(({ title, destination, children }) => [
        title,
        destination,
        ...children.map((entry) => entry.destination),
      ]),
  ).toEqual([
    ['News', '@section.news', 'ferry', 'dog'],
    ['Sea', '@section.sea', 'tides', 'chart'],
  ]);
  expect(
    destinations.filter(({ name }) => name.startsWith('@section')).map(({ pageIndex }) => pageIndex),
  ).toEqual([1, 1]);
});
