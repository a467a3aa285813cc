import type { ProfileSwitches } from './profile-switches.ts';
import { PDF_UA_SCHEMA, PDF_X_SCHEMA, type ExtensionSchema } from './xmp-schemas.ts';

/** A property without its prefix, and its value as text; null when there is nothing to say. */
export type PlainProperty = readonly [name: string, value: string | null];

/** What a file claims to be, by schema: prefix, namespace and properties. */
export type Claim = {
  readonly prefix: string;
  readonly uri: string;
  readonly properties: readonly PlainProperty[];
};

/** The claims of a profile (ISO 19005-2, 6.6.4; ISO 14289-1, 5; ISO 15930-7). */
export function claimsOf(switches: ProfileSwitches): readonly Claim[] {
  const { pdfA, pdfUA, isPdfX } = switches;
  const claims: Claim[] = [
    {
      prefix: 'pdfaid',
      uri: 'http://www.aiim.org/pdfa/ns/id/',
      properties: [
        ['part', String(pdfA.part)],
        ['conformance', pdfA.level],
        // From part 4 on the year of the standard is named (ISO 19005-4, 6.7.3).
        ['rev', pdfA.part === 4 ? '2020' : null],
      ],
    },
  ];
  if (pdfUA !== null) {
    claims.push({
      prefix: PDF_UA_SCHEMA.prefix,
      uri: PDF_UA_SCHEMA.uri,
      properties: [
        ['part', String(pdfUA)],
        ['rev', pdfUA === 2 ? '2024' : null],
      ],
    });
  }
  if (isPdfX) {
    claims.push({
      prefix: PDF_X_SCHEMA.prefix,
      uri: PDF_X_SCHEMA.uri,
      properties: [['GTS_PDFXVersion', 'PDF/X-4']],
    });
  }
  return claims;
}

/** Schemas that a file of this profile has to describe; PDF/A-4 asks for no descriptions any more. */
export function describedSchemas(
  switches: ProfileSwitches,
  all: readonly ExtensionSchema[],
): readonly ExtensionSchema[] {
  if (switches.pdfA.part === 4) return [];
  return all.filter(
    (schema) =>
      (schema !== PDF_UA_SCHEMA || switches.pdfUA !== null) && (schema !== PDF_X_SCHEMA || switches.isPdfX),
  );
}
