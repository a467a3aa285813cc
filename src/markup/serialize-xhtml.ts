import type { MarkupElement, MarkupNode } from './markup-tree.ts';
import { ELEMENTS } from './vocabulary.ts';

/** How a document begins. */
export type XhtmlOptions = {
  /** Writes the XML declaration first. */
  readonly declaration?: boolean;
  /** Writes `<!DOCTYPE html>` before the first element. */
  readonly doctype?: boolean;
};

const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
const EPUB_NAMESPACE = 'http://www.idpf.org/2007/ops';

/**
 * Writes nodes as well-formed XHTML: void elements closed in themselves, every attribute quoted and escaped,
 * characters that XML forbids left out. An `html` element gets the XHTML namespace, and the EPUB one where an
 * `epub:` attribute needs it, when it does not carry them. Attributes whose name is no XML name are left out.
 *
 * @example
 * serializeXhtml([{ kind: 'element', name: 'br', attributes: {}, children: [], at: null }]) // '<br/>'
 */
export function serializeXhtml(nodes: readonly MarkupNode[], options: XhtmlOptions = {}): string {
  const parts: string[] = [];
  if (options.declaration === true) parts.push('<?xml version="1.0" encoding="UTF-8"?>\n');
  if (options.doctype === true) parts.push('<!DOCTYPE html>\n');
  for (const node of nodes) writeNode(node, parts);
  return parts.join('');
}

function writeNode(node: MarkupNode, parts: string[]): void {
  if (node.kind === 'text') {
    parts.push(escapeText(node.text));
    return;
  }
  parts.push(`<${node.name}`);
  for (const [name, value] of Object.entries(withNamespaces(node))) {
    if (isXmlName(name)) parts.push(` ${name}="${escapeAttribute(value)}"`);
  }
  if (node.children.length === 0 && ELEMENTS.get(node.name) === 'void') {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of node.children) writeNode(child, parts);
  parts.push(`</${node.name}>`);
}

function withNamespaces(element: MarkupElement): Readonly<Record<string, string>> {
  if (element.name !== 'html') return element.attributes;
  const attributes: Record<string, string> = { xmlns: XHTML_NAMESPACE };
  const declaresEpub = element.attributes['xmlns:epub'] !== undefined;
  if (!declaresEpub && usesEpubPrefix(element)) attributes['xmlns:epub'] = EPUB_NAMESPACE;
  return { ...attributes, ...element.attributes };
}

function usesEpubPrefix(element: MarkupElement): boolean {
  return (
    Object.keys(element.attributes).some((name) => name.startsWith('epub:')) ||
    element.children.some((child) => child.kind === 'element' && usesEpubPrefix(child))
  );
}

const isXmlName = (name: string): boolean => /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/.test(name);

// XML 1.0 §2.2 Char, less the C1 controls, which no text needs. Lone surrogates are no characters.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character);

const escapeAttribute = (value: string): string =>
  value.replace(FORBIDDEN, '').replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character);
