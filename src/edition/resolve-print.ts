import { pt } from '../core/units.ts';
import type { ManifestFields } from '../manifest/manifest-schema.ts';
import { parseLength } from '../schema/parse-length.ts';
import type { Edition } from './edition.ts';
import { sortProfiles, type PdfProfile } from './profiles.ts';
import type { PrintPlan } from './print-plan.ts';

/** Coldset on newsprint holds 220 to 240 % (ISO 12647-3, 4.3.2.3); above it the sheet smears and shows through. */
const USUAL_INK = 240;

/** Screens of newspapers have 85 to 100 lines an inch, and a halftone wants 1.5 pixels a line at least. */
const USUAL_RESOLUTION = 150;

/** A leaf has two sides. */
const USUAL_PAGES_OF = 2;

/** What is made of an edition, as a manifest says it, and the version of that. */
export const resolveOutputs = (
  values: ManifestFields,
  revised: string | null,
): Pick<Edition, 'profiles' | 'print' | 'revised'> => ({
  profiles: resolveProfiles(values),
  print: resolvePrint(values),
  ...(revised === null ? {} : { revised }),
});

/** The profiles that a manifest asks for; the one for the screen when it says nothing. */
function resolveProfiles(values: ManifestFields): readonly PdfProfile[] {
  const given = values.profiles;
  if (given === null) return ['screen'];
  const wanted = sortProfiles(typeof given === 'string' ? [given] : given);
  return wanted.length === 0 ? ['screen'] : wanted;
}

/** How a manifest wants to be printed, with what it leaves open. */
function resolvePrint(values: ManifestFields): PrintPlan {
  const { print } = values;
  const lengthOf = (text: string | null | undefined): PrintPlan['bleed'] => parseLength(text ?? '') ?? pt(0);
  const pad = print?.pad ?? null;
  return {
    profile: print?.profile ?? null,
    isGrey: print?.grey ?? false,
    bleed: lengthOf(print?.bleed),
    marks: print?.marks ?? false,
    slug: print?.slug ?? false,
    pagesOf: pad === 'refuse' ? 4 : Number(pad ?? USUAL_PAGES_OF),
    isPadded: pad !== 'refuse',
    ink: Number(print?.ink ?? USUAL_INK),
    resolution: Number(print?.resolution ?? USUAL_RESOLUTION),
    creep: lengthOf(print?.creep),
  };
}
