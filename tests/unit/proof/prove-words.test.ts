import { expect, test } from 'vitest';
import { splitWords } from '../../../src/core/words.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { ReadElement } from '../../../src/page/read-element.ts';
import { compareSaved } from '../../../src/proof/compare-saved.ts';
import type { ExpectedNode } from '../../../src/proof/expected-words.ts';
import { generatedInMarkup } from '../../../src/proof/generated-texts.ts';
import { provePresence, proveWords } from '../../../src/proof/prove-words.ts';
import type { SetRange } from '../../../src/proof/word-ranges.ts';

const TEXT = 'The ferry leaves at six, and not before.';
const node: ExpectedNode = {
  owner: 'ferry',
  node: 'body.0',
  text: TEXT,
  words: splitWords(TEXT),
  at: null,
};

const range = (start: number, end: number): SetRange => ({
  owner: 'ferry',
  node: 'body.0',
  start,
  end,
  text: TEXT.slice(start, end),
});

/** Two lines: "The ferry leaves " and the rest. */
const whole: readonly SetRange[] = [range(0, 17), range(17, TEXT.length)];

function codesOf(ranges: readonly SetRange[]): readonly string[] {
  const context = createCollector();
  proveWords([node], ranges, { output: 'PDF', trail: [] }, context);
  return context.diagnostics.map(({ code }) => code);
}

test('what is set whole, once and in order is proven', () => {
  expect(codesOf(whole)).toEqual([]);
});

test('a dropped word is lost', () => {
  expect(codesOf([range(0, 4), range(10, TEXT.length)])).toEqual(['GA801']);
  expect(codesOf([range(0, 17)])).toEqual(['GA801']);
  expect(codesOf([])).toEqual(['GA801']);
});

test('a word set twice is doubled', () => {
  expect(codesOf([range(0, 17), range(10, TEXT.length)])).toEqual(['GA802']);
});

test('swapped lines are out of order', () => {
  expect(codesOf([range(17, TEXT.length), range(0, 17)])).toEqual(['GA803']);
});

test('other letters than the source has are a changed word', () => {
  expect(codesOf([{ ...range(0, 17), text: 'The fairy leaves ' }, range(17, TEXT.length)])).toEqual([
    'GA804',
  ]);
});

test('what must be there at least once may stand twice, and not be absent', () => {
  const context = createCollector();
  expect(provePresence([node], [...whole, ...whole], { output: 'PDF', trail: [] }, context)).toBe(true);
  expect(provePresence([node], [range(0, 17)], { output: 'PDF', trail: [] }, context)).toBe(false);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA801']);
});

const paragraph = (...texts: readonly string[]): ReadElement => ({
  kind: 'element',
  role: 'P',
  language: null,
  alt: null,
  expansion: null,
  scope: null,
  children: texts.map((text) => ({ kind: 'text' as const, text })),
});

function isSavedWell(...elements: readonly ReadElement[]): boolean {
  return compareSaved([node], elements, { output: 'PDF', trail: [] }, createCollector());
}

test('the saved words are compared one by one', () => {
  expect(isSavedWell(paragraph('The ferry leaves ', 'at six, and not be\u00adfore.'))).toBe(true);
  expect(isSavedWell(paragraph('The ferry leaves at, and not before.'))).toBe(false);
  expect(isSavedWell(paragraph('The ferry ferry leaves at six, and not before.'))).toBe(false);
  expect(isSavedWell(paragraph('The leaves ferry at six, and not before.'))).toBe(false);
  expect(isSavedWell(paragraph(TEXT), paragraph('More.'))).toBe(false);
});

test('what no source says is told at the tag of the layout that says it', () => {
  const at = (start: number) => ({ file: 'story.hbs', start, end: start + 2 });
  const tree = [
    { kind: 'text' as const, text: TEXT, source: { owner: 'ferry', node: 'body.0', offset: 0 }, at: at(1) },
    { kind: 'text' as const, text: 'Continued', source: null, at: at(2) },
    { kind: 'text' as const, text: 'And more', source: null, at: null },
    { kind: 'text' as const, text: 'And more of it.', source: null, at: at(3) },
  ];
  const context = createCollector();
  const proof = { output: 'EPUB' as const, trail: [], generated: () => generatedInMarkup(tree) };
  compareSaved([node], [paragraph(TEXT), paragraph('And more of it.')], proof, context);
  expect(context.diagnostics.map(({ code, span }) => [code, span])).toEqual([['GA805', at(3)]]);
});

test('a list marker is no word of the source', () => {
  const label: ReadElement = {
    kind: 'element',
    role: 'Lbl',
    language: null,
    alt: null,
    expansion: null,
    scope: null,
    children: [{ kind: 'text', text: '1.' }],
  };
  expect(isSavedWell(label, paragraph(TEXT))).toBe(true);
});
