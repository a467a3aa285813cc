import { isUnseen, splitWords } from '../core/words.ts';
import type { Context } from '../diagnostics/context.ts';
import { isBodyNode, type ExpectedNode } from './expected-words.ts';
import { reportWordFaults, type ProofOf, type WordFault } from './report-word-faults.ts';
import type { SetRange } from './word-ranges.ts';

/*
 * Proof A. Every expected node is a text with words; every set range says which units of which node it shows. A node
 * is proven when its ranges, in reading order, follow one another without overlap, each of its words lies in them
 * once, and what they say is what the source says. White space at line ends, and a hyphen that the break made, may
 * differ; a letter may not. The nodes of a body follow one another as in the source; fields stand where a layout puts
 * them.
 */

/**
 * Proves that each story node is set whole, in order and once. `ranges` stand in the order of reading.
 * Reports GA801 lost, GA802 doubled, GA803 out of order, GA804 changed.
 */
export function proveWords(
  expected: readonly ExpectedNode[],
  ranges: readonly SetRange[],
  proof: ProofOf,
  context: Context,
): boolean {
  const byNode = rangesByNode(ranges);
  const faults = expected.flatMap((node) => {
    const fault = faultOfNode(node, byNode.get(`${node.owner}\n${node.node}`) ?? []);
    return fault === null ? [] : [fault];
  });
  // Lost or doubled matter has no order.
  if (faults.length === 0) faults.push(...misplacedNodes(expected, ranges));
  reportWordFaults(faults, proof, context);
  return faults.length === 0;
}

/** Ranges of each node in their order, by owner and node on two lines. */
export function rangesByNode(ranges: readonly SetRange[]): ReadonlyMap<string, readonly SetRange[]> {
  const byNode = new Map<string, SetRange[]>();
  for (const range of ranges) {
    const key = `${range.owner}\n${range.node}`;
    const list = byNode.get(key) ?? [];
    list.push(range);
    byNode.set(key, list);
  }
  return byNode;
}

/** Nodes of a body that are read before one that stands above them in the source. */
function misplacedNodes(
  expected: readonly ExpectedNode[],
  ranges: readonly SetRange[],
): readonly WordFault[] {
  const starts = new Map<string, number>();
  ranges.forEach(({ owner, node }, index) => {
    const key = `${owner}\n${node}`;
    if (!starts.has(key)) starts.set(key, index);
  });
  const reached = new Map<string, number>();
  return expected.flatMap((node): readonly WordFault[] => {
    const start = starts.get(`${node.owner}\n${node.node}`);
    const [word] = node.words;
    if (!isBodyNode(node) || start === undefined || word === undefined) return [];
    const before = reached.get(node.owner) ?? -1;
    if (start < before) return [{ code: 'GA803', node, word, isWhole: true, said: null }];
    reached.set(node.owner, start);
    return [];
  });
}

/** Proves that each node is set at least once, whole: what may stand in several places, such as the paper's name. */
export function provePresence(
  expected: readonly ExpectedNode[],
  ranges: readonly SetRange[],
  proof: ProofOf,
  context: Context,
): boolean {
  const faults = expected.flatMap((node): readonly WordFault[] => {
    const own = ranges.filter((range) => range.owner === node.owner && range.node === node.node);
    const isSet = (word: ExpectedNode['words'][number]): boolean =>
      own.some((range) => range.start < word.end && range.end > word.start);
    const word = node.words.find((candidate) => !isSet(candidate));
    if (word === undefined) return [];
    return [{ code: 'GA801', node, word, isWhole: !node.words.some(isSet), said: null }];
  });
  reportWordFaults(faults, proof, context);
  return faults.length === 0;
}

function faultOfNode(node: ExpectedNode, ranges: readonly SetRange[]): WordFault | null {
  const [firstWord] = node.words;
  if (firstWord === undefined) return null;
  if (ranges.length === 0) return { code: 'GA801', node, word: firstWord, isWhole: true, said: null };
  const fault = (code: WordFault['code'], word: ExpectedNode['words'][number]): WordFault => ({
    code,
    node,
    word,
    isWhole: code === 'GA802' && isWholeTwice(node, ranges),
    said: null,
  });
  let at = 0;
  for (const range of ranges) {
    const again = wordWithin(node, range.start, Math.min(range.end, at));
    if (again !== undefined) return fault(orderOrDouble(ranges, again), again);
    const skipped = seenWithin(node, at, range.start);
    if (skipped !== undefined) return fault(isSetLater(ranges, skipped) ? 'GA803' : 'GA801', skipped);
    at = Math.max(at, range.end);
  }
  const lost = seenWithin(node, at, node.text.length);
  if (lost !== undefined) return fault('GA801', lost);
  const said = splitWords(ranges.map((range) => range.text).join(''));
  const changed = node.words.findIndex((word, index) => said[index]?.word !== word.word);
  if (changed < 0 && said.length === node.words.length) return null;
  return { ...fault('GA804', node.words[changed] ?? firstWord), said: said[changed]?.word ?? '' };
}

const isWholeTwice = (node: ExpectedNode, ranges: readonly SetRange[]): boolean =>
  node.words.every((word) => timesSet(ranges, word) > 1);

const timesSet = (
  ranges: readonly SetRange[],
  word: { readonly start: number; readonly end: number },
): number => ranges.filter((range) => range.start < word.end && range.end > word.start).length;

/** A word that has a part between two offsets: a broken word lies in two ranges. */
const wordWithin = (
  node: ExpectedNode,
  start: number,
  end: number,
): ExpectedNode['words'][number] | undefined =>
  node.words.find((word) => Math.max(word.start, start) < Math.min(word.end, end));

/** A word that has a seen part between two offsets: a mark of direction between two runs has no glyph. */
const seenWithin = (
  node: ExpectedNode,
  start: number,
  end: number,
): ExpectedNode['words'][number] | undefined =>
  node.words.find((word) => {
    const [from, to] = [Math.max(word.start, start), Math.min(word.end, end)];
    return from < to && !isUnseen(node.text.slice(from, to));
  });

const isSetLater = (
  ranges: readonly SetRange[],
  word: { readonly start: number; readonly end: number },
): boolean => ranges.some((range) => range.start <= word.start && range.end >= word.end);

/** Set in two ranges is doubled; once, but after what follows it, is out of order. */
function orderOrDouble(
  ranges: readonly SetRange[],
  word: { readonly start: number; readonly end: number },
): 'GA802' | 'GA803' {
  const times = ranges.filter((range) => range.start <= word.start && range.end >= word.end).length;
  return times > 1 ? 'GA802' : 'GA803';
}
