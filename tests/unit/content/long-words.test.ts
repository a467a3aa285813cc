import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

test('a word of 20,000 letters is set, one of a letter more is not, however many words are in its paragraph', () => {
  const word = 'a1'.repeat(10_000);
  expect(parse(`# H\n\nOne ${word} two.\n`).codes).toEqual([]);
  expect(parse(`# H\n\nOne ${word}-${word} two.\n`).codes).toEqual([]);
  expect(parse(`# H\n\nOne ${word}b two.\n\nMore.\n`).codes).toEqual(['GA243']);
  expect(parse(`# H\n\n${'報'.repeat(30_000)}\n`).codes).not.toContain('GA243');
});

test('an address that is printed and too long is told as an address; where a link leads to is no word', () => {
  const long = 'x'.repeat(20_001);
  for (const address of [
    `https://a.example/${long}`,
    `<https://a.example/${long}>`,
    `(www.a.example/${long})`,
    `${long}@a.example`,
  ]) {
    const [fault, ...others] = parse(`# H\n\nSee ${address} there.\n`).collector.diagnostics;
    expect(others).toEqual([]);
    expect(fault?.code).toBe('GA243');
    expect(fault?.message).toMatch(/^an address of 20\d\d\d characters/);
    expect(fault?.hint).toContain('link them');
  }
  expect(parse(`# H\n\nSee [words](https://a.example/${long}) there.\n`).codes).toEqual(['GA204']);
  expect(parse(`# H\n\nSee *${long}* there.\n`).collector.diagnostics[0]?.message).toMatch(
    /^a word of 20001/,
  );
});
