import { pt } from '../../../src/core/units.ts';
import type { Rect } from '../../../src/core/geometry.ts';
import type { DocumentRecord } from '../../../src/edition/document-record.ts';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import type { Fragment, Page, StructureRef, TextFragment } from '../../../src/page/page.ts';
import type { StructureChild, StructureElement, StructureRole } from '../../../src/page/structure-tree.ts';
import type { GlyphRun } from '../../../src/text/line.ts';
import { openTestFace, setText, type RunOptions, type TestFace } from './set-text.ts';

/** The faces of the sample. */
export const serif: TestFace = openTestFace('source-serif/SourceSerif4SmText-Regular.ttf', 400, 'normal');
export const italic: TestFace = openTestFace('source-serif/SourceSerif4SmText-It.ttf', 400, 'italic');
export const condensed: TestFace = openTestFace(
  'sofia-sans-extra-condensed/SofiaSansExtraCondensed_800ExtraBold.ttf',
  800,
  'normal',
);

const BLACK = { red: 0, green: 0, blue: 0 };
const RED = { red: 0.7, green: 0.1, blue: 0.1 };
const leaf = (number: number): StructureRef => ({ kind: 'leaf', leaf: number });
export const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
});

/** A black text fragment at a place. */
export function textAt(run: GlyphRun, x: number, y: number, structure: StructureRef): TextFragment {
  return { kind: 'text', run, x: pt(x), y: pt(y), colour: BLACK, structure };
}

const set = (face: TestFace, text: string, options: RunOptions): GlyphRun => setText(face, text, options);

/** Runs one after the other on a line, each with its leaf. */
function lineAt(y: number, parts: readonly (readonly [GlyphRun, number])[]): Fragment[] {
  let x = 20;
  return parts.map(([run, number]) => {
    const fragment = textAt(run, x, y, leaf(number));
    x += run.width;
    return fragment;
  });
}

function firstPage(): Page {
  const tilted = set(italic, 'The Ferry', { size: 9.5 });
  const last = lineAt(130, [
    [set(serif, 'cafe\u0323\u0308 and 4', { size: 9.5 }), 3],
    [set(serif, 'th', { size: 6, rise: 3 }), 3],
    [set(serif, ' of June; see ', { size: 9.5 }), 3],
    [tilted, 4],
    [set(serif, ' for ', { size: 9.5 }), 5],
  ]);
  const linked = last[3];
  const linkX = linked?.kind === 'text' ? linked.x : 0;
  return {
    index: 0,
    label: '1',
    size: { width: pt(300), height: pt(400) },
    fragments: [
      textAt(set(condensed, 'The Lantern', { size: 12 }), 20, 20, { kind: 'artifact', artifact: 'header' }),
      {
        kind: 'rule',
        rect: rect(20, 24, 260, 0.5),
        colour: BLACK,
        structure: { kind: 'artifact', artifact: 'layout' },
      },
      { ...textAt(set(condensed, 'Harbour', { size: 14 }), 20, 44, leaf(0)), colour: RED },
      textAt(
        set(condensed, 'On the quay', { size: 11, shown: 'ON THE QUAY', tracking: 0.4 }),
        20,
        60,
        leaf(1),
      ),
      textAt(set(condensed, 'Ferry takes on an office', { size: 26 }), 20, 86, leaf(2)),
      ...lineAt(106, [
        [set(serif, 'The file says that the officer affirmed the re', { size: 9.5, tracking: 0.08 }), 3],
        [set(serif, '\u00ad', { size: 9.5, shown: '-' }), 3],
      ]),
      ...lineAt(118, [
        [set(serif, 'port at the ', { size: 9.5, wordSpace: 1.5 }), 3],
        [set(serif, 'end of one line, ', { size: 9.5, tracking: -0.05, scale: 0.98, wordSpace: 0.8 }), 3],
      ]),
      ...last,
      {
        kind: 'rule',
        rect: rect(linkX, 131.5, tilted.width, 0.4),
        colour: BLACK,
        structure: { kind: 'artifact', artifact: 'layout' },
      },
      {
        kind: 'link',
        rect: rect(linkX, 122, tilted.width, 11),
        target: 'https://example.org/f?a=(1)&b=\u00e9 x',
        element: 9,
      },
      {
        kind: 'image',
        file: '/p.png',
        rect: rect(20, 150, 120, 80),
        crop: { x: 0, y: 0, width: 1, height: 1 },
        structure: leaf(6),
      },
      textAt(set(italic, 'A ferry at the quay.', { size: 8 }), 20, 242, leaf(7)),
      textAt(set(serif, 'Page 1', { size: 8 }), 20, 390, { kind: 'artifact', artifact: 'footer' }),
    ],
    beads: [
      { story: 'ferry', rect: rect(20, 50, 120, 330) },
      { story: 'ferry', rect: rect(150, 50, 120, 330) },
    ],
  };
}

function secondPage(): Page {
  return {
    index: 1,
    label: '2',
    size: { width: pt(300), height: pt(400) },
    fragments: [
      textAt(set(serif, 'the rest of it.', { size: 9.5 }), 20, 40, leaf(5)),
      textAt(set(serif, 'Una segunda l\u00ednea con \u00abacentos\u00bb.', { size: 9.5 }), 20, 52, leaf(8)),
      textAt(set(serif, '1.', { size: 9.5 }), 20, 64, leaf(9)),
      textAt(set(serif, 'See the first page', { size: 9.5 }), 32, 64, leaf(10)),
      { kind: 'link', rect: rect(32, 56, 76, 11), target: '#ferry', element: 19 },
      {
        kind: 'image',
        file: '/p.png',
        rect: rect(20, 100, 60, 40),
        crop: { x: 0, y: 0, width: 1, height: 1 },
        structure: { kind: 'artifact', artifact: 'layout' },
      },
      textAt(set(serif, 'Page 2', { size: 8 }), 20, 390, { kind: 'artifact', artifact: 'footer' }),
    ],
    beads: [{ story: 'ferry', rect: rect(20, 30, 120, 30) }],
  };
}

let nextId = 1;
function element(
  role: StructureRole,
  children: readonly StructureChild[],
  more: Partial<StructureElement> = {},
): StructureElement {
  const base = {
    kind: 'element' as const,
    id: nextId,
    role,
    language: null,
    alt: null,
    expansion: null,
    title: null,
    name: null,
    box: null,
  };
  nextId += 1;
  return { ...base, children, ...more };
}
const hang = (number: number): StructureChild => ({ kind: 'leaf', leaf: number });

/** Two pages: a story over both with a kicker, a link, a figure, a broken word, marks, a list; furniture outside reading. */
export function sampleEdition(): ComposedEdition {
  nextId = 20;
  const link = element('Link', [hang(4)], { id: 9 });
  const head = element('H2', [element('Kicker', [hang(1)]), hang(2)]);
  const figure = element('Figure', [hang(6), element('Caption', [element('Cutline', [hang(7)])])], {
    alt: 'A ferry at the quay, seen from the bow',
    box: { page: 0, rect: rect(20, 150, 120, 80) },
  });
  const story = element('Art', [head, figure, element('P', [hang(3), link, hang(5)])], {
    name: 'ferry',
    title: 'Ferry takes on an office',
  });
  const item = element('LI', [
    element('Lbl', [hang(9)]),
    element('LBody', [element('Link', [hang(10)], { id: 19 })]),
  ]);
  const second = element('Art', [element('P', [hang(8)]), element('L', [item], { language: 'en' })], {
    language: 'es',
    name: 'segunda',
  });
  const section = element('Sect', [element('H1', [hang(0)]), story, second], { name: 'harbour' });
  return {
    pages: [firstPage(), secondPage()],
    structure: { root: element('Document', [section], { id: 1 }) },
    pageMap: { labels: ['1', '2'], starts: [] },
    outline: [
      {
        title: 'Harbour',
        destination: 'harbour',
        language: 'en',
        children: [
          {
            title: 'Ferry takes on an office \u2013 at last',
            destination: 'ferry',
            language: 'en',
            children: [],
          },
        ],
      },
    ],
    destinations: [
      { name: 'harbour', pageIndex: 0, y: 30 },
      { name: 'ferry', pageIndex: 0, y: 50 },
    ],
  };
}

/** The record of the sample. */
export const sampleRecord: DocumentRecord = {
  identifier: 'urn:uuid:7c0c1ab6-6ae6-5d18-9a3e-0f3e7a4f6a10',
  title: 'The Lantern #7, June 4, 2021 \u2013 a <sample> & more',
  sortTitle: '2021-06-04 The Lantern #7',
  language: 'en',
  languages: ['en'],
  creator: 'galley',
  publisher: 'The Lantern Press',
  place: 'Port Ann',
  publicationName: 'The Lantern',
  issn: '1234-5679',
  volume: '3',
  number: '7',
  editionOfDay: 'late',
  coverDate: '2021-06-04/2021-06-10',
  coverDisplayDate: 'June 4\u201310, 2021',
  frequency: 'weekly',
  rights: 'Free to copy',
  source: 'Made from a typed page.',
  notice: 'Specimen. Not an issue.',
  corrections: [],
  contact: [
    { kind: 'post', label: 'Write', value: '1 Quay St, Port Ann', href: null },
    { kind: 'web', label: 'Web', value: 'example.org', href: 'https://example.org/' },
  ],
  note: 'Write soon.',
  subjects: ['Harbour'],
  modified: '2021-06-04T00:00:00Z',
  tool: 'galley 0.1.0',
};
