import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { bytesOf, createSequence, type HostileCase } from './hostile-case.ts';

const FILE = '7/articles/ferry.md';
const ASKED = `${FILE}:4`;
const BUILT = 'out/quay-0007-2026-03-14-en.pdf';

/** A picture that the article shows. */
const picture = (
  name: string,
  bytes: Uint8Array,
  codes: readonly string[],
  names = codes.length === 0 ? BUILT : ASKED,
): HostileCase => ({
  name: `picture: ${name}`,
  files: {
    [FILE]: '---\nheadline: The ferry\n---\n![A pier.](pier.png)\n\nWords.\n',
    '7/images/pier.png': bytes,
  },
  codes,
  names,
});

/** A chunk of a PNG: length, type, content, checksum (PNG 3rd edition, 5.3). */
function chunk(type: string, content: Uint8Array, checksum?: number): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(checksum ?? crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The header of a grey PNG of 8 bits a pixel. */
function header(width: number, height: number, depth = 8, colour = 0): Buffer {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content.set([depth, colour], 8);
  return chunk('IHDR', content);
}

const SIGNATURE = bytesOf('\x89PNG\r\n\x1a\n');
const END = chunk('IEND', new Uint8Array());

const png = (...chunks: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));

/** Rows of black: a byte of filter and the pixels. */
const black = (width: number, height: number): Uint8Array =>
  deflateSync(new Uint8Array((width + 1) * height));

const grey = (width: number, height: number): Uint8Array =>
  png(header(width, height), chunk('IDAT', black(width, height)), END);

const next = createSequence(5);
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => next(256));

const PNGS: readonly HostileCase[] = [
  picture('nothing in it', new Uint8Array(), ['GA602']),
  picture('a signature alone', png(), ['GA602']),
  picture('a header alone', png(header(10, 10)), ['GA602']),
  picture('no pixels', png(header(10, 10), END), ['GA602']),
  picture('a PNG that breaks off', grey(400, 400).subarray(0, 120), ['GA602']),
  picture('a PNG with a wrong checksum', png(header(10, 10), chunk('IDAT', black(10, 10), 0xdeadbeef), END), [
    'GA602',
  ]),
  picture(
    'a header with a wrong checksum',
    png(chunk('IHDR', header(10, 10).subarray(8, 21), 1), chunk('IDAT', black(10, 10)), END),
    ['GA602'],
  ),
  picture('pixels by lot', png(header(10, 10), chunk('IDAT', noise(200)), END), ['GA602']),
  picture('no width', png(header(0, 10), END), ['GA602']),
  picture('a width beyond all', png(header(0x7fffffff, 0x7fffffff), END), ['GA602']),
  picture('100,000 × 100,000 in a header', png(header(100_000, 100_000), chunk('IDAT', black(10, 10)), END), [
    'GA603',
  ]),
  picture('1 × 200,000', grey(1, 200_000), ['GA603']),
  picture('200,000 × 1', grey(200_000, 1), ['GA603']),
  picture(
    '400 million pixels in some kilobytes',
    png(header(20_000, 20_000, 1), chunk('IDAT', black(2500, 20_000)), END),
    ['GA603'],
  ),
  picture('one pixel', grey(1, 1), ['GA612']),
  picture('a depth that is none', png(header(10, 10, 7), chunk('IDAT', black(10, 10)), END), ['GA602']),
  picture('a palette that is missing', png(header(10, 10, 8, 3), chunk('IDAT', black(10, 10)), END), [
    'GA602',
  ]),
  picture('fewer rows than it says', png(header(10, 1000), chunk('IDAT', black(10, 10)), END), ['GA602']),
  picture(
    'a profile that unpacks to 64 MB',
    png(
      header(10, 10),
      chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(new Uint8Array(64 << 20))])),
      chunk('IDAT', black(10, 10)),
      END,
    ),
    ['GA612'],
  ),
  picture(
    '20,000 texts',
    png(
      header(10, 10),
      ...Array.from({ length: 20_000 }, (_, index) => chunk('tEXt', Buffer.from(`k${index}\0x`))),
      chunk('IDAT', black(10, 10)),
      END,
    ),
    ['GA612'],
  ),
  picture(
    'animated',
    png(
      header(10, 10),
      chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
      chunk('IDAT', black(10, 10)),
      END,
    ),
    ['GA604'],
  ),
  picture(
    'a script behind its end',
    Buffer.concat([grey(10, 10), Buffer.from('<script>alert(1)</script>%PDF-1.7 /OpenAction')]),
    ['GA612'],
  ),
];

const OTHERS: readonly HostileCase[] = [
  picture('a sentence', Buffer.from('This is no picture at all.'), ['GA601']),
  picture('bytes by lot', noise(5000), ['GA601']),
  picture('a JPEG of noise', Buffer.concat([bytesOf('\xff\xd8\xff\xe0'), noise(5000)]), ['GA602']),
  picture('a WebP of noise', Buffer.concat([bytesOf('RIFF\xff\xff\xff\x7fWEBPVP8 '), noise(5000)]), [
    'GA602',
  ]),
  picture('a HEIC', bytesOf('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), ['GA210']),
  picture('an AVIF', bytesOf('\0\0\0\x1cftypavif\0\0\0\0avifmif1'), ['GA210']),
  picture('a TIFF', bytesOf('II*\0\x08\0\0\0\0\0'), ['GA210']),
  picture('a PDF with a script', bytesOf('%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript >> >>'), [
    'GA210',
  ]),
  picture('a PSD', bytesOf('8BPS\0\x01'), ['GA210']),
  picture('a GIF', bytesOf('GIF89a\x01\0\x01\0'), ['GA210']),
  picture('a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), ['GA210']),
  picture(
    'an SVG with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ['GA210'],
  ),
  picture('PostScript', Buffer.from('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run'), ['GA210']),
  picture('a program', bytesOf('MZ\x90\0'), ['GA601']),
];

/** Pictures of whole formats, made by sharp. */
export async function decodedPictures(): Promise<readonly HostileCase[]> {
  const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: 'grey' } });
  const jpeg = await plain.clone().jpeg().toBuffer();
  const exif = {
    IFD0: { ImageDescription: '<script>alert(1)</script>' },
    IFD3: { GPSLatitude: '51/1 30/1 3230/100', GPSLatitudeRef: 'N' },
  };
  return [
    picture('a JPEG that breaks off', jpeg.subarray(0, jpeg.length / 2), ['GA602']),
    picture('a JPEG without its end', jpeg.subarray(0, jpeg.length - 2), ['GA602']),
    picture('a JPEG that says 65,535 × 65,535', sized(jpeg, 65_535), ['GA602']),
    picture(
      'a JPEG with a place and a script in its facts',
      await plain.clone().jpeg().withExif(exif).toBuffer(),
      [],
    ),
    picture(
      'a JPEG with a page of the web behind it',
      Buffer.concat([jpeg, Buffer.from('<html onload="x">')]),
      [],
    ),
    picture('a JPEG of four inks', await plain.clone().toColourspace('cmyk').jpeg().toBuffer(), []),
    picture('a PNG of sixteen bits', await plain.clone().toColourspace('rgb16').png().toBuffer(), []),
    picture('a WebP that breaks off', (await plain.clone().webp().toBuffer()).subarray(0, 60), ['GA602']),
  ];
}

/** The JPEG with other sides in its frame header. */
function sized(jpeg: Buffer, side: number): Uint8Array {
  const made = Buffer.from(jpeg);
  const at = made.indexOf(bytesOf('\xff\xc0'));
  made.writeUInt16BE(side, at + 5);
  made.writeUInt16BE(side, at + 7);
  return made;
}

const SVG =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 600 100"';

/** A drawing as the paper's nameplate. */
const nameplate = (
  name: string,
  inner: string | Uint8Array,
  codes: readonly string[] = ['GA609'],
): HostileCase => ({
  name: `nameplate: ${name}`,
  files: {
    '7/issue.yaml': 'name: Quay\nnumber: 7\ndate: 2026-03-14\nnameplate: plate.svg\n',
    '7/plate.svg':
      typeof inner === 'string' ? (/^<[?!]/.test(inner) ? inner : `<svg ${SVG}>${inner}</svg>`) : inner,
  },
  codes,
  names: codes.length === 0 ? BUILT : '7/issue.yaml:4',
});

/** Each level uses the one below ten times. */
const uses = Array.from({ length: 9 }, (_, level) => {
  const inner = level === 0 ? '<path d="M0 0h1v1z"/>' : `<use href="#u${level - 1}"/>`.repeat(10);
  return `<g id="u${level}">${inner}</g>`;
}).join('');

const NAMEPLATES: readonly HostileCase[] = [
  nameplate('a script', '<script>alert(1)</script>'),
  nameplate(
    'a script with a prefix',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
  ),
  nameplate('a file of the machine', '<image href="file:///etc/passwd" width="9" height="9"/>'),
  nameplate('an address', '<image xlink:href="https://evil.example/x.png" width="9" height="9"/>'),
  nameplate('a use from elsewhere', '<use href="https://evil.example/x.svg#a"/>'),
  nameplate('a style sheet from elsewhere', '<style>@import "https://evil.example/x.css";</style>'),
  nameplate('a fill from elsewhere', '<path fill="url(https://evil.example/x#a)" d="M0 0h9v9z"/>'),
  nameplate('an address in references', '<use href="&#104;ttps://evil.example/x#a"/>'),
  nameplate('entities', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${SVG}>&x;</svg>`),
  nameplate(
    'a bomb of entities',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg ${SVG}><path d="&b;"/></svg>`,
  ),
  nameplate(
    'a sheet by instruction',
    `<?xml-stylesheet href="https://evil.example/x.css"?><svg ${SVG}></svg>`,
  ),
  nameplate(
    'other matter',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
  ),
  nameplate('text', '<text>Quay</text>'),
  nameplate('animation', '<path d="M0 0h9v9z"><animate attributeName="x"/></path>'),
  nameplate('more than two megabytes', `<path d="${'M0 0 '.repeat(500_000)}"/>`),
  nameplate('UTF-16', new Uint8Array(Buffer.from(`\ufeff<svg ${SVG}/>`, 'utf16le'))),
  nameplate('what breaks off', `<?xml version="1.0"?><svg ${SVG}><path d="M0 0`),
  nameplate('a hundred million uses', uses),
  nameplate('a use of itself', '<g id="a"><use href="#a"/><path d="M0 0h600v100z"/></g>', []),
  nameplate('no size', `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>`),
  nameplate(
    'a size of a mile',
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>`,
  ),
  nameplate('handlers', '<path onload="alert(1)" onclick="alert(1)" d="M0 0h600v100z"/>', []),
];

/** Hostile pictures whose bytes stand here. */
export const PICTURES: readonly HostileCase[] = [...PNGS, ...OTHERS, ...NAMEPLATES];
