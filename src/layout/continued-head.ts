import type { ParagraphBox } from '../box/box.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { FlowLeaf } from './flow-leaf.ts';

/** Where the words of a head stand in what is said where its table goes on: `{page} (continued)`. */
const PLACE = '{page}';

/**
 * The head right over a table as it is said again where the table goes on: with the words that its `data-continued` puts
 * round it where the first of it stands in another frame, without them beside itself. Null for a table without such a head.
 */
export function continuedHead(above: FlowLeaf | undefined, isElsewhere: boolean): ParagraphBox | null {
  const box = above?.box;
  if (box?.kind !== 'paragraph') return null;
  const [before, after] = box.element?.attributes['data-continued']?.split(PLACE) ?? [];
  const [first] = box.runs;
  if (before === undefined || after === undefined || first === undefined) return null;
  if (!isElsewhere) return box;
  const word = (text: string): readonly InlineRun[] =>
    text === '' ? [] : [{ ...first, text, source: null, element: null }];
  return { ...box, runs: [...word(before), ...box.runs, ...word(after)] };
}
