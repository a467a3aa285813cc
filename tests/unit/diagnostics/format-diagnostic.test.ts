import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../../src/diagnostics/format-diagnostic.ts';
import { positionOf } from '../../../src/diagnostics/position.ts';

const FILE = '/papers/212/issue.yaml';
const TEXT = 'number: 212\ndate: x\nname: A\ntheme: y\nformat: z\nprice: 1\n';

function diagnostic(changes: Partial<Diagnostic>): Diagnostic {
  const span = { file: FILE, start: 35, end: 36 };
  return {
    code: 'GA140',
    severity: 'error',
    message: 'no theme',
    hint: 'Ask.',
    span,
    related: [],
    trail: [],
    ...changes,
  };
}

function format(changes: Partial<Diagnostic>, text: string | null = TEXT): string {
  return formatDiagnostic(diagnostic(changes), () => text, { colour: false, relativeTo: '/papers' });
}

test('place, message, two lines either side, a caret, the hint', () => {
  expect(format({})).toBe(
    [
      '212/issue.yaml:4:8: error GA140: no theme',
      '    2 | date: x',
      '    3 | name: A',
      '  > 4 | theme: y',
      '      |        ^',
      '    5 | format: z',
      '    6 | price: 1',
      '  hint: Ask.',
    ].join('\n'),
  );
});

test('related places and trail have lines of their own; without source there is no frame', () => {
  const related = [{ message: 'first here', span: { file: FILE, start: 0, end: 6 } }];
  expect(format({ related, trail: ['0212', 'page 1'], hint: null }, null)).toBe(
    ['212/issue.yaml: error GA140: no theme', '  in 0212 › page 1', '  212/issue.yaml: first here'].join(
      '\n',
    ),
  );
});

test('a file without span, a place at the end, a long line', () => {
  expect(format({ span: null, hint: null })).toBe('error GA140: no theme');
  expect(format({ span: { file: FILE, start: 999, end: 1000 }, hint: null })).toContain('212/issue.yaml:7:1');
  const long = `${'word '.repeat(60)}HERE ${'word '.repeat(60)}`;
  const start = long.indexOf('HERE');
  const lines = format({ span: { file: FILE, start, end: start + 4 }, hint: null }, long).split('\n');
  expect(lines[1]?.length).toBeLessThan(120);
  const caret = lines[2]?.indexOf('^') ?? -1;
  expect(lines[1]?.slice(caret, caret + 4)).toBe('HERE');
});

test('control characters of a file never reach the terminal', () => {
  const text = 'a: \u001b[31mred\u202e\n';
  const printed = format({ message: 'bad \u001b[0m', span: { file: FILE, start: 3, end: 4 } }, text);
  expect(printed).not.toMatch(/[\u001b\u202e]/);
});

test('colour is only colour', () => {
  const plain = format({});
  const coloured = formatDiagnostic(diagnostic({}), () => TEXT, { colour: true, relativeTo: '/papers' });
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('columns count characters', () => {
  expect(positionOf('a\n😀b', 4)).toEqual({ line: 2, column: 2 });
  expect(positionOf('number: 7\ndate: x', 12)).toEqual({ line: 2, column: 3 });
});
