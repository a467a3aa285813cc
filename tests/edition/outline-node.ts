import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** A piece of a finished file as others read it: `role` of a structure element, or the name of an HTML element. */
export type OutlineNode = {
  readonly role: string;
  /** Of an HTML element; empty in a PDF. */
  readonly className: string;
  readonly children: readonly (OutlineNode | string)[];
};

/** All text of a piece. Elements are parted by a space: no word of a test runs over the edge of one. */
export function textOf(node: OutlineNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : ` ${textOf(child)} `)).join('');
}

/** The text of a piece with each run of white space as one space. */
export function plainTextOf(node: OutlineNode): string {
  return textOf(node).replace(/\s+/gu, ' ').trim();
}

/** Every piece of a role, itself included, in reading order. */
export function findRole(node: OutlineNode, role: RegExp): readonly OutlineNode[] {
  const own = role.test(node.role) ? [node] : [];
  return [
    ...own,
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : findRole(child, role))),
  ];
}

/**
 * The tree that `pdfinfo -struct-text` prints: roles with their indentation, a quoted line for each text, and lines
 * of attributes that begin with a slash.
 */
export function readStructText(output: string): OutlineNode {
  const root = { role: 'StructTreeRoot', className: '', children: [] as (OutlineNode | string)[] };
  const open: { depth: number; node: typeof root }[] = [{ depth: -1, node: root }];
  for (const line of output.split('\n')) {
    const depth = line.search(/\S/);
    if (depth < 0 || line.charAt(depth) === '/') continue;
    while (open.length > 1 && (open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const parent = open.at(-1)?.node ?? root;
    const text = /^\s*"(.*)"$/u.exec(line)?.[1];
    if (text !== undefined) parent.children.push(text);
    else {
      const node = { role: /[A-Za-z0-9]+/.exec(line)?.[0] ?? '', className: '', children: [] };
      parent.children.push(node);
      open.push({ depth, node });
    }
  }
  return root;
}

/** The body of an XHTML document as a browser would read it. */
export function readXhtml(text: string): OutlineNode {
  const body = findElement(parse(text), 'body');
  if (body === null) throw new Error('the document has no body');
  return outlineOf(body);
}

function findElement(
  node: DefaultTreeAdapterTypes.ParentNode,
  name: string,
): DefaultTreeAdapterTypes.Element | null {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = child.tagName === name ? child : findElement(child, name);
    if (found !== null) return found;
  }
  return null;
}

function outlineOf(element: DefaultTreeAdapterTypes.Element): OutlineNode {
  const className = element.attrs.find(({ name }) => name === 'class')?.value ?? '';
  const children = element.childNodes.flatMap((child): (OutlineNode | string)[] => {
    if ('tagName' in child) return [outlineOf(child)];
    return 'value' in child ? [child.value] : [];
  });
  return { role: element.tagName, className, children };
}
