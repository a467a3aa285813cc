import type { Token } from 'markdown-it';
import type { Span } from '../../core/origin.ts';
import { reportFault } from '../../diagnostics/context.ts';
import type { MarkupElement, MarkupNode } from '../../markup/markup-tree.ts';
import { readAlt } from './alt-text.ts';
import { parseAttributes } from '../markdown/attribute-block.ts';
import { readLine } from '../fields.ts';
import { attributesOf } from '../markdown/markdown-parser.ts';
import { findPicture } from './picture-file.ts';
import { setText, type StoryScope } from '../story-scope.ts';

/** The picture of a paragraph that holds nothing else; null for any other paragraph. */
export function findLonePicture(inline: Token): Token | null {
  const children = (inline.children ?? []).filter((child) => !isBlank(child));
  const [first] = children;
  return children.length === 1 && first?.type === 'image' ? first : null;
}

/** The pictures of a paragraph that holds nothing but two or more of them; null for any other paragraph. */
export function findPictureRow(inline: Token): readonly Token[] | null {
  const children = (inline.children ?? []).filter((child) => !isBlank(child));
  return children.length > 1 && children.every(({ type }) => type === 'image') ? children : null;
}

function isBlank(token: Token): boolean {
  return token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === '');
}

/** Where a picture of the body stands: its paragraph, the name of its file in it, and its braces. */
export type PicturePlaces = { readonly at: Span; readonly address: Span; readonly braces: Span };

/**
 * Finds the parts of a picture in its paragraph, alone there or between two offsets; `locate` gives the place of an offset
 * in `content`.
 */
export function picturePlaces(
  picture: Token,
  paragraph: { readonly content: string; readonly at: Span; readonly from?: number; readonly to?: number },
  locate: (offset: number) => number,
): PicturePlaces {
  const { content, at, from = 0, to = content.length } = paragraph;
  const find = (part: string | null): Span => {
    const start = part === null || part === '' ? -1 : content.lastIndexOf(part, to - 1);
    if (start < from) return at;
    return { file: at.file, start: locate(start), end: locate(start) + (part ?? '').length };
  };
  return { at, address: find(String(picture.attrGet('src') ?? '')), braces: find(attributesOf(picture)) };
}

/**
 * A picture of the body as `figure`: `img`, and a `figcaption` with `span.cutline` and `span.credit` where given.
 * The caption is one node of words; a space stands between cutline and credit.
 * Null when its file cannot be set. Reports GA207–GA210, GA212 and GA218.
 */
export function buildFigure(
  picture: Token,
  { at, address, braces }: PicturePlaces,
  scope: StoryScope,
  nextNode: () => string,
): MarkupElement | null {
  const reference = String(picture.attrGet('src') ?? '');
  const attributes = readPictureAttributes(picture, braces, scope);
  const path = findPicture(reference, address, scope);
  // A name with spaces or brackets stands between angles, as Markdown has it.
  const written = /[\s()]/.test(reference) ? `<${reference}>` : reference;
  const hint = `Write what it shows in the brackets: ![…](${written}); or {decorative} behind it, if it tells nothing.`;
  const isDecorative = attributes['decorative'] === 'true';
  const alt = readAlt({ reference, alt: plainText(picture), isDecorative, at, hint }, scope);
  if (path === null) return null;
  const image = element('img', { src: path, alt: alt ?? '' }, [], address);
  const title = picture.attrGet('title');
  const lines = [
    ['cutline', title === null ? '' : String(title)],
    ['credit', attributes['credit'] ?? ''],
  ] as const;
  const caption = buildCaption(lines, at, scope, nextNode);
  const figure = insetAttributes(attributes['inset'], scope);
  return element('figure', figure, caption === null ? [image] : [image, caption], at);
}

function buildCaption(
  lines: readonly (readonly [string, string])[],
  at: Span,
  scope: StoryScope,
  nextNode: () => string,
): MarkupElement | null {
  const given = lines.filter(([, text]) => text.trim() !== '');
  if (given.length === 0) return null;
  const node = nextNode();
  const children: MarkupNode[] = [];
  let offset = 0;
  for (const [name, text] of given) {
    if (offset > 0) {
      children.push({ kind: 'text', text: ' ', source: { owner: scope.id, node, offset }, at: null });
      offset += 1;
    }
    const set = setText(readLine({ text, at }, scope), { node, offset, continuesQuote: false }, scope);
    children.push(element('span', { class: name }, set.nodes, at));
    offset += set.text.length;
  }
  return element('figcaption', {}, children, at);
}

/** What may stand in the braces of a picture, and the values it may have; null is any text. */
const PICTURE_WORDS: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['credit', null],
  ['decorative', ['true', 'false']],
  ['inset', ['left', 'right']],
]);

/** A picture that text runs round has a class for the side of the page, and one for the side of the reading. */
function insetAttributes(
  side: string | undefined,
  { edition }: StoryScope,
): Readonly<Record<string, string>> {
  if (side !== 'left' && side !== 'right') return {};
  const isStart = (side === 'left') === (edition.direction === 'ltr');
  return { class: `inset-${isStart ? 'start' : 'end'} inset-${side}` };
}

function readPictureAttributes(
  picture: Token,
  at: Span,
  scope: StoryScope,
): Readonly<Record<string, string>> {
  const braces = attributesOf(picture);
  const values = braces === null ? {} : (parseAttributes(braces, 0)?.values ?? {});
  for (const [key, value] of Object.entries(values)) {
    const allowed = PICTURE_WORDS.get(key);
    if (allowed === null || allowed?.includes(value) === true) continue;
    const message =
      allowed === undefined
        ? `a picture has no attribute "${key}"`
        : `${key} is ${allowed.join(' or ')}, not "${value}"`;
    reportFault(scope.context, 'GA212', {
      message,
      hint: 'Behind a picture may stand {credit="…"}, {decorative}, {inset=left} and {inset=right}; the cutline is the quoted text in the parentheses.',
      span: at,
    });
  }
  return values;
}

/** The alt text without its markup. */
function plainText(picture: Token): string {
  return (picture.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly MarkupNode[],
  at: Span | null,
): MarkupElement {
  return { kind: 'element', name, attributes, children, at };
}
