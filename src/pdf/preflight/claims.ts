import type { Rule, StandardKey } from './rule.ts';
import { NAMESPACES, xmpValue, type XmpPacket } from './xmp-packet.ts';

/** What a file says that it keeps. */
export type Claims = {
  /** As written: part 1 to 4, conformance `A`, `B`, `U`, `E`, `F` or empty; null without a claim. */
  readonly pdfA: { readonly part: string; readonly level: string } | null;
  readonly pdfUA: string | null;
  /** `PDF/X-4`; null without a claim. */
  readonly pdfX: string | null;
};

/** Reads the claims of a metadata packet. */
export function claimsOf(packet: XmpPacket | null): Claims {
  const value = (space: string, name: string): string | null =>
    packet === null ? null : xmpValue(packet, space, name);
  const part = value(NAMESPACES.pdfaid, 'part');
  return {
    pdfA: part === null ? null : { part, level: value(NAMESPACES.pdfaid, 'conformance') ?? '' },
    pdfUA: value(NAMESPACES.pdfuaid, 'part'),
    pdfX: value(NAMESPACES.pdfxid, 'GTS_PDFXVersion'),
  };
}

/** The claims in words, in the order PDF/A, PDF/UA, PDF/X: `PDF/A-2a`. */
export function formatClaims(claims: Claims): readonly string[] {
  const { pdfA, pdfUA, pdfX } = claims;
  return [
    ...(pdfA === null ? [] : [`PDF/A-${pdfA.part}${pdfA.level.toLowerCase()}`]),
    ...(pdfUA === null ? [] : [`PDF/UA-${pdfUA}`]),
    ...(pdfX === null ? [] : [pdfX]),
  ];
}

/** The standards whose rules a file has to keep, the most particular first. */
export function standardsOf(claims: Claims): readonly StandardKey[] {
  const { pdfA, pdfUA, pdfX } = claims;
  const keys: StandardKey[] = [];
  if (pdfUA !== null) keys.push(pdfUA === '2' ? 'ua2' : 'ua1');
  if (pdfX !== null && /^PDF\/X-4p?$/.test(pdfX)) keys.push('x4');
  if (pdfA !== null) keys.push(partKey(pdfA.part));
  return [...keys, 'pdf'];
}

function partKey(part: string): StandardKey {
  switch (part) {
    case '1':
      return 'a1';
    case '3':
      return 'a3';
    case '4':
      return 'a4';
    default:
      return 'a2';
  }
}

/** The ids of a rule for what is claimed, the most particular first: `ua1:7.18.5-1`. Empty when nothing asks for it. */
export function idsOf(rule: Rule, claims: Claims): readonly string[] {
  return standardsOf(claims).flatMap((key) => {
    const clause = rule.clauses[key];
    return clause === undefined || !asksFor(rule, key, claims) ? [] : [`${key}:${clause}`];
  });
}

function asksFor(rule: Rule, key: StandardKey, claims: Claims): boolean {
  if (!['a1', 'a2', 'a3'].includes(key)) return true;
  const level = claims.pdfA?.level.toUpperCase() ?? '';
  // PDF/A-1 has no level U: what part 2 asks for there, part 1 asks for at level A.
  const enough = rule.level === 'U' && key !== 'a1' ? ['U', 'A'] : ['A'];
  return rule.level === 'B' || enough.includes(level);
}
