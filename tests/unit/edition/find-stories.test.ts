import { expect, test } from 'vitest';
import { resolveYaml, type Outcome } from './issue-fixture.ts';

const RTF = '{\\rtf1\\ansi The tide.}';
const YAML = 'name: Q\ndate: 2026-03-14';
const LISTED = `${YAML}\nsections:\n  news: [ferry, tides]`;

const told = ({ diagnostics, pointed }: Outcome): readonly (readonly [string, string, string])[] =>
  diagnostics.map(({ code, message }, index) => [code, message, pointed[index] ?? '']);

test('a document in place of an article is refused at the line that lists it, and nothing else misses it', () => {
  const message =
    'tides.rtf is a document in Rich Text Format (RTF); an article is a text file that ends in .md';
  expect(told(resolveYaml(LISTED, { '7/articles/tides.rtf': RTF }))).toEqual([['GA239', message, 'tides']]);
  const named = `${YAML}\nsections:\n  news: [ferry, tides.rtf]`;
  expect(told(resolveYaml(named, { '7/articles/tides.rtf': RTF }))).toEqual([
    ['GA239', message, 'tides.rtf'],
  ]);
});

test('its bytes count, not its name', () => {
  expect(told(resolveYaml(LISTED, { '7/articles/tides.en.md': RTF }))).toEqual([
    [
      'GA239',
      'tides.en.md is a document in Rich Text Format (RTF); an article is a text file that ends in .md',
      'tides',
    ],
  ]);
});

test('one that no list names is refused at the file, lest its story be lost', () => {
  const { codes, diagnostics } = resolveYaml(YAML, { '7/articles/tides.rtf': RTF });
  expect(codes).toEqual(['GA239']);
  expect(diagnostics[0]?.span?.file).toBe('/paper/7/articles/tides.rtf');
});

test('beside the article that was made of it a document is only left out, as notes and pictures are', () => {
  const files = { '7/articles/ferry.rtf': RTF, '7/articles/notes.txt': 'Notes.', '7/articles/a.jpg': '\xff' };
  const outcome = resolveYaml(YAML, files);
  expect(outcome.codes).toEqual(['GA135', 'GA135', 'GA135']);
  expect(outcome.issue).not.toBeNull();
});

test('articles in a folder of articles/ are told', () => {
  const files = { '7/articles/sport/regatta.md': 'Go.', '7/articles/sport/old/tides.md': 'Ebb.' };
  const { codes, diagnostics, issue } = resolveYaml(YAML, files);
  expect(codes).toEqual(['GA135']);
  expect(diagnostics[0]?.message).toBe(
    'the folder sport/ in articles/ is not read; tides.md and 1 more stand in it',
  );
  expect(issue?.editions[0]?.stories.map(({ id }) => id)).toEqual(['ferry']);
  expect(resolveYaml(YAML, { '7/articles/images/a.jpg': '\xff' }).codes).toEqual([]);
});

test('an empty file is no story unless the manifest names it', () => {
  const files = { '7/articles/tides.md': '\n \n' };
  const { codes, issue, diagnostics } = resolveYaml(YAML, files);
  expect(codes).toEqual(['GA135']);
  expect(diagnostics[0]?.message).toBe('tides.md is empty');
  expect(issue?.editions[0]?.stories.map(({ id }) => id)).toEqual(['ferry']);
  const named = resolveYaml(LISTED, files);
  expect(named.codes).toEqual([]);
  expect(named.issue?.editions[0]?.stories.map(({ id }) => id)).toEqual(['ferry', 'tides']);
});

test('a file in a language without its region goes to the only edition of that language', () => {
  const files = { '7/articles/tides.en.md': 'High water.\n' };
  const { issue } = resolveYaml(`${YAML}\nlanguages: [es, en-GB]`, files);
  const british = issue?.editions.find(({ language }) => language === 'en-GB');
  expect(british?.stories.map(({ id }) => id)).toEqual(['tides']);
  const two = resolveYaml(`${YAML}\nlanguages: [es, en-GB, en-US]`, files);
  expect(two.codes).toContain('GA135');
});

test('a manifest that a word processor wrote is named', () => {
  const { diagnostics } = resolveYaml('{\\rtf1 name: Q}');
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['GA239', 'issue.yaml is a document in Rich Text Format (RTF), and no plain text'],
  ]);
});

test('an issue has 2,000 stories in a language, not one more', () => {
  const files = (count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`7/articles/s${index}.md`, `Story ${index}.\n`]),
    );
  // The fixture's own is one of them.
  expect(resolveYaml(YAML, files(1999)).codes).toEqual([]);
  expect(resolveYaml(YAML, files(2000)).codes).toEqual(['GA241', 'GA133']);
  expect(resolveYaml(`${YAML}\nlanguages: [en, es]`, files(3999)).codes).not.toContain('GA241');
});

test('a file whose language has several regions in the issue is told their names', () => {
  const files = { '7/articles/tides.en.md': 'High water.\n' };
  const { diagnostics } = resolveYaml(`${YAML}\nlanguages: [en-GB, en-US]`, files);
  const told = diagnostics.find(({ code }) => code === 'GA135');
  expect(told?.hint).toBe('Rename it with the region whose text it is: tides.en-GB.md, tides.en-US.md.');
});
