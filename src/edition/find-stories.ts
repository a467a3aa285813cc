import { sniffFileFormat, type FileFormat } from '../core/foreign-format.ts';
import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { createAssetStore, type AssetStore } from '../host/asset-store.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import type { Host } from '../host/host.ts';
import { reportUnreadable } from '../host/report-unreadable.ts';
import { LANGUAGE_TAG } from '../manifest/article-schema.ts';
import { languageFault } from '../manifest/language-codes.ts';
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

/** Stories of one language in one issue; the largest newspapers have some hundreds. */
const MAX_STORIES = 2_000;

/** Where the articles of an issue are looked for. */
export type StoryPlaces = {
  readonly folder: string;
  readonly languages: readonly string[];
  /** The line of the manifest that names a story, or null. */
  readonly askedAt: (id: string) => Span | null;
};

/**
 * Reads the articles of an issue: `articles/<id>.md`, which belongs to the edition in the first language, and
 * `articles/<id>.<language>.md`. (`language` in the front matter says what language the text is in, not where it goes.)
 * Reports GA101 and GA102 for files that are no text, GA134 for two files that are one story, GA135 for what is left
 * out and for an empty file that the manifest does not name, GA142 for links that lead elsewhere, GA993 for what cannot be read, GA241 for too many;
 * GA239 for a document of a word processor, where the manifest names its story.
 */
export function findStories(places: StoryPlaces, host: Host, context: Context): StoryFiles {
  const articles = `${places.folder}/articles`;
  const store = createAssetStore(host, [places.folder]);
  const reading: Reading = { places, host, store, context };
  const found: StoryFile[] = [];
  const others: string[] = [];
  for (const name of listArticles(articles, reading)) {
    const file = `${articles}/${name}`;
    if (name.startsWith('.')) continue;
    if (host.fileKind(file) === 'folder') {
      reportFolder(name, reading);
      continue;
    }
    if (!MARKDOWN.test(name)) {
      others.push(name);
      continue;
    }
    const parts = splitName(name, { file, languages: places.languages }, context);
    if (parts === null) continue;
    // A file that cannot be read is reported, and its story exists all the same: nothing else misses it.
    const isInside = store.resolve(`articles/${name}`).kind === 'found';
    const text = isInside ? readArticle({ ...parts, file }, reading) : refuse(name, file, context);
    if (text !== null && isNothing(text) && places.askedAt(parts.id) === null) {
      reportFault(context, 'GA135', { message: `${name} is empty`, hint: EMPTY_HINT, span: startOf(file) });
      continue;
    }
    found.push({ ...parts, file, text: text ?? '' });
  }
  const known = new Set(found.map(({ id }) => foldName(id)));
  return groupStories([...found, ...others.flatMap((name) => readOther(name, known, reading))], context);
}

/** Articles in a folder of articles/ are read by nobody. */
function reportFolder(name: string, reading: Reading): void {
  const inside = articlesIn(`articles/${name}`, DEEPEST, reading);
  const [first] = inside;
  if (first === undefined) return;
  const others = inside.length === 1 ? '' : ` and ${inside.length - 1} more`;
  reportFault(reading.context, 'GA135', {
    message: `the folder ${name}/ in articles/ is not read; ${first}${others} ${others === '' ? 'stands' : 'stand'} in it`,
    hint: 'Move the articles into articles/ itself; `sections:` in issue.yaml orders them.',
    span: startOf(`${reading.places.folder}/articles/${name}`),
  });
}

/** Folders in folders that are looked into: a link may lead into a circle. */
const DEEPEST = 4;

/** Names of Markdown files in a folder and those in it. */
function articlesIn(folder: string, depth: number, reading: Reading): readonly string[] {
  const { places, host, store } = reading;
  if (depth === 0 || store.resolve(folder).kind === 'outside') return [];
  return host.listFolder(`${places.folder}/${folder}`).flatMap((name) => {
    if (name.startsWith('.')) return [];
    const path = `${folder}/${name}`;
    if (host.fileKind(`${places.folder}/${path}`) === 'folder') return articlesIn(path, depth - 1, reading);
    return MARKDOWN.test(name) ? [name] : [];
  });
}

const EMPTY_HINT = 'Write the story into it, or take the file away: until then it is no story.';

/** A file that was made to be written later; a story without text that has a field or a line is one (GA214). */
function isNothing(text: string): boolean {
  return text.trim() === '';
}

const MARKDOWN = /\.md$/i;

/** Nothing of a folder that leads elsewhere, or that holds more than an issue can have. */
function listArticles(articles: string, { places, host, store, context }: Reading): readonly string[] {
  if (store.resolve('articles').kind === 'outside') {
    refuse('articles', articles, context);
    return [];
  }
  const names = host.listFolder(articles);
  const most = MAX_STORIES * places.languages.length;
  if (names.length <= most) return names;
  const message = `articles/ has ${names.length} files; at most ${most} are read`;
  reportFault(context, 'GA241', { message, span: startOf(articles) });
  return [];
}

type Reading = {
  readonly places: StoryPlaces;
  readonly host: Host;
  readonly store: AssetStore;
  readonly context: Context;
};

/** What articles are written in, and what they come out of; a picture or an archive in articles/ is only left out. */
const WRITTEN: ReadonlySet<string> = new Set([
  'doc',
  'docx',
  'odt',
  'rtf',
  'pages',
  'indesign',
  'html',
  'webarchive',
  'pdf',
]);

/** A file that is no Markdown: left out with a warning, or an error where its story would be lost. */
function readOther(name: string, known: ReadonlySet<string>, reading: Reading): readonly StoryFile[] {
  const { places, store, context } = reading;
  const file = `${places.folder}/articles/${name}`;
  const lookup = store.resolve(`articles/${name}`);
  const format = lookup.kind === 'found' ? sniffFileFormat(store.readStart(file) ?? new Uint8Array()) : null;
  const stem = name.replace(/\.[^.]*$/, '');
  const isWritten = format !== null && WRITTEN.has(format.id);
  const parts = isWritten ? splitName(`${stem}.md`, { file, languages: places.languages }, context) : null;
  if (format === null || parts === null || known.has(foldName(parts.id))) {
    if (parts !== null || !isWritten) leaveOut(file, `${name} does not end in .md`, context);
    return [];
  }
  refuseForeign({ ...parts, file }, format, reading);
  return [{ ...parts, file, text: '' }];
}

/** Where the manifest asks for the story, else at the file itself. */
function refuseForeign(story: Omit<StoryFile, 'text'>, format: FileFormat, reading: Reading): null {
  const own = startOf(story.file);
  const asked = reading.places.askedAt(story.id);
  reportFault(reading.context, 'GA239', {
    message: `${baseName(story.file)} is ${format.name}; an article is a text file that ends in .md`,
    hint: format.asText,
    span: asked ?? own,
    related: asked === null ? [] : [{ message: 'the file', span: own }],
  });
  return null;
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
  if (stem === undefined) return leaveOut(place.file, `${name} has no name before its ending`, context);
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/.test(stem)) {
    return leaveOut(
      place.file,
      `the name of ${JSON.stringify(name)} has a character in it that no name should have`,
      context,
    );
  }
  const suffix = /^(.+)\.([^.]+)$/.exec(stem);
  const [, id = stem, tag = ''] = suffix ?? [];
  const language = languageOf(tag, place.languages);
  if (language !== undefined) return { id, language };
  // A dot may belong to the name (`notes.v2`); two letters or a region after it are meant as a language.
  const isTag = /^[a-z]{2}$/i.test(tag) || (tag.includes('-') && LANGUAGE_TAG.test(tag));
  if (!isTag) return { id: stem, language: place.languages[0] ?? 'en' };
  reportFault(context, 'GA135', {
    message: `${name} is in \`${tag}\`, and the languages of the issue are ${place.languages.join(', ')}`,
    hint: hintForTag(id, tag, place.languages),
    span: startOf(place.file),
  });
  return null;
}

/** The language of the issue that a tag names: itself, else the only one of its regions (`en` where `en-GB` is wanted). */
function languageOf(tag: string, languages: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase();
  const own = languages.find((each) => each.toLowerCase() === wanted);
  const regions = regionsOf(tag, languages);
  return own ?? (wanted !== '' && regions.length === 1 ? regions[0] : undefined);
}

/** The languages of the issue that are regions of another: `en-GB` and `en-US` of `en`. */
const regionsOf = (tag: string, languages: readonly string[]): readonly string[] =>
  languages.filter((each) => each.toLowerCase().startsWith(`${tag.toLowerCase()}-`));

function hintForTag(id: string, tag: string, languages: readonly string[]): string {
  const names = regionsOf(tag, languages).map((region) => `${id}.${region}.md`);
  if (names.length > 0) return `Rename it with the region whose text it is: ${names.join(', ')}.`;
  if (languageFault(tag) !== null)
    return `\`${tag}\` is the code of no language: name the file with one of the issue, as ${id}.${languages[0] ?? 'en'}.md.`;
  return `Write \`${tag}\` into \`languages:\`, where the issue is to have it; else take the file away.`;
}

function leaveOut(file: string, message: string, context: Context): null {
  reportFault(context, 'GA135', { message, span: startOf(file) });
  return null;
}

function refuse(name: string, file: string, context: Context): null {
  reportFault(context, 'GA142', {
    message: `${name} is not of this issue: a link that leads out of its folder or nowhere, or a device`,
    hint: 'Copy the articles themselves into articles/.',
    span: startOf(file),
  });
  return null;
}

function readArticle(story: Omit<StoryFile, 'text'>, reading: Reading): string | null {
  const { file } = story;
  const { host, context } = reading;
  const bytes = host.readFile(file);
  if (bytes === null) {
    reportUnreadable({ file, why: host.whyUnreadable(file) }, null, context);
    return null;
  }
  const format = sniffFileFormat(bytes);
  if (format !== null) return refuseForeign(story, format, reading);
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
