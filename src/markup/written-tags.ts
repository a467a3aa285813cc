import { Tokenizer, type Token } from 'parse5';

/** An attribute as a template writes it; `start` and `end` are offsets of its value, or of all of it where that is escaped. */
export type WrittenAttribute = { readonly value: string; readonly start: number; readonly end: number };

/** A start tag of a template. Attributes that are made of fields, wholly or in part, are left out. */
export type WrittenTag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, WrittenAttribute>;
};

/** Stands for what a field will print; no name of a file or a template has it. */
const FIELD = '\uE000';

/** Mustaches that print nothing themselves. */
const PRINTS_NOTHING = /^\{\{~?(?:[#/^!]|else\b)/;

/**
 * The start tags that stand in the text of a template, in their order, by the rules of HTML for quotes and white space.
 * What stands in comments of either kind is none.
 */
export function writtenTags(text: string): readonly WrittenTag[] {
  const tags: WrittenTag[] = [];
  const ignore = (): void => undefined;
  const handler = {
    onStartTag: (token: Token.TagToken) =>
      void tags.push({ name: token.tagName, attributes: attributesOf(token, text) }),
    onEndTag: ignore,
    onCharacter: ignore,
    onWhitespaceCharacter: ignore,
    onNullCharacter: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
  };
  new Tokenizer({ sourceCodeLocationInfo: true }, handler).write(withoutMustaches(text), true);
  return tags;
}

function attributesOf({ attrs, location }: Token.TagToken, text: string): WrittenTag['attributes'] {
  const attributes = new Map<string, WrittenAttribute>();
  for (const { name, value } of attrs) {
    const place = location?.attrs?.[name];
    if (place === undefined || value.includes(FIELD)) continue;
    const end = place.endOffset - (/["']$/.test(text.slice(place.startOffset, place.endOffset)) ? 1 : 0);
    const start = end - value.length;
    const isPlain = text.slice(start, end) === value;
    attributes.set(
      name,
      isPlain ? { value, start, end } : { value, start: place.startOffset, end: place.endOffset },
    );
  }
  return attributes;
}

/** The text with every mustache written over, so that all else keeps its offset. */
function withoutMustaches(text: string): string {
  let masked = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('{{', from);
    const stop = text.startsWith('{{!--', start) || text.startsWith('{{~!--', start) ? '--' : '';
    const found = start < 0 ? -1 : closeOf(text, start + 2, stop);
    if (found < 0) return masked + text.slice(from);
    const mark = PRINTS_NOTHING.test(text.slice(start, start + 10)) ? ' ' : FIELD;
    masked += text.slice(from, start) + mark.repeat(found - start);
    from = found;
  }
}

/** Where the mustache that is open at an offset ends; -1 for nowhere. */
function closeOf(text: string, from: number, stop: string): number {
  const ends = [`${stop}}}`, `${stop}~}}`].map((end) => ({ end, at: text.indexOf(end, from) }));
  const [first] = ends.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  if (first === undefined) return -1;
  const end = first.at + first.end.length;
  return text[end] === '}' ? end + 1 : end;
}
