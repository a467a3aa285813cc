import { openParsed, type OpenedPdf } from '../open-pdf.ts';
import { parseFile, type RefusedFile } from '../syntax/parse-file.ts';
import { checkAnnotations } from './check-annotations.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkBytes } from './check-bytes.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkColours } from './check-colours.ts';
import { checkDestinations } from './check-destinations.ts';
import { checkFonts } from './check-fonts.ts';
import { checkGraphics } from './check-graphics.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkNesting } from './check-nesting.ts';
import { checkBleed, checkPages } from './check-pages.ts';
import { checkStructure } from './check-structure.ts';
import { formatClaims, idsOf } from './claims.ts';
import type { Breach, Finding, Say } from './finding.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';
import { RULES } from './rule-table.ts';

/** What a file claims, and the rules of it that it breaks. */
export type PreflightReport = {
  readonly kind: 'checked';
  /** Of the header: `1.7`. */
  readonly version: string;
  /** `PDF/A-2a`, `PDF/UA-1`, `PDF/X-4`; empty for a file that claims nothing. */
  readonly claims: readonly string[];
  readonly pageCount: number;
  /** In the order of the checks; empty for a good file. */
  readonly findings: readonly Finding[];
};

/**
 * Checks a file against what it claims: PDF/A, PDF/UA, PDF/X-4, and what every PDF has to keep. Never throws; the time
 * it takes grows with the bytes. No substitute for veraPDF, but everyone has it.
 *
 * @returns what was found, or why the file cannot be read.
 */
export function preflightPdf(bytes: Uint8Array): PreflightReport | RefusedFile {
  const parsed = parseFile(bytes);
  return parsed.kind === 'refused' ? parsed : preflightOpened(openParsed(parsed));
}

/** The same of a file that is opened. */
export function preflightOpened(file: OpenedPdf): PreflightReport {
  const inspected = inspectFile(file);
  const breaches = findBreaches(inspected);
  const seen = new Set<string>();
  const findings = breaches.flatMap((breach) => {
    const finding = findingOf(breach, inspected);
    if (finding === null) return [];
    const key = [finding.rule, finding.page, finding.object, finding.offset, finding.message].join('\n');
    if (seen.has(key)) return [];
    seen.add(key);
    return [finding];
  });
  return {
    kind: 'checked',
    version: file.parsed.version,
    claims: formatClaims(inspected.claims),
    pageCount: file.pages.length,
    findings,
  };
}

const CHECKS = [
  checkBytes,
  checkMetadata,
  checkCatalog,
  checkPages,
  checkColours,
  checkGraphics,
  checkFonts,
  checkStructure,
  checkNesting,
  checkAnnotations,
  checkDestinations,
  checkAttachments,
];

function findBreaches(inspected: InspectedFile): readonly Breach[] {
  const breaches: Breach[] = [];
  const say: Say = (rule, message, place) =>
    void breaches.push({ rule, message, page: null, object: null, offset: null, ...place });
  for (const check of CHECKS) check(inspected, say);
  checkBleed(inspected.file, say);
  return breaches;
}

/** A breach as a finding; null when nothing that the file claims asks for the rule. */
function findingOf(breach: Breach, { claims, refOf }: InspectedFile): Finding | null {
  const rule = RULES[breach.rule];
  const [first, ...also] = idsOf(rule, claims);
  if (first === undefined) return null;
  const reference =
    breach.object === null ? null : 'objectNumber' in breach.object ? breach.object : refOf(breach.object);
  return {
    rule: first,
    also,
    page: breach.page === null ? null : breach.page + 1,
    object: reference === null ? null : reference.toString().replace(/ R$/, ''),
    offset: breach.offset,
    message: breach.message,
    cure: rule.cure,
  };
}
