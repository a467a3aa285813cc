import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleRunText } from '../../../src/pdf/cluster-text.ts';
import { isKind, readOperations } from '../../../src/pdf/content-tokens.ts';
import { parseLinkTarget } from '../../../src/pdf/link-target.ts';
import { createObjectSink } from '../../../src/pdf/object-sink.ts';
import { rgbFill } from '../../../src/pdf/fill.ts';
import { createPainter } from '../../../src/pdf/painter.ts';
import { bytes, dict, formatNumber, name, text } from '../../../src/pdf/pdf-value.ts';
import { toUnicodeCMap } from '../../../src/pdf/to-unicode.ts';
import { readToUnicode } from '../../../src/pdf/read-to-unicode.ts';
import { createUsedFonts } from '../../../src/pdf/used-fonts.ts';
import { rect, serif, textAt } from './sample-edition.ts';
import { setText } from './set-text.ts';

test.each([
  [1 / 3, '0.333'],
  [-0.0001, '0'],
  [1e-7, '0'],
  [120, '120'],
  [12.5004, '12.5'],
  [-2.25, '-2.25'],
])('the number %d is written %s', (value, written) => {
  expect(formatNumber(value)).toBe(written);
});

test('a number that is none is refused', () => {
  expect(() => formatNumber(Number.NaN)).toThrow('NaN');
});

test('a link cannot write objects of its own', () => {
  const target = parseLinkTarget('http://x/) /S /JavaScript /JS (app.alert(1)');
  expect(target).toEqual({ kind: 'uri', uri: 'http://x/%29%20/S%20/JavaScript%20/JS%20%28app.alert%281%29' });
});

test('escapes that are there already stay', () => {
  expect(parseLinkTarget('mailto:a%20b@example.org?subject=50%')).toEqual({
    kind: 'uri',
    uri: 'mailto:a%20b@example.org?subject=50%25',
  });
});

test('every scheme that an article may link to can be written, and no other', () => {
  for (const uri of ['https://a.example/', 'HTTP://a.example/', 'mailto:a@b.example', 'tel:+1-773-555-0142'])
    expect(parseLinkTarget(uri)).toEqual({ kind: 'uri', uri });
  for (const uri of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '//a.example',
    ' https://a',
  ])
    expect(() => parseLinkTarget(uri)).toThrow('a link leads to');
});

test('strings come out of the file as they went in', async () => {
  const sink = createObjectSink({ version: '1.7', hasObjectStreams: true, isLinearised: false });
  const root = sink.put(
    dict({ Type: name('A B/(x)'), T: text('a) /B (\\'), U: text('né'), V: bytes(new Uint8Array([0, 255])) }),
  );
  const file = Buffer.from(await sink.save({ root, info: sink.put(dict({})), pages: [] })).toString('latin1');
  expect(file).toMatch(/^%PDF-1\.7/);
  const { PDFDocument } = await import('pdf-lib');
  const document = await PDFDocument.load(await sink.save({ root, info: sink.put(dict({})), pages: [] }), {
    updateMetadata: false,
  });
  expect(document.catalog.toString()).toContain('/Type /A#20B#2F#28x#29');
  expect(document.catalog.toString()).toContain('(a\\) /B \\(\\\\)');
  expect(document.catalog.toString()).toContain('/U (né)');
  expect(document.catalog.toString()).toContain('<00FF>');
});

test('ToUnicode says many texts, of several units too', () => {
  const said = Array.from({ length: 250 }, (_, index) => (index === 180 ? 'f\u{1f600}i' : `t${index}`));
  const cmap = toUnicodeCMap(said);
  const texts = readToUnicode(cmap);
  expect(said.map((_, index) => texts.get(index + 1))).toEqual(said);
  expect([...cmap.matchAll(/^(\d+) beginbfchar/gm)].map((match) => match[1])).toEqual(['100', '100', '50']);
});

test('a hyphen alone in its run says a soft one itself', () => {
  expect(settleRunText(setText(serif, '\u00ad', { size: 9, shown: '-' }))).toEqual({
    texts: ['-'],
    segments: [{ from: 0, to: 1, actualText: '\u00ad', isDivision: false }],
  });
});

test('a cluster of base and mark is dealt out to its glyphs', () => {
  const run = { ...setText(serif, 'ab', { size: 9 }), texts: ['a\u0323', ''] };
  expect(settleRunText(run)).toEqual({
    texts: ['a', '\u0323'],
    segments: [{ from: 0, to: 2, actualText: null, isDivision: false }],
  });
});

test('an accented letter of two glyphs keeps the author’s form as ActualText', () => {
  const run = { ...setText(serif, 'abc', { size: 9 }), texts: ['x', '\u00e9', ''] };
  expect(settleRunText(run)).toEqual({
    texts: ['x', 'e', '\u0301'],
    segments: [
      { from: 0, to: 1, actualText: null, isDivision: false },
      { from: 1, to: 3, actualText: '\u00e9', isDivision: false },
    ],
  });
});

test('the hyphen of a divided word stands apart, and the letter before it says a soft one as ActualText', () => {
  const run = setText(serif, 're\u00ad', { size: 9, shown: 're-' });
  expect(settleRunText(run)).toEqual({
    texts: ['r', 'e', '-'],
    segments: [
      { from: 0, to: 1, actualText: null, isDivision: false },
      { from: 1, to: 2, actualText: 'e\u00ad', isDivision: false },
      { from: 2, to: 3, actualText: null, isDivision: true },
    ],
  });
});

test('every glyph says something, and all of them what the run says', () => {
  const cluster = fc.tuple(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 4 }),
  );
  fc.assert(
    fc.property(
      fc.array(cluster, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 1 }),
      (clusters, level) => {
        const texts = clusters.flatMap(([said, count]) => [
          said,
          ...Array.from({ length: count - 1 }, () => ''),
        ]);
        const run = {
          ...setText(serif, 'a', { size: 9 }),
          glyphs: new Uint16Array(texts.length).fill(7),
          texts,
          level,
        };
        const settled = settleRunText(run);
        const heard = settled.segments.map(
          (one) => one.spoken ?? one.actualText ?? settled.texts.slice(one.from, one.to).join(''),
        );
        expect(settled.texts.every((said) => said !== '')).toBe(true);
        expect(heard.join('')).toBe((level === 1 ? [...texts].reverse() : texts).join(''));
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

test('nothing can be painted outside a mark, nor after it', () => {
  const painter = createPainter({
    pageHeight: 100,
    fonts: createUsedFonts(),
    fillOf: rgbFill,
    tagOf: () => 'P',
  });
  const kept: { fill: () => void }[] = [];
  painter.tag(0, (surface) => {
    kept.push({ fill: () => surface.fill(rect(0, 0, 1, 1), { red: 0, green: 0, blue: 0 }) });
    expect(() => painter.artifact('layout', () => undefined)).toThrow('inside another');
  });
  expect(() => kept[0]?.fill()).toThrow('outside every tag and artifact');
});

test('marks nest with text objects, and runs on one line need no new place', () => {
  const painter = createPainter({
    pageHeight: 100,
    fonts: createUsedFonts(),
    fillOf: rgbFill,
    tagOf: () => 'P',
  });
  const black = { red: 0, green: 0, blue: 0 };
  const run = setText(serif, 'go', { size: 10 });
  painter.tag(0, (surface) => {
    surface.text(textAt(run, 10, 20, { kind: 'leaf', leaf: 0 }));
    surface.text(textAt(run, 10 + run.width, 20, { kind: 'leaf', leaf: 0 }));
    surface.fill(rect(10, 21, 9, 1), black);
  });
  const { content, leaves } = painter.finish();
  const operators = readOperations(content).map((operation) => operation.operator);
  expect(operators.filter((one) => one !== 'TJ' && one !== 'Tj')).toEqual([
    'BT',
    'BDC',
    'Tf',
    'Td',
    'EMC',
    'ET',
    'BDC',
    're',
    'f',
    'EMC',
  ]);
  expect(leaves).toEqual([0, 0]);
});

test('ActualText stands in a mark inside the leaf’s, which ends with it', () => {
  const painter = createPainter({
    pageHeight: 100,
    fonts: createUsedFonts(),
    fillOf: rgbFill,
    tagOf: () => 'P',
  });
  const run = { ...setText(serif, 'caf`s', { size: 10 }), texts: ['c', 'a', '\u00e9', '', 's'] };
  painter.tag(0, (surface) => surface.text(textAt(run, 10, 20, { kind: 'leaf', leaf: 0 })));
  const { content, leaves } = painter.finish();
  const marks = readOperations(content).filter((one) => one.operator === 'BDC' || one.operator === 'EMC');
  expect(marks.map((one) => one.operator)).toEqual(['BDC', 'BDC', 'EMC', 'EMC', 'BDC', 'EMC']);
  expect(content).toContain('/Span <</ActualText <FEFF00E9>>> BDC');
  expect(leaves).toEqual([0, 0]);
});

test('content streams are read with every kind of string', () => {
  const [operation] = readOperations('/P <</MCID 3 /A [1 .5 -2]>> BDC % note\n').concat(
    readOperations('(a\\(b\\)\\051 (c) \\\n) Tj <4a4> Tj'),
  );
  expect(isKind(operation?.operands[1], 'dict') && operation.operands[1].entries.get('MCID')).toBe(3);
  const strings = readOperations('(a\\(b\\)\\051 (c) \\\n) Tj <4a4> Tj').map((one) => one.operands[0]);
  expect(strings).toEqual([
    { kind: 'string', bytes: 'a(b)) (c) ' },
    { kind: 'string', bytes: 'J@' },
  ]);
});
