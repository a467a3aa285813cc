/** What a PDF is made for: to download, to keep, for the press, and the next standard. */
export type PdfProfile = 'screen' | 'archive' | 'print' | 'next';

/** Every profile, in the order in which files are made and listed. */
export const PDF_PROFILES: readonly PdfProfile[] = ['screen', 'archive', 'print', 'next'];

/** Profiles in their own order, each once. */
export const sortProfiles = (wanted: readonly PdfProfile[]): readonly PdfProfile[] =>
  PDF_PROFILES.filter((profile) => wanted.includes(profile));

/** A PDF's name: the edition's for screen, with the profile behind it for the others, and what its pages were laid out as. */
export function pdfNameOf(fileStem: string, profile: PdfProfile, layout: string | null = null): string {
  const parts = [fileStem, profile === 'screen' ? null : profile, layout].filter((part) => part !== null);
  return `${parts.join('-')}.pdf`;
}
