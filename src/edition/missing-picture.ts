/** Files whose names begin so are in no folder: in a draft they stand for pictures that are missing. */
const MISSING = '@missing/';

/** The file that stands for a missing picture in a draft, by the reference to it. */
export function missingPicture(reference: string): string {
  return `${MISSING}${reference}`;
}

/** Whether a file is one of {@link missingPicture}. */
export function isMissingPicture(file: string): boolean {
  return file.startsWith(MISSING);
}
