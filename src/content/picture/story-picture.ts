import { reportFault } from '../../diagnostics/context.ts';
import type { FrontMatterResult, PictureFields } from '../../manifest/front-matter.ts';
import { readAlt } from './alt-text.ts';
import type { ArticlePicture } from '../article.ts';
import type { TypedLine } from '../fields.ts';
import { readField } from '../fields.ts';
import { findPicture } from './picture-file.ts';
import type { StoryScope } from '../story-scope.ts';

const NOTHING: PictureFields = {
  file: null,
  alt: null,
  decorative: null,
  cutline: null,
  credit: null,
  columns: null,
  focus: null,
  crop: null,
  scale: null,
};

const ALT_OF_PICTURE =
  'Under picture: add alt: and what the picture shows; or decorative: true, if it tells nothing.';
const ALT_OF_TRANSLATION =
  'The picture comes from the first language, its alt text does not: write under picture: an alt: in this language.';

/**
 * The picture of the front matter. A translation inherits file, credit, `decorative` and how it is set from its original,
 * never alt or cutline. Null without one, and when its file cannot be set. Reports GA207–GA210, GA218, and
 * GA245 for one that names no file.
 */
export function readStoryPicture(
  own: FrontMatterResult | null,
  original: FrontMatterResult | null,
  scope: StoryScope,
): ArticlePicture | null {
  const given = own?.values.picture ?? NOTHING;
  const inherited = given.file === null ? (original?.values.picture ?? NOTHING) : NOTHING;
  const reference = given.file ?? inherited.file;
  if (reference === null) return reportNameless('picture', own, scope);
  const at = own?.spanOf(given.file === null ? ['picture'] : ['picture', 'file']) ?? null;
  const place = at ?? { file: scope.file, start: 0, end: 0 };
  const path = findPicture(reference, place, scope);
  const isDecorative = given.decorative ?? inherited.decorative ?? false;
  const hint = given.file === null ? ALT_OF_TRANSLATION : ALT_OF_PICTURE;
  const alt = readAlt({ reference, alt: given.alt, isDecorative, at: place, hint }, scope);
  if (path === null) return null;
  const ownCredit = typedLine(own, ['picture', 'credit'], given.credit);
  return {
    file: path,
    alt,
    decorative: isDecorative,
    cutline: readField('cutline', typedLine(own, ['picture', 'cutline'], given.cutline), scope),
    credit: readField(
      'credit',
      ownCredit ?? typedLine(original, ['picture', 'credit'], inherited.credit),
      scope,
    ),
    columns: given.columns ?? inherited.columns,
    focus: given.focus ?? inherited.focus,
    crop: given.crop ?? inherited.crop,
    scale: given.scale ?? inherited.scale,
    at,
  };
}

/** A field of the front matter with its place. */
export function typedLine(
  source: FrontMatterResult | null,
  path: readonly string[],
  text: string | null,
): TypedLine | null {
  return text === null ? null : { text, at: source?.spanOf(path) ?? null };
}

/** Reports GA245 when the front matter says something of a picture, and no language names its file. */
export function reportNameless(
  key: 'picture' | 'portrait',
  own: FrontMatterResult | null,
  { context }: StoryScope,
): null {
  const given = own?.values[key] ?? null;
  if (given !== null) {
    const message = `\`${key}\` names no \`file\`: nothing is set of it`;
    reportFault(context, 'GA245', { message, span: own?.spanOf([key]) ?? null });
  }
  return null;
}
