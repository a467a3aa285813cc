import { PDFArray, PDFBool, PDFDict, PDFRawStream, type PDFContext, type PDFObject } from 'pdf-lib';
import { markOf, type ContentMark } from '../content-marks.ts';
import { isKind, type Operand, type Operation } from '../content-tokens.ts';
import { dictOf, itemsOf, lookUp, nameOf, numberOf } from '../object-lookup.ts';
import { codesOf, type OpenedFont } from '../open-pdf.ts';
import { stringsOf } from '../painted-pieces.ts';
import {
  resourceOf,
  useOfDevice,
  useOfHolder,
  useOfSpace,
  type DeviceFamily,
  type SpaceUse,
} from './colour-use.ts';
import { addSpaceUse, noUses, type ContentUses, type Cover } from './content-uses.ts';
import { OPERATORS } from './operators.ts';

/** What a stream of content is walked through with. */
export type WalkInput = {
  readonly context: PDFContext;
  readonly operations: readonly Operation[];
  readonly resources: PDFDict | null;
  readonly fontOf: (dictionary: PDFDict) => OpenedFont;
};

type Colour = { readonly use: SpaceUse; readonly isProfiledCmyk: boolean };

/** The graphics state, as far as rules look at it. Replaced as a whole: `q` keeps the object. */
type GraphicsState = {
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly font: OpenedFont | null;
  readonly mode: number;
  readonly overprint: { readonly fill: boolean; readonly stroke: boolean; readonly mode: number };
};

type Walk = {
  readonly input: WalkInput;
  readonly uses: ContentUses;
  state: GraphicsState;
  readonly saved: GraphicsState[];
  readonly open: { readonly mark: ContentMark; readonly cover: Cover; readonly hasText: boolean }[];
  marksAtText: number | null;
  deepest: number;
};

/** Depth of saved states that PDF/A allows. */
const DEEPEST_STATE = 28;

/** Follows a stream of content through marks, states, colours and fonts, and gathers what rules ask for. */
export function walkContent(input: WalkInput): ContentUses {
  const walk = startWalk(input);
  for (const operation of input.operations) step(walk, operation);
  const { uses, open, saved } = walk;
  const say = (message: string): void => void uses.breaches.push({ rule: 'content-nesting', message });
  if (open.length > 0) say(`${open.length} marked-content sequences are not closed`);
  if (saved.length > 0) say(`${saved.length} q without Q`);
  if (walk.marksAtText !== null) say('BT without ET');
  if (walk.deepest > DEEPEST_STATE)
    uses.breaches.push({ rule: 'state-depth', message: `states are saved ${walk.deepest} deep` });
  return uses;
}

function startWalk(input: WalkInput): Walk {
  const black = { use: useOfDevice('gray', input.resources), isProfiledCmyk: false };
  return {
    input,
    uses: noUses(),
    state: {
      fill: black,
      stroke: black,
      font: null,
      mode: 0,
      overprint: { fill: false, stroke: false, mode: 0 },
    },
    saved: [],
    open: [],
    marksAtText: null,
    deepest: 0,
  };
}

const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const STROKES = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);

const DEVICE_OPERATORS: Readonly<Record<string, DeviceFamily>> = {
  g: 'gray',
  rg: 'rgb',
  k: 'cmyk',
};

function step(walk: Walk, operation: Operation): void {
  const { operator, operands } = operation;
  if (FILLS.has(operator) || STROKES.has(operator)) return paintPath(walk, operator);
  if (SHOWS.has(operator)) return showText(walk, operation);
  const family = DEVICE_OPERATORS[operator.toLowerCase()];
  const isFill = operator === operator.toLowerCase();
  if (family !== undefined && operator.length <= 2)
    return setColour(walk, isFill, { use: useOfDevice(family, walk.input.resources), isProfiledCmyk: false });
  switch (operator) {
    case 'BDC':
    case 'BMC':
      return openMark(walk, operation);
    case 'EMC':
      return closeMark(walk);
    case 'BT':
    case 'ET':
      return textObject(walk, operator);
    case 'q':
      return save(walk);
    case 'Q':
      return restore(walk);
    case 'Tf':
      return setFont(walk, operands[0]);
    case 'Tr':
      walk.state = { ...walk.state, mode: typeof operands[0] === 'number' ? operands[0] : 0 };
      return undefined;
    case 'cs':
    case 'CS':
      return setSpace(walk, operator === 'cs', operands[0]);
    case 'scn':
    case 'SCN':
      return setPattern(walk, operands.at(-1));
    case 'gs':
      return setState(walk, operands[0]);
    case 'sh':
      return paintShading(walk, operands[0]);
    case 'Do':
      return paintObject(walk, operands[0]);
    case 'EI':
      return paintInline(walk, operands[0]);
    default:
      return checkOther(walk, operation);
  }
}

/** Operators that change nothing that rules ask for. */
function checkOther(walk: Walk, { operator, operands }: Operation): void {
  switch (operator) {
    case 'ri':
      return checkIntent(walk, operands[0]);
    default:
      if (!OPERATORS.has(operator))
        walk.uses.breaches.push({
          rule: 'operator',
          message: `"${operator.slice(0, 20)}" is no operator of PDF`,
        });
      return undefined;
  }
}

/** The resource that an operand names; noted as missing where it is not there. */
function named(walk: Walk, kind: string, operand: Operand | undefined): PDFObject | undefined {
  if (!isKind(operand, 'name')) return undefined;
  walk.uses.namesResources = true;
  const found = resourceOf(walk.input.resources, kind, operand.name);
  if (found === undefined) walk.uses.missing.add(`${kind}/${operand.name}`);
  return found;
}

function openMark(walk: Walk, operation: Operation): void {
  const mark = markOf(operation, (name) => {
    const found = named(walk, 'Properties', { kind: 'name', name });
    return found instanceof PDFDict ? found : null;
  });
  const above = walk.open.at(-1);
  const isArtifact = mark.tag === 'Artifact';
  const cover = coverBelow(above?.cover ?? 'bare', isArtifact, mark.mcid !== null);
  if (isArtifact && above?.cover === 'tagged')
    walk.uses.breaches.push({
      rule: 'artifact-in-tag',
      message: 'an artifact begins inside of tagged content',
    });
  if (mark.mcid !== null && above?.cover === 'artifact')
    walk.uses.breaches.push({
      rule: 'tag-in-artifact',
      message: `MCID ${mark.mcid} begins inside of an artifact`,
    });
  if (mark.mcid !== null) walk.uses.mcids.push(mark.mcid);
  if (mark.language !== null) walk.uses.languages.add(mark.language);
  const hasText = (above?.hasText ?? false) || mark.actualText !== null;
  walk.open.push({ mark, cover, hasText });
}

function coverBelow(above: Cover, isArtifact: boolean, isTagged: boolean): Cover {
  const adds = isArtifact ? 'artifact' : isTagged ? 'tagged' : 'bare';
  if (adds === 'bare' || above === adds) return above;
  return above === 'bare' ? adds : 'both';
}

function closeMark(walk: Walk): void {
  const say = (message: string): void => void walk.uses.breaches.push({ rule: 'content-nesting', message });
  if (walk.open.pop() === undefined) say('EMC without BDC or BMC');
  if (walk.marksAtText !== null && walk.open.length < walk.marksAtText)
    say('EMC of a mark that was opened before BT');
}

function textObject(walk: Walk, operator: 'BT' | 'ET'): void {
  const say = (message: string): void => void walk.uses.breaches.push({ rule: 'content-nesting', message });
  if (operator === 'BT') {
    if (walk.marksAtText !== null) say('BT inside of BT');
    walk.marksAtText = walk.open.length;
    return;
  }
  if (walk.marksAtText === null) say('ET without BT');
  else if (walk.marksAtText !== walk.open.length) say('ET inside of a mark that was opened after BT');
  walk.marksAtText = null;
}

function save(walk: Walk): void {
  walk.saved.push(walk.state);
  walk.deepest = Math.max(walk.deepest, walk.saved.length);
}

function restore(walk: Walk): void {
  const state = walk.saved.pop();
  if (state === undefined) walk.uses.breaches.push({ rule: 'content-nesting', message: 'Q without q' });
  else walk.state = state;
}

function setFont(walk: Walk, operand: Operand | undefined): void {
  const found = named(walk, 'Font', operand);
  walk.state = { ...walk.state, font: found instanceof PDFDict ? walk.input.fontOf(found) : null };
}

function setColour(walk: Walk, isFill: boolean, colour: Colour): void {
  walk.state = isFill ? { ...walk.state, fill: colour } : { ...walk.state, stroke: colour };
}

function setSpace(walk: Walk, isFill: boolean, operand: Operand | undefined): void {
  if (!isKind(operand, 'name')) return;
  const { context, resources } = walk.input;
  const isBuiltIn = /^(?:Device(?:Gray|RGB|CMYK)|Pattern)$/.test(operand.name);
  const space = isBuiltIn ? undefined : named(walk, 'ColorSpace', operand);
  const family = operand.name.startsWith('Device')
    ? DEVICE_OPERATORS[deviceOperator(operand.name)]
    : undefined;
  const use = family === undefined ? useOfSpace(context, space, resources) : useOfDevice(family, resources);
  setColour(walk, isFill, { use, isProfiledCmyk: isProfiledCmyk(context, space) });
}

function deviceOperator(name: string): string {
  if (name === 'DeviceGray') return 'g';
  return name === 'DeviceRGB' ? 'rg' : 'k';
}

function isProfiledCmyk(context: PDFContext, space: PDFObject | undefined): boolean {
  const [kind, profile] = space instanceof PDFArray ? itemsOf(context, space) : [];
  const dictionary = dictOf(profile);
  return (
    nameOf(kind) === 'ICCBased' && dictionary !== null && numberOf(lookUp(context, dictionary, 'N')) === 4
  );
}

function setPattern(walk: Walk, operand: Operand | undefined): void {
  if (!isKind(operand, 'name')) return;
  const pattern = named(walk, 'Pattern', operand);
  const dictionary = dictOf(pattern);
  if (dictionary === null) return;
  const { context, resources } = walk.input;
  if (pattern instanceof PDFRawStream) walk.uses.inner.add(pattern);
  addSpaceUse(walk.uses, useOfHolder(lookUp(context, dictionary, 'Shading'), resources, 'ColorSpace'), 'scn');
}

function setState(walk: Walk, operand: Operand | undefined): void {
  const found = named(walk, 'ExtGState', operand);
  if (!(found instanceof PDFDict)) return;
  const { context } = walk.input;
  const { uses, state } = walk;
  uses.states.add(found);
  const read = (key: string): PDFObject | undefined => lookUp(context, found, key);
  const alphas = [numberOf(read('ca')), numberOf(read('CA'))];
  const blend = itemsOf(context, read('BM')).map(nameOf)[0] ?? 'Normal';
  const mask = read('SMask');
  const isMasked = mask instanceof PDFDict;
  if (alphas.some((alpha) => alpha !== null && alpha < 1) || isMasked) uses.isTransparent = true;
  if (!['Normal', 'Compatible'].includes(blend)) uses.isTransparent = true;
  const group = isMasked ? lookUp(context, mask, 'G') : undefined;
  if (group instanceof PDFRawStream) uses.inner.add(group);
  const flag = (key: string, otherwise: boolean): boolean => {
    const value = read(key);
    return value instanceof PDFBool ? value.asBoolean() : otherwise;
  };
  const stroke = flag('OP', state.overprint.stroke);
  const fill = flag('op', read('OP') === undefined ? state.overprint.fill : stroke);
  const mode = numberOf(read('OPM')) ?? state.overprint.mode;
  const [fontReference] = itemsOf(context, read('Font'));
  const font = fontReference instanceof PDFDict ? walk.input.fontOf(fontReference) : state.font;
  walk.state = { ...state, font, overprint: { fill, stroke, mode } };
}

/** Notes how what an operator paints is covered. */
function cover(walk: Walk, operator: string): Cover {
  const kind = walk.open.at(-1)?.cover ?? 'bare';
  const known = walk.uses.covers.get(kind);
  if (known === undefined) walk.uses.covers.set(kind, { count: 1, first: operator });
  else known.count += 1;
  return kind;
}

function useColour(walk: Walk, side: 'fill' | 'stroke', operator: string): void {
  const { overprint } = walk.state;
  const colour = walk.state[side];
  addSpaceUse(walk.uses, colour.use, operator);
  if (colour.isProfiledCmyk && overprint[side] && overprint.mode === 1) walk.uses.overprintsProfile = true;
}

function paintPath(walk: Walk, operator: string): void {
  cover(walk, operator);
  if (FILLS.has(operator)) useColour(walk, 'fill', operator);
  if (STROKES.has(operator)) useColour(walk, 'stroke', operator);
}

function showText(walk: Walk, { operator, operands }: Operation): void {
  const { font, mode } = walk.state;
  const strings = operands.flatMap(stringsOf).filter((text) => text !== '');
  if (strings.length === 0) return;
  cover(walk, operator);
  if ([0, 2, 4, 6].includes(mode)) useColour(walk, 'fill', operator);
  if ([1, 2, 5, 6].includes(mode)) useColour(walk, 'stroke', operator);
  if (font === null) return;
  const codes = walk.uses.shown.get(font) ?? new Map();
  walk.uses.shown.set(font, codes);
  const isVisible = mode !== 3;
  const isWithoutText = !(walk.open.at(-1)?.hasText ?? false);
  for (const text of strings) {
    for (const code of codesOf(font, text)) {
      const known = codes.get(code);
      if (known === undefined) codes.set(code, { isVisible, isWithoutText });
      else {
        known.isVisible ||= isVisible;
        known.isWithoutText ||= isWithoutText;
      }
    }
  }
}

function paintShading(walk: Walk, operand: Operand | undefined): void {
  cover(walk, 'sh');
  const shading = named(walk, 'Shading', operand);
  addSpaceUse(walk.uses, useOfHolder(shading, walk.input.resources, 'ColorSpace'), 'sh');
}

function paintObject(walk: Walk, operand: Operand | undefined): void {
  const found = named(walk, 'XObject', operand);
  if (!(found instanceof PDFRawStream)) return;
  const { context, resources } = walk.input;
  const kind = nameOf(lookUp(context, found.dict, 'Subtype'));
  if (kind === 'Form') {
    walk.uses.forms.push({ form: found, cover: walk.open.at(-1)?.cover ?? 'bare' });
    return;
  }
  cover(walk, 'Do');
  if (kind !== 'Image') {
    walk.uses.otherObjects.add(found);
    return;
  }
  walk.uses.images.add(found);
  if (lookUp(context, found.dict, 'SMask') instanceof PDFRawStream) walk.uses.isTransparent = true;
  if (lookUp(context, found.dict, 'ImageMask') === PDFBool.True) useColour(walk, 'fill', 'Do');
  else addSpaceUse(walk.uses, useOfHolder(found, resources, 'ColorSpace'), 'Do');
}

function paintInline(walk: Walk, operand: Operand | undefined): void {
  cover(walk, 'EI');
  if (!isKind(operand, 'dict')) return;
  walk.uses.inlineImages.push(operand);
  const { context, resources } = walk.input;
  const space = operand.entries.get('ColorSpace') ?? operand.entries.get('CS');
  const isMask = (operand.entries.get('ImageMask') ?? operand.entries.get('IM')) === true;
  if (isMask) useColour(walk, 'fill', 'EI');
  const names = isKind(space, 'name') ? [space] : Array.isArray(space) ? space.slice(0, 2) : [];
  for (const item of names) {
    if (!isKind(item, 'name') || item.name === 'Indexed' || item.name === 'I') continue;
    const family =
      { G: 'g', RGB: 'rg', CMYK: 'k' }[item.name] ??
      (item.name.startsWith('Device') ? deviceOperator(item.name) : null);
    const device = family === null ? undefined : DEVICE_OPERATORS[family];
    const use =
      device === undefined
        ? useOfSpace(context, resourceOf(resources, 'ColorSpace', item.name), resources)
        : useOfDevice(device, resources);
    addSpaceUse(walk.uses, use, 'EI');
  }
}

const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

function checkIntent(walk: Walk, operand: Operand | undefined): void {
  const name = isKind(operand, 'name') ? operand.name : '';
  if (!INTENTS.has(name)) walk.uses.breaches.push({ rule: 'rendering-intent', message: `ri sets "${name}"` });
}
