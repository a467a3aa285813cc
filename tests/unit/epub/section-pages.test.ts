import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { buildChapters } from '../../../src/epub/build-chapters.ts';
import { summarise } from '../../../src/epub/summarise.ts';
import { elementsOf } from '../../../src/epub/markup-node.ts';
import type { Article } from '../../../src/content/article.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { makeArticle, makeBook, makeEdition, PIXEL } from './edition-fixture.ts';

const story = (id: string, section: string, body: readonly string[] = ['Dry.']): Article =>
  makeArticle({ id, section, fields: { headline: id }, body });

test('an advertisement stands with the section of its page, or of the last page before it on which a story begins', () => {
  const file = (page: number | null): string => `/papers/quayside/212/images/${page ?? 'any'}.png`;
  const pages = [1, 2, 3, 4, null];
  const ads = pages.map((page, index) => ({
    id: `@ad.${index + 1}`,
    file: file(page),
    alt: `ad ${page ?? 'any'}`,
    columns: null,
    width: null,
    depth: null,
    page,
  }));
  const articles = [story('roof', 'news'), story('choir', 'culture')];
  const book = makeBook(makeEdition('en', { ads }), articles, {
    images: new Map(
      pages.map((page) => [
        file(page),
        { key: file(page), format: 'png', width: 1, height: 1, bytes: PIXEL } as const,
      ]),
    ),
    pageMap: {
      labels: ['1', '2', '3', '4'],
      starts: [
        { story: 'roof', node: 'headline', offset: 0, pageIndex: 1, isFirst: true },
        { story: 'choir', node: 'headline', offset: 0, pageIndex: 3, isFirst: true },
      ],
    },
  });
  const chapters = buildChapters(book, createCollector());
  const adsIn = (name: string): readonly string[] =>
    elementsOf(chapters.find((one) => one.name === name)?.tree.children ?? [])
      .map(({ attributes }) => attributes['alt'] ?? '')
      .filter((alt) => alt.startsWith('ad '));
  expect(adsIn('front.xhtml')).toEqual(['ad 1', 'ad any']);
  expect(adsIn('section-news.xhtml')).toEqual(['ad 2', 'ad 3']);
  expect(adsIn('section-culture.xhtml')).toEqual(['ad 4']);
});

test('a list says the paragraph that a story begins with, and nothing of one that begins otherwise', () => {
  const say = (): never => {
    throw new Error('nothing is referred to');
  };
  expect(summarise(story('a', 'news', ['h2 Pier 3', 'The queue moves.']), say)).toBe('The queue moves.');
  const raised = story('c', 'news');
  const [body] = raised.body;
  if (body === undefined) throw new Error('the story has no text');
  const sup = (text: string, attributes: Readonly<Record<string, string>>): MarkupNode => ({
    ...body,
    name: 'sup',
    attributes,
    children: [{ kind: 'text', text, source: null, at: null }],
  });
  const children = [...body.children, sup('2', {}), sup('[1]', { class: 'generated noteref' })];
  expect(summarise({ ...raised, body: [{ ...body, children }] }, say)).toBe('Dry.2');
  const recipe = story('b', 'news', ['Flour.', 'Bake it.']);
  const [list, ...rest] = recipe.body;
  if (list === undefined) throw new Error('the recipe has no text');
  expect(summarise({ ...recipe, body: [{ ...list, name: 'ul' }, ...rest] }, say)).toBeNull();
});
