import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

const codes = (text: string): readonly string[] => parse(`# H\n\n${text}\n`).codes;

test.each([
  ['at the beginning', '\u0301one'],
  ['behind a space', 'one \u0301two'],
  ['behind a space and a joiner', 'one \u200d\u0301two'],
  ['behind a zero-width space', 'one\u200b\u0301two'],
  ['behind a space and a soft hyphen', 'one \u00ad\u0301two'],
  ['behind a line end', 'one\n\u0301two'],
  ['as an entity, in italics', 'one *&#x301;two*'],
  ['behind a mark of direction', 'one\u061c\u0301two'],
  ['a variation selector', 'one\u200b\ufe0ftwo'],
])('a combining mark without a letter is told: %s', (_, text) => {
  expect(codes(text)).toEqual(['GA246']);
  expect(codes(`${text} ${text}`)).toEqual(['GA246']);
});

test('a mark may stand behind its letter, joiners between, and alone behind a no-break space', () => {
  expect(
    codes(
      'a\u0301 a\u200d\u0301 a\u2060\u0301 a\u00ad\u0301 \u00a0\u0301 *a*\u0301 \u2764\ufe0f a\u200b\u034fb',
    ),
  ).toEqual([]);
});

test('a byte order mark inside a text is a control character', () => {
  expect(codes('one\ufefftwo')).toEqual(['GA215']);
});

test('so is one that is written as an entity or an escape, in a text, a field or the words of a picture', () => {
  expect(codes('one&#xFEFF;two and three&#x202E;four')).toEqual(['GA215', 'GA215']);
  expect(parse('---\nheadline: "H\\u0007ead"\n---\n\nText.\n').codes).toEqual(['GA215']);
  expect(codes('Text.\n\n![a&#xFEFF;b](pier.jpg)')).toContain('GA215');
  expect(codes('one\ufefftwo&#xFEFF;three')).toEqual(['GA215']);
});

test('the place is that of the entity', () => {
  const [told] = parse('# H\n\none&#xFEFF;two\n').collector.diagnostics;
  expect(told?.span).toMatchObject({ start: 8, end: 16 });
  expect(told?.message).toContain('U+FEFF');
});
