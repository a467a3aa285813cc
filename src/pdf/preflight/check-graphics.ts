import { PDFBool, PDFDict, PDFName, type PDFObject, type PDFRawStream } from 'pdf-lib';
import { isKind, type DictOperand, type Operand } from '../content-tokens.ts';
import { dictOf, itemsOf, lookUp, nameOf, numberOf, rawEntry } from '../object-lookup.ts';
import type { BreachPlace, Say } from './finding.ts';
import type { Content, InspectedFile } from './inspect-file.ts';

/** Graphics states, pictures, forms and groups that content uses. Each is checked where it is met first. */
export function checkGraphics(inspected: InspectedFile, say: Say): void {
  const seen = new Set<PDFObject>();
  const isNew = (object: PDFObject): boolean => !seen.has(object) && seen.add(object) !== null;
  for (const content of inspected.contents) {
    const { uses, page, holder } = content;
    for (const state of uses.states) if (isNew(state)) checkState(inspected, state, placed(say, page, state));
    for (const image of uses.images) if (isNew(image)) checkImage(image.dict, placed(say, page, image));
    for (const image of uses.inlineImages) checkInline(image, placed(say, page, holder));
    for (const { form } of uses.forms) if (isNew(form)) checkForm(form, placed(say, page, form));
    for (const object of uses.otherObjects)
      if (isNew(object)) say('postscript-object', 'a PostScript object is painted', { page, object });
    checkGroup(content, placed(say, page, holder));
  }
}

type SayHere = (rule: Parameters<Say>[0], message: string) => void;

const placed =
  (say: Say, page: number, object: PDFObject): SayHere =>
  (rule, message) => {
    const place: BreachPlace = { page, object };
    say(rule, message, place);
  };

const BLEND_MODES = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference ' +
    'Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
);

const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

function checkState({ file, claims }: InspectedFile, state: PDFDict, say: SayHere): void {
  const { context } = file;
  const read = (key: string): PDFObject | undefined => lookUp(context, state, key);
  if (read('TR') !== undefined) say('state-transfer', 'a graphics state has TR');
  if (read('TR2') !== undefined && nameOf(read('TR2')) !== 'Default')
    say('state-transfer-2', 'a graphics state has TR2');
  const phase = claims.pdfA?.part === '4' ? 'HTO' : 'HTP';
  if (read(phase) !== undefined) say('state-phase', `a graphics state has ${phase}`);
  const intent = read('RI');
  if (intent !== undefined && !INTENTS.has(nameOf(intent) ?? ''))
    say('rendering-intent', `a graphics state has the rendering intent ${nameOf(intent) ?? ''}`);
  const modes = itemsOf(context, rawEntry(state, 'BM')).map((mode) => nameOf(mode) ?? '');
  for (const mode of modes) {
    if (!BLEND_MODES.has(mode)) say('blend-mode', `a graphics state has the blend mode "${mode}"`);
    if (!['Normal', 'Compatible'].includes(mode)) say('blend-normal', `the blend mode is ${mode}`);
  }
  const mask = read('SMask');
  if (mask !== undefined && nameOf(mask) !== 'None')
    say('soft-mask-state', 'a graphics state has a soft mask');
  if ((numberOf(read('CA')) ?? 1) !== 1) say('stroke-opaque', `CA is ${numberOf(read('CA')) ?? 1}`);
  if ((numberOf(read('ca')) ?? 1) !== 1) say('fill-opaque', `ca is ${numberOf(read('ca')) ?? 1}`);
  checkHalftone(dictOf(read('HT')), say);
}

function checkHalftone(halftone: PDFDict | null, say: SayHere): void {
  if (halftone === null) return;
  const kind = numberOf(lookUp(halftone.context, halftone, 'HalftoneType'));
  if (kind !== 1 && kind !== 5) say('halftone-type', `a halftone is of type ${kind ?? 'none'}`);
  if (halftone.has(PDFName.of('HalftoneName'))) say('halftone-name', 'a halftone has a name');
}

function checkImage(image: PDFDict, say: SayHere): void {
  const read = (key: string): PDFObject | undefined => lookUp(image.context, image, key);
  if (read('Alternates') !== undefined) say('image-alternates', 'a picture has Alternates');
  if (read('OPI') !== undefined) say('image-opi', 'a picture has OPI');
  if (read('Interpolate') === PDFBool.True) say('image-interpolate', 'a picture says Interpolate');
  const intent = read('Intent');
  if (intent !== undefined && !INTENTS.has(nameOf(intent) ?? ''))
    say('rendering-intent', `a picture has the rendering intent ${nameOf(intent) ?? ''}`);
  checkBits(numberOf(read('BitsPerComponent')), read('ImageMask') === PDFBool.True, say);
  const mask = read('SMask');
  if (mask !== undefined && nameOf(mask) !== 'None') say('soft-mask-image', 'a picture has a soft mask');
  const inner = dictOf(mask);
  if (inner !== null && lookUp(inner.context, inner, 'Interpolate') === PDFBool.True)
    say('image-interpolate', 'the mask of a picture says Interpolate');
}

function checkBits(bits: number | null, isMask: boolean, say: SayHere): void {
  if (bits === null) return;
  if (isMask && bits !== 1) say('mask-bits', `a mask has ${bits} bits`);
  if (!isMask && ![1, 2, 4, 8, 16].includes(bits)) say('image-bits', `a picture has ${bits} bits a colour`);
}

/** Filters of pictures in the content, with their short names (ISO 32000-1, table 94). */
const INLINE_FILTERS = new Set(
  'ASCIIHexDecode AHx ASCII85Decode A85 FlateDecode Fl RunLengthDecode RL CCITTFaxDecode CCF DCTDecode DCT'.split(
    ' ',
  ),
);

function checkInline(image: DictOperand, say: SayHere): void {
  const read = (long: string, short: string): Operand | undefined =>
    image.entries.get(long) ?? image.entries.get(short);
  const filter = read('Filter', 'F');
  const filters = Array.isArray(filter) ? filter : filter === undefined ? [] : [filter];
  for (const one of filters) {
    const name = isKind(one, 'name') ? one.name : '';
    if (!INLINE_FILTERS.has(name)) say('inline-filter', `a picture in the content is packed by "${name}"`);
  }
  if (read('Interpolate', 'I') === true)
    say('image-interpolate', 'a picture in the content says Interpolate');
  const bits = read('BitsPerComponent', 'BPC');
  checkBits(typeof bits === 'number' ? bits : null, read('ImageMask', 'IM') === true, say);
}

function checkForm(form: PDFRawStream, say: SayHere): void {
  const { dict } = form;
  const read = (key: string): PDFObject | undefined => lookUp(dict.context, dict, key);
  const isPostScript = nameOf(read('Subtype2')) === 'PS' || read('PS') !== undefined;
  if (isPostScript || read('OPI') !== undefined) say('form-postscript', 'a form is PostScript or has OPI');
  if (read('Ref') !== undefined) say('form-reference', 'a form has Ref');
}

function checkGroup({ holder }: Content, say: SayHere): void {
  const dictionary = dictOf(holder);
  const group = dictionary === null ? undefined : lookUp(dictionary.context, dictionary, 'Group');
  if (group instanceof PDFDict && nameOf(lookUp(group.context, group, 'S')) === 'Transparency')
    say('group-transparent', 'there is a transparency group');
}
