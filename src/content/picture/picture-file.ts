import type { Span } from '../../core/origin.ts';
import { reportFault } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { StoryScope } from '../story-scope.ts';

/** Endings of the formats that galley sets. */
const ALLOWED: readonly string[] = ['jpg', 'jpeg', 'png', 'webp'];

const CONVERT_PHOTOGRAPH = 'Save it as JPEG (File > Export in any picture program) and name that file here.';
const CONVERT_DRAWING =
  'Export it as PNG, at least 2000 pixels wide for a full page, and name that file here.';

/** How to convert what people send instead of a picture. */
const REFUSED: Readonly<Record<string, string>> = {
  heic: CONVERT_PHOTOGRAPH,
  heif: CONVERT_PHOTOGRAPH,
  tif: CONVERT_PHOTOGRAPH,
  tiff: CONVERT_PHOTOGRAPH,
  bmp: CONVERT_PHOTOGRAPH,
  psd: CONVERT_PHOTOGRAPH,
  avif: CONVERT_PHOTOGRAPH,
  gif: 'Save it as PNG and name that file here; of an animation only one picture can be printed.',
  svg: CONVERT_DRAWING,
  eps: CONVERT_DRAWING,
  ai: CONVERT_DRAWING,
  pdf: 'Save the page or picture you want as PNG or JPEG (pdftoppm -r 300 -png does it) and name that file here.',
  doc: 'Save the picture out of the document as JPEG or PNG and name that file here.',
  docx: 'A DOCX file is a ZIP: take the picture out of its folder word/media and name that file here.',
};

/** The absolute path of a picture that may be set, or null after GA208, GA209 or GA210. */
export function findPicture(reference: string, at: Span | null, scope: StoryScope): string | null {
  const ending = endingOf(reference);
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(reference)) return refuseOutside(reference, at, scope);
  if (!ALLOWED.includes(ending)) {
    reportFault(scope.context, 'GA210', {
      message:
        ending === ''
          ? `the picture "${reference}" has no ending; a file ending in .${ALLOWED.join(', .')} is wanted`
          : `the picture "${reference}" is a ${ending.toUpperCase()} file; JPEG, PNG or WebP is wanted`,
      hint: REFUSED[ending] ?? CONVERT_PHOTOGRAPH,
      span: at,
    });
    return null;
  }
  return lookUp(reference, at, scope);
}

/** In small letters, without its dot; empty without one. */
const endingOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

function lookUp(reference: string, at: Span | null, scope: StoryScope): string | null {
  const found = scope.assets.resolve(reference);
  if (found.kind === 'found') return found.path;
  if (found.kind === 'outside') return refuseOutside(reference, at, scope);
  const decoded = decodePercents(reference);
  if (found.kind === 'missing' && decoded !== reference) return lookUp(decoded, at, scope);
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const names = scope.assets.names().filter((known) => ALLOWED.includes(endingOf(known)));
  const meant = found.kind === 'missing' ? suggest(name, names) : null;
  reportFault(scope.context, 'GA208', {
    message:
      found.kind === 'missing'
        ? `there is no picture "${reference}" in the issue, in its images/, or in the paper`
        : `"${reference}" is a folder or a device, and no picture`,
    ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
    span: at,
  });
  return null;
}

function refuseOutside(reference: string, at: Span | null, scope: StoryScope): null {
  reportFault(scope.context, 'GA209', {
    message: `the picture "${reference}" lies outside the folders of this issue and its paper`,
    span: at,
  });
  return null;
}

/** `pier%203.jpg`, as editors insert it. A broken escape stays as typed. */
function decodePercents(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
