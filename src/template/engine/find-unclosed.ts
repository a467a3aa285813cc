/** What is not closed in a template, or closes what is not open. UTF-16 offsets, `end` excluded. */
export type Unclosed = { readonly start: number; readonly end: number; readonly reason: string };

/** A tag from its braces to its braces; `end` is null where they never close. */
type Tag = { readonly start: number; readonly end: number | null };
type Block = { readonly name: string; readonly start: number; readonly end: number };

/**
 * The first tag of a template whose braces never close, else the block that has no end or the end that has no block.
 * The engine sees such a fault only where it can read no further. Null when tags and blocks are in pairs.
 *
 * Follows the engine's lexer: strings and names in square brackets may hold braces, a comment may hold anything, `\{{`
 * is text.
 *
 * @example
 * findUnclosed('<p>{{story.headline</p>') // { start: 3, end: 19, reason: '{{ is not closed by }}' }
 */
export function findUnclosed(text: string): Unclosed | null {
  const open: Block[] = [];
  for (const { start, end } of tagsOf(text)) {
    if (end === null) return unclosedTag(text, start);
    const [, sign, name] = /^\{\{~?([#^/])[>*]?\s*([^\s}~]+)/.exec(text.slice(start, end)) ?? [];
    if (sign === undefined || name === undefined) continue;
    if (sign !== '/') {
      open.push({ name, start, end });
      continue;
    }
    const last = open.pop();
    if (last === undefined) return { start, end, reason: `{{/${name}}} ends a block that is not open` };
    if (last.name === name) continue;
    const reason = `{{#${last.name}}} is closed by {{/${name}}}`;
    // Where the end belongs to a block further out, the inner one is what lacks its own.
    return open.some((block) => block.name === name) ? { ...last, reason } : { start, end, reason };
  }
  const last = open.pop();
  if (last === undefined) return null;
  return { start: last.start, end: last.end, reason: `{{#${last.name}}} is not closed by {{/${last.name}}}` };
}

function* tagsOf(text: string): Generator<Tag> {
  for (let start = text.indexOf('{{'); start >= 0;) {
    const isText = text[start - 1] === '\\' && text[start - 2] !== '\\';
    const end = isText ? start + 2 : endOfTag(text, start);
    if (!isText) yield { start, end };
    if (end === null) return;
    start = text.indexOf('{{', end);
  }
}

function endOfTag(text: string, start: number): number | null {
  const comment = /^\{\{~?!(?:--)?/.exec(text.slice(start, start + 6))?.[0];
  if (comment !== undefined) {
    const close = comment.endsWith('--') ? /--~?\}\}/g : /\}\}/g;
    close.lastIndex = start + comment.length;
    const match = close.exec(text);
    return match === null ? null : match.index + match[0].length;
  }
  // A brace or the next tag, past strings and names in brackets.
  const inside = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\]]*\]|\}\}+|\{\{/gs;
  inside.lastIndex = start + (/^\{+/.exec(text.slice(start, start + 4))?.[0].length ?? 2);
  for (let match = inside.exec(text); match !== null; match = inside.exec(text)) {
    if (match[0].startsWith('}')) return match.index + match[0].length;
    if (match[0] === '{{') return null;
  }
  return null;
}

/** What was meant as the tag: up to the next sign of markup, or the end of the line. */
function unclosedTag(text: string, start: number): Unclosed {
  const length = /^\{\{+[^<{}\n]*/.exec(text.slice(start))?.[0].trimEnd().length ?? 2;
  const isComment = /^\{\{~?!/.test(text.slice(start, start + 4));
  const reason = isComment ? 'a comment is not closed' : '{{ is not closed by }}';
  return { start, end: start + length, reason };
}
