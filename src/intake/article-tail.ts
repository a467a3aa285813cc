import { splitWords } from '../core/words.ts';
import { readContactLine, type TypedContact } from './contact-line.ts';
import type { TypedBlock } from './typed-block.ts';
import { joinLines } from './typed-block.ts';

/** A contact row and the line it was typed on. */
export type FoundContact = TypedContact & { readonly line: number };

/** A stretch of text and the line it begins on. */
export type FoundText = { readonly text: string; readonly line: number };

/** What stands under an article: the line on its languages, contact rows, a note. */
export type ArticleTail = {
  readonly body: readonly TypedBlock[];
  readonly availability: FoundText | null;
  readonly contact: readonly FoundContact[];
  readonly note: FoundText | null;
};

/** Takes the tail off an article's blocks. Contact rows count only where nothing but a note follows them. */
export function takeTail(blocks: readonly TypedBlock[]): ArticleTail {
  const last = findContactBlock(blocks);
  if (last === null) {
    const { body, availability } = takeAvailability(blocks);
    return { body, availability, contact: [], note: null };
  }
  const first = findFirstRows(blocks, last);
  const lines = blocks.slice(first).flatMap((block, index) => numberLines(block, first + index));
  const rows = lines.map(({ text }) => readContactLine(text));
  const start = rows.findIndex((row) => row.length > 0);
  const end = rows.findLastIndex((row) => row.length > 0);
  const above = lines.slice(0, start);
  const address = rows.flat().length > 1 && isAddress(above) ? joinFound(above, ', ') : null;
  const lead = address === null ? above : [];
  const { body, availability } = takeAvailability([...blocks.slice(0, first), ...asBlock(lead)]);
  const after = lines.slice(end + 1);
  const below = availability === null ? after.find(({ text }) => isAvailability(text)) : undefined;
  return {
    body,
    availability: availability ?? (below === undefined ? null : { text: below.text, line: below.line }),
    contact: [
      ...(address === null
        ? []
        : [{ kind: 'post', label: null, value: address.text, line: address.line } as const]),
      ...readRows(lines.slice(start, end + 1)),
    ],
    note: joinFound(after.filter((line) => line !== below)),
  };
}

type TailLine = { readonly text: string; readonly line: number; readonly block: number };

function numberLines(block: TypedBlock, index: number): readonly TailLine[] {
  return block.lines.map((text, offset) => ({ text, line: block.line + offset, block: index }));
}

/** The last block with contact rows, if what follows them is no more than a note. */
function findContactBlock(blocks: readonly TypedBlock[]): number | null {
  const index = blocks.findLastIndex((block) => block.lines.some(isLabelled));
  const block = blocks[index];
  if (block === undefined) return null;
  const inside = block.lines.slice(block.lines.findLastIndex(isLabelled) + 1);
  const after = blocks.slice(index + 1);
  const isOneNote = isParenthesis(after[0]) || (rowsIn(block) > 1 && after[0]?.lines.length === 1);
  const isNote = after.length === 0 || (after.length === 1 && inside.length === 0 && isOneNote);
  return isNote && inside.length <= 4 ? index : null;
}

const rowsIn = (block: TypedBlock): number => block.lines.flatMap((line) => readContactLine(line)).length;

const isLabelled = (line: string): boolean => readContactLine(line).some((row) => row.label !== null);

function isParenthesis(block: TypedBlock | undefined): boolean {
  return block !== undefined && /^[([].*[)\]]$/su.test(joinLines(block));
}

/** Rows may stand in several blocks: those before that begin with a row belong to them. */
function findFirstRows(blocks: readonly TypedBlock[], last: number): number {
  let first = last;
  while (first > 0 && beginsWithRow(blocks[first]) && hasRow(blocks[first - 1])) first -= 1;
  return first;
}

const beginsWithRow = (block: TypedBlock | undefined): boolean =>
  readContactLine(block?.lines[0] ?? '').length > 0;
const hasRow = (block: TypedBlock | undefined): boolean => block?.lines.some(isLabelled) === true;

/** A line without a label goes on with the row before it, as the lines of a postal address do. */
function readRows(lines: readonly TailLine[]): readonly FoundContact[] {
  const rows: FoundContact[] = [];
  for (const { text, line } of lines) {
    const found = readContactLine(text);
    const last = rows[rows.length - 1];
    if (found.length > 0) rows.push(...found.map((row) => ({ ...row, line })));
    else if (last !== undefined) {
      rows[rows.length - 1] = {
        ...last,
        value: `${last.value}${/[,;]$/.test(last.value) ? '' : ','} ${text}`,
      };
    }
  }
  return rows;
}

function asBlock(lines: readonly TailLine[]): readonly TypedBlock[] {
  const [first] = lines;
  return first === undefined ? [] : [{ lines: lines.map(({ text }) => text), line: first.line }];
}

/** Short lines over the rows that are no sentence: the paper's name and where it is. */
const isAddress = (lines: readonly TailLine[]): boolean =>
  lines.length > 0 &&
  lines.length <= 4 &&
  lines.every(({ text }) => /^[\p{Lu}\d].{0,59}(?<![.!?…:]["”’)]?)$/u.test(text));

function joinFound(lines: readonly TailLine[], mark = ' '): FoundText | null {
  const [first] = lines;
  return first === undefined ? null : { text: lines.map(({ text }) => text).join(mark), line: first.line };
}

function takeAvailability(blocks: readonly TypedBlock[]): Pick<ArticleTail, 'body' | 'availability'> {
  const last = blocks[blocks.length - 1];
  const text = last === undefined ? '' : joinLines(last);
  if (last === undefined || !isAvailability(text)) return { body: blocks, availability: null };
  return { body: blocks.slice(0, -1), availability: { text, line: last.line } };
}

/** Names of languages in English and Spanish, and the language meant. */
const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'arabic árabe',
    ca: 'catalan catalán',
    de: 'german alemán',
    en: 'english inglés',
    es: 'spanish español castellano',
    fa: 'farsi persian persa',
    fr: 'french francés',
    it: 'italian italiano',
    pt: 'portuguese portugués',
    qu: 'quechua',
    ru: 'russian ruso',
    tr: 'turkish turco',
    zh: 'chinese chino',
  }).flatMap(([code, names]) => names.split(' ').map((name): [string, string] => [name, code])),
);

const BEGINNING =
  /^[([]?(?:this|these|also|available|posted|published|read|in|este|esta|también|disponible|publicado|lea|léase|en)(?!\p{L})/iu;
const SAYING =
  /(?<!\p{L})(?:posted|available|published|online|appears?|exists?|existen?|read|versions?|disponibles?|publica(?:do|da)?|encuentra|aparece|lea|léase|versión)(?!\p{L})/iu;

/** "Also available in French and Spanish": one short line that names languages. */
function isAvailability(text: string): boolean {
  return text.length <= 200 && BEGINNING.test(text) && SAYING.test(text) && namedLanguages(text).length > 0;
}

/** The languages that a line names, by their codes, in its order. */
export function namedLanguages(text: string): readonly string[] {
  const codes = splitWords(text).map(({ word }) => LANGUAGE_NAMES.get(word.toLowerCase()));
  return [...new Set(codes.filter((code) => code !== undefined))];
}
