/** An element of an XML document. */
export type XmlElement = {
  /** Namespace, empty for none. */
  readonly space: string;
  readonly prefix: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Character data directly in it, joined. */
  readonly text: string;
};

/** An attribute; those that declare namespaces are left out. */
export type XmlAttribute = {
  readonly space: string;
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
};

type Open = XmlElement & {
  readonly children: XmlElement[];
  text: string;
  readonly tag: string;
  readonly spaces: ReadonlyMap<string, string>;
};

const NAME = '[A-Za-z_\\u00c0-\\uffff][\\w.\\-\\u00b7-\\uffff]*';
const TAG = new RegExp(`<(?:(?:${NAME}):)?${NAME}(?=[\\s/>])`, 'y');
const ATTRIBUTE = new RegExp(`\\s+((?:${NAME}:)?${NAME})\\s*=\\s*("[^"<]*"|'[^'<]*')`, 'y');
const END = new RegExp(`</((?:${NAME}:)?${NAME})\\s*>`, 'y');
const SKIPPED = /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>/y;
const DEEPEST = 100;

/**
 * Reads XML 1.0 with namespaces, without document types.
 *
 * @returns the outermost element, or in words why it is not well-formed.
 */
export function readXml(source: string): XmlElement | string {
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next < 0 ? source.length : next);
    const added = addText(open.at(-1), text);
    if (added !== null) return `${added} at character ${at}`;
    if (next < 0) break;
    at = next;
    if (skip(match, open.at(-1))) continue;
    const end = match(END);
    if (end !== null) {
      const closed = open.pop();
      if (closed?.tag !== end[1]) return `</${end[1] ?? ''}> closes nothing at character ${next}`;
      if (open.length === 0) root = closed ?? null;
      continue;
    }
    if (root !== null) return `a second element begins at character ${next}`;
    const opened = openElement(match, open.at(-1));
    if (typeof opened === 'string' || open.length > DEEPEST)
      return `${typeof opened === 'string' ? opened : 'too deep nesting'} at character ${next}`;
    open.at(-1)?.children.push(opened);
    if (source.startsWith('/>', at)) {
      at += 2;
      if (open.length === 0) root = opened;
    } else if (source.startsWith('>', at)) {
      at += 1;
      open.push(opened);
    } else return `a tag has no end at character ${at}`;
  }
  if (open.length > 0) return `<${open.at(-1)?.tag ?? ''}> is not closed`;
  return root ?? 'there is no element';
}

/** Steps over a comment, an instruction or a section of character data, which is text. */
function skip(match: (pattern: RegExp) => RegExpExecArray | null, holder: Open | undefined): boolean {
  const skipped = match(SKIPPED);
  if (skipped?.[1] !== undefined && holder !== undefined) holder.text += skipped[1];
  return skipped !== null;
}

function addText(holder: Open | undefined, text: string): string | null {
  const plain = undoEntities(text);
  if (plain === null) return '& begins no entity';
  if (holder !== undefined) holder.text += plain;
  else if (/[^\s\ufeff\0]/.test(plain)) return 'text stands outside of the element';
  return null;
}

function openElement(
  match: (pattern: RegExp) => RegExpExecArray | null,
  parent: Open | undefined,
): Open | string {
  const tag = match(TAG)?.[0].slice(1);
  if (tag === undefined) return '< begins no tag';
  const written = new Map<string, string>();
  for (let found = match(ATTRIBUTE); found !== null; found = match(ATTRIBUTE)) {
    const value = undoEntities((found[2] ?? '').slice(1, -1));
    const name = found[1] ?? '';
    if (value === null) return '& begins no entity';
    if (written.has(name)) return `${name} is written twice`;
    written.set(name, value);
  }
  match(/\s*/y);
  const spaces = new Map(parent?.spaces ?? [['xml', 'http://www.w3.org/XML/1998/namespace']]);
  for (const [name, value] of written)
    if (name === 'xmlns' || name.startsWith('xmlns:')) spaces.set(name.slice(6), value);
  const [prefix, name] = split(tag);
  const space = spaces.get(prefix);
  if (space === undefined && prefix !== '') return `the prefix ${prefix} is not declared`;
  const attributes: XmlAttribute[] = [];
  for (const [key, value] of written) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    const [own, local] = split(key);
    const found = own === '' ? '' : spaces.get(own);
    if (found === undefined) return `the prefix ${own} is not declared`;
    attributes.push({ space: found, prefix: own, name: local, value });
  }
  return { space: space ?? '', prefix, name, attributes, children: [], text: '', tag, spaces };
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities undone; null where & begins none. */
function undoEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/.test(text)) return null;
  return text.replace(/&(#x?)?(\w+);/g, (whole, kind: string | undefined, word: string) => {
    if (kind === undefined) return NAMED[word] ?? whole;
    const code = Number.parseInt(word, kind === '#x' ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
