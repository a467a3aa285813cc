import { expect, test } from 'vitest';
import type { BlockBox, Box, BoxElement, BoxTree, ParagraphBox } from '../../../src/box/box.ts';
import type { Span } from '../../../src/core/origin.ts';
import { storyPlace } from '../../../src/layout/story-place.ts';

const at = (file: string, start: number): Span => ({ file, start, end: start + 5 });
const element = (name: string, place: Span | null): BoxElement => ({
  name,
  attributes: {},
  language: 'en',
  at: place,
});
// Nothing here reads a style.
const style = {} as BlockBox['style'];
const block = (own: BoxElement | null, children: readonly Box[]): BlockBox => ({
  kind: 'block',
  element: own,
  style,
  children,
});
const words = (owner: string, place: Span): ParagraphBox => ({
  kind: 'paragraph',
  element: null,
  style,
  language: 'en',
  runs: [
    {
      text: 'words',
      style,
      language: 'en',
      source: { owner, node: 'headline', offset: 0 },
      element: null,
      at: place,
    },
  ],
});

const header = element('header', at('story.hbs', 40));
const figure = element('figure', at('ferry.md', 90));
const tree = (owner: string): BoxTree => ({
  kind: 'boxes',
  root: block(null, [block(header, [words(owner, at('ferry.md', 10))]), block(figure, [])]),
});

test('what a layout makes of a story is told at the first words of the story', () => {
  expect(storyPlace(tree('ferry'), 'ferry', header)).toEqual(at('ferry.md', 10));
  expect(storyPlace(tree('ferry'), 'ferry', null)).toEqual(at('ferry.md', 10));
});

test('what stands in the article is told there', () =>
  expect(storyPlace(tree('ferry'), 'ferry', figure)).toEqual(at('ferry.md', 90)));

test('what has no words of the story is told where the layout makes it', () =>
  expect(storyPlace(tree('@issue'), '@imprint', header)).toEqual(at('story.hbs', 40)));
