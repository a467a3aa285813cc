import { tokenize, tokenTypes } from 'css-tree';

/** A slip of whoever writes style sheets for browsers or in another notation, told in its own words. */
export type Slip = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  /** The text up to here is not looked at again: all of it follows from the slip. */
  readonly upTo: number;
  /** A rule inside another, which newer CSS has. */
  readonly isNested?: boolean;
};

/** A token that is neither white space nor a whole comment. */
type Token = { readonly type: number; readonly start: number; readonly end: number };

/**
 * Finds what a parser of CSS would pass over or tell in words of its own: a comment that is not closed, `//`, a rule inside
 * another, a brace too many. In the order of the text; none lies in what another one covers.
 */
export function findSlips(text: string): readonly Slip[] {
  const tokens: Token[] = [];
  const slips: Slip[] = [];
  tokenize(text, (type, start, end) => {
    if (type === tokenTypes['Comment'] && !isClosed(text.slice(start, end)))
      slips.push(openComment(start, text));
    else if (type !== tokenTypes['Comment'] && type !== tokenTypes['WhiteSpace'])
      tokens.push({ type, start, end });
  });
  const { kept, lines } = takeLineComments(tokens, text);
  return [...slips, ...lines, ...nestingSlips(kept)].toSorted((a, b) => a.start - b.start);
}

/** The text without what slips cover, each letter of which is a blank: all places stay. */
export function blankSlips(text: string, slips: readonly Slip[]): string {
  let rest = '';
  let from = 0;
  for (const { start, upTo } of slips) {
    rest += text.slice(from, start) + text.slice(start, upTo).replace(/[^\n\r\f]/g, ' ');
    from = upTo;
  }
  return rest + text.slice(from);
}

const isClosed = (comment: string): boolean => comment.length >= 4 && comment.endsWith('*/');

const openComment = (start: number, text: string): Slip => ({
  start,
  end: start + 2,
  message: 'the comment is not closed',
  hint: 'Write */ where it ends: all that follows is part of it.',
  upTo: text.length,
});

/** Two slashes and what follows them up to the end of their lines. */
function takeLineComments(
  tokens: readonly Token[],
  text: string,
): { readonly kept: readonly Token[]; readonly lines: readonly Slip[] } {
  const kept: Token[] = [];
  const lines: Slip[] = [];
  const isSlash = (token: Token | undefined): token is Token =>
    token?.type === tokenTypes['Delim'] && text.charAt(token.start) === '/';
  let upTo = 0;
  tokens.forEach((token, index) => {
    if (token.start < upTo) return;
    const next = tokens[index + 1];
    if (!isSlash(token) || !isSlash(next) || next.start !== token.end) {
      kept.push(token);
      return;
    }
    const length = text.slice(token.start).search(/[\n\r\f]/);
    upTo = length < 0 ? text.length : token.start + length;
    const { start } = token;
    const hint = 'Write comments between /* and */.';
    lines.push({ start, end: next.end, message: '// begins no comment', hint, upTo });
  });
  return { kept, lines };
}

/** Rules inside others, and braces that close nothing. */
function nestingSlips(tokens: readonly Token[]): readonly Slip[] {
  const slips: Slip[] = [];
  /** What the blocks around hold. */
  const open: ('rules' | 'declarations')[] = [];
  let first = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const head = tokens[first];
    if (token === undefined || head === undefined) break;
    if (token.type === tokenTypes['LeftCurlyBracket']) {
      if (open.at(-1) === 'declarations' && !isDeclaration(tokens.slice(first, first + 3))) {
        index = closeOf(tokens, index);
        slips.push(nestedRule(head, token, tokens[index] ?? token));
      } else open.push(head.type === tokenTypes['AtKeyword'] ? 'rules' : 'declarations');
    } else if (token.type === tokenTypes['RightCurlyBracket']) {
      if (open.pop() === undefined) slips.push(spareBrace(token));
    } else if (token.type !== tokenTypes['Semicolon']) continue;
    first = index + 1;
  }
  return slips;
}

/** Where the block that a brace opens ends. */
function closeOf(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    const { type } = tokens[index] ?? {};
    if (type === tokenTypes['LeftCurlyBracket']) depth += 1;
    if (type === tokenTypes['RightCurlyBracket']) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

/** `color: red`, also before a brace that its own rule forgot to close; `a:hover` is none. */
function isDeclaration([name, colon, value]: readonly Token[]): boolean {
  if (name?.type !== tokenTypes['Ident'] || colon?.type !== tokenTypes['Colon'] || value === undefined)
    return false;
  return value.start > colon.end || value.type === tokenTypes['LeftCurlyBracket'];
}

const nestedRule = (head: Token, brace: Token, close: Token): Slip => ({
  start: head.start,
  end: Math.max(head.start + 1, brace.start),
  message: 'a rule cannot stand inside another',
  hint:
    head.type === tokenTypes['AtKeyword']
      ? 'Close the rule around it with } first, and write the rule anew inside this one: @media … { .a { … } }.'
      : 'Close the rule around it with } first, and write the whole selector: .a .b { … }.',
  upTo: close.end,
  isNested: true,
});

const spareBrace = ({ start, end }: Token): Slip => ({
  start,
  end,
  message: 'this } closes nothing',
  hint: 'Take it out, or look for a rule before it that ends too early.',
  upTo: end,
});
