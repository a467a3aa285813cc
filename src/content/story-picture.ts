import type { FrontMatterResult } from '../manifest/front-matter.ts';
import { readAlt } from './alt-text.ts';
import type { ArticlePicture } from './article.ts';
import type { TypedLine } from './fields.ts';
import { readField } from './fields.ts';
import { findPicture } from './picture-file.ts';
import type { StoryScope } from './story-scope.ts';

/**
 * The picture of the front matter. A translation inherits file, credit and `decorative` from its original, never alt
 * or cutline. Null without one, and when its file cannot be set. Reports GA207–GA210 and GA218.
 */
export function readStoryPicture(
  own: FrontMatterResult | null,
  original: FrontMatterResult | null,
  scope: StoryScope,
): ArticlePicture | null {
  const [given, inherited] = [own?.values.picture ?? null, original?.values.picture ?? null];
  const reference = given?.file ?? inherited?.file ?? null;
  if (reference === null) return null;
  const isOwnFile = given !== null && given.file !== null;
  const at = (isOwnFile ? own?.spanOf(['picture', 'file']) : own?.spanOf(['picture'])) ?? null;
  const place = at ?? { file: scope.file, start: 0, end: 0 };
  const path = findPicture(reference, place, scope);
  const isDecorative = given?.decorative ?? (isOwnFile ? false : (inherited?.decorative ?? false));
  const hint = isOwnFile
    ? 'Under picture: add alt: and what the picture shows; or decorative: true, if it tells nothing.'
    : 'The picture comes from the first language, its alt text does not: write under picture: an alt: in this language.';
  const alt = readAlt({ reference, alt: given?.alt ?? null, isDecorative, at: place, hint }, scope);
  if (path === null) return null;
  const credit = typedLine(own, ['picture', 'credit'], given?.credit ?? null);
  const inheritedCredit = isOwnFile
    ? null
    : typedLine(original, ['picture', 'credit'], inherited?.credit ?? null);
  return {
    file: path,
    alt,
    decorative: isDecorative,
    cutline: readField('cutline', typedLine(own, ['picture', 'cutline'], given?.cutline ?? null), scope),
    credit: readField('credit', credit ?? inheritedCredit, scope),
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
