import type { InlineRun } from '../style/inline-run.ts';
import type { InlineText } from './inline-content.ts';

/** The forced break inside a paragraph. */
const LINE_SEPARATOR = '\u2028';

/*
 * White space of CSS Text 4 §4.1 for `normal`, `nowrap` and `pre-line`: spaces, tabs and line ends that follow
 * one another count as one space, also across inline elements (the first of them stays); there is none at the
 * ends of the paragraph or beside a forced break. No-break and other Unicode spaces are letters here.
 *
 * Where characters of a node are left out, its text is cut into runs, so that in every run unit i of the text is
 * unit `source.offset` + i of the node.
 *
 * Invariants: no character but white space is lost or changed; no two collapsible spaces follow one another.
 */

/** Settles the white space of one paragraph. Empty when nothing but white space was there. */
export function settleSpace(texts: readonly InlineText[]): readonly InlineRun[] {
  const builder = new RunBuilder();
  for (const item of texts) {
    if (item.isBreak) builder.addBreak(item, null);
    else addText(item, builder);
  }
  return builder.finish();
}

/** White space that does not stay as it is, wherever it stands: all but a single space. */
const UNEVEN = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;

function addText(item: InlineText, builder: RunBuilder): void {
  const { text } = item;
  let start = 0;
  for (const { 0: space, index } of text.matchAll(UNEVEN)) {
    builder.addWords(item, text.slice(start, index), start);
    if (item.style.whiteSpace === 'pre-line' && space.includes('\n'))
      addLineEnds(item, space, index, builder);
    else builder.addSpace(item, index);
    start = index + space.length;
  }
  builder.addWords(item, text.slice(start), start);
}

function addLineEnds(item: InlineText, piece: string, start: number, builder: RunBuilder): void {
  for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1))
    builder.addBreak(item, start + at);
}

/** A run that grows. `offset` is where its text begins in the item's. */
type OpenRun = { readonly item: InlineText; text: string; readonly offset: number | null };

/** Builds the runs of one paragraph from left to right. */
class RunBuilder {
  readonly #runs: OpenRun[] = [];
  /** Whether a space here would follow another, or stand at the start or after a break. */
  #dropsSpace = true;

  /** Words with one space between them, and at most one before and after them. */
  addWords(item: InlineText, words: string, offset: number): void {
    const skipped = this.#dropsSpace && words.startsWith(' ') ? 1 : 0;
    if (words.length === skipped) return;
    this.#append(item, words.slice(skipped), offset + skipped);
    this.#dropsSpace = words.endsWith(' ');
  }

  addSpace(item: InlineText, offset: number): void {
    if (this.#dropsSpace) return;
    this.#append(item, ' ', offset);
    this.#dropsSpace = true;
  }

  addBreak(item: InlineText, offset: number | null): void {
    const last = this.#runs.at(-1);
    // The space before a break becomes the break: what parts the words keeps its place in the source.
    if (this.#dropsSpace && last?.text.endsWith(' ') === true)
      last.text = last.text.slice(0, -1) + LINE_SEPARATOR;
    else this.#append(item, LINE_SEPARATOR, offset);
    this.#dropsSpace = true;
  }

  finish(): readonly InlineRun[] {
    this.#dropLastSpace();
    // A break that ends the paragraph opens no empty line.
    if (this.#runs.at(-1)?.text.endsWith(LINE_SEPARATOR) === true) this.#dropLast();
    this.#dropLastSpace();
    return this.#runs.map(toRun);
  }

  #append(item: InlineText, text: string, offset: number | null): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.item === item && follows(last, offset)) last.text += text;
    else this.#runs.push({ item, text, offset });
  }

  #dropLastSpace(): void {
    if (this.#dropsSpace && this.#runs.at(-1)?.text.endsWith(' ') === true) this.#dropLast();
  }

  #dropLast(): void {
    const last = this.#runs.at(-1);
    if (last === undefined) return;
    last.text = last.text.slice(0, -1);
    if (last.text === '') this.#runs.pop();
  }
}

/** Whether text at an offset goes on where a run ends; generated text has no ids that could go wrong. */
function follows(run: OpenRun, offset: number | null): boolean {
  if (run.item.source === null) return true;
  return run.offset !== null && offset === run.offset + run.text.length;
}

function toRun({ item, text, offset }: OpenRun): InlineRun {
  const { style, language, element, at } = item;
  const source =
    item.source === null || offset === null ? null : { ...item.source, offset: item.source.offset + offset };
  return { text, style, language, source, element, at };
}
