import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

const codes = (text: string, head = 'H'): readonly string[] => parse(`# ${head}\n\n${text}\n`).codes;

test.each([
  ['in the only paragraph', '"One.'],
  ['before a paragraph without a mark', '"One.\n\nTwo.'],
  ['with two backticks', '``One.'],
  ['in the second paragraph', '"One.\n\n"Two.'],
  ['before a subhead', '"One.\n\n## Two\n\nThree.'],
  ['in a quotation set apart', '> "One.'],
  ['in a subhead', '## "One\n\nTwo.'],
  ['before a list', '"One:\n\n- two\n- three\n\nFour "five" six.'],
  ['before a quotation set apart', '"One:\n\n> Two.\n\nThree.'],
  ['in an item', '- "One.\n\n- Two.'],
  ['at the end of a quotation set apart', '> "One.\n\nTwo.'],
  ['in a box', '::: box Head\n"One.\n\nTwo.\n:::\n\n"Three."'],
  ['before a paragraph that closes it without a mark', '"One.\n\nTwo."'],
  ['in a pull quote', '::: pullquote\n"One.\n:::'],
])('a quotation that nothing closes is told: %s', (_, text) => {
  expect(codes(text)).toEqual(['GA249']);
});

test('a headline that leaves its quotation open is told', () => {
  expect(codes('One.', '"We go on')).toEqual(['GA249']);
});

test.each([
  ['in the next paragraph', '"One.\n\n"Two."'],
  ['behind a subhead', '"One.\n\n## Between\n\n"Two."'],
  ['with a mark in emphasis', '"One.\n\n*"Two" and three."*'],
  ['with a mark as it is printed', '"One.\n\n“Two.”'],
  ['behind a bracket', '"One,\n\n("Open again," he said.)'],
  ['behind dots', '"One,\n\n..."and two."'],
  ['behind an ellipsis in brackets', '"One,\n\n[…] "and two."'],
  ['in a list', 'He said: "We need:\n\n- eggs\n- and bread."\n\nThey left.'],
  ['in a list with room', 'He said: "We need:\n\n- eggs\n\n- and bread."\n\nThey left.'],
  ['from item to item', '- He said: "We need eggs\n\n- and bread."\n\nThey left.'],
  ['in a quotation set apart', 'He said: "We need:\n\n> Higher pay."\n\nThey left.'],
  ['behind a list', '"We need:\n\n- eggs\n- bread\n\nand no more," he said.'],
  ['behind a quotation set apart', '> "One.\n\n"Two."'],
  ['behind a pull quote', '"One.\n\n::: pullquote\nNo mark.\n:::\n\n"Two."'],
  ['over the lines of a poem', '::: verse\n"One,\ntwo,\nthree."\n:::'],
])('a quotation may go on %s', (_, text) => {
  expect(codes(text)).toEqual([]);
});

test('inches open nothing', () => {
  expect(codes('A pipe of 3" and a door of 6\'2".')).toEqual([]);
});
