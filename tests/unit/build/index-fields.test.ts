import { expect, test } from 'vitest';
import type { StructureElement } from '../../../src/page/structure-tree.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const STORY = 'The boats leave at six and come back at noon, as they always did. '.repeat(40);
const PAPER = {
  'issue.yaml': [
    'name: Harbour Herald',
    'number: 7',
    'date: 2024-05-03',
    'sections:',
    '  news: { title: News, stories: [ferry, dog] }',
    '  sea: { title: Sea, stories: [tides] }',
    'teasers: [{ story: tides, text: At seven }, dog]',
    'pages: { 1: { lead: ferry }, 2: { lead: dog }, 3: { lead: tides } }',
    '',
  ].join('\n'),
  ...Object.fromEntries(
    ['ferry', 'dog', 'tides'].map((id) => [`articles/${id}.md`, `# Head of ${id}\n\n${STORY}\n`]),
  ),
  'templates/pages/inside.hbs':
    '<ed-page name="inside"><ed-panel rows="9" template="index"></ed-panel>' +
    '<ed-band><ed-frame rows="rest" slot="lead" thread="main"></ed-frame></ed-band></ed-page>',
};

type Heard = readonly [role: string, ...words: string[]];

test('teasers and index are read as lists of links, each with the page that its story begins on', async () => {
  const { set } = await composeFiles(PAPER);
  const { pages, structure } = set.composed;
  const said = (element: StructureElement): string =>
    element.children
      .map((child) =>
        child.kind === 'element'
          ? said(child)
          : pages
              .flatMap(({ fragments }) => fragments)
              .filter((fragment) => fragment.kind === 'text')
              .filter(
                (fragment) => fragment.structure.kind === 'leaf' && fragment.structure.leaf === child.leaf,
              )
              .map(({ run }) => run.texts.join(''))
              .join(''),
      )
      .join('')
      .trim();
  const all = (element: StructureElement): readonly StructureElement[] => [
    element,
    ...element.children.flatMap((child) => (child.kind === 'element' ? all(child) : [])),
  ];
  const lists = all(structure.root).filter(({ role }) => role === 'TOC');
  const heard = lists.map((list): readonly Heard[] =>
    all(list)
      .filter(({ role }) => role === 'TOCI')
      .map((entry) => [
        entry.role,
        ...all(entry)
          .filter(({ role }) => role === 'Link')
          .map(said),
      ]),
  );
  expect(heard[0]).toEqual([
    ['TOCI', 'Head of tides', 'At seven page 3'],
    ['TOCI', 'Head of dog', 'page 2'],
  ]);
  expect(heard[1]).toEqual([
    ['TOCI', 'News 1'],
    ['TOCI', 'Head of ferry 1'],
    ['TOCI', 'Head of dog 2'],
    ['TOCI', 'Sea 3'],
    ['TOCI', 'Head of tides 3'],
  ]);
  expect(
    all(lists[0] ?? structure.root)
      .map(({ role }) => role)
      .slice(0, 4),
  ).toEqual(['TOC', 'TOCI', 'Reference', 'Link']);
  const targets = (pages[0]?.fragments ?? [])
    .filter((fragment) => fragment.kind === 'link')
    .map(({ target }) => target);
  expect(new Set(targets)).toEqual(new Set(['#tides', '#dog']));
});
