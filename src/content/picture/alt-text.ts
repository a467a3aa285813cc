import type { Span } from '../../core/origin.ts';
import { reportFault } from '../../diagnostics/context.ts';
import { reportEscapedControls, type StoryScope } from '../story-scope.ts';

/** What an author gave for the readers who do not see a picture. */
export type AltSource = {
  readonly reference: string;
  readonly alt: string | null;
  readonly isDecorative: boolean;
  readonly at: Span | null;
  /** How to mend it where it stands: in the body, or in the front matter. */
  readonly hint: string;
};

/** The alt text, null for a decorative picture. Reports GA207 for neither, GA218 for both and GA215; never makes one up. */
export function readAlt(source: AltSource, scope: StoryScope): string | null {
  const alt = source.alt?.trim() ?? '';
  reportEscapedControls([{ text: alt, at: source.at, isProtected: true, language: null }], scope);
  if (alt === '' && !source.isDecorative) {
    reportFault(scope.context, 'GA207', {
      message: `the picture "${source.reference}" has no alt text, and does not say that it is decorative`,
      hint: source.hint,
      span: source.at,
    });
    return null;
  }
  if (alt !== '' && source.isDecorative) {
    reportFault(scope.context, 'GA218', {
      message: `the picture "${source.reference}" is called decorative and has an alt text too`,
      span: source.at,
    });
  }
  return source.isDecorative ? null : alt;
}
