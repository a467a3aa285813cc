import { expect, test } from 'vitest';
import type { Edition } from '../../../src/edition/edition.ts';
import { FORMAT_PRESETS } from '../../../src/edition/format-presets.ts';
import { editionOf, resolveYaml } from './issue-fixture.ts';

const HEAD = 'name: A\ndate: 2026\n';

const NEWSPAPER_FORMATS = [...FORMAT_PRESETS.keys()].filter((format) => format !== 'reader');

test.each(NEWSPAPER_FORMATS)('%s: whole lines inside the page, columns of a newspaper', (format) => {
  const { grid } = editionOf(`${HEAD}format: ${format}`);
  expect(grid.live.height % grid.baseline).toBe(0);
  expect(grid.live.y + grid.live.height).toBeLessThan(grid.trim.height - 20);
  expect(grid.live.x + grid.live.width).toBeLessThan(grid.trim.width - 20);
  expect(columnPicas(grid)).toBeGreaterThan(9.9);
  expect(columnPicas(grid)).toBeLessThan(13.1);
});

const columnPicas = ({ live, columns, gutter }: Edition['grid']): number =>
  (live.width - (columns - 1) * gutter) / columns / 12;

test.each([
  ['broadsheet', 6],
  ['berliner', 6],
  ['nordic', 7],
])('the broadsheet theme on %s: %i columns of 10 to 12 picas, heads on the grid', (format, columns) => {
  const { grid } = editionOf(`${HEAD}theme: broadsheet\nformat: ${format}`);
  expect(grid).toMatchObject({ columns, baseline: 10 });
  expect(columnPicas(grid)).toBeGreaterThan(9.9);
  expect(columnPicas(grid)).toBeLessThan(12.1);
});

test.each([
  ['reader', 1, 28.4],
  ['a4', 2, 19.5],
  ['letter', 2, 20],
])('the reader theme on %s: %i columns of %d picas', (format, columns, picas) => {
  const { grid } = editionOf(`${HEAD}theme: reader\nformat: ${format}`);
  expect(grid).toMatchObject({ formatName: format, columns, baseline: 14 });
  expect(columnPicas(grid)).toBeCloseTo(picas, 0);
});

test('themes have a format of their own', () => {
  expect(editionOf(`${HEAD}theme: reader`).grid.formatName).toBe('reader');
  expect(editionOf(`${HEAD}theme: broadsheet`).grid.formatName).toBe('broadsheet');
});

test('the compact tabloid, in figures', () => {
  expect(editionOf(HEAD).grid).toEqual({
    formatName: 'compact-tabloid',
    trim: { width: 720, height: 837 },
    live: { x: 36, y: 36, width: 648, height: 69 * 11 },
    columns: 4,
    gutter: 12,
    baseline: 11,
  });
});

test('the manifest goes over the theme, side by side', () => {
  const { grid } = editionOf(
    `${HEAD}format: letter\ngrid: { columns: 4, baseline: 10 pt, margins: { top: 1 in } }`,
  );
  expect(grid).toMatchObject({ columns: 4, baseline: 10, live: { x: 60, y: 72, height: 670 } });
});

test('a format of one’s own gets as many columns as are usual', () => {
  const { grid } = editionOf(`${HEAD}format: { width: 280 mm, height: 400 mm }`);
  expect(grid).toMatchObject({ formatName: '280 mm x 400 mm', columns: 5 });
  expect(grid.trim.width).toBeCloseTo(793.7, 1);
});

test.each([
  ['format: tabliod', 'GA122', 'there is no format'],
  ['grid: { columns: 12, gutter: 2 in }', 'GA123', 'no room for 12 columns'],
  ['grid: { margins: { top: 400 pt, bottom: 400 pt } }', 'GA123', 'fit between the margins'],
  ['grid: { baseline: 1 pt }', 'GA123', 'at least 4 pt'],
  ['format: { width: 6 m, height: 1 m }', 'GA111', 'wanted: a length'],
  ['format: { width: 600 cm, height: 100 cm }', 'GA123', 'larger than 200 inches'],
])('%s is refused', (yaml, code, part) => {
  const { codes, diagnostics } = resolveYaml(HEAD + yaml);
  expect(codes[0]).toBe(code);
  expect(diagnostics[0]?.message).toContain(part);
});
