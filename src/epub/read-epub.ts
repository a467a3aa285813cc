import { EPub } from 'epub-gen-memory';
import { createCollector } from '../diagnostics/context.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import type { ReadElement, ReadText } from '../page/read-element.ts';
import { elementsOf, textOf } from './markup-node.ts';

/** One document of a saved EPUB. */
export type ReadDocument = {
  /** Path inside the zip: `OEBPS/story-tunnels.xhtml`. */
  readonly path: string;
  readonly title: string;
  /** What its body holds, in the order of reading; white space between blocks is left out. */
  readonly elements: readonly ReadElement[];
};

/** The zip reader that epub-gen-memory brings along: a second one could differ from what was written. */
class EpubReader extends EPub {
  constructor() {
    super({ title: 'galley' }, []);
  }

  /** The text of an entry; null when the zip has none of that name. */
  async open(bytes: Uint8Array): Promise<(path: string) => Promise<string | null>> {
    const zip = await this.zip.loadAsync(bytes);
    return async (path) => (await zip.file(path)?.async('string')) ?? null;
  }
}

/**
 * Reads the documents of a saved EPUB in spine order: what a reading system is given, not what was meant.
 *
 * @throws Error when the bytes are no EPUB: no zip, or one whose package or documents are missing.
 */
export async function readEpub(bytes: Uint8Array): Promise<readonly ReadDocument[]> {
  const read = await new EpubReader().open(bytes);
  const open = async (path: string): Promise<readonly MarkupNode[]> => {
    const text = await read(path);
    if (text === null) throw new Error(`the EPUB has no file ${path}`);
    return parseXml(text);
  };
  const container = elementsOf(await open('META-INF/container.xml'));
  const packagePath = container.find(({ name }) => name === 'rootfile')?.attributes['full-path'];
  if (packagePath === undefined) throw new Error('META-INF/container.xml names no package');
  const folder = packagePath.slice(0, packagePath.lastIndexOf('/') + 1);
  const documents: ReadDocument[] = [];
  for (const href of spineOf(elementsOf(await open(packagePath)))) {
    documents.push(readDocument(`${folder}${href}`, await open(`${folder}${href}`)));
  }
  return documents;
}

/** Elements of XML by the parser of markup: its faults about names it does not know say nothing here. */
function parseXml(text: string): readonly MarkupNode[] {
  return parseMarkup(text, '', createCollector()).children;
}

function spineOf(elements: readonly MarkupElement[]): readonly string[] {
  const hrefs = new Map(
    elements
      .filter(({ name }) => name === 'item')
      .map(({ attributes }) => [attributes['id'], attributes['href']]),
  );
  return elements
    .filter(({ name }) => name === 'itemref')
    .map(({ attributes }) => hrefs.get(attributes['idref']))
    .filter((href): href is string => href !== undefined);
}

function readDocument(path: string, nodes: readonly MarkupNode[]): ReadDocument {
  const elements = elementsOf(nodes);
  const body = elements.find(({ name }) => name === 'body');
  const title = elements.find(({ name }) => name === 'title');
  const children = body === undefined ? [] : readChildren(body);
  return {
    path,
    title: title === undefined ? '' : textOf(title.children),
    elements: children.filter((child): child is ReadElement => child.kind === 'element'),
  };
}

/** Children in reading order. Between blocks, white space is the writer's and not the author's. */
function readChildren(parent: MarkupElement): readonly (ReadElement | ReadText)[] {
  const holdsText = parent.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  const holdsInline = parent.children.some((child) => child.kind === 'element' && INLINE.has(child.name));
  return parent.children.flatMap((child): readonly (ReadElement | ReadText)[] => {
    if (child.kind === 'element') return [readElement(child)];
    const isBetween = child.text.trim() === '' && !holdsText && (!holdsInline || child.text.includes('\n'));
    return isBetween ? [] : [{ kind: 'text', text: child.text.replace(/\s+/g, ' ') }];
  });
}

const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'em',
  'i',
  'q',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
]);

/**
 * Classes by which the theme tells the parts of a story apart where HTML has no element for them. What the program
 * wrote itself is `generated`: it goes before the others.
 */
const STORY_PARTS: ReadonlySet<string> = new Set(
  'generated kicker headline deck byline dateline cutline credit tagline availability printed-on notice'.split(
    ' ',
  ),
);

const SCOPES: ReadonlyMap<string, 'column' | 'row'> = new Map([
  ['col', 'column'],
  ['colgroup', 'column'],
  ['row', 'row'],
  ['rowgroup', 'row'],
]);

function readElement(element: MarkupElement): ReadElement {
  const { attributes } = element;
  const part = (attributes['class'] ?? '').split(' ').find((name) => STORY_PARTS.has(name));
  // What nobody hears says nothing: only the program may hide what stands elsewhere too.
  const isHidden = attributes['aria-hidden'] === 'true';
  return {
    kind: 'element',
    role: isHidden ? 'generated' : (attributes['role'] ?? part ?? element.name),
    language: attributes['lang'] ?? attributes['xml:lang'] ?? null,
    alt: attributes['alt'] ?? attributes['aria-label'] ?? null,
    expansion: element.name === 'abbr' ? (attributes['title'] ?? null) : null,
    scope: SCOPES.get(attributes['scope'] ?? '') ?? null,
    children: readChildren(element),
  };
}
