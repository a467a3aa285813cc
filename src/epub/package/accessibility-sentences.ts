import type { Words } from '../edition-words.ts';

/** What is true of the book: whether it marks pages, and whether its stories have pictures, all with alternatives. */
export type AccessibilityClaims = {
  readonly hasPageList: boolean;
  readonly hasPictures: boolean;
  readonly hasAlternatives: boolean;
};

/** The accessibility statement, a sentence each, in the edition's language: for its document and for the package. */
export function accessibilitySentences(claims: AccessibilityClaims, words: Words): readonly string[] {
  return [
    words('accessText'),
    ...(claims.hasPageList ? [words('accessPages')] : []),
    ...(claims.hasPictures ? [] : [words('accessNoPictures')]),
    ...(claims.hasPictures && claims.hasAlternatives ? [words('accessPictures')] : []),
    words('accessHazard'),
  ];
}
