import { expect, test } from 'vitest';
import { findAddresses } from '../../../src/content/addresses.ts';

/** Each link as the text it holds and where it leads. */
const links = (text: string): readonly (readonly [string, string | undefined])[] =>
  findAddresses(text).map(({ start, end, attributes }) => [text.slice(start, end), attributes['href']]);

test('mail and web addresses in running text are links, without the signs of their sentence', () => {
  expect(links('Write to desk@tide.example, or see https://tide.example/a(b) (http://x.example).')).toEqual([
    ['desk@tide.example', 'mailto:desk@tide.example'],
    ['https://tide.example/a(b)', 'https://tide.example/a(b)'],
    ['http://x.example', 'http://x.example'],
  ]);
  expect(links('“https://tide.example/é?q=1”')).toEqual([
    ['https://tide.example/é?q=1', 'https://tide.example/%C3%A9?q=1'],
  ]);
  expect(links('https://desk@tide.example/')).toHaveLength(1);
});

test('an address that is printed without a scheme is a link', () => {
  expect(links('See www.tide.example, (WWW.tide.example/map?q=1) or www.λιμάνι.example.')).toEqual([
    ['www.tide.example', 'http://www.tide.example'],
    ['WWW.tide.example/map?q=1', 'http://WWW.tide.example/map?q=1'],
    ['www.λιμάνι.example', 'http://www.xn--hxazbfgh.example'],
  ]);
  expect(links('www.desk@tide.example')).toEqual([['www.desk@tide.example', 'mailto:www.desk@tide.example']]);
});

test('an address ends where writing without spaces goes on, and where more brackets close than open', () => {
  const first = (text: string): string | undefined => links(text)[0]?.[0];
  for (const text of [
    'https://tide.example/map، ثم',
    'https://tide.example/map؟',
    'https://tide.example/map。次の記事',
    '（https://tide.example/map）',
    '「https://tide.example/map」と',
    '`https://tide.example/map`',
  ])
    expect(first(text)).toBe('https://tide.example/map');
  expect(first('https://tide.example، ثم')).toBe('https://tide.example');
  expect(first('(https://tide.example/a(b)).')).toBe('https://tide.example/a(b)');
});

test.each([
  'a@b',
  'one @ two.example',
  'https://',
  'xhttps://tide.example',
  'tide.example',
  'www.tide',
  'www..example',
  'xwww.tide.example',
  'a.www.tide.example',
  'https://a.example/x–y',
])('what is no address, or not as it was typed, stays text: %s', (text) => expect(links(text)).toEqual([]));

test('the search takes time in proportion to the text', () => {
  for (const text of [
    'a.'.repeat(200_000),
    'a@'.repeat(200_000),
    `https://a.example/${')'.repeat(200_000)}`,
    '-www.'.repeat(200_000),
  ])
    expect(links(text)).toEqual([]);
});
