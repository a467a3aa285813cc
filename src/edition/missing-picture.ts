import { sniffDataAddress } from '../core/foreign-format.ts';

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

/** How a picture that is in no folder is told (GA208), whether a manifest or an article asks for it. */
export function missingPictureFault(
  reference: string,
  meant: string | null,
): { readonly message: string; readonly hint?: string } {
  return {
    message: `there is no picture "${reference}" in the issue, in its images/, or in the paper`,
    ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
  };
}

/** How a picture that is written as a `data:` address in place of a file is told. */
export function dataPictureFault(address: string): { readonly message: string; readonly hint: string } {
  const format = sniffDataAddress(address);
  const what = format === null ? '' : `, and is ${format.name}`;
  const save = 'Save the picture as a file in images/ and write its name here.';
  return {
    message: `a picture is written out as data (${address.slice(0, 24)}…)${what}; only files are set`,
    hint: format?.asPicture ?? save,
  };
}
