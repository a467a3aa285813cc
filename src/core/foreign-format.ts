import { decodeBase64 } from './base64-text.ts';

/** A kind of file, told from its first bytes. */
export type FileFormat = {
  readonly id: string;
  /** With its article, as a message goes on: "a HEIC picture". */
  readonly name: string;
  /** How to make a picture of it that can be set; null for the formats that are set. */
  readonly asPicture: string | null;
  /** How to make text of it. */
  readonly asText: string;
};

/** Bytes from the start of a file that {@link sniffFormatName} needs: archives name their parts on the way. */
export const SNIFFED_BYTES: number = 64 * 1024;

type FormatName = keyof typeof FORMATS;

const EXPORT_JPEG = 'Open it in an image program, save it as JPEG and name that file here.';
const EXPORT_PNG = 'Export it as PNG, at least 2000 pixels wide for a full page, and name that file here.';
const FRAME = 'Save the one frame that should be printed as JPEG or PNG and name that file here.';
const OUT_OF_DOCUMENT = 'Save the picture out of the document as JPEG or PNG and name that file here.';
const TYPE_IT = 'Type the words of the picture into a text file that ends in .md.';
const COPY_TEXT = 'Copy its text into a text file that ends in .md.';
const UNPACK = 'Unpack it and name the file in it that is meant.';

/** `pandoc` reads it: one command makes an article of it. */
const byPandoc = (ending: string): string =>
  `Convert it with \`pandoc --wrap=none -t commonmark article.${ending} -o article.md\`, or copy its text into a file that ends in .md.`;

const FORMATS = {
  jpeg: { name: 'a JPEG picture', asPicture: null, asText: TYPE_IT },
  png: { name: 'a PNG picture', asPicture: null, asText: TYPE_IT },
  webp: { name: 'a WebP picture', asPicture: null, asText: TYPE_IT },
  heic: {
    name: 'a HEIC picture',
    asPicture:
      'Export it as JPEG from Photos or Preview, or run `heif-convert picture.heic picture.jpg`, and name that file here.',
    asText: TYPE_IT,
  },
  avif: {
    name: 'an AVIF picture',
    asPicture:
      'Save it as JPEG in an image program, or run `avifdec picture.avif picture.png`, and name that file here.',
    asText: TYPE_IT,
  },
  tiff: {
    name: 'a TIFF picture',
    asPicture: 'Save it as JPEG, or as PNG where it is a drawing or a scan of type, and name that file here.',
    asText: TYPE_IT,
  },
  raw: {
    name: "a camera's raw file",
    asPicture:
      'Develop it in the program that came with the camera, or in darktable, export it as JPEG and name that file here.',
    asText: TYPE_IT,
  },
  gif: {
    name: 'a GIF picture',
    asPicture: 'Save it as PNG and name that file here; of an animation only one picture can be printed.',
    asText: TYPE_IT,
  },
  bmp: { name: 'a BMP picture', asPicture: EXPORT_JPEG, asText: TYPE_IT },
  jpegxl: {
    name: 'a JPEG XL picture',
    asPicture: 'Run `djxl picture.jxl picture.jpg` and name that file here.',
    asText: TYPE_IT,
  },
  jpeg2000: { name: 'a JPEG 2000 picture', asPicture: EXPORT_JPEG, asText: TYPE_IT },
  psd: {
    name: 'a Photoshop file (PSD)',
    asPicture: 'In Photoshop or GIMP flatten it, export it as JPEG and name that file here.',
    asText: TYPE_IT,
  },
  xcf: {
    name: 'a GIMP file (XCF)',
    asPicture: 'In GIMP choose File > Export As, save it as JPEG or PNG and name that file here.',
    asText: TYPE_IT,
  },
  svg: { name: 'an SVG drawing', asPicture: EXPORT_PNG, asText: TYPE_IT },
  postscript: { name: 'a PostScript or EPS file', asPicture: EXPORT_PNG, asText: COPY_TEXT },
  pdf: {
    name: 'a PDF',
    asPicture:
      'Save the page or picture you want as PNG (`pdftoppm -r 300 -png file.pdf page` does it) and name that file here.',
    asText:
      'Take its text out with `pdftotext article.pdf`, read it through, and make an issue of it with `galley import`; better, ask for the file it was made from.',
  },
  video: { name: 'a video', asPicture: FRAME, asText: COPY_TEXT },
  doc: { name: 'a Word document (DOC)', asPicture: OUT_OF_DOCUMENT, asText: saveAs('DOCX', 'docx') },
  docx: {
    name: 'a Word document (DOCX)',
    asPicture: 'A DOCX file is a ZIP: take the picture out of its folder word/media and name that file here.',
    asText: byPandoc('docx'),
  },
  odt: {
    name: 'an OpenDocument text (ODT)',
    asPicture: 'An ODT file is a ZIP: take the picture out of its folder Pictures and name that file here.',
    asText: byPandoc('odt'),
  },
  rtf: { name: 'a document in Rich Text Format (RTF)', asPicture: OUT_OF_DOCUMENT, asText: byPandoc('rtf') },
  pages: {
    name: 'a Pages document',
    asPicture: OUT_OF_DOCUMENT,
    asText: `In Pages choose File > Export To > Word. ${byPandoc('docx')}`,
  },
  indesign: {
    name: 'an InDesign document',
    asPicture: 'In InDesign export the page as PNG and name that file here.',
    asText: `In InDesign choose File > Export > RTF. ${byPandoc('rtf')}`,
  },
  sheet: {
    name: 'a spreadsheet (XLSX or ODS)',
    asPicture: 'Save the chart out of it as PNG and name that file here.',
    asText: 'Copy its cells into a table of the article: a row a line, cells between bars.',
  },
  slides: { name: 'a presentation (PPTX or ODP)', asPicture: OUT_OF_DOCUMENT, asText: COPY_TEXT },
  epub: { name: 'an EPUB', asPicture: OUT_OF_DOCUMENT, asText: byPandoc('epub') },
  html: {
    name: 'a page of HTML',
    asPicture:
      'The download brought a page of the web in place of the picture: open it in a browser and save the picture itself.',
    asText: byPandoc('html'),
  },
  webarchive: {
    name: 'a web archive of Safari',
    asPicture: 'Open it in Safari and save the picture itself as JPEG or PNG.',
    asText: COPY_TEXT,
  },
  zip: { name: 'a ZIP archive', asPicture: UNPACK, asText: UNPACK },
  gzip: { name: 'a gzip archive', asPicture: UNPACK, asText: UNPACK },
  archive: { name: 'a RAR or 7z archive', asPicture: UNPACK, asText: UNPACK },
} as const satisfies Record<string, Omit<FileFormat, 'id'>>;

function saveAs(format: string, ending: string): string {
  return `In Word or LibreOffice save it as ${format}. ${byPandoc(ending)}`;
}

/**
 * What a file is by its first bytes, whatever its name says; null for plain text and for what nobody sends.
 *
 * @param bytes the first {@link SNIFFED_BYTES} or more.
 * @example
 * sniffFileFormat(new TextEncoder().encode('%PDF-1.7'))?.name // 'a PDF'
 */
export function sniffFileFormat(bytes: Uint8Array): FileFormat | null {
  const id = sniffFormatName(bytes);
  if (id !== null) return { id, ...FORMATS[id] };
  const coded = decodeBase64(latin(bytes, 0, CODED_BYTES));
  const inner = coded === null ? null : sniffFormatName(coded);
  return inner === null ? null : base64Of(FORMATS[inner]);
}

/**
 * What a `data:` address holds; null for any other address, and for data that nobody knows.
 *
 * @example
 * sniffDataAddress('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>')?.id // 'svg'
 */
export function sniffDataAddress(address: string): FileFormat | null {
  const [, head, content] = /^data:([^,]*),(.*)$/is.exec(address) ?? [];
  if (head === undefined || content === undefined) return null;
  const coded = /;base64$/i.test(head) ? decodeBase64(content) : new TextEncoder().encode(content);
  return coded === null ? null : sniffFileFormat(coded);
}

/** The text that mail programs and web pages write in place of a file. */
function base64Of({ name, asPicture, asText }: Omit<FileFormat, 'id'>): FileFormat {
  const decode =
    'It was saved as text: decode what stands behind the comma, if there is one, with `base64 -d`.';
  return {
    id: 'base64',
    name: `the base64 text of ${name}`,
    asPicture: `${decode} ${asPicture ?? 'Name that file here.'}`,
    asText: `${decode} ${asText}`,
  };
}

function sniffFormatName(bytes: Uint8Array): FormatName | null {
  const text = latin(bytes, 0, 1024);
  for (const [prefix, name] of PREFIXES) if (text.startsWith(prefix)) return name;
  // Two letters may begin a text too; the four bytes that BMP reserves are zero.
  if (/^BM.{4}\0{4}/s.test(text)) return 'bmp';
  if (text.startsWith('RIFF')) return text.startsWith('WEBP', 8) ? 'webp' : null;
  if (text.startsWith('ftyp', 4)) return brandOf(text.slice(8, 64));
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return isRaw(bytes) ? 'raw' : 'tiff';
  if (text.startsWith('PK\x03\x04')) return archiveKind(latin(bytes, 0, SNIFFED_BYTES));
  return markupKind(latin(bytes, 0, MARKUP_BYTES));
}

const PREFIXES: readonly (readonly [string, FormatName])[] = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['%PDF-', 'pdf'],
  ['%!PS', 'postscript'],
  ['\xc5\xd0\xd3\xc6', 'postscript'],
  ['8BPS', 'psd'],
  ['gimp xcf', 'xcf'],
  ['\xff\x0a', 'jpegxl'],
  ['\0\0\0\x0cJXL ', 'jpegxl'],
  ['\0\0\0\x0cjP  ', 'jpeg2000'],
  ['\xff\x4f\xff\x51', 'jpeg2000'],
  ['II*\0\x10\0\0\0CR', 'raw'],
  ['FUJIFILMCCD-RAW', 'raw'],
  ['IIRO\x08\0', 'raw'],
  ['IIRS\x08\0', 'raw'],
  ['MMOR\0\0', 'raw'],
  ['IIU\0', 'raw'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'doc'],
  ['{\\rtf', 'rtf'],
  ['\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d', 'indesign'],
  ['bplist00', 'webarchive'],
  ['\x1f\x8b', 'gzip'],
  ['Rar!\x1a\x07', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['\x1a\x45\xdf\xa3', 'video'],
];

/** A licence may stand in a comment before the first element. */
const MARKUP_BYTES = 16 * 1024;

/** The first bytes of what base64 codes are enough: no format that is told by a place further on is sent so. */
const CODED_BYTES = 4096;

/** Bytes as characters of the same number. */
function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
}

/** ISO 14496-12 §4.3: the major brand, a version, then the brands it is compatible with. */
function brandOf(brands: string): FormatName {
  if (/^avi[fs]/.test(brands)) return 'avif';
  if (brands.startsWith('crx ')) return 'raw';
  if (/^(?:hei[cmsx]|hev[cmsx])/.test(brands)) return 'heic';
  if (/^(?:mif1|msf1)/.test(brands)) return /avi[fs]/.test(brands) ? 'avif' : 'heic';
  return 'video';
}

/** TIFF 6.0 §2, and DNG 1.4: the first directory of a raw file is a thumbnail with others below it, or says DNGVersion. */
function isRaw(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const start = bytes.length < 8 ? bytes.length : view.getUint32(4, isLittle);
  if (start + 2 > bytes.length) return false;
  const tags = new Map<number, number>();
  const count = view.getUint16(start, isLittle);
  for (let at = start + 2, index = 0; index < count && at + 12 <= bytes.length; at += 12, index++)
    tags.set(view.getUint16(at, isLittle), view.getUint32(at + 8, isLittle));
  const [subfileType, subDirectories, dngVersion] = [0xfe, 0x14a, 0xc612];
  return tags.has(dngVersion) || (tags.get(subfileType) === 1 && tags.has(subDirectories));
}

/** What a ZIP holds, by the names of its parts. */
function archiveKind(text: string): FormatName {
  const type = /^mimetypeapplication\/(?:vnd\.oasis\.opendocument\.)?([a-z+]+)/.exec(text.slice(30))?.[1];
  if (type === 'epub+zip') return 'epub';
  if (type === 'text') return 'odt';
  if (type === 'spreadsheet') return 'sheet';
  if (type === 'presentation' || text.includes('ppt/')) return 'slides';
  if (text.includes('word/')) return 'docx';
  if (text.includes('xl/')) return 'sheet';
  return /Index\/(?:Document|Tables)|Index\.zip/.test(text) ? 'pages' : 'zip';
}

/** Markup by its first element; a byte order mark, a declaration and comments may stand before it. */
function markupKind(text: string): FormatName | null {
  const inner = text.replace(/^\xef\xbb\xbf/, '').replace(/^(?:\s|<\?[^>]*\?>|<!--[^]*?-->)+/, '');
  if (/^<(?:svg[\s>]|!doctype\s+svg)/i.test(inner)) return 'svg';
  return /^<(?:html[\s>]|!doctype\s+html)/i.test(inner) ? 'html' : null;
}
