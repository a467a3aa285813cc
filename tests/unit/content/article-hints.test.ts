import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

test('fields without the lines round them are told as such', () => {
  const hintOf = (text: string): string => {
    const { codes, collector } = parse(text);
    expect(codes).toEqual(['GA213']);
    return collector.diagnostics[0]?.hint ?? '';
  };
  expect(hintOf('headline: The ferry\n\nIt sails.\n')).toContain('first line of the file is ---');
  expect(hintOf('\n---\nheadline: The ferry\n---\nIt sails.\n')).toContain('first line of the file is ---');
  expect(hintOf('It sails: at ten.\n')).toContain('begin the text with #');
});

test('a link to another article is told how stories are linked', () => {
  const hintOf = (address: string): string =>
    parse(`# H\n\nSee [it](${address}).\n`).collector.diagnostics[0]?.hint ?? '';
  for (const address of ['ferry.md', '../articles/ferry.en.md#quay'])
    expect(hintOf(address)).toBe('For another story of this number write story:ferry.');
  expect(hintOf('quay.example/ferry')).toBe('Write https://quay.example/ferry.');
});

test('fields that were read are not told as text where none of them is a headline', () => {
  const { codes, collector } = parse('---\nkicker: Local\n---\nIt sails.\n');
  expect(codes).toEqual(['GA213']);
  expect(collector.diagnostics[0]?.hint).not.toContain('read as text');
});

test('the hint for a picture without alt text writes names with spaces as Markdown has them', () => {
  const hintOf = (reference: string): string =>
    parse(`# H\n\n![](${reference})\n\nText.\n`).collector.diagnostics.find(({ code }) => code === 'GA207')
      ?.hint ?? '';
  expect(hintOf('<IMG 2034.JPG>')).toContain('![…](<IMG 2034.JPG>); or');
  expect(hintOf('pier.png')).toContain('![…](pier.png); or');
});
