import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import { formatPropertyList } from '../../../src/style/property/format-property-list.ts';
import { LONGHANDS } from '../../../src/style/property/registry.ts';
import { style } from './styled.ts';

test.each([
  ['p { colr: red }', 'GA401', 'colr', 'Did you mean "color"?'],
  ['p { float: left }', 'GA401', 'float', expect.stringContaining('ed-frame')],
  ['p { box-shadow: none }', 'GA401', 'box-shadow', 'docs/css-properties.md lists the properties there are.'],
  ['p { text-align: centre }', 'GA402', 'centre', 'Did you mean "center"?'],
  ['p { color: rde }', 'GA402', 'rde', 'Did you mean "red"?'],
  [
    'p { color: rgb(0 0 0 / 50%) }',
    'GA402',
    'rgb(0 0 0 / 50%)',
    expect.stringContaining('A colour is a name'),
  ],
  ['p { margin: calc(1pt + 2pt) }', 'GA402', 'calc(1pt + 2pt)', expect.stringContaining('no sums')],
  ['p { color: red !importent }', 'GA402', '!importent', 'The only word behind a ! is !important.'],
  ['p { margin: 3 }', 'GA402', '3', 'A length needs a unit: 3pt.'],
  ['p { margin: 1pt 2pt 3pt 4pt 5pt }', 'GA402', '1pt 2pt 3pt 4pt 5pt', null],
  ['p { width: 3ch }', 'GA402', '3ch', expect.stringContaining('"ch" is no unit of length here')],
  ['p { padding: -1pt }', 'GA402', '-1pt', null],
  ['p { font-size: 0pt }', 'GA402', '0pt', null],
  ['p { letter-spacing: 1e999pt }', 'GA402', '1e999pt', null],
  ['p { display: flex }', 'GA402', 'flex', null],
  ['p { font: 9pt }', 'GA402', '9pt', null],
  ['p { -ed-word-space: 1 0.9 1.2 }', 'GA402', '1 0.9 1.2', null],
  ['p { -ed-tracking: 0.1em 0.2em }', 'GA402', '0.1em 0.2em', null],
  ['p { font-variant-numeric: oldstyle-nums lining-nums }', 'GA402', 'oldstyle-nums lining-nums', null],
  ['p { font-variant-numeric: ordinal ordinal }', 'GA402', 'ordinal ordinal', null],
  ['p { font-variant-numeric: normal tabular-nums }', 'GA402', 'normal tabular-nums', null],
  ['p { font-variant-numeric: tabular-num }', 'GA402', 'tabular-num', 'Did you mean "tabular-nums"?'],
  ['p { orphans: 0 }', 'GA402', '0', null],
  ['p { font-size: 1e9pt }', 'GA402', '1e9pt', 'No length is more than 14400 of its unit.'],
  ['p { padding-left: 3 }', 'GA402', '3', 'A length needs a unit: 3pt.'],
  ['p { -ed-role: Foo }', 'GA402', 'Foo', null],
  ['p { -ed-role: kicker }', 'GA402', 'kicker', 'Did you mean "Kicker"?'],
  ['p { -ed-role: h1 }', 'GA402', 'h1', 'Did you mean "H1"?'],
  ['p { -ed-role: Figure }', 'GA402', 'Figure', null],
  ['sapn { color: red }', 'GA403', 'sapn', 'Did you mean "span"?'],
  ['p::before { color: red }', 'GA403', '::before', 'Put an element into the template for it.'],
  ['p:hover { color: red }', 'GA403', ':hover', expect.stringContaining(':first-child')],
  ['p:frist-child { color: red }', 'GA403', ':frist-child', 'Did you mean ":first-child"?'],
  ['@media print { p { color: red } }', 'GA404', '@media', expect.any(String)],
  ['p { color red }', 'GA400', 'r', expect.any(String)],
  ['p { color: red; p { color: red } }', 'GA400', 'p ', expect.stringContaining('whole selector')],
  ['p { color: red }\n/* a note\np { colr: red }', 'GA400', '/*', expect.stringContaining('Write */')],
  ['/*/ p { colr: red }', 'GA400', '/*', expect.stringContaining('Write */')],
  ["// don't\np { color: red }", 'GA400', '//', 'Write comments between /* and */.'],
  ['p { color: red } }', 'GA400', '}', expect.stringContaining('ends too early')],
])('%s', (text, code, where, hint) => {
  const context = createCollector();
  parseSheet(text, '/t/a.css', context);
  const faults = context.diagnostics.map((fault) => [
    fault.code,
    text.slice(fault.span?.start, fault.span?.end),
    fault.hint,
  ]);
  expect(faults[0]).toEqual([code, where, hint]);
});

test.each([
  ['p { color: red !IMPORTANT } /* a { */ q { color: red }', 2, []],
  ['p { --a: x(//); font-family: "//" }', 1, ['GA400']],
  // One slip, one fault: the rest is read as if it were not there.
  ['// p {\np { color: red; a:hover { colr: red } widows: 3 }', 1, ['GA400', 'GA400']],
  ['p { color: red }}\nq { colr: red }', 2, ['GA400', 'GA401']],
])('%s: rules and faults', (text, rules, codes) => {
  const context = createCollector();
  expect(parseSheet(text, '/t/a.css', context).rules).toHaveLength(rules);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(codes);
});

test('what is wrong costs only itself', () => {
  const { of, faults } = style(
    '<p id="a">x</p>',
    'p { colr: red; orphans: 4; widows: x } sapn, p { text-indent: 3pt }',
  );
  expect(faults.map(({ code }) => code)).toEqual(['GA401', 'GA402', 'GA403']);
  expect(of('a')).toMatchObject({ orphans: 4, widows: 2, textIndent: 3 });
});

test('each property reads its own initial value', () => {
  const sheet = LONGHANDS.map((name) => `${name}: initial;`).join('');
  const { faults } = style('<p>x</p>', `p { ${sheet} }`);
  expect(faults).toEqual([]);
  expect(LONGHANDS.length).toBeGreaterThan(55);
});

test('the list in the docs is current', async () => {
  await expect(formatPropertyList()).toMatchFileSnapshot('../../../docs/css-properties.md');
});

test('property: no text makes the parser fail', () => {
  const piece = fc.constantFrom(
    'p',
    '{',
    '}',
    ':',
    ';',
    'color',
    'red',
    '"',
    '/*',
    '*/',
    '(',
    ')',
    '@media',
    ' ',
    '--a',
    'var(',
    '\\',
    '<',
    '!important',
    '#',
    '.',
    '1em',
    ',',
    '>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const context = createCollector();
      const text = pieces.join('');
      parseSheet(text, '/t/a.css', context);
      for (const { span } of context.diagnostics) {
        expect(span?.start).toBeLessThanOrEqual(text.length);
      }
    }),
    { seed: 898, numRuns: 300 },
  );
});
