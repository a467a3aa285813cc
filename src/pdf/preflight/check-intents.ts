import { PDFArray, PDFDict, PDFRawStream } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, rawEntry, textOf } from '../object-lookup.ts';
import { decodeStream } from '../syntax/decode-stream.ts';
import type { Say } from './finding.ts';
import { readIcc, type IccHeader } from './icc-header.ts';
import type { InspectedFile } from './inspect-file.ts';

/** The output intents of a file: which colours it may use without a profile. */
export type Intents = {
  /** Colours of the profile: `RGB `, `CMYK`, `GRAY`; null without a PDF/A intent that has a profile. */
  readonly archive: string | null;
  /** The same of the PDF/X intent. */
  readonly press: string | null;
};

/** Checks the output intents. */
export function checkIntents({ file, claims }: InspectedFile, say: Say): Intents {
  const { context, catalog } = file;
  const intents = itemsOf(context, rawEntry(catalog, 'OutputIntents')).filter(
    (item) => item instanceof PDFDict,
  );
  const profiles = new Set<unknown>();
  let archive: string | null = null;
  let press: string | null = null;
  let hasPress = false;
  for (const intent of intents) {
    const kind = nameOf(lookUp(context, intent, 'S'));
    const profile = lookUp(context, intent, 'DestOutputProfile');
    const place = { object: intent };
    if (lookUp(context, intent, 'DestOutputProfileRef') !== undefined)
      say('intent-reference', 'an output intent has DestOutputProfileRef', place);
    const isNamed = (textOf(lookUp(context, intent, 'OutputConditionIdentifier')) ?? '') !== '';
    if (kind === 'GTS_PDFX') {
      hasPress = true;
      if (!isNamed) say('x-intent', 'the output intent has no OutputConditionIdentifier', place);
      if (profile === undefined) say('x-intent', 'the output intent has no profile', place);
    }
    if (profile === undefined) continue;
    profiles.add(rawEntry(intent, 'DestOutputProfile'));
    const header = profile instanceof PDFRawStream ? readIcc(decodeStream(profile).bytes) : null;
    const fault = faultOf(header);
    if (fault !== null) say('intent-profile', `the profile of an output intent ${fault}`, place);
    if (kind === 'GTS_PDFA1') archive = header?.colours ?? null;
    if (kind === 'GTS_PDFX') press = header?.colours ?? null;
  }
  if (profiles.size > 1)
    say('intent-profiles', 'output intents have different profiles', { object: catalog });
  if (claims.pdfX !== null && !hasPress)
    say('x-intent', 'there is no output intent GTS_PDFX', { object: catalog });
  return { archive, press };
}

function faultOf(header: IccHeader | null): string | null {
  if (header === null) return 'is no ICC profile';
  if (!['prtr', 'mntr'].includes(header.device)) return `is of the class "${header.device}"`;
  if (!['RGB ', 'CMYK', 'GRAY'].includes(header.colours)) return `has the colours "${header.colours}"`;
  return header.version >= 5 ? `has version ${header.version}` : null;
}

/** A profile of a colour space: sound, with as many colours as N says. */
export function checkIccSpace(space: PDFArray, { file }: InspectedFile, say: Say): void {
  const { context } = file;
  const [kind, profile] = itemsOf(context, space);
  if (nameOf(kind) !== 'ICCBased') return;
  if (!(profile instanceof PDFRawStream)) {
    say('icc-profile', 'an ICCBased colour space has no profile');
    return;
  }
  const place = { object: profile };
  const header = readIcc(decodeStream(profile).bytes);
  const isSound =
    header !== null &&
    ['prtr', 'mntr', 'scnr', 'spac'].includes(header.device) &&
    ['RGB ', 'CMYK', 'GRAY', 'Lab '].includes(header.colours) &&
    header.version < 5;
  if (!isSound) say('icc-profile', 'the profile of a colour space is not one that PDF/A takes', place);
  const count = { 'RGB ': 3, 'Lab ': 3, CMYK: 4, GRAY: 1 }[header?.colours ?? ''];
  const said = lookUp(context, profile.dict, 'N');
  if (count !== undefined && said?.toString() !== String(count))
    say('icc-components', `N is ${said?.toString() ?? 'missing'}, the profile has ${count} colours`, place);
}
