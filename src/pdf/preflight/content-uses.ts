import type { PDFArray, PDFDict, PDFRawStream } from 'pdf-lib';
import type { DictOperand } from '../content-tokens.ts';
import type { OpenedFont } from '../open-pdf.ts';
import type { DeviceFamily, SpaceUse } from './colour-use.ts';
import type { RuleKey } from './rule-key.ts';

/** How what is painted is marked. */
export type Cover = 'bare' | 'tagged' | 'artifact' | 'both';

/** How a code is shown. */
export type CodeUse = {
  /** In a mode other than 3, which paints nothing. */
  isVisible: boolean;
  /** Somewhere without a text of its own around it. */
  isWithoutText: boolean;
};

/** A form that is painted. */
export type FormUse = { readonly form: PDFRawStream; readonly cover: Cover };

/** What a stream of content uses and does, gathered in one pass. */
export type ContentUses = {
  readonly breaches: { readonly rule: RuleKey; readonly message: string }[];
  /** Operators that paint, by how they are covered: how often, and the first. */
  readonly covers: Map<Cover, { count: number; readonly first: string }>;
  /** Numbers of marks in the order of opening. */
  readonly mcids: number[];
  readonly shown: Map<OpenedFont, Map<number, CodeUse>>;
  readonly devices: Map<DeviceFamily, string>;
  readonly spaces: Set<PDFArray>;
  readonly states: Set<PDFDict>;
  readonly images: Set<PDFRawStream>;
  readonly forms: FormUse[];
  /** Tiling patterns, glyphs of Type 3 fonts and groups of soft masks: content of their own. */
  readonly inner: Set<PDFRawStream>;
  readonly inlineImages: DictOperand[];
  readonly otherObjects: Set<PDFRawStream>;
  /** `Font/F1`, named but not there. */
  readonly missing: Set<string>;
  /** Whether any resource is named. */
  namesResources: boolean;
  /** Colours of profiled CMYK that are overprinted with mode 1. */
  overprintsProfile: boolean;
  isTransparent: boolean;
  /** Languages of marks, and whether text is shown that no mark gives a language. */
  readonly languages: Set<string>;
};

/** Nothing used. */
export const noUses = (): ContentUses => ({
  breaches: [],
  covers: new Map(),
  mcids: [],
  shown: new Map(),
  devices: new Map(),
  spaces: new Set(),
  states: new Set(),
  images: new Set(),
  forms: [],
  inner: new Set(),
  inlineImages: [],
  otherObjects: new Set(),
  missing: new Set(),
  namesResources: false,
  overprintsProfile: false,
  isTransparent: false,
  languages: new Set(),
});

/** Adds what a colour space leads to. */
export function addSpaceUse(uses: ContentUses, use: SpaceUse, operator: string): void {
  for (const family of use.devices) if (!uses.devices.has(family)) uses.devices.set(family, operator);
  for (const space of use.spaces) uses.spaces.add(space);
}
