import { expect, test } from 'vitest';
import { fileNames } from '../../../src/epub/file-name.ts';

test('a plain id is its own name', () => {
  expect(fileNames(['tunnels', 'night-shift'])).toEqual(['tunnels', 'night-shift']);
});

test('ids that come to one name are kept apart, and one without Latin letters has a name', () => {
  const names = fileNames(['Café', 'cafe', 'CAFE', '新闻', '../../etc/passwd']);
  expect(new Set(names).size).toBe(5);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test('a name depends on its id alone, not on its neighbours, once it carries a hash', () => {
  expect(fileNames(['Café'])[0]).toBe(fileNames(['x', 'Café'])[1]);
});
