import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { ReadElement, ReadNode } from '../../../src/page/read-element.ts';
import { readPdf } from '../../../src/pdf/read-pdf.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { condensed, rect, sampleEdition, textAt } from './sample-edition.ts';
import { setText } from './set-text.ts';

/** One line an element or text, indented by depth. */
function outline(nodes: readonly ReadNode[], depth = 0): string {
  const indent = '  '.repeat(depth);
  const lines = nodes.map((node) => {
    if (node.kind === 'text') return `${indent}"${node.text}"`;
    const facts = [
      node.language === null ? '' : ` lang=${node.language}`,
      node.alt === null ? '' : ` alt="${node.alt}"`,
    ];
    const inner = outline(node.children, depth + 1);
    return `${indent}${node.role}${facts.join('')}${inner === '' ? '' : `\n${inner}`}`;
  });
  return lines.join('\n');
}

const drawn = drawSample(sampleEdition(), await samplePicture('jpeg'));

test('reads back in editorial order what was drawn, in the author’s characters', async () => {
  const elements: readonly ReadElement[] = readPdf(await drawn);
  expect(`\n${outline(elements)}`).toBe(`
Document
  Sect
    H1
      "Harbour"
    Art
      H2
        Kicker
          "On the quay"
        "Ferry takes on an office"
      Figure alt="A ferry at the quay, seen from the bow"
        Caption
          Cutline
            "A ferry at the quay."
      P
        "The file says that the officer affirmed the re\u00adport at the end of one line, cafe\u0323\u0308 and 4th of June; see "
        Link
          "The Ferry"
        " for the rest of it."
    Art lang=es
      P
        "Una segunda línea con «acentos»."
      L lang=en
        LI
          Lbl
            "1."
          LBody
            Link
              "See the first page"`);
});

test('pdf.js finds tags, links, outline, labels, destinations and the record', async () => {
  const file = await getDocument({ data: new Uint8Array(await drawn), verbosity: 0 }).promise;
  const page = await file.getPage(1);
  const annotations = await page.getAnnotations();
  expect(
    annotations.map((one: { url?: string; contentsObj?: { str: string } }) => [
      one.url,
      one.contentsObj?.str,
    ]),
  ).toEqual([['https://example.org/f?a=%281%29&b=%C3%A9%20x', 'The Ferry']]);
  expect(JSON.stringify(await page.getStructTree())).toContain(
    '"alt":"A ferry at the quay, seen from the bow"',
  );
  expect(
    (await file.getOutline()).map((entry) => [entry.title, entry.items.map((item) => item.title)]),
  ).toEqual([['Harbour', ['Ferry takes on an office – at last']]]);
  expect(await file.getPageLabels()).toEqual(['1', '2']);
  expect(Object.keys(await file.getDestinations())).toEqual(['ferry', 'harbour']);
  const second = await (await file.getPage(2)).getAnnotations();
  expect(second.map((one: { dest?: string }) => one.dest)).toEqual(['ferry']);
  const { info, metadata } = await file.getMetadata();
  expect(info).toMatchObject({
    Title: 'The Lantern #7, June 4, 2021 – a <sample> & more',
    Producer: 'galley 0.1.0',
  });
  expect(metadata.get('dc:title')).toBe('The Lantern #7, June 4, 2021 – a <sample> & more');
  expect(metadata.get('prism:coverdate')).toBe('2021-06-04/2021-06-10');
  expect(metadata.get('prism:edition')).toBe('late');
  expect(metadata.get('galley:contact')).toBe('Write: 1 Quay St, Port AnnWeb: example.org');
});

test('glyphs stand where the line breaker put them', async () => {
  const file = await getDocument({ data: new Uint8Array(await drawn), verbosity: 0 }).promise;
  const { items } = await (await file.getPage(1)).getTextContent({ disableNormalization: true });
  const found = items.find((item) => 'str' in item && item.str === 'The Ferry');
  const link = sampleEdition().pages[0]?.fragments.find((one) => one.kind === 'link');
  if (found === undefined || !('transform' in found) || link === undefined)
    throw new Error('the link is not there');
  // Behind a raised run, four runs and a cluster of marks: rounding must not add up.
  expect(found.transform[4]).toBeCloseTo(link.rect.x, 1);
  expect(found.width).toBeCloseTo(link.rect.width, 1);
});

test('the same edition gives the same bytes', async () => {
  const again = await drawSample(sampleEdition(), await samplePicture('jpeg'));
  expect(Buffer.compare(again, await drawn)).toBe(0);
});

test('another picture gives another identifier', async () => {
  const idOf = (bytes: Uint8Array): string =>
    /\/ID ?\[ ?<([0-9A-F]{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
  const other = await drawSample(sampleEdition(), await samplePicture('png'));
  expect(idOf(other)).toMatch(/^[0-9A-F]{32}$/);
  expect(idOf(other)).not.toBe(idOf(await drawn));
});

test('a leaf that no element holds is refused', async () => {
  const edition = sampleEdition();
  const stray = textAt(setText(condensed, 'Stray', { size: 9 }), 20, 20, { kind: 'leaf', leaf: 99 });
  const pages = edition.pages.map((page) => ({ ...page, fragments: [...page.fragments, stray] }));
  await expect(drawSample({ ...edition, pages }, await samplePicture('jpeg'))).rejects.toThrow('leaf 99');
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', '#nowhere'])(
  'a link to %s is refused',
  async (target) => {
    const edition = sampleEdition();
    const link = { kind: 'link' as const, rect: rect(0, 0, 9, 9), target, element: 9 };
    const pages = edition.pages.map((page) => ({ ...page, fragments: [...page.fragments, link] }));
    await expect(drawSample({ ...edition, pages }, await samplePicture('jpeg'))).rejects.toThrow(target);
  },
);

test('a run from right to left is copied letter by letter, and read aloud in its own order', async () => {
  const edition = sampleEdition();
  const run = { ...setText(condensed, 'cba', { size: 9 }), level: 1 };
  const [first, ...others] = edition.pages;
  if (first === undefined) throw new Error('the sample has no page');
  const leaf = first.fragments.flatMap((fragment) =>
    fragment.kind === 'text' && fragment.structure.kind === 'leaf' ? [fragment.structure] : [],
  )[0];
  if (leaf === undefined) throw new Error('the sample has no text');
  const fragments = [textAt(run, 20, 20, leaf), ...first.fragments];
  const bytes = await drawSample(
    { ...edition, pages: [{ ...first, fragments }, ...others] },
    await samplePicture('jpeg'),
  );
  const said = JSON.stringify(readPdf(bytes));
  expect(said).toContain('"text":"abc"');
  expect(said).not.toContain('cba');
  const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
  const { items } = await page.getTextContent();
  expect(items.map((item) => ('str' in item ? item.str : ''))).toContain('cba');
});

test('a missing glyph is refused', async () => {
  const edition = sampleEdition();
  const run = { ...setText(condensed, 'A', { size: 9 }), glyphs: new Uint16Array([0]) };
  const pages = edition.pages.map((page) => ({
    ...page,
    fragments: [textAt(run, 20, 20, { kind: 'leaf', leaf: 0 })],
  }));
  await expect(drawSample({ ...edition, pages }, await samplePicture('jpeg'))).rejects.toThrow('.notdef');
});
