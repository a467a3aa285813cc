import { formatPlace, PLACE_ATTRIBUTE } from '../../markup/place-attribute.ts';
import type { AstContent, AstProgram, AstStatement } from './template-ast.ts';

/** Where in HTML the reading stands between two content statements. */
type HtmlState = 'text' | 'tag' | 'single-quoted' | 'double-quoted' | 'comment';

/** A place attribute to put in: `at` is an offset in the content's `original`. */
type Insertion = { readonly at: number; readonly start: number };

/**
 * Writes a place attribute after each tag name that stands whole in a content statement. Locations must be
 * rewritten before (`locateNodes`): `loc.start.column` is an offset.
 *
 * A tag name that goes on in a mustache (`<h{{rank}}>`) gets none: its element takes the place of its parent.
 */
export function writePlaces(program: AstProgram, text: string, file: string): void {
  writeProgram(program, 'text', { text, file });
}

type Source = { readonly text: string; readonly file: string };

function writeProgram(program: AstProgram, state: HtmlState, source: Source): HtmlState {
  let current = state;
  for (const statement of program.body) current = writeStatement(statement, current, source);
  return current;
}

function writeStatement(statement: AstStatement, state: HtmlState, source: Source): HtmlState {
  if (statement.type === 'ContentStatement') return writeContent(statement, state, source);
  // Both branches of a block begin where the block does; a template that is balanced ends both alike.
  if ('inverse' in statement && statement.inverse) writeProgram(statement.inverse, state, source);
  if ('program' in statement && statement.program) return writeProgram(statement.program, state, source);
  return state;
}

function writeContent(content: AstContent, state: HtmlState, source: Source): HtmlState {
  const { insertions, end } = scanTags(content.original, state);
  if (content.value.trim() === '') return end;
  const base = offsetOf(content, source.text);
  // The value is the original without some white space at its ends.
  const dropped = leadingSpace(content.original) - leadingSpace(content.value);
  let written = '';
  let from = 0;
  for (const { at, start } of insertions) {
    const place = { file: source.file, start: base + start, end: base + at };
    written += `${content.value.slice(from, at - dropped)} ${PLACE_ATTRIBUTE}="${formatPlace(place)}"`;
    from = at - dropped;
  }
  content.value = written + content.value.slice(from);
  return end;
}

/** The parser's place is off where a mustache before was escaped; the text itself decides. */
function offsetOf(content: AstContent, text: string): number {
  const offset = content.loc.start.column;
  if (text.startsWith(content.original, offset)) return offset;
  const found = text.indexOf(content.original, Math.max(0, offset - 2));
  return found < 0 ? offset : found;
}

const leadingSpace = (text: string): number => text.length - text.trimStart().length;

const STOPS: Readonly<Record<Exclude<HtmlState, 'text' | 'tag'>, string>> = {
  'single-quoted': "'",
  'double-quoted': '"',
  comment: '-->',
};

function scanTags(
  text: string,
  state: HtmlState,
): { readonly insertions: readonly Insertion[]; readonly end: HtmlState } {
  const insertions: Insertion[] = [];
  let current = state;
  let at = 0;
  while (at < text.length) {
    if (current === 'text') {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const name = /^<[a-zA-Z][^\s/>]*/.exec(text.slice(start, start + 64))?.[0];
      current = text.startsWith('<!--', start)
        ? 'comment'
        : name !== undefined || /^<[/!?]/.test(text.slice(start))
          ? 'tag'
          : 'text';
      at = start + (name?.length ?? 1);
      if (name !== undefined && at < text.length) insertions.push({ at, start });
    } else if (current === 'tag') {
      const mark = /["'>]/g;
      mark.lastIndex = at;
      const found = mark.exec(text);
      if (found === null) break;
      current = found[0] === '>' ? 'text' : found[0] === '"' ? 'double-quoted' : 'single-quoted';
      at = found.index + 1;
    } else {
      const stop = STOPS[current];
      const found = text.indexOf(stop, at);
      if (found < 0) break;
      current = current === 'comment' ? 'text' : 'tag';
      at = found + stop.length;
    }
  }
  return { insertions, end: current };
}
