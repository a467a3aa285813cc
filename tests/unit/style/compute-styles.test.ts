import { expect, test } from 'vitest';
import { style } from './styled.ts';

const size = (html: string, ...sheets: string[]): number => {
  const { of, faults } = style(html, ...sheets);
  expect(faults).toEqual([]);
  return of('a').fontSize;
};

test.each([
  ['a later rule of the same weight wins', 'p{font-size:1pt} p{font-size:2pt}', 2],
  ['a class is stronger than a type', '.c{font-size:2pt} p{font-size:1pt}', 2],
  ['an id is stronger than classes', '#a{font-size:2pt} .c.d[id]{font-size:1pt}', 2],
  ['the strongest selector of a rule that matches counts', 'p, #a{font-size:2pt} .c{font-size:1pt}', 2],
  [':not weighs as its argument', 'p:not(#x){font-size:2pt} .c.d{font-size:1pt}', 2],
  ['important beats weight', 'p{font-size:2pt !important} #a{font-size:1pt}', 2],
  ['the universal selector weighs nothing', 'p{font-size:2pt} *{font-size:1pt}', 2],
])('%s', (_, sheet, expected) => {
  expect(size('<p id="a" class="c d">x</p>', sheet)).toBe(expected);
});

test('a later sheet wins at the same weight, the base sheet loses against any', () => {
  expect(size('<p id="a">x</p>', 'p{font-size:1pt}', 'p{font-size:2pt}')).toBe(2);
  expect(style('<h2 id="a">x</h2>', '*{font-weight:300}').of('a').fontWeight).toBe(300);
});

test.each([
  ['div p', 2],
  ['div > p', 1],
  ['section > p', 2],
  ['h2 + p', 2],
  ['h1 + p', 1],
  ['h1 ~ p', 2],
  ['div section > h2 + p', 2],
  ['p:first-child', 1],
  ['p:last-child', 2],
  ['p:nth-child(3)', 2],
  ['p:nth-child(odd)', 2],
  ['p:nth-child(2n+2)', 1],
  ['p:nth-child(n+3)', 2],
  ['p:nth-child(-n+2)', 1],
  ['p:nth-last-child(1)', 2],
  ['p:lang(es)', 2],
  ['p:lang(e)', 1],
  [':root p', 2],
  ['section:root p', 1],
  ['[data-x] p', 2],
  ['[data-x="one two"] p', 2],
  ['[data-x~="two"] p', 2],
  ['[data-x^="one"] p', 2],
  ['[data-x$="one"] p', 1],
  ['[data-x*="e t"] p', 2],
  ['section[lang|="es"] p', 2],
  ['p:not(:first-child):not(.c)', 2],
  ['p:not(h2, #a)', 1],
])('%s', (selector, expected) => {
  const html =
    '<div data-x="one two"><section lang="es-PE">t<h1>h</h1><h2>k</h2> <p id="a">x</p></section></div>';
  expect(
    size(
      html,
      `p{font-size:1pt} ${selector}{font-size:2pt}`.replace('{font-size:2pt}', '{font-size:2pt !important}'),
    ),
  ).toBe(expected);
});

test('lengths come out in points of the sizes that they name', () => {
  const { of, faults } = style(
    '<div id="d"><p id="a">x</p></div>',
    ':root{font-size:8pt} #d{font-size:200%; line-height:20pt} ' +
      '#a{font-size:0.5em; line-height:1.5; margin:1in 1cm 10mm 1pc; padding:1em 1rem 1lh 1rlh; text-indent:96px}',
  );
  expect(faults).toEqual([]);
  const { fontSize, lineHeight, margin, padding, textIndent } = of('a');
  expect({ fontSize, lineHeight, padding, textIndent }).toEqual({
    fontSize: 8,
    lineHeight: 12,
    padding: { top: 8, right: 8, bottom: 12, left: 10 },
    textIndent: 72,
  });
  expect(margin.top).toBe(72);
  expect(margin.right).toBeCloseTo(28.3465, 4);
  expect(margin.bottom).toBeCloseTo(28.3465, 4);
  expect(margin.left).toBe(12);
});

test('vw and vh are hundredths of the live area', () => {
  const { of, faults } = style('<p id="a">x</p>', '#a{font-size:10vw; margin-left:2.5vh}');
  expect(faults).toEqual([]);
  expect([of('a').fontSize, of('a').margin.left]).toEqual([20, 7.5]);
});

test.each([
  [9, 10],
  [9.1, 20],
  [17, 20],
  [27, 30],
  [36, 40],
  [54, 60],
])('a normal line height of %d pt on a grid of 10 pt is %d pt', (fontSize, lineHeight) => {
  expect(style('<p id="a">x</p>', `p{font-size:${fontSize}pt}`).of('a').lineHeight).toBe(lineHeight);
});

test('a line height without unit is handed down as a factor, others as a length', () => {
  const sheet = 'em{font-size:20pt} div{font-size:10pt} #f{line-height:1.2} #l{line-height:1.2em}';
  const { of } = style('<div id="f"><em id="a">x</em></div><div id="l"><em id="b">x</em></div>', sheet);
  expect(of('a').lineHeight).toBe(24);
  expect(of('b').lineHeight).toBe(12);
});

test('inherited properties go down, others do not; the wide keywords override both', () => {
  const sheet =
    'div{color:red; margin:3pt; orphans:4} #i{margin:inherit} #j{color:initial; orphans:unset} #k{margin-top:unset}';
  const { of } = style('<div><p id="p">x</p><p id="i">x</p><p id="j">x</p><p id="k">x</p></div>', sheet);
  expect(of('p').colour).toEqual({ red: 1, green: 0, blue: 0 });
  expect(of('p').margin.top).toBe(0);
  expect(of('i').margin.left).toBe(3);
  expect(of('j').colour).toEqual({ red: 0, green: 0, blue: 0 });
  expect(of('j').orphans).toBe(4);
  expect(of('k').margin.top).toBe(0);
});

test('shorthands set all their longhands', () => {
  const { of, faults } = style(
    '<p id="a">x</p><hr id="b">',
    '#a{font-weight:900; font:italic 10pt/12pt "A B", C D, serif; border:thick double rgb(0 128 255); border-left:none;' +
      'column-rule:thin solid; background:grey(90%)} #b{border-width:1pt 2pt; border-style:solid}',
  );
  expect(faults).toEqual([]);
  const a = of('a');
  expect(a).toMatchObject({
    fontStyle: 'italic',
    fontWeight: 400,
    fontSize: 10,
    lineHeight: 12,
  });
  expect(a.fontFamily).toEqual(['A B', 'C D', 'serif']);
  expect(a.border.top).toEqual({ width: 1, style: 'double', colour: { red: 0, green: 128 / 255, blue: 1 } });
  expect(a.border.left).toMatchObject({ width: 0, style: 'none' });
  expect(a.columnRule).toMatchObject({ width: 0.25, style: 'solid' });
  expect(a.backgroundColour?.red).toBeCloseTo(0.9);
  expect(of('b').border.left.width).toBe(2);
  expect(of('b').border.bottom.width).toBe(1);
});

test('words of font-variant-numeric come in any order, and are computed in one', () => {
  const { of, faults } = style(
    '<p id="a">x</p><p id="b"><b id="c">x</b></p>',
    '#a{font-variant-numeric:diagonal-fractions tabular-nums OLDSTYLE-NUMS} ' +
      '#b{font-variant-numeric:slashed-zero} #c{font-variant-numeric:normal}',
  );
  expect(faults).toEqual([]);
  expect(of('a').fontVariantNumeric).toEqual(['oldstyle-nums', 'tabular-nums', 'diagonal-fractions']);
  expect(of('b').fontVariantNumeric).toEqual(['slashed-zero']);
  expect(of('c').fontVariantNumeric).toEqual([]);
});

test('variables are handed down, fall back, and stand for parts of values', () => {
  const { of, faults } = style(
    '<div><p id="a">x</p></div>',
    ':root{--gap:2pt; --side:var(--gap) 4pt} div{--gap:6pt} p{margin:var(--side); padding:var(--none, var(--gap)); ' +
      'border:var(--gap) solid}',
  );
  expect(faults).toEqual([]);
  expect(of('a').margin).toEqual({ top: 2, right: 4, bottom: 2, left: 4 });
  expect(of('a').padding.top).toBe(6);
  expect(of('a').border.left.width).toBe(6);
});

test('a variable without value, or of the wrong kind, is reported once for all elements', () => {
  const { faults } = style(
    '<p>x</p><p class="b">y</p>',
    ':root{--gap:2pt; --a:var(--b); --b:var(--a)} p{margin:var(--gpa); orphans:var(--gap); widows:var(--a)}',
  );
  expect(faults.map(({ code, hint }) => [code, hint])).toEqual([
    ['GA405', 'Did you mean "--gap"?'],
    ['GA402', null],
    ['GA405', expect.anything()],
  ]);
});

test('sides that depend on the direction follow dir and direction', () => {
  const sheet = 'p{margin-inline-start:4pt} #c{direction:rtl}';
  const { of } = style(
    '<p id="a">x</p><p id="b" dir="rtl">x</p><p id="c">x</p><div dir="rtl"><p id="d">x</p></div>',
    sheet,
  );
  const sides = ['a', 'b', 'c', 'd'].map((id) => [of(id).direction, of(id).margin.left, of(id).margin.right]);
  expect(sides).toEqual([
    ['ltr', 4, 0],
    ['rtl', 0, 4],
    ['rtl', 0, 4],
    ['rtl', 0, 4],
  ]);
});

test('shifts of nested inline text add up and end with the block', () => {
  const { of } = style(
    '<p id="p">x<sup id="a">y<sup id="b">z</sup></sup></p>',
    'p{font-size:9pt} sup{font-size:100%}',
  );
  expect(of('p').baselineShift).toBe(0);
  expect(of('a').baselineShift).toBe(3);
  expect(of('b').baselineShift).toBe(6);
});

test('language comes from the nearest lang, and what is not displayed is left out', () => {
  const { tree } = style('<div lang="es"><p>x</p><p hidden>y</p></div>');
  const [div] = tree.root.children;
  expect(div).toMatchObject({ language: 'es' });
  expect(div?.kind === 'element' ? div.children : []).toMatchObject([{ name: 'p', language: 'es' }]);
  expect(tree.root.language).toBe('en');
});

test('elements styled alike share one frozen style', () => {
  const { of } = style('<p id="a">x</p><p id="b">y</p><p id="c" class="k">z</p>', '.k{orphans:3}');
  expect(of('a')).toBe(of('b'));
  expect(of('a')).not.toBe(of('c'));
  expect(Object.isFrozen(of('a'))).toBe(true);
});
