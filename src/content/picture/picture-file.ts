import { sniffFileFormat } from '../../core/foreign-format.ts';
import type { Span } from '../../core/origin.ts';
import { reportFault } from '../../diagnostics/context.ts';
import { dataPictureFault, missingPictureFault } from '../../edition/missing-picture.ts';
import { reportUnreadable } from '../../host/report-unreadable.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { StoryScope } from '../story-scope.ts';

/** Endings of files that may be meant by a name that does not exist. */
const ENDINGS: readonly string[] = ['jpg', 'jpeg', 'png', 'webp'];

/**
 * The absolute path of a picture that may be set, or null after GA208, GA209, GA210, GA245 or GA993. What a file is, is told by its
 * first bytes; what nobody knows is left to the decoder.
 */
export function findPicture(reference: string, at: Span | null, scope: StoryScope): string | null {
  if (reference.trim() === '') {
    reportFault(scope.context, 'GA245', { message: 'a picture names no file', span: at });
    return null;
  }
  if (/^data:/i.test(reference)) return refuseData(reference, at, scope);
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(reference)) return refuseOutside(reference, at, scope);
  const path = lookUp(reference, at, scope);
  if (path === null) return null;
  const start = scope.assets.readStart(path);
  if (start === null) {
    reportUnreadable({ file: path, why: scope.assets.whyUnreadable(path) }, at, scope.context);
    return null;
  }
  const format = sniffFileFormat(start);
  if (format === null || format.asPicture === null) return path;
  reportFault(scope.context, 'GA210', {
    message: `the picture "${reference}" is ${format.name}; JPEG, PNG or WebP is wanted`,
    hint: format.asPicture,
    span: at,
  });
  return null;
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
  const names = scope.assets.names().filter((known) => ENDINGS.includes(endingOf(known)));
  const meant = found.kind === 'missing' ? suggest(name, names) : null;
  const fault =
    found.kind === 'missing'
      ? missingPictureFault(reference, meant)
      : { message: `"${reference}" is a folder or a device, and no picture` };
  reportFault(scope.context, 'GA208', { ...fault, span: at });
  return null;
}

function refuseOutside(reference: string, at: Span | null, scope: StoryScope): null {
  reportFault(scope.context, 'GA209', {
    message: `the picture "${reference}" lies outside the folders of this issue and its paper`,
    span: at,
  });
  return null;
}

function refuseData(reference: string, at: Span | null, scope: StoryScope): null {
  reportFault(scope.context, 'GA209', { ...dataPictureFault(reference), span: at });
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
