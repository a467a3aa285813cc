import { EpubCheck } from '@likecoin/epubcheck-ts';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { buildChapters } from '../../../src/epub/build-chapters.ts';
import { buildEpub } from '../../../src/epub/build-epub.ts';
import type { EpubBook } from '../../../src/epub/epub-book.ts';
import { elementsOf, textOf } from '../../../src/epub/markup-node.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';
import { readEpub } from '../../../src/epub/read-epub.ts';
import type { Chapter } from '../../../src/epub/epub-book.ts';
import { makeArticle, makeBook, makeEdition, makeRecord, PIXEL } from './edition-fixture.ts';

const FERRY = makeArticle({
  id: 'ferry',
  section: 'news',
  fields: {
    kicker: 'Harbour',
    headline: 'Second ferry <starts> & stays',
    deck: 'Every half hour',
    byline: 'Ana Example',
    availability: 'In English and Spanish',
    cutline: 'The pier.',
    alt: 'A pier.',
    portraitAlt: 'Ana laughs.',
  },
  portrait: '/papers/quayside/212/images/ana.png',
  picture: '/papers/quayside/212/images/pier.png',
  body: ['From *Monday* two ferries share the crossing.', 'h2 Pier 3', 'The queue moves to the north side.'],
});
const ROOF = makeArticle({
  id: 'School roof',
  section: 'news',
  fields: { headline: 'Roof tight' },
  body: ['Dry.'],
});
const CHOIR = makeArticle({
  id: 'coro',
  section: 'culture',
  language: 'es',
  fields: { headline: 'Canta el coro' },
  body: ['El domingo.'],
});
const ARTICLES = [FERRY, ROOF, CHOIR];
const IMAGES: EpubBook['images'] = new Map([
  ['/papers/quayside/212/images/ana.png', { key: 'ana', format: 'png', width: 1, height: 1, bytes: PIXEL }],
  ['/papers/quayside/212/images/pier.png', { key: 'pier', format: 'png', width: 1, height: 1, bytes: PIXEL }],
]);

const ENGLISH = makeBook(makeEdition('en'), ARTICLES, {
  images: IMAGES,
  pageMap: {
    labels: ['1', '2'],
    starts: [
      { story: 'ferry', node: 'headline', offset: 0, pageIndex: 0, isFirst: true },
      { story: 'ferry', node: 'body.2', offset: 6, pageIndex: 1, isFirst: false },
      { story: 'School roof', node: 'headline', offset: 0, pageIndex: 1, isFirst: true },
      { story: 'coro', node: 'headline', offset: 0, pageIndex: 1, isFirst: true },
    ],
  },
});

async function build(book: EpubBook): Promise<Uint8Array> {
  const collector = createCollector();
  const bytes = await buildEpub(book, buildChapters(book, collector), collector);
  expect(collector.diagnostics).toEqual([]);
  return bytes;
}

function chapters(book: EpubBook): readonly Chapter[] {
  const collector = createCollector();
  const result = buildChapters(book, collector);
  expect(collector.diagnostics).toEqual([]);
  return result;
}

function chapter(book: EpubBook, name: string): Chapter {
  const found = chapters(book).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no chapter ${name}`);
  return found;
}

async function judge(bytes: Uint8Array): Promise<readonly string[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity !== 'usage' && severity !== 'info')
    .map(({ id, message, location }) => `${id} ${message} ${location?.path ?? ''}`);
}

/** The text of all documents. */
function wholeText(book: EpubBook): string {
  return chapters(book)
    .map((one) => textOf(one.tree.children))
    .join('\n');
}

test('EPUBCheck finds nothing in an edition with sections, pictures and two languages', async () => {
  expect(await judge(await build(ENGLISH))).toEqual([]);
});

test('EPUBCheck finds nothing in a bare one: no sections, no number, no masthead, one story without a headline', async () => {
  const edition = makeEdition('es', {
    sections: [],
    number: null,
    notice: null,
    tagline: null,
    rights: null,
    frequency: null,
    masthead: { publisher: null, place: null, issn: null, staff: [], contact: [], note: null },
  });
  const story = makeArticle({ id: 'solo', language: 'es', body: ['Una línea.'] });
  const record = makeRecord(edition, { coverDate: '1917-11/1917-12', modified: '1917-11-01T00:00:00Z' });
  const book = makeBook(edition, [story], { record, pageMap: { labels: [], starts: [] } });
  expect(await judge(await build(book))).toEqual([]);
});

test('the same book gives the same bytes', async () => {
  const again = makeBook(makeEdition('en'), ARTICLES, { images: IMAGES, pageMap: ENGLISH.pageMap });
  expect(Buffer.compare(await build(ENGLISH), await build(again))).toBe(0);
});

test('mimetype stands first, stored, without an extra field, dated in UTC', async () => {
  const bytes = Buffer.from(await build(ENGLISH));
  expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  expect(bytes.readUInt16LE(8)).toBe(0);
  expect(bytes.readUInt16LE(28)).toBe(0);
  // 2026-03-14, 00:00:00 as MS-DOS writes it.
  expect(bytes.readUInt16LE(10)).toBe(0);
  expect(bytes.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (3 << 5) | 14);
});

test('a paper from before 1980 has a date that the zip format can tell', async () => {
  const edition = makeEdition('en');
  const record = makeRecord(edition, { modified: '1917-11-07T00:00:00Z' });
  const bytes = Buffer.from(await build(makeBook(edition, [ROOF], { record })));
  expect(bytes.readUInt16LE(12)).toBe((1 << 5) | 1);
});

test('days are told in the words of the language, and to machines as ISO has them', () => {
  const edition = makeEdition('es');
  const record = makeRecord(edition, { modified: '1917-11-07T00:00:00Z' });
  const { tree } = chapter(makeBook(edition, [CHOIR], { record }), 'colophon.xhtml');
  const times = elementsOf(tree.children)
    .filter(({ name }) => name === 'time')
    .map((time) => [time.attributes['datetime'], textOf([time])]);
  expect(times).toContainEqual(['1917-11-07', '7 de noviembre de 1917']);
});

test('the spine: cover, contents, front page, each section with its stories, imprint, colophon, accessibility', () => {
  expect(chapters(ENGLISH).map(({ name }) => name.replace(/-[0-9a-f]{8}(?=\.)/, ''))).toEqual([
    'cover.xhtml',
    'toc.xhtml',
    'front.xhtml',
    'section-news.xhtml',
    'story-ferry.xhtml',
    'story-school-roof.xhtml',
    'section-culture.xhtml',
    'story-coro.xhtml',
    'imprint.xhtml',
    'colophon.xhtml',
    'accessibility.xhtml',
  ]);
});

test('each word of a story stands in its document once, with its id', () => {
  const story = chapter(ENGLISH, 'story-ferry.xhtml');
  const found = new Map<string, string>();
  const visit = (nodes: Chapter['tree']['children']): void => {
    for (const node of nodes) {
      if (node.kind === 'element') visit(node.children);
      else if (node.source !== null)
        found.set(node.source.node, (found.get(node.source.node) ?? '') + node.text);
    }
  };
  visit(story.tree.children);
  expect(Object.fromEntries(found)).toEqual({
    kicker: 'Harbour',
    headline: 'Second ferry <starts> & stays',
    deck: 'Every half hour',
    byline: 'Ana Example',
    cutline: 'The pier.',
    'body.0': 'From Monday two ferries share the crossing.',
    'body.1': 'Pier 3',
    'body.2': 'The queue moves to the north side.',
    availability: 'In English and Spanish',
  });
});

test('what is shown a second time has no ids: contents, front page, section pages', () => {
  const repeated = chapters(ENGLISH).filter(({ kind }) => kind !== 'story');
  const owners = new Set<string>();
  const visit = (nodes: Chapter['tree']['children']): void => {
    for (const node of nodes) {
      if (node.kind === 'element') visit(node.children);
      else if (node.source !== null) owners.add(node.source.owner);
    }
  };
  for (const one of repeated) visit(one.tree.children);
  expect([...owners]).toEqual(['@issue']);
});

test('the kicker stands in the headline’s element', () => {
  const [heading] = elementsOf(chapter(ENGLISH, 'story-ferry.xhtml').tree.children).filter(
    ({ name }) => name === 'h1',
  );
  expect(textOf(heading?.children ?? [])).toBe('Harbour Second ferry <starts> & stays');
});

test('the page list has each page once by its lead piece, in the order of the pages', () => {
  const nav = elementsOf(chapter(ENGLISH, 'toc.xhtml').tree.children).find(
    ({ attributes }) => attributes['epub:type'] === 'page-list',
  );
  const links = elementsOf(nav?.children ?? []).filter(({ name }) => name === 'a');
  expect(links.map((link) => [textOf(link.children), link.attributes['href']?.split('#')[1]])).toEqual([
    ['1', 'pg1'],
    ['2', 'pg2'],
    ['2 (continued)', 'pg2-2'],
    ['2 (continued)', 'pg2-3'],
  ]);
});

test('a page that begins in a part the template leaves out is reported', () => {
  const collector = createCollector();
  const pageMap = {
    labels: ['1'],
    starts: [{ story: 'ferry', node: 'gone', offset: 0, pageIndex: 0, isFirst: false }],
  };
  buildChapters({ ...ENGLISH, pageMap }, collector);
  expect(collector.diagnostics.map(({ code }) => code)).toEqual(['GA901']);
});

test('contact rows stand in the imprint in order, and only mail and web are links', () => {
  const imprint = chapter(ENGLISH, 'imprint.xhtml');
  const address = elementsOf(imprint.tree.children).find(({ name }) => name === 'address');
  const rows = elementsOf(address?.children ?? []).filter(
    ({ attributes }) => attributes['class'] === 'contact-row',
  );
  expect(rows.map(({ children }) => textOf(children))).toEqual([
    'Write: 12 Quay Street, Port Example',
    'Phone: 773-555-0142',
    'Fax: 773-555-0143',
    'E-mail: desk@quayside.example',
    'Web: https://quayside.example',
  ]);
  const links = elementsOf(address?.children ?? []).filter(({ name }) => name === 'a');
  expect(links.map(({ attributes }) => attributes['href'])).toEqual([
    'mailto:desk@quayside.example',
    'https://quayside.example',
  ]);
});

test('text of the user is never a template', async () => {
  const story = makeArticle({
    id: 'x',
    fields: { headline: '<%= process.exit(9) %> {{edition.name}}' },
    body: ['<%- 1+1 %>'],
  });
  const book = makeBook(makeEdition('en'), [story]);
  expect(wholeText(book)).toContain('<%= process.exit(9) %> {{edition.name}}');
  const documents = await readEpub(await build(book));
  expect(JSON.stringify(documents)).toContain('<%- 1+1 %>');
});

test('a link leads to a story of the book, to the web, or nowhere', async () => {
  const link = (href: string): Chapter['tree']['children'][number] => ({
    kind: 'element',
    name: 'a',
    attributes: { href },
    children: [{ kind: 'text', text: href, source: null, at: null }],
    at: null,
  });
  const hrefs = [
    '#coro',
    'https://a.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '../895/rw.epub',
    '#gone',
  ];
  const body = hrefs.map((href) => ({
    kind: 'element' as const,
    name: 'p',
    attributes: {},
    children: [link(href)],
    at: null,
  }));
  const book = makeBook(makeEdition('en'), [{ ...ROOF, body }, CHOIR]);
  const story = chapters(book).find(({ story: id }) => id === ROOF.id);
  const paragraphs = elementsOf(story?.tree.children ?? []).filter(({ name }) => name === 'p');
  const found = paragraphs
    .flatMap((paragraph) => elementsOf(paragraph.children))
    .map(({ name, attributes }) => attributes['href'] ?? name);
  expect(found).toEqual(['story-coro.xhtml', 'https://a.example/', 'span', 'span', 'span', 'span']);
});

test('a saved EPUB reads back in spine order with roles, text and languages', async () => {
  const documents = await readEpub(await build(ENGLISH));
  expect(documents.map(({ path }) => path)).toEqual(chapters(ENGLISH).map(({ name }) => `OEBPS/${name}`));
  const story = documents.find(({ path }) => path.endsWith('story-ferry.xhtml'));
  expect(story?.title).toBe('Second ferry <starts> & stays');
  expect(story?.elements[0]).toMatchObject({
    role: 'article',
    language: 'en',
    children: [
      {
        role: 'header',
        children: [
          { role: 'doc-pagebreak', alt: ' Page 1. ' },
          { role: 'h1', children: [{ role: 'kicker' }, { kind: 'text', text: ' ' }, { role: 'headline' }] },
          { role: 'doc-subtitle' },
          { role: 'img', alt: 'Ana laughs.' },
          { role: 'byline' },
        ],
      },
      { role: 'figure', children: [{ role: 'img', alt: 'A pier.' }, { role: 'figcaption' }] },
      { role: 'div' },
      { role: 'div' },
    ],
  });
});

test('a dateline is run into the first paragraph, and its words are said once', () => {
  const story = makeArticle({
    id: 'ferry',
    fields: { headline: 'Ferry', dateline: 'Port Example, March 14' },
    body: ['The ferry.', 'It sails.'],
  });
  const written = chapters(makeBook(makeEdition('en'), [story], { images: IMAGES }))
    .filter(({ kind }) => kind === 'story')
    .map(({ tree }) => serializeXhtml(tree.children))
    .join('');
  expect(written).toContain(
    '<p class="run-in"><span class="dateline"><span class="dateline-place">Port Example</span>, March 14</span>' +
      '\u00A0— The ferry.</p><p>It sails.</p>',
  );
  expect(written.split('March 14')).toHaveLength(2);
});

test('bytes that are no EPUB are refused', async () => {
  await expect(readEpub(new Uint8Array([1, 2, 3]))).rejects.toThrow();
});

test('the portrait of an author stands before the byline, with its words or as decoration', () => {
  const shown = (book: EpubBook): readonly string[] =>
    chapters(book)
      .flatMap(({ tree }) => elementsOf(tree.children))
      .filter(({ attributes }) => ['portrait', 'byline'].includes(attributes['class'] ?? ''))
      .filter(({ name, attributes }) => name === 'img' || attributes['lang'] === undefined)
      .map(({ name, attributes }) => (name === 'img' ? `img ${attributes['alt'] ?? 'silent'}` : name));
  expect(shown(ENGLISH)).toEqual(['img Ana laughs.', 'p']);
  const { portrait } = FERRY;
  const silent = portrait === null ? null : { ...portrait, alt: null, decorative: true };
  const book = makeBook(makeEdition('en'), [{ ...FERRY, portrait: silent }, ROOF], { images: IMAGES });
  expect(shown(book)).toEqual(['img ', 'p']);
});

test('the front page shows the pictures that teasers ask for, as decoration: their stories say what they show', () => {
  const picturesOf = (showsPicture: boolean): readonly unknown[] => {
    const teasers = [{ key: 'teasers.0', story: 'ferry', text: 'By hand', showsPicture }];
    const book = makeBook(makeEdition('en', { teasers }), ARTICLES, { images: IMAGES });
    return elementsOf(chapter(book, 'front.xhtml').tree.children)
      .filter(({ name }) => name === 'img')
      .map(({ attributes }) => attributes);
  };
  expect(picturesOf(false)).toEqual([]);
  expect(picturesOf(true)).toEqual([{ src: 'images/picture-pier.png', alt: '', class: 'teaser-picture' }]);
});
