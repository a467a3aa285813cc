import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { createAssetStore } from '../host/asset-store.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import type { Host } from '../host/host.ts';
import { LANGUAGE_TAG } from '../manifest/article-schema.ts';
import { decodeText } from '../schema/decode-text.ts';
import { foldName } from './slug.ts';

/** One article file, read. */
export type StoryFile = {
  readonly id: string;
  readonly language: string;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
};

/** The stories of an issue: by id, then by language; ids in order of their code points. */
export type StoryFiles = ReadonlyMap<string, ReadonlyMap<string, StoryFile>>;

/** Bytes of one article; 5 MB are some 800,000 words. */
const MAX_ARTICLE_BYTES = 5_000_000;

/**
 * Reads the articles of an issue: `articles/<id>.md`, which belongs to the edition in the first language, and
 * `articles/<id>.<language>.md`. (`language` in the front matter says what language the text is in, not where it goes.)
 * Reports GA101 and GA102 for files that are no text, GA134 for two files that are one story, GA135 for what is left
 * out, GA142 for what cannot be read.
 */
export function findStories(
  folder: string,
  languages: readonly string[],
  host: Host,
  context: Context,
): StoryFiles {
  const articles = `${folder}/articles`;
  const store = createAssetStore(host, [folder]);
  const found: StoryFile[] = [];
  for (const name of host.listFolder(articles)) {
    const file = `${articles}/${name}`;
    if (name.startsWith('.') || host.fileKind(file) === 'folder') continue;
    const parts = splitName(name, { file, languages }, context);
    if (parts === null) continue;
    // A file that cannot be read is reported, and its story exists all the same: nothing else misses it.
    const isInside = store.resolve(`articles/${name}`).kind === 'found';
    const text = isInside ? readArticle(host, file, context) : refuse(name, file, context);
    found.push({ ...parts, file, text: text ?? '' });
  }
  return groupStories(found, context);
}

function startOf(file: string): Span {
  return { file, start: 0, end: 0 };
}

type NamePlace = { readonly file: string; readonly languages: readonly string[] };

function splitName(
  name: string,
  place: NamePlace,
  context: Context,
): { id: string; language: string } | null {
  const stem = /^(.+)\.md$/i.exec(name)?.[1]?.normalize('NFC');
  if (stem === undefined) return leaveOut(place.file, `${name} does not end in .md`, context);
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/.test(stem)) {
    return leaveOut(
      place.file,
      `the name of ${JSON.stringify(name)} has a character in it that no name should have`,
      context,
    );
  }
  const suffix = /^(.+)\.([^.]+)$/.exec(stem);
  const [, id = stem, tag = ''] = suffix ?? [];
  const language = place.languages.find((each) => each.toLowerCase() === tag.toLowerCase());
  if (language !== undefined) return { id, language };
  // A dot may belong to the name (`notes.v2`); two letters or a region after it are meant as a language.
  const isTag = /^[a-z]{2}$/i.test(tag) || (tag.includes('-') && LANGUAGE_TAG.test(tag));
  if (!isTag) return { id: stem, language: place.languages[0] ?? 'en' };
  return leaveOut(
    place.file,
    `${name} is in \`${tag}\`, and the languages of the issue are ${place.languages.join(', ')}`,
    context,
  );
}

function leaveOut(file: string, message: string, context: Context): null {
  reportFault(context, 'GA135', { message, span: startOf(file) });
  return null;
}

function refuse(name: string, file: string, context: Context): null {
  reportFault(context, 'GA142', {
    message: `${name} is no file of this issue: a link that leads out of its folder or nowhere, or a device`,
    hint: 'Copy the article itself into articles/.',
    span: startOf(file),
  });
  return null;
}

function readArticle(host: Host, file: string, context: Context): string | null {
  const bytes = host.readFile(file);
  if (bytes === null) {
    reportFault(context, 'GA142', { message: 'this article cannot be read', span: startOf(file) });
    return null;
  }
  if (bytes.length > MAX_ARTICLE_BYTES) {
    const message = `this article has ${bytes.length} bytes; at most ${MAX_ARTICLE_BYTES} are read`;
    reportFault(context, 'GA102', { message, span: startOf(file) });
    return null;
  }
  return decodeText(bytes, file, context);
}

function groupStories(files: readonly StoryFile[], context: Context): StoryFiles {
  const names = new Map<string, string>();
  const stories = new Map<string, Map<string, StoryFile>>();
  for (const file of [...files].sort(
    (a, b) => compareCodePoints(a.id, b.id) || compareCodePoints(a.file, b.file),
  )) {
    const folded = foldName(file.id);
    const id = names.get(folded) ?? file.id;
    names.set(folded, id);
    const versions = stories.get(id) ?? new Map<string, StoryFile>();
    const twin = versions.get(file.language) ?? (id === file.id ? undefined : [...versions.values()][0]);
    if (twin === undefined) {
      stories.set(id, versions.set(file.language, file));
      continue;
    }
    reportFault(context, 'GA134', {
      message: `${baseName(twin.file)} and ${baseName(file.file)} are both the story \`${id}\`${twin.language === file.language ? ` in \`${file.language}\`` : ''}`,
      span: startOf(file.file),
      related: [{ message: 'the other file', span: startOf(twin.file) }],
    });
  }
  return stories;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
