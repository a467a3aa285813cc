import type { Token } from 'markdown-it';
import type { Span } from '../core/origin.ts';
import { findControls } from '../core/stray-characters.ts';
import type { Context } from '../diagnostics/context.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import type { Edition, StorySource } from '../edition/edition.ts';
import type { AssetStore } from '../host/asset-store.ts';
import type { FrontMatter } from '../manifest/front-matter.ts';
import type { Article, ArticleField } from './article.ts';
import { availabilityLine } from './availability.ts';
import { fieldNodes } from './article-words.ts';
import { startBody } from './body-state.ts';
import { buildBody, buildNotes } from './build-body.ts';
import { collectDefinitions, type Definitions } from './definitions.ts';
import { checkRepeats } from './directive/repeat-pull-quote.ts';
import { createExpansionFinder } from './expansions.ts';
import { readField, type TypedLine } from './fields.ts';
import { createReferenceFinder } from './issue-references.ts';
import { MAX_NESTING, parseBlocks } from './markdown/markdown-parser.ts';
import { blockDepth, nestBlocks, type Block } from './markdown/nest-blocks.ts';
import { indexLines, type SourceLines } from './markdown/source-lines.ts';
import { takeComments, type Comment } from './markdown/take-comments.ts';
import { createNoteRegister } from './notes.ts';
import { splitFrontMatter, type SplitArticle } from './split-front-matter.ts';
import { readPortrait } from './picture/portrait.ts';
import { readStoryPicture, typedLine } from './picture/story-picture.ts';
import type { StoryScope } from './story-scope.ts';
import { findNoteMarks } from './stray-marks.ts';
import { reportTypedByline } from './typed-byline.ts';
import { typographyRules } from './typography/typography-rules.ts';

/** Bytes of one article: 5 MB are some 800,000 words. */
const MAX_BYTES = 5_000_000;

/** Characters of one paragraph; a page of a broadsheet has some 20,000. */
const MAX_PARAGRAPH = 500_000;

/** Languages written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/**
 * Parses one story: front matter and Markdown to fields and a body tree, with typography and cross-references.
 *
 * Reports GA200–GA250; whatever the faults, an article comes back that holds what could be read.
 */
export function parseArticle(
  source: StorySource,
  edition: Edition,
  assets: AssetStore,
  outer: Context,
): Article {
  const context = watchErrors(outer);
  const text = checkText(source, context);
  const split = splitFrontMatter(text, source.file, context);
  const original = readOriginal(source);
  const { markdown, comments } = takeComments(text.slice(split.bodyStart));
  reportComments(comments, indexLines(source.file, text, split.bodyStart), context);
  const lines = indexLines(source.file, text, split.bodyStart, linesOf(comments));
  const blocks = readBlocks(markdown, lines, context);
  const definitions = collectDefinitions(blocks, lines);
  const scope = createScope({ source, split, definitions }, edition, { assets, context });
  const values = split.frontMatter?.values ?? null;
  const heading = (values?.headline ?? null) === null ? findHeadline(blocks, values !== null) : null;
  const field = (name: keyof FrontMatter & string, inherits = false): ArticleField | null => {
    const own = typedLine(split.frontMatter, [name], textOf(values, name));
    return readField(
      name,
      own ?? (inherits ? typedLine(original, [name], textOf(original?.values ?? null, name)) : null),
      scope,
    );
  };
  const headline =
    heading === null ? field('headline') : readField('headline', typedHeading(heading, lines), scope);
  const bodyBlocks = heading === null ? blocks : blocks.filter((block) => block !== heading);
  const state = startBody({ lines, hasHeadline: headline !== null }, scope);
  const read: Article = {
    id: source.id,
    section: source.section,
    language: scope.language,
    languageAt: split.frontMatter?.spanOf(['language']) ?? null,
    direction: directionOf(scope.language, edition),
    file: source.file,
    label: readField('label', labelLine(split, original, edition), scope),
    kind: kindOf(split, original, edition),
    kicker: field('kicker'),
    headline,
    deck: field('deck'),
    byline: field('byline', true),
    dateline: field('dateline'),
    picture: readStoryPicture(split.frontMatter, original, scope),
    portrait: readPortrait(split.frontMatter, original, scope),
    body: buildBody(bodyBlocks, state),
    tagline: field('tagline'),
    availability: field('availability') ?? readField('availability', patternLine(source, edition), scope),
    changes: scope.changes,
  };
  // Marks of notes stand in every field, so the notes come when all are read.
  const article = { ...read, body: [...read.body, ...buildNotes(state)] };
  scope.expansions.reportUnused();
  checkRepeats(state.repeats, fieldNodes(article), scope);
  reportTypedByline(article, bodyBlocks, { lines, context });
  // An article that could not be read is not an empty one.
  if (!context.hasError()) reportEmpty({ article, source, split }, bodyBlocks.length === 0, context);
  return article;
}

/** Passes reports on, and remembers whether one was an error. */
function watchErrors(outer: Context): Context & { readonly hasError: () => boolean } {
  let hasError = false;
  return {
    hasError: () => hasError,
    report: (diagnostic) => {
      hasError ||= diagnostic.severity === 'error';
      outer.report(diagnostic);
    },
  };
}

type ScopeSource = {
  readonly source: StorySource;
  readonly split: SplitArticle;
  readonly definitions: Definitions;
};

function createScope(
  { source, split, definitions }: ScopeSource,
  edition: Edition,
  { assets, context }: { readonly assets: AssetStore; readonly context: Context },
): StoryScope {
  const language = split.frontMatter?.values.language ?? source.language;
  const typography = split.frontMatter?.values.typography ?? edition.typography;
  const rules = typography === 'source' ? null : typographyRules(language, edition.locale);
  const references = createReferenceFinder(edition);
  return {
    id: source.id,
    file: source.file,
    language,
    edition,
    assets,
    context,
    rules,
    references,
    expansions: createExpansionFinder(edition.expansions, definitions.expansions, context),
    notes: createNoteRegister(definitions.notes, context),
    changes: [],
    typedControls: new Set(
      findControls(source.text + (source.original?.text ?? '')).map(({ character }) => character),
    ),
    noteMarks: findNoteMarks(source.text),
  };
}

/** The text when it may be read, else nothing. Reports GA200 and GA215. */
function checkText(source: StorySource, context: Context): string {
  const { file, text } = source;
  const bytes = text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    const message = `this article has ${(bytes / 1e6).toFixed(1)} MB of text; at most ${MAX_BYTES / 1e6} MB are read`;
    reportFault(context, 'GA200', { message, span: { file, start: 0, end: 0 } });
    return '';
  }
  for (const { offset, name } of findControls(text)) {
    reportFault(context, 'GA215', {
      message: `the invisible control character ${name} stands in the text`,
      span: { file, start: offset, end: offset + 1 },
    });
  }
  return text;
}

/** The first language's front matter; its faults are reported where that language is parsed. */
function readOriginal(source: StorySource): SplitArticle['frontMatter'] {
  if (source.original === null) return null;
  return splitFrontMatter(source.original.text, source.original.file, createCollector()).frontMatter;
}

/** Reports GA202; markdown-it drops what stands deeper, so an article that comes near the limit is refused. */
function readBlocks(markdown: string, lines: SourceLines, context: Context): readonly Block[] {
  const tokens = parseBlocks(markdown);
  const long = tokens.filter((token) => token.type === 'inline' && token.content.length > MAX_PARAGRAPH);
  for (const token of long) {
    reportFault(context, 'GA240', {
      message: `this paragraph has ${token.content.length} characters; at most ${MAX_PARAGRAPH} are set`,
      span: startOf(lines.blockSpan(...(token.map ?? [0, 1]))),
    });
  }
  if (long.length > 0 || reportLongWords(tokens, lines, context)) return [];
  if (blockDepth(tokens) < MAX_NESTING) return nestBlocks(tokens);
  const deep = tokens.find((token) => token.level >= MAX_NESTING - 1 && token.map !== null);
  reportFault(context, 'GA202', {
    message: `lists or quotations stand more than ${MAX_NESTING} deep in one another`,
    span: lines.blockSpan(...(deep?.map ?? [0, 1])),
  });
  return [];
}

/** What an author notes for himself or others is no part of the story. Reports GA217. */
function reportComments(comments: readonly Comment[], lines: SourceLines, context: Context): void {
  for (const { lines: at, isOpen } of comments) {
    const count = at[1] - at[0];
    const what = count === 1 ? 'a comment is left out' : `a comment of ${count} lines is left out`;
    reportFault(context, 'GA217', {
      message: isOpen ? `${what}; what opens it is not closed, and the line below is printed` : what,
      ...(isOpen ? { hint: 'Close it on the same line, or leave a line empty below it.' } : {}),
      span: lines.blockSpan(...at),
    });
  }
}

const linesOf = (comments: readonly Comment[]): ReadonlySet<number> =>
  new Set(
    comments.flatMap(({ lines: [from, to] }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    ),
  );

/** Reports GA243. Scripts that write words without spaces may break their lines anywhere: they have none. */
function reportLongWords(tokens: readonly Token[], lines: SourceLines, context: Context): boolean {
  const long = tokens.flatMap((token) => {
    const found = token.type !== 'inline' || token.content.length <= MAX_WORD ? null : findLong(token);
    return found === null ? [] : [{ token, ...found }];
  });
  for (const { token, letters, address } of long) {
    const [message, hint] =
      address === null
        ? [`a word of ${letters} letters stands in this paragraph; at most ${MAX_WORD} are set`, null]
        : [
            `an address of ${address} characters is printed in this paragraph; a part of it has ${letters} letters, and at most ${MAX_WORD} are set`,
            ADDRESS_HINT,
          ];
    reportFault(context, 'GA243', {
      message,
      ...(hint === null ? {} : { hint }),
      span: startOf(lines.blockSpan(...(token.map ?? [0, 1]))),
    });
  }
  return long.length > 0;
}

const ADDRESS_HINT =
  'Print a short address or a few words, and link them: [the map](https://harbour.example/map).';

/** The longest word that is set, when it is too long, and the length of the address that it is a part of. */
function findLong({ children }: Token): { readonly letters: number; readonly address: number | null } | null {
  // Where a link leads to is not set.
  const text = (children ?? [])
    .map(({ type, content }) => (type === 'text' ? content : type.endsWith('break') ? ' ' : ''))
    .join('');
  let longest: RegExpExecArray | null = null;
  for (const match of text.matchAll(WORD))
    if (match[0].length > (longest?.[0].length ?? MAX_WORD)) longest = match;
  if (longest === null) return null;
  const letters = longest[0].length;
  let start = longest.index;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1;
  const around = /^\S*/.exec(text.slice(start))?.[0] ?? '';
  return {
    letters,
    address: /^\W*(?:[a-z][a-z0-9+.-]*:|www\.|[^\s@]+@)/i.test(around) ? around.length : null,
  };
}

/** Most letters of a word: lines are broken between any two of them where nothing else can be done. */
const MAX_WORD = 20_000;
const WORD =
  /(?:(?![\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;

/**
 * The heading that is the headline when the front matter gives none: the first block if it is a heading (of one #,
 * where there is front matter: there a ## may be meant as a subhead), else the first heading of one #.
 */
function findHeadline(blocks: readonly Block[], hasFrontMatter: boolean): Block | null {
  const isHeading = (block: Block | undefined): block is Block => block?.token.type === 'heading_open';
  const [first] = blocks;
  if (!hasFrontMatter && isHeading(first)) return first;
  return blocks.find((block) => isHeading(block) && block.token.tag === 'h1') ?? null;
}

/** A long place is shown by its beginning. */
const startOf = ({ file, start }: Span): Span => ({ file, start, end: start });

function typedHeading(heading: Block, lines: SourceLines): TypedLine {
  return { text: heading.inline?.content ?? '', at: lines.blockSpan(...heading.lines) };
}

function textOf(values: FrontMatter | null, name: keyof FrontMatter): string | null {
  const value = values?.[name];
  return typeof value === 'string' ? value : null;
}

/** The word of the locale that a label is looked up by; null for a label in words of its own, and without one. */
function kindOf(split: SplitArticle, original: SplitArticle['frontMatter'], edition: Edition): string | null {
  const typed = split.frontMatter?.values.label ?? original?.values.label ?? null;
  const kind = typed?.trim().toLowerCase() ?? '';
  return Object.hasOwn(edition.locale.words, `label-${kind}`) ? kind : null;
}

/** `opinion` in the edition's language; any other text as typed. A translation takes the kind, never words. */
function labelLine(
  split: SplitArticle,
  original: SplitArticle['frontMatter'],
  edition: Edition,
): TypedLine | null {
  const own = typedLine(split.frontMatter, ['label'], split.frontMatter?.values.label ?? null);
  const kind = kindOf(split, original, edition);
  const word = kind === null ? undefined : edition.locale.words[`label-${kind}`];
  return word === undefined ? own : { text: word, at: own?.at ?? null };
}

function patternLine(source: StorySource, edition: Edition): TypedLine | null {
  const text = availabilityLine(source, edition);
  return text === null ? null : { text, at: edition.spans['availability'] ?? null };
}

function directionOf(language: string, edition: Edition): 'ltr' | 'rtl' {
  if (language === edition.language) return edition.direction;
  return RIGHT_TO_LEFT.includes(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

/** Fields at the head of the text: the line with --- over them is missing, or another stands before it. */
const FIELD_FIRST = /^\s*(?:---\s*)?(?:headline|kicker|deck|byline|label|dateline|language|picture):/;
const MARKS_MISSING =
  'Its fields are read as text: the first line of the file is ---, then come the fields, then another line of ---.';

function reportEmpty(
  { article, source, split }: Pick<ScopeSource, 'source' | 'split'> & { readonly article: Article },
  hasNoBody: boolean,
  context: Context,
): void {
  const span = { file: article.file, start: 0, end: 0 };
  // A drawing is a story by itself.
  const hasNoText = hasNoBody && article.picture === null;
  if (hasNoText) {
    const message =
      article.headline === null
        ? 'this story has neither a headline nor text'
        : 'this story has no text: its head is set alone';
    reportFault(context, 'GA214', { message, span });
  } else if (article.headline === null) {
    const isUnread = split.frontMatter === null && FIELD_FIRST.test(source.text);
    const hint = isUnread ? { hint: MARKS_MISSING } : {};
    reportFault(context, 'GA213', { message: 'this story has no headline', ...hint, span });
  }
}
