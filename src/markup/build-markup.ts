import { Tokenizer, type ParserError, type Token, type TokenHandler } from 'parse5';
import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { checkAttribute, checkElement, checkNesting } from './check-element.ts';
import type { MarkupElement, MarkupNode, MarkupTree } from './markup-tree.ts';
import { parsePlace, PLACE_ATTRIBUTE } from './place-attribute.ts';
import { ELEMENTS } from './vocabulary.ts';

/** What to parse. */
type MarkupSource = { readonly html: string; readonly file: string; readonly isDocument: boolean };

/** An element whose end tag has not come yet. */
type OpenElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Span | null;
  readonly children: MarkupNode[];
};

/*
 * The tree is built from parse5's tokens and not by its tree builder: HTML's own rules close paragraphs, move
 * table content and drop tags without a word, which would set matter elsewhere than the template says.
 *
 * Invariant: when nothing is reported, writing the tree out again gives the tags of the source in their order.
 */

/** Builds the tree of {@link parseMarkup} and `parseDocument`; codes as there. */
export function buildMarkup(source: MarkupSource, context: Context): MarkupTree {
  const builder = createBuilder(source, context);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, builder.handler);
  tokenizer.write(source.html, true);
  return { kind: 'tree', children: builder.finish() };
}

type Builder = { readonly handler: TokenHandler; readonly finish: () => readonly MarkupNode[] };

function createBuilder(source: MarkupSource, context: Context): Builder {
  const root: MarkupNode[] = [];
  const open: OpenElement[] = [];
  const ownPlace = (token: Token.Token): Span | null => placeOf(token.location, source.file);
  // Places in a rendered template are the template's; offsets into the rendered text would mislead.
  const isRendered = source.html.includes(WRITTEN_START);
  let lastPlace: Span | null = null;
  const placeNear = (own: Span | null): Span | null => (isRendered ? (open.at(-1)?.at ?? lastPlace) : own);

  const append = (node: MarkupNode): void => void (open.at(-1)?.children ?? root).push(node);
  const close = (): void => {
    const element = open.pop();
    if (element !== undefined) append({ kind: 'element', ...element });
  };
  const addText = (token: Token.CharacterToken): void => {
    const siblings = open.at(-1)?.children ?? root;
    const last = siblings.at(-1);
    if (last?.kind === 'text') siblings[siblings.length - 1] = { ...last, text: last.text + token.chars };
    else append({ kind: 'text', text: token.chars, source: null, at: placeNear(ownPlace(token)) });
  };
  const startElement = (token: Token.TagToken): void => {
    const written = token.attrs.find((attribute) => attribute.name === PLACE_ATTRIBUTE);
    const place = written === undefined ? null : parsePlace(written.value);
    const at = place ?? placeNear(ownPlace(token));
    lastPlace = at;
    checkElement(token.tagName, at, context);
    const attributes = readAttributes(token, at, context);
    const parent = open.at(-1);
    if (parent !== undefined) checkNesting({ parent: parent.name, child: token.tagName, at }, context);
    open.push({ name: token.tagName, attributes, at, children: [] });
    if (ELEMENTS.get(token.tagName) === 'void') close();
    else if (token.selfClosing) {
      reportSelfClosed(token.tagName, at, context);
      close();
    }
  };
  const endElement = (token: Token.TagToken): void => {
    const depth = open.findLastIndex((element) => element.name === token.tagName);
    if (depth < 0) {
      reportStrayEnd(token.tagName, placeNear(ownPlace(token)), context);
      return;
    }
    while (open.length > depth + 1) {
      reportUnclosed(open.at(-1), context);
      close();
    }
    close();
  };
  const ignore = (): void => undefined;
  const handler: TokenHandler = {
    onStartTag: startElement,
    onEndTag: endElement,
    onCharacter: addText,
    onWhitespaceCharacter: addText,
    onNullCharacter: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
    onParseError: (error) => reportSyntax(error, { source, near: placeNear }, context),
  };
  return {
    handler,
    finish: () => {
      while (open.length > 0) {
        reportUnclosed(open.at(-1), context);
        close();
      }
      return source.isDocument ? documentElement(root, source.file, context) : root;
    },
  };
}

function placeOf(location: Token.Location | null, file: string): Span | null {
  return location === null ? null : { file, start: location.startOffset, end: location.endOffset };
}

function readAttributes(
  token: Token.TagToken,
  at: Span | null,
  context: Context,
): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of token.attrs) {
    if (name === PLACE_ATTRIBUTE) continue;
    if (checkAttribute({ element: token.tagName, name, value, at }, context)) attributes[name] = value;
  }
  return attributes;
}

/** The one `html` element of a document; white space around it is no matter. */
function documentElement(
  nodes: readonly MarkupNode[],
  file: string,
  context: Context,
): readonly MarkupNode[] {
  const matter = nodes.filter((node) => node.kind === 'element' || node.text.trim() !== '');
  const roots = matter.filter(
    (node): node is MarkupElement => node.kind === 'element' && node.name === 'html',
  );
  if (roots.length !== 1 || matter.length !== 1) {
    const span = matter.find((node) => node !== roots[0])?.at ?? { file, start: 0, end: 0 };
    reportFault(context, 'GA313', {
      message: `the document has ${roots.length} html elements and ${matter.length - roots.length} other nodes at its root, not one html element alone`,
      hint: 'Put everything into <html><head>…</head><body>…</body></html>.',
      span,
    });
  }
  return roots.length === 0 ? matter : roots.slice(0, 1);
}

function reportSelfClosed(name: string, span: Span | null, context: Context): void {
  reportFault(context, 'GA312', {
    message: `<${name}/> is closed in its own tag; HTML reads that as an open tag, and what follows would stand inside it`,
    hint: `Write <${name}></${name}>.`,
    span,
  });
}

function reportStrayEnd(name: string, span: Span | null, context: Context): void {
  const isVoid = ELEMENTS.get(name) === 'void';
  reportFault(context, 'GA313', {
    message: isVoid
      ? `</${name}> is no end tag: ${name} holds nothing`
      : `</${name}> closes nothing that is open`,
    hint: isVoid ? `Write <${name}> alone.` : `Take it away, or write the start tag <${name}> before it.`,
    span,
  });
}

function reportUnclosed(element: OpenElement | undefined, context: Context): void {
  if (element === undefined) return;
  reportFault(context, 'GA313', {
    message: `<${element.name}> has no end tag of its own`,
    hint: `Write </${element.name}> where it ends, inside the element that holds it.`,
    span: element.at,
  });
}

/** What needs no report: it is told better elsewhere, or does no harm. */
const QUIET: ReadonlySet<string> = new Set([
  'non-void-html-element-start-tag-with-trailing-solidus',
  'unexpected-question-mark-instead-of-tag-name',
  'control-character-in-input-stream',
  'noncharacter-in-input-stream',
  'surrogate-in-input-stream',
]);

const WRITTEN_START = ` ${PLACE_ATTRIBUTE}="`;

/** A tag that begins with the place written into it. */
const PLACED_TAG = new RegExp(`^<[^\\s<>]+${WRITTEN_START}([^"]*)"`);

/** The place of the tag that an offset lies in, as it was written there; null outside of tags, and in an end tag. */
function placeOfTag(html: string, offset: number): Span | null {
  const start = html.lastIndexOf('<', offset - 1);
  if (start < 0 || html.slice(start, offset).includes('>')) return null;
  const written = PLACED_TAG.exec(html.slice(start, start + 5000))?.[1] ?? '';
  return parsePlace(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

/** The author did not write it. */
const WRITTEN_PLACE = new RegExp(` ${PLACE_ATTRIBUTE}="[^"]*"?`, 'g');

type SyntaxPlace = { readonly source: MarkupSource; readonly near: (own: Span | null) => Span | null };

const REFERENCE_HINT = 'Write the character itself; for & write &amp;.';

/** A reference is looked for so far behind the tag before it. */
const REACH = 5000;

/** The character reference that a fault at some place is about. */
function referenceAt(html: string, at: number): string | null {
  const start = html.lastIndexOf('&', at);
  return start < 0 ? null : (/^&#?\w*;?/.exec(html.slice(start, start + 40))?.[0] ?? null);
}

function reportSyntax(error: ParserError, place: SyntaxPlace, context: Context): void {
  if (QUIET.has(error.code)) return;
  const { html, file } = place.source;
  const start = Math.max(0, error.startOffset);
  const before = html
    .slice(Math.max(0, start - 300), start)
    .replace(WRITTEN_PLACE, '')
    .slice(-12);
  const after = html
    .slice(start, start + 300)
    .replace(WRITTEN_PLACE, '')
    .slice(0, 12);
  const excerpt = `${before}${after}`.replaceAll(/\s+/g, ' ').trim();
  const span = placeOfTag(html, start) ?? place.near({ file, start, end: Math.max(start, error.endOffset) });
  const reference = error.code.includes('character-reference') ? referenceAt(html, start) : null;
  reportFault(context, 'GA314', {
    message: `the HTML is not well formed (${error.code.replaceAll('-', ' ')}) near "${excerpt}"`,
    ...(reference === null || span === null
      ? { span }
      : { span: { ...span, end: span.end + REACH }, sought: reference, hint: REFERENCE_HINT }),
  });
}
