import { reportFault } from '../../diagnostics/context.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FrontMatterResult, PortraitFields } from '../../manifest/front-matter.ts';
import type { ArticlePortrait } from '../article.ts';
import type { StoryScope } from '../story-scope.ts';
import { readAlt } from './alt-text.ts';
import { findPicture } from './picture-file.ts';
import { reportNameless } from './story-picture.ts';

const NOTHING: PortraitFields = { file: null, alt: null, decorative: null, focus: null };

const ALT_OF_PORTRAIT =
  'Under portrait: add alt: and what the picture shows; or decorative: true, where the byline says all.';
const ALT_OF_TRANSLATION =
  'The portrait comes from the first language, its alt text does not: write under portrait: an alt: in this language.';

/**
 * The portrait of the story's author: that of the front matter, of which a translation inherits file, `decorative` and
 * `focus`;
 * else, for a story with a label (opinion, column, review), the paper's own of the name that stands in the byline.
 * Reports GA207–GA210, GA218, GA242 for a portrait without a byline to stand at, and GA245 for one that names no file.
 */
export function readPortrait(
  own: FrontMatterResult | null,
  original: FrontMatterResult | null,
  scope: StoryScope,
): ArticlePortrait | null {
  const fieldOf = (name: 'byline' | 'label'): string | null =>
    own?.values[name] ?? original?.values[name] ?? null;
  const byline = fieldOf('byline');
  const given = own?.values.portrait ?? NOTHING;
  const inherited = given.file === null ? (original?.values.portrait ?? NOTHING) : NOTHING;
  const reference = given.file ?? inherited.file;
  if (reference === null) {
    reportNameless('portrait', own, scope);
    return byline === null || fieldOf('label') === null ? null : portraitOf(byline, scope.edition);
  }
  const at = own?.spanOf(given.file === null ? ['portrait'] : ['portrait', 'file']) ?? null;
  const place = at ?? { file: scope.file, start: 0, end: 0 };
  if (byline === null) {
    const message = `the portrait "${reference}" has no byline to stand at`;
    reportFault(scope.context, 'GA242', { message, span: place });
  }
  const path = findPicture(reference, place, scope);
  const isDecorative = given.decorative ?? inherited.decorative ?? false;
  const hint = given.file === null ? ALT_OF_TRANSLATION : ALT_OF_PORTRAIT;
  const alt = readAlt({ reference, alt: given.alt, isDecorative, at: place, hint }, scope);
  const focus = given.focus ?? inherited.focus;
  return path === null ? null : { file: path, alt, decorative: isDecorative, focus, at };
}

function portraitOf(byline: string, { portraits, spans }: Edition): ArticlePortrait | null {
  const found = portraits.find(({ name }) => isAuthorNamed(byline, name));
  if (found === undefined) return null;
  const at = spans[`portraits.${found.name}.picture`] ?? null;
  const { file, alt, focus } = found;
  return { file, alt, decorative: alt === null, focus, at };
}

/** Whether a byline is a name, or a word such as "By" or "Von" and the name. */
export function isAuthorNamed(typedByline: string, typedName: string): boolean {
  const [byline, name] = [level(typedByline), level(typedName)];
  if (byline === name) return true;
  const before = byline.slice(0, -name.length - 1);
  return byline === `${before} ${name}` && before !== '' && !before.includes(' ');
}

/** What two names are compared by. */
const level = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim();
