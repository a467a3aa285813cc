import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { expect, test } from 'vitest';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

test('the thread of a story is a ring with a bead for each leg, and each page lists its own', async () => {
  const edition = sampleEdition();
  const bytes = await drawSample(edition, await samplePicture('png'));
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const key = PDFName.of;
  const threads = document.catalog.lookup(key('Threads'), PDFArray);
  expect(threads.size()).toBe(1);
  const thread = threads.lookup(0, PDFDict);
  const first = thread.lookup(key('F'), PDFDict);
  expect(first.lookup(key('T'), PDFDict)).toBe(thread);

  const ring: PDFDict[] = [first];
  for (let bead = first.lookup(key('N'), PDFDict); bead !== first; bead = bead.lookup(key('N'), PDFDict)) {
    expect(bead.lookup(key('V'), PDFDict)).toBe(ring.at(-1));
    ring.push(bead);
  }
  const legs = edition.pages.flatMap((page) => page.beads.map(({ rect }) => ({ page, rect })));
  const places = ring.map((bead) => {
    const sides = bead.lookup(key('R'), PDFArray).asArray();
    return { on: bead.get(key('P')), sides: sides.map((side) => (side as PDFNumber).asNumber()) };
  });
  expect(places).toEqual(
    legs.map(({ page, rect }) => ({
      on: document.getPages()[page.index]?.ref,
      sides: [
        rect.x,
        page.size.height - rect.y - rect.height,
        rect.x + rect.width,
        page.size.height - rect.y,
      ],
    })),
  );
  const listed = document.getPages().map(({ node }) => node.lookup(key('B'), PDFArray).size());
  expect(listed).toEqual(edition.pages.map((page) => page.beads.length));
});
