import type { FoundText } from './article-tail.ts';
import type { IssueLine } from './issue-line.ts';
import { readIssueLine } from './issue-line.ts';
import type { TypedBlock } from './typed-block.ts';
import { joinLines } from './typed-block.ts';

/** What stands over an article. */
export type ArticleHead = {
  readonly kicker: FoundText | null;
  readonly headline: FoundText | null;
  readonly deck: FoundText | null;
  readonly byline: FoundText | null;
  readonly issueLine: (IssueLine & FoundText) | null;
  readonly body: readonly TypedBlock[];
};

/** The issue line stands among the first blocks; a longer head than this is no head. */
const MAX_HEAD_BLOCKS = 8;

/** Takes the head off an article's blocks: topic line, headline, deck, the line with paper, number and date, byline. */
export function takeHead(blocks: readonly TypedBlock[], language: string): ArticleHead {
  const units = blocks.slice(0, MAX_HEAD_BLOCKS).map((block) => splitAtIssueLine(block, language));
  const index = units.findIndex((unit) => unit.issueLine !== null);
  const issueLine = units[index]?.issueLine ?? null;
  const before = issueLine === null ? [] : [...blocks.slice(0, index), ...(units[index]?.before ?? [])];
  const after = issueLine === null ? blocks : [...(units[index]?.after ?? []), ...blocks.slice(index + 1)];
  const hasHeadBefore = before.length > 0 && before.every((block) => joinLines(block).length <= MAX_HEAD);
  const heads = hasHeadBefore ? before.map(found) : takeShortLines(after);
  const rest = hasHeadBefore ? after : [...before, ...after.slice(heads.length)];
  const { byline, remaining } = takeByline(heads);
  const bodyByline = byline === null ? takeByline(rest.slice(0, 1).map(found)).byline : null;
  return {
    ...nameHeads(remaining.slice(0, 3)),
    byline: byline ?? bodyByline,
    issueLine,
    body: [...remaining.slice(3).map(asBlock), ...(bodyByline === null ? rest : rest.slice(1))],
  };
}

/** Characters of the longest headline or deck. */
const MAX_HEAD = 300;
/** Characters of a headline that is told from a paragraph by its look alone. */
const MAX_LINE = 120;

type Unit = {
  readonly before: readonly TypedBlock[];
  readonly issueLine: (IssueLine & FoundText) | null;
  readonly after: readonly TypedBlock[];
};

/** A block of several lines may hold headline, issue line and byline together. */
function splitAtIssueLine(block: TypedBlock, language: string): Unit {
  const lines = block.lines.length > 6 ? [] : block.lines.map((line) => readIssueLine(line, language));
  const index = lines.findIndex((line) => line !== null);
  const issueLine = lines[index] ?? null;
  if (issueLine === null) return { before: [], issueLine: null, after: [] };
  const single = (text: string, offset: number): TypedBlock => ({ lines: [text], line: block.line + offset });
  const rest = block.lines.slice(index + 1);
  return {
    before: block.lines.slice(0, index).map(single),
    issueLine: { ...issueLine, text: block.lines[index] ?? '', line: block.line + index },
    after: rest.length === 0 ? [] : [{ lines: rest, line: block.line + index + 1 }],
  };
}

/** One or two title-like lines before the first paragraph: topic line and headline, or the headline alone. */
function takeShortLines(blocks: readonly TypedBlock[]): readonly FoundText[] {
  const first = blocks.slice(0, 3).map(found);
  const count = first.findIndex(({ text }) => !isTitle(text) && !isByline(text));
  return first.slice(0, count < 0 ? first.length : count);
}

function isTitle(text: string): boolean {
  return text.length <= MAX_LINE && !/[.,;:]["'”’»)]*$/u.test(text);
}

const isByline = (text: string): boolean => text.length <= 80 && /^(?:By|Por)\s+\p{Lu}[^.]*$/u.test(text);

function takeByline(heads: readonly FoundText[]): {
  readonly byline: FoundText | null;
  readonly remaining: readonly FoundText[];
} {
  const byline = heads.find(({ text }) => isByline(text)) ?? null;
  return { byline, remaining: heads.filter((head) => head !== byline) };
}

function nameHeads(heads: readonly FoundText[]): Pick<ArticleHead, 'kicker' | 'headline' | 'deck'> {
  const [first = null, second = null, third = null] = heads;
  if (second === null) return { kicker: null, headline: first, deck: null };
  return { kicker: first, headline: second, deck: third };
}

function found(block: TypedBlock): FoundText {
  return { text: joinLines(block), line: block.line };
}

function asBlock(text: FoundText): TypedBlock {
  return { lines: [text.text], line: text.line };
}
