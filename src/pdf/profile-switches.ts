import type { PdfProfile } from '../edition/profiles.ts';

/** What a PDF claims, and what follows from it: the switches of one profile. */
export type ProfileSwitches = {
  readonly version: '1.6' | '1.7' | '2.0';
  /** Part of ISO 19005 and its level; A-4 has none. */
  readonly pdfA: { readonly part: 2 | 3 | 4; readonly level: 'A' | 'U' | null };
  /** Part of ISO 14289; null makes no claim. */
  readonly pdfUA: 1 | 2 | null;
  /** PDF/X-4 (ISO 15930-7). */
  readonly isPdfX: boolean;
  /** What colours are given in: sRGB, or the inks of a press. */
  readonly colours: 'rgb' | 'inks';
  readonly hasStructure: boolean;
  /** Links, outline, article threads, named destinations. */
  readonly hasLinks: boolean;
  readonly hasSources: boolean;
  readonly hasObjectStreams: boolean;
  readonly isLinearised: boolean;
};

const SCREEN: ProfileSwitches = {
  version: '1.7',
  pdfA: { part: 2, level: 'A' },
  pdfUA: 1,
  isPdfX: false,
  colours: 'rgb',
  hasStructure: true,
  hasLinks: true,
  hasSources: false,
  hasObjectStreams: true,
  isLinearised: true,
};

const PRINT: ProfileSwitches = {
  ...SCREEN,
  // PDF/X-4 (ISO 15930-7) is written in PDF 1.6.
  version: '1.6',
  pdfUA: null,
  isPdfX: true,
  colours: 'inks',
  hasLinks: false,
  hasObjectStreams: false,
  isLinearised: false,
};

const TABLE: Readonly<Record<PdfProfile | 'sheets', ProfileSwitches>> = {
  screen: SCREEN,
  archive: { ...SCREEN, pdfA: { part: 3, level: 'A' }, hasSources: true, isLinearised: false },
  print: PRINT,
  next: { ...SCREEN, version: '2.0', pdfA: { part: 4, level: null }, pdfUA: 2, isLinearised: false },
  sheets: { ...PRINT, pdfA: { part: 2, level: 'U' }, hasStructure: false },
};

/** The switches of a profile; `sheets` are the imposed pages of print. */
export function switchesOf(profile: PdfProfile | 'sheets'): ProfileSwitches {
  const switches = TABLE[profile];
  const contradiction = findContradiction(switches);
  if (contradiction !== null) throw new Error(`the profile ${profile} contradicts itself: ${contradiction}`);
  return switches;
}

/** Why no file can have these switches together; null when one can. */
export function findContradiction(switches: ProfileSwitches): string | null {
  const { pdfA, pdfUA, version } = switches;
  const rules: readonly (readonly [boolean, string])[] = [
    [switches.isPdfX && switches.hasLinks, 'PDF/X has no annotations on the page'],
    [switches.isPdfX && switches.colours === 'rgb', 'a press prints inks'],
    [switches.isPdfX && version !== '1.6', 'PDF/X-4 is written in PDF 1.6'],
    [switches.isPdfX && switches.hasObjectStreams, 'printers’ older programs read no object streams'],
    [!switches.isPdfX && switches.colours === 'inks', 'inks have a meaning on one press only'],
    [switches.hasSources && pdfA.part !== 3, 'only PDF/A-3 takes files of any kind (ISO 19005-3, 6.8)'],
    [(pdfA.part === 4) !== (version === '2.0'), 'PDF/A-4 is PDF 2.0, the parts before it are not'],
    [(pdfA.part === 4) !== (pdfA.level === null), 'PDF/A-4 has no levels A and U'],
    [(pdfUA === 2) !== (version === '2.0') && pdfUA !== null, 'PDF/UA-2 is PDF 2.0, PDF/UA-1 is not'],
    [pdfUA !== null && !switches.hasStructure, 'PDF/UA is tagged'],
    [pdfA.level === 'A' && !switches.hasStructure, 'level A is tagged'],
    [pdfUA !== null && !switches.hasLinks, 'a reader’s file has its links'],
    [switches.isLinearised && !switches.hasObjectStreams, 'what is made for the web is made small'],
  ];
  return rules.find(([isBroken]) => isBroken)?.[1] ?? null;
}
