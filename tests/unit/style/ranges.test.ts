import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { LONGHANDS, PROPERTIES } from '../../../src/style/property/registry.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';

// The ranges that docs and messages give are those that the parsers keep.

type Range = { readonly name: string; readonly kind: string; readonly least: number; readonly most: number };

const RANGE = /^<(integer|number|length|percentage) (?:≥ (?<from>[\d.]+)|(?<least>[\d.]+)–(?<most>[\d.]+))>$/;

const ranges = LONGHANDS.flatMap((name) =>
  PROPERTIES[name].syntax.split(' | ').flatMap((part): readonly Range[] => {
    const found = RANGE.exec(part);
    const { from, least, most } = found?.groups ?? {};
    if (found === null) return [];
    return [{ name, kind: found[1] ?? '', least: Number(from ?? least), most: Number(most ?? Infinity) }];
  }),
);

const UNITS: Readonly<Record<string, string>> = { length: 'pt', percentage: '%' };

function isTaken({ name, kind }: Range, value: number): boolean {
  const context = createCollector();
  parseSheet(`p { ${name}: ${value}${UNITS[kind] ?? ''} }`, '/t/a.css', context);
  return context.diagnostics.length === 0;
}

test('many properties have a range', () => {
  expect(ranges.length).toBeGreaterThan(20);
});

test.each(ranges)('$name takes <$kind> from $least to $most', (range) => {
  const { kind, least, most } = range;
  const step = kind === 'integer' ? 1 : 0.005;
  expect(isTaken(range, least)).toBe(true);
  expect(isTaken(range, least - step)).toBe(false);
  if (most === Infinity) return;
  expect(isTaken(range, most)).toBe(true);
  expect(isTaken(range, most + step)).toBe(false);
});

test('a message gives the range', () => {
  const context = createCollector();
  parseSheet('p { orphans: 9999; -ed-word-space: 1 0.5 0.2; width: 300% }', '/t/a.css', context);
  expect(context.diagnostics.map(({ message }) => message)).toEqual([
    '"9999" is no value of orphans, which takes <integer 1–100>',
    '"1 0.5 0.2" is no value of -ed-word-space, which takes <number 0.1–10>{3} rising',
    '"300%" is no value of width, which takes auto | <length ≥ 0> | <percentage 0–100>',
  ]);
});
