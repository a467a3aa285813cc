import type { StructureRole } from '../page/structure-tree.ts';

/** The house names and the standard structure types that stand for them (ISO 32000-1, 14.7.3). */
export const ROLE_MAP: Readonly<Partial<Record<StructureRole, string>>> = {
  Kicker: 'Span',
  Deck: 'P',
  Byline: 'P',
  Dateline: 'Span',
  Cutline: 'P',
  Credit: 'P',
  Tagline: 'P',
  IssueLine: 'P',
  JumpLine: 'P',
  JumpHead: 'P',
  ContactBlock: 'Div',
  ContactRow: 'P',
};

/** Types of PDF 1.7 that PDF 2.0 has no more, and the nearest that it has (ISO 32000-2, 14.8.4). */
export const NEWER_ROLES: Readonly<Partial<Record<StructureRole, string>>> = {
  Art: 'Sect',
  BlockQuote: 'Div',
  Quote: 'Span',
  Note: 'FENote',
  TOC: 'L',
  TOCI: 'LI',
  Reference: 'Span',
};

/** What leads to a page from an entry of a table of contents: in PDF 2.0 an entry is an item of a list, which has a body. */
export const ENTRY_BODY = { house: 'ContentsReference', standard: 'LBody' } as const;

/** The standard type of a role. */
export const standardRole = (role: StructureRole): string => ROLE_MAP[role] ?? role;
