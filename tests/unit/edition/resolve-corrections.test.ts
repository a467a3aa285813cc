import { expect, test } from 'vitest';
import { buildRecord } from '../../../src/edition/build-record.ts';
import { editionOf, resolve, resolveYaml } from './issue-fixture.ts';

const ISSUE = [
  'name: The Quay',
  'date: 2026-03-14',
  'revised: 2026-03-20',
  'corrections:',
  '  - { date: 2026-03-20, story: Ferry, text: The boat is called Ana. }',
  '  - { date: 2026-03-21, text: "The price was 2, not 3." }',
].join('\n');

test('a correction has its day in words, its story by its id, and stands in the record', () => {
  const edition = editionOf(ISSUE);
  expect(edition.revisedPrinted).toBe('March 20, 2026');
  expect(edition.corrections).toEqual([
    {
      key: 'corrections.0.text',
      date: '2026-03-20',
      printed: 'March 20, 2026',
      story: 'ferry',
      text: 'The boat is called Ana.',
    },
    {
      key: 'corrections.1.text',
      date: '2026-03-21',
      printed: 'March 21, 2026',
      story: null,
      text: 'The price was 2, not 3.',
    },
  ]);
  expect(buildRecord(edition, { sourceDateEpoch: null, version: '0' })).toMatchObject({
    modified: '2026-03-20T00:00:00Z',
    corrections: ['2026-03-20: The boat is called Ana. (ferry)', '2026-03-21: The price was 2, not 3.'],
  });
});

test('an edition without the story has neither its correction nor its teaser', () => {
  const { issue, codes } = resolve({
    '7/issue.yaml':
      'name: The Quay\nlanguages: [en, es]\ndate: 2026-03-14\nteasers: [ferry, { story: tides, picture: true }]\n' +
      'corrections:\n  - { date: 2026-03-20, story: tides, text: { en: At seven., es: A las siete. } }\n',
    '7/articles/ferry.en.md': 'x',
    '7/articles/ferry.es.md': 'x',
    '7/articles/tides.en.md': 'x',
  });
  expect(codes).toEqual(['GA132']);
  const [en, es] = issue?.editions ?? [];
  expect([en?.corrections.length, es?.corrections.length]).toEqual([1, 0]);
  expect(en?.teasers).toEqual([
    { key: 'teasers.0', story: 'ferry', text: null, showsPicture: false },
    { key: 'teasers.1', story: 'tides', text: null, showsPicture: true },
  ]);
  expect(es?.teasers.map(({ story }) => story)).toEqual(['ferry']);
});

test('a correction of no day, and stories that no file has, are pointed to', () => {
  const { codes, pointed } = resolveYaml(
    'name: Q\ndate: 2026-03-14\ncorrections:\n  - { date: 2026-02-30, story: fery, text: x }\nteasers: [tides]',
  );
  expect(codes).toEqual(['GA120', 'GA153', 'GA153']);
  expect(pointed).toEqual(['2026-02-30', 'fery', 'tides']);
});

test('a day before the issue is told; a time in UTC may be of the day itself, a range ends later', () => {
  const codes = (lines: string): readonly string[] =>
    resolveYaml(`name: Q\ndate: 2026-03-01\n${lines}\n`).codes;
  const correction = (date: string): readonly string[] => codes(`corrections: [{ date: ${date}, text: x }]`);
  for (const time of ['2026-02-28', '2026-02-28T09:59:59Z', '2026-02-27T23:30:00Z'])
    expect(codes(`revised: ${time}`), time).toEqual(['GA158']);
  for (const time of ['2026-02-28T10:00:00Z', '2026-03-01', '2026-03-01T00:00:00Z'])
    expect(codes(`revised: ${time}`), time).toEqual([]);
  expect(correction('2026-02-20/2026-02-28')).toEqual(['GA158']);
  for (const date of ['2026-02-20/2026-03-02', '2026-03', '2026']) expect(correction(date), date).toEqual([]);
});
