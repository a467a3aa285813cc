import { expect, test } from 'vitest';
import { typesetEdition } from '../../../src/content/typeset-edition.ts';
import { EDITION } from './edition-fixture.ts';

const typed = {
  ...EDITION,
  name: "The People's Voice",
  tagline: 'All the "news" -- and more...',
  fileStem: "people's",
  sections: [{ id: "kid's", title: "Kids' corner", layout: null }],
  masthead: {
    ...EDITION.masthead,
    staff: [{ role: "Editor's desk", names: ["Maire O'Brien"] }],
    contact: [
      { kind: 'post', label: 'Post', value: "1 St John's Road, 2-4", href: null },
      { kind: 'web', label: 'Web', value: "https://o'brien.example/a--b", href: null },
      { kind: 'phone', label: 'Phone', value: '555-0100', href: null },
    ],
  },
} as const;

test('what a paper says of itself has the marks of its language, addresses and ids stay', () => {
  const set = typesetEdition(typed);
  expect(set.name).toBe('The People’s Voice');
  expect(set.tagline).toBe('All the “news” — and more…');
  expect(set.fileStem).toBe("people's");
  expect(set.sections).toEqual([{ id: "kid's", title: 'Kids’ corner', layout: null }]);
  expect(set.masthead.staff).toEqual([{ role: 'Editor’s desk', names: ['Maire O’Brien'] }]);
  expect(set.masthead.contact.map(({ value }) => value)).toEqual([
    '1 St John’s Road, 2-4',
    "https://o'brien.example/a--b",
    '555-0100',
  ]);
});

test('with typography: source every character stays', () => {
  const source = { ...typed, typography: 'source' } as const;
  expect(typesetEdition(source)).toBe(source);
});
