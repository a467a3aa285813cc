import sharp from 'sharp';
import { expect, test } from 'vitest';
import { NO_CACHE } from '../../../src/host/cache.ts';
import { drawSvg as drawKept, findSvgFault, type DrawnSvg } from '../../../src/image/draw-svg.ts';
import { openPictureDesk } from '../../../src/image/picture-desk.ts';
import { probeImages } from '../../../src/image/probe-images.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';

const drawSvg = (file: Uint8Array): Promise<DrawnSvg> => drawKept(file, NO_CACHE);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inner: string, attributes = 'viewBox="0 0 60 8"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

test('shapes are drawn 3000 pixels across, black where they are black and open elsewhere', async () => {
  const drawn = await drawSvg(bytes(svg('<rect width="30" height="8"/>')));
  if (drawn.kind === 'fault') throw new Error(drawn.reason);
  const { data, info } = await sharp(drawn.png).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([3000, 400, 4]);
  const at = (x: number): readonly number[] => [
    ...data.subarray((200 * 3000 + x) * 4, (200 * 3000 + x) * 4 + 4),
  ];
  expect(at(100)).toEqual([0, 0, 0, 255]);
  expect(at(2900)[3]).toBe(0);
});

test('the same drawing gives the same bytes', async () => {
  const draw = (): ReturnType<typeof drawSvg> =>
    drawSvg(bytes(svg('<circle cx="4" cy="4" r="3" fill="url(#g)"/>')));
  expect(await draw()).toEqual(await draw());
});

test.each([
  ['holds a script', '<script>1</script>'],
  ['holds a linked picture', '<image xlink:href="/etc/passwd"/>'],
  ['holds a linked picture', '<s:image xmlns:s="http://www.w3.org/2000/svg" href="x.png"/>'],
  ['holds text that needs a font; its letters must be outlines', '<text>Quay</text>'],
  ['holds matter of another language', '<foreignObject/>'],
  ['is animated', '<rect><animate attributeName="x"/></rect>'],
  ['refers to something outside of it', '<use xlink:href="other.svg#a"/>'],
  ['refers to something outside of it', '<use href="&#x66;ile:///etc/passwd"/>'],
  ['refers to something outside of it', '<rect fill="url(http://a.example/#p)"/>'],
  ['refers to something outside of it', '<rect style="fill:&#117;rl(http://a.example)"/>'],
  ['refers to something outside of it', '<style>@import "a.css";</style>'],
])('refused: %s (%#)', (reason, inner) => {
  expect(findSvgFault(bytes(svg(inner)))).toBe(reason);
});

test('refused are entities, what is no SVG, what is no text, and what is broken', async () => {
  const entity = `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<desc>&a;</desc>')}`;
  expect(findSvgFault(bytes(entity))).toBe('has a document type with definitions of its own');
  expect(findSvgFault(bytes('<html></html>'))).toBe('is no SVG');
  expect(findSvgFault(Uint8Array.of(0xff, 0xfe, 0x3c))).toBe('is not UTF-8');
  expect(findSvgFault(bytes(svg(`<desc>${'x'.repeat(2_200_000)}</desc>`)))).toBe('has more than 2 MB');
  expect((await drawSvg(bytes(`${svg('<rect/>')}<`))).kind).toBe('fault');
});

test('the document type of drawing programs, styles and own gradients are allowed', () => {
  const plain =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const inner = '<style>.a{fill:url(#g)}</style><use xlink:href="#a"/><metadata><rdf:RDF/></metadata>';
  expect(findSvgFault(bytes(plain + svg(inner)))).toBeNull();
});

test('after a drawing no other picture may be an SVG', async () => {
  await drawSvg(bytes(svg('<rect width="30" height="8"/>')));
  const context = createCollector();
  await probeImages(
    [{ file: 'a.svg', at: null }],
    { desk: openPictureDesk(() => bytes(svg('<rect/>')), NO_CACHE), standIn: () => null },
    context,
  );
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA601']);
  await expect(
    sharp(Buffer.from(svg('<rect width="1" height="1"/>')))
      .png()
      .toBuffer(),
  ).rejects.toThrow();
});
