import { expect, test } from 'vitest';
import { writtenTags } from '../../../src/markup/written-tags.ts';

/** Values of `src` with what stands at their place. */
const sourcesIn = (text: string): readonly string[] =>
  writtenTags(text).flatMap(({ name, attributes }) => {
    const src = attributes.get('src');
    return src === undefined ? [] : [`${name} ${src.value} [${text.slice(src.start, src.end)}]`];
  });

test.each([
  '<img src="logo.png" alt="Logo">',
  "<img alt=Logo src='logo.png'>",
  '<img src=logo.png alt=Logo>',
  '<img\n  src = "logo.png" alt="">',
  '<IMG alt="a > b" SRC="logo.png">',
  '<p>{{#if (eq a "<b")}}</p><img alt="{{> name "x"}}" src="logo.png">{{/if}}',
  '<img {{#if page.isFirst}} src="logo.png" {{~/if~}}>',
  '{{!-- <img src="a.png"> }} <img src="b.png"> --}}<!-- <img src="c.png"> --><img src="logo.png">',
  '{{{raw}}}<img src="logo.png">{{never closed',
])('%s', (text) => {
  expect(sourcesIn(text)).toEqual(['img logo.png [logo.png]']);
});

test('a value that is made of fields is none, and one with a reference is read', () => {
  expect(sourcesIn('<img src="{{house.file}}"><img src={{a}}.png><img src="a-{{{b}}}.png">')).toEqual([]);
  expect(sourcesIn('<img src="a&amp;b.png">')).toEqual(['img a&b.png [src="a&amp;b.png"]']);
});
