/** What a PDF is made for: to download, to keep, for the press, and the next standard. */
export type PdfProfile = 'screen' | 'archive' | 'print' | 'next';

/** Every profile, in the order in which files are made and listed. */
export const PDF_PROFILES: readonly PdfProfile[] = ['screen', 'archive', 'print', 'next'];

/** Profiles in their own order, each once. */
export const sortProfiles = (wanted: readonly PdfProfile[]): readonly PdfProfile[] =>
  PDF_PROFILES.filter((profile) => wanted.includes(profile));

/** A PDF's name: the edition's for screen, with the profile behind it for the others. */
export function pdfNameOf(fileStem: string, profile: PdfProfile): string {
  return profile === 'screen' ? `${fileStem}.pdf` : `${fileStem}-${profile}.pdf`;
}
