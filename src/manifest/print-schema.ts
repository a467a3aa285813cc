import { LENGTH, LENGTH_WANTED } from '../schema/parse-length.ts';
import { choice, either, fields, flag, list, optional, pattern, text, type Shape } from '../schema/shape.ts';

/** A kind of PDF, as manifests and the command line name it. */
export type ProfileName = 'screen' | 'archive' | 'print' | 'next';

/** `print:` of a manifest. */
export type PrintFields = {
  readonly profile: string | null;
  readonly grey: boolean | null;
  readonly bleed: string | null;
  readonly marks: boolean | null;
  readonly slug: boolean | null;
  readonly pad: string | null;
  readonly ink: string | null;
  readonly resolution: string | null;
  readonly creep: string | null;
};

const profile: Shape<ProfileName> = choice(
  ['screen', 'archive', 'print', 'next'],
  'screen to download, archive to keep, print for the press, next for PDF/A-4',
);

/** `profiles:` of either manifest. */
export const PROFILES_SHAPE: Shape<readonly ProfileName[] | ProfileName> = either(
  list(profile, 'a list of screen, archive, print and next'),
  profile,
  'one of screen, archive, print and next, or a list of them',
);

/** `print:` of either manifest. */
export const PRINT_SHAPE: Shape<PrintFields> = fields<PrintFields>(
  {
    profile: optional(text('the ICC profile of the press, a file in the paper’s folder')),
    grey: optional(flag('true prints everything in black ink')),
    bleed: optional(pattern(LENGTH, LENGTH_WANTED)),
    marks: optional(flag('true draws crop and registration marks')),
    slug: optional(flag('true sets a line with file and page outside the trim')),
    pad: optional(
      pattern(
        /^(?:[1-9]|1[0-6]|refuse)$/,
        'what the page count must be a multiple of, such as 4, or refuse for an error where it is none of 4',
      ),
    ),
    ink: optional(pattern(/^(?:[1-9]\d|[123]\d\d|400)$/, 'the most ink in one place in percent, 10 to 400')),
    resolution: optional(
      pattern(/^[1-9]\d{1,3}$/, 'the least pixels an inch that pictures need, such as 150'),
    ),
    creep: optional(pattern(LENGTH, LENGTH_WANTED)),
  },
  'a map with profile, grey, bleed, marks, slug, pad, ink, resolution and creep',
);
