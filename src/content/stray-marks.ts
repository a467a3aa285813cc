/** A sign of Markdown that has no effect where it stands, and is printed as it was typed. */
export type StrayMark = {
  /** Units of the text. */
  readonly offset: number;
  readonly length: number;
  /** What stands there, for a message. */
  readonly message: string;
  readonly hint: string;
};

/** Signs that open emphasis and found no partner: one that closes none may be the mark of a note. */
const EMPHASIS = /(?<![\p{L}\p{N}\p{M}*_@/.])(?:\*{1,3}|_{1,3})(?=[\p{L}“‘„«¿¡])/gu;

/** What stands between the words of a link, or of a span, and its address or braces. */
const LINK = /\](?=[({])/g;

/** An address with spaces up to its round bracket, as names of files have them: none of a title in quotation marks. */
const SPACED_ADDRESS = /^\]\((?=[^()]*[./:][^()\s])([^()<>\s"'“”]+(?: +[^()<>\s"'“”]+)+)\)/u;

const STRIKE = /~~(?=[\p{L}\p{N}])/gu;

/** Emphasis, links and spans that did not become any, in text that Markdown left over; `next` is the text behind it. */
export function findStrayMarks(text: string, next = ''): readonly StrayMark[] {
  const marks: StrayMark[] = [];
  for (const { index, 0: sign } of `${text}${next.slice(0, 1)}`.matchAll(EMPHASIS))
    marks.push({
      offset: index,
      length: sign.length,
      message: `${sign} opens emphasis that nothing closes, and is printed as it stands`,
      hint: `Close it with ${sign} straight behind the last word, in the same paragraph; where the sign itself is meant, write \\${sign.charAt(0)}.`,
    });
  for (const { index } of text.matchAll(LINK)) {
    const spaced = SPACED_ADDRESS.exec(text.slice(index))?.[1];
    if (spaced !== undefined) {
      const isPicture = text.charAt(text.lastIndexOf('[', index) - 1) === '!';
      marks.push({
        offset: index,
        length: 2,
        message: `an address has spaces in it, so that the ${isPicture ? 'picture' : 'link'} is printed as it stands`,
        hint: `Put the address in angles: ${isPicture ? '!' : ''}[…](<${spaced}>).`,
      });
      continue;
    }
    const isLink = text.charAt(index + 1) === '(';
    marks.push({
      offset: index,
      length: 2,
      message: `a ${isLink ? 'link' : 'span'} is not closed, or has none of the forms that are read, and is printed as it stands`,
      hint: isLink
        ? 'Write it as [words](address): the address without spaces, and a round bracket behind it.'
        : 'Write it as [texte]{lang=fr}, with a brace behind it.',
    });
  }
  for (const { index } of text.matchAll(STRIKE))
    marks.push({
      offset: index,
      length: 2,
      message: '~~ strikes nothing out, and is printed as it stands',
      hint: 'Leave it out; words of a newspaper stand, or do not.',
    });
  return marks.sort((a, b) => a.offset - b.offset);
}

/** A line that would be a subhead, were there a space behind its signs; one sign alone may be a word of the net. */
const SUBHEAD = /^(#{2,6})(?=[^\s#])/m;

/** The second line of a list of terms, as some programs know it. */
const TERM = /(?<=\S\n): +(?=\S)/;

/** A subhead without a space behind its signs, or a list of terms, in a paragraph as typed. */
export function findStrayLine(content: string): StrayMark | null {
  const [subhead, term] = [SUBHEAD.exec(content), TERM.exec(content)];
  const signs = subhead?.[1];
  if (subhead !== null && signs !== undefined)
    return {
      offset: subhead.index,
      length: signs.length,
      message: `${signs} stands at the beginning of a line without a space behind it, and is printed as it stands`,
      hint: `Write ${signs}, a space and the subhead, and an empty line above it.`,
    };
  if (term === null) return null;
  return {
    offset: term.index,
    length: 1,
    message: 'a colon at the beginning of a line makes no list of terms, and is printed as it stands',
    hint: 'Write a list, each item with its term in bold: `- **term**: what it means`.',
  };
}
