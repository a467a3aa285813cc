import { expect, test } from 'vitest';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import type { StructureElement } from '../../../src/page/structure-tree.ts';
import type { Fragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const STORY = 'The boats leave at six and come back at noon, as they always did. '.repeat(40);
const PAPER: Readonly<Record<string, string>> = {
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

/** Role of a section's head, page and words of it, and what else the section holds. */
function hear({ pages, structure }: ComposedEdition): readonly unknown[] {
  const sections = elementsOf(structure.root).filter(({ role, title }) => role === 'Sect' && title !== null);
  return sections.slice(0, 2).map((section) => {
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
}

test('a section begins with its name, said once, and then its stories in the order of the paper', async () => {
  const { set } = await composeFiles(PAPER);
  expect(hear(set.composed)).toEqual([
    ['H1', '2: News', null, 'ferry', 'dog'],
    ['H1', '2: Sea', null, 'tides', 'chart'],
  ]);
});

test.each(['tabloid', 'broadsheet', 'reader'])(
  'a section whose stories stand on page 1 alone has its head from the folio, in %s too',
  async (theme) => {
    const { set } = await composeFiles({
      'issue.yaml': `name: Quay\ndate: 2024-05-03\ntheme: ${theme}\nsections: { news: { title: News, stories: [ferry] } }\n`,
      'articles/ferry.md': PAPER['articles/ferry.md'] ?? '',
    });
    expect(hear(set.composed)[0]).toEqual(['H1', '1: News', null, 'ferry']);
    expect(set.composed.outline[0]).toMatchObject({ title: 'News', destination: 'ferry' });
    expect(set.composed.destinations.filter(({ name }) => name.startsWith('@section'))).toEqual([]);
  },
);

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
