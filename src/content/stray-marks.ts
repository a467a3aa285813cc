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

/** A line whose first asterisk stands behind a word, as the mark of a note. */
const NOTE_MARK = /^[^*\n]*[^\s*\\](\*{1,3})(?![\p{L}\p{N}*])/gmu;

/** Asterisks that mark notes in a text, such as `**`: the note itself begins with as many. */
export const findNoteMarks = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(NOTE_MARK)].map(([, sign = '']) => sign));

/** What stands between the words of a link, or of a span, and its address or braces. */
const LINK = /\](?=[({])/g;

/** An address with spaces up to its round bracket, as names of files have them: none of a title in quotation marks. */
const SPACED_ADDRESS = /^\]\((?=[^()]*[./:][^()\s])([^()<>\s"'“”]+(?: +[^()<>\s"'“”]+)+)\)/u;

/** Words of a link whose square bracket was not closed before its address: at once, and nowhere behind it as {@link isShut} finds. */
const OPEN_WORDS = /\[(?=[^[\]()\n]*\((?:https?:|mailto:|tel:|story:)\S)/g;

/** Characters behind a square bracket in which the one that closes it is looked for. */
const MOST_WORDS = 2000;

/** A class or an id, as other programs have them behind a head or a paragraph. */
const CLASS = /\{:? *[.#][\p{L}_-][\p{L}\p{N}_-]*(?: +[.#][\p{L}_-][\p{L}\p{N}_-]*)* *\}(?=[ \t]*(?:\n|$))/gu;

const STRIKE = /~~(?=[\p{L}\p{N}])/gu;

/**
 * Emphasis, links and spans that did not become any, in text that Markdown left over.
 *
 * @param next the text behind it, to the end of the paragraph.
 */
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
  for (const { index } of text.matchAll(OPEN_WORDS)) {
    if (isShut(text.slice(index, index + MOST_WORDS + 1) + next.slice(0, MOST_WORDS))) continue;
    marks.push({
      offset: index,
      length: 1,
      message: 'the words of a link are not closed, and are printed with its address as they stand',
      hint: 'Write it as [words](address): a square bracket closes the words.',
    });
  }
  for (const { index, 0: braces } of `${text}${next.slice(0, 1)}`.matchAll(CLASS))
    marks.push({
      offset: index,
      length: braces.length,
      message: `${braces} gives nothing a class or a name here, and is printed as it stands`,
      hint: 'Take it away; a box is `::: box`, and what a story looks like is said in the theme.',
    });
  for (const { index } of text.matchAll(STRIKE))
    marks.push({
      offset: index,
      length: 2,
      message: '~~ strikes nothing out, and is printed as it stands',
      hint: 'Leave it out; words of a newspaper stand, or do not.',
    });
  return marks.sort((a, b) => a.offset - b.offset);
}

/** Whether the square bracket at the head of a text is closed in it; a text that is too long may have it anywhere. */
function isShut(text: string): boolean {
  let depth = 0;
  for (const { 0: sign } of text.slice(0, MOST_WORDS).matchAll(/[[\]]/g)) {
    depth += sign === '[' ? 1 : -1;
    if (depth === 0) return true;
  }
  return text.length > MOST_WORDS;
}

/** A line that would be a subhead, were there a space behind its signs; one sign alone may be a word of the net. */
const SUBHEAD = /^(#{2,6})(?=[^\s#])/m;

/** The second line of a list of terms, as some programs know it. */
const TERM = /(?<=\S\n): +(?=\S)/;

/** A bullet without a space behind it. */
const BULLET = /^[ \t]*[•‣◦▪●](?=[^\s•‣◦▪●])/mu;
/** Two lines and more that each begin with a dash: items, or what people say. */
const DASHED = /(?:^|:\n)[–—] \S.*(?<!  |\\)\n[–—] (?=\S)/u;
/** A line of signs that is no rule. */
const LINE = /^[ \t]*(?:={3,}|\+{3,}|--)[ \t]*$/m;

/** Where a link leads, given apart from its words. */
const REFERENCE = /^[ \t]*\[[^\]\n]+\]:[ \t]*<?(?:https?:|mailto:|tel:|story:|www\.)\S/m;

/** A definition that leads nowhere, by which some people write comments; the words in its brackets may be a name. */
const MAY_BE_COMMENT = /^[ \t]*\[[^\]\n]+\]:[ \t]*(?:#|<>)[ \t]*(?:\(.*\)|".*"|'.*')[ \t]*$/m;

const LINE_OF_ITS_OWN = 'Write `- ` before each item of a list, or an empty line between paragraphs.';

/** What people type as a list, a table or a rule, and is run together or printed as it stands: what says so, and how it is written. */
const TYPED_LINES: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [
    TERM,
    'a colon at the beginning of a line makes no list of terms, and is printed as it stands',
    'Write a list, each item with its term in bold: `- **term**: what it means`.',
  ],
  [
    BULLET,
    'a bullet without a space behind it makes no list; its line is run on',
    'Write `- ` before each item.',
  ],
  [
    REFERENCE,
    'an address given on a line of its own makes no link, and is printed as it stands',
    'Write it behind the words: [the map](https://harbour.example/map).',
  ],
  [
    MAY_BE_COMMENT,
    'what may be a comment is printed as it stands',
    'Write a comment on a line of its own as [//]: # (ask Ana).',
  ],
  [DASHED, 'lines that begin with a dash are run together in one paragraph', LINE_OF_ITS_OWN],
  [
    LINE,
    'a line of signs is printed as it stands',
    'Write `***` on a line of its own for a pause, or `## ` before a subhead.',
  ],
];

/** A box to tick at the head of an item, which other programs draw. */
const TICK_BOX = /^\[[ xX]?\](?=[ \t]+\S)/;

/** Whether a list is one of boxes to tick: each item has one, and not all of them are capitals, which may be meant. */
export function isTickList(items: readonly string[]): boolean {
  return items.every((item) => TICK_BOX.test(item)) && items.some((item) => !item.startsWith('[X]'));
}

/** A box to tick at the head of an item of a list, as typed. */
export function findTickBox(content: string): StrayMark | null {
  const found = TICK_BOX.exec(content);
  if (found === null) return null;
  return {
    offset: 0,
    length: found[0].length,
    message: `${found[0]} makes no box to tick, and is printed as it stands`,
    hint: 'Take it away, or type the sign that is meant (☐); where the brackets are meant, write \\[ before them.',
  };
}

/** A subhead without a space behind its signs, or lines typed as a list, a table or a rule, in a paragraph as typed. */
export function findStrayLine(content: string): StrayMark | null {
  const subhead = SUBHEAD.exec(content);
  const signs = subhead?.[1];
  if (subhead !== null && signs !== undefined)
    return {
      offset: subhead.index,
      length: signs.length,
      message: `${signs} stands at the beginning of a line without a space behind it, and is printed as it stands`,
      hint: `Write ${signs}, a space and the subhead, and an empty line above it.`,
    };
  const tabbed = tabbedLine(content);
  if (tabbed !== null) return tabbed;
  for (const [pattern, message, hint] of TYPED_LINES) {
    const found = pattern.exec(content);
    if (found !== null) return { offset: found.index, length: lengthOf(found), message, hint };
  }
  return null;
}

/** To the end of the first line that is meant. */
const lengthOf = ({ 0: found }: RegExpExecArray): number => found.trimEnd().split('\n', 1)[0]?.length || 1;

/** The first of two lines and more with tabs between their words. */
function tabbedLine(content: string): StrayMark | null {
  const [first, second] = [...content.matchAll(/^.+$/gm)].filter(({ 0: line }) => /\S\t+\S/.test(line));
  if (first === undefined || second === undefined) return null;
  return {
    offset: first.index,
    length: first[0].length,
    message: 'lines with tabs between their words are run together in one paragraph',
    hint:
      'Write a table with bars: | Day | Film | on a line, | --- | --- | under it, then each row on a line of its own. ' +
      '`galley import` makes one of lines with tabs.',
  };
}
