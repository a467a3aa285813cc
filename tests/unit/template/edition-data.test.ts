import { expect, test } from 'vitest';
import { editionData, editionParts } from '../../../src/template/edition-data.ts';
import { EDITION } from './an-edition.ts';

test('every optional field of an edition is there, as null when it is empty', () => {
  expect(editionData(EDITION)).toMatchObject({
    name: 'Harbour Post',
    number: '12',
    volume: null,
    notice: null,
    date: { iso: '2026-05-01', printed: 'May 1, 2026', long: 'Friday, May 1, 2026' },
    languages: [
      { code: 'en', name: 'English' },
      { code: 'es', name: 'Spanish' },
    ],
    masthead: { publisher: 'Harbour Press', place: null, issn: null, note: null },
    words: { page: 'Page' },
  });
});

test('every part that data names exists, with the words and their ids', () => {
  const parts = editionParts(EDITION);
  expect(parts.get('notice')).toEqual([]);
  expect(parts.get('name')).toEqual([
    { kind: 'text', text: 'Harbour Post', source: { owner: '@issue', node: 'name', offset: 0 }, at: null },
  ]);
  expect(parts.get('staff.0.names')).toMatchObject([{ text: 'A. Nunes, B. Ortiz and C. Pratt' }]);
  expect(parts.get('contact.0.value')).toMatchObject([{ kind: 'text', text: 'Box 7' }]);
  expect(parts.get('contact.1.value')).toMatchObject([
    {
      name: 'a',
      attributes: { href: 'mailto:desk@example.org' },
      children: [
        { text: 'desk@example.org', source: { owner: '@issue', node: 'contact.1.value', offset: 0 } },
      ],
    },
  ]);
  expect(parts.get('edition.tagline')).toBe(parts.get('tagline'));
});

test("a part's place is its key in the manifest", () => {
  const parts = editionParts({ ...EDITION, notice: 'A specimen.' });
  expect(parts.get('notice')).toMatchObject([{ at: { start: 3, end: 9 } }]);
});
