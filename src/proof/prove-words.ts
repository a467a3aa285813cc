import { splitWords } from '../core/words.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { ExpectedNode } from './expected-words.ts';
import type { SetRange } from './word-ranges.ts';

/*
 * Proof A. Every expected node is a text with words; every set range says which units of which node it shows. A node
 * is proven when its ranges, in reading order, follow one another without overlap, each of its words lies in them
 * once, and what they say is what the source says. White space at line ends, and a hyphen that the break made, may
 * differ; a letter may not.
 */

/** Where the proof looks, for messages: `PDF` or `EPUB`. */
export type ProofOf = { readonly output: string; readonly trail: readonly string[] };

/**
 * Proves that each story node is set whole, in order and once.
 * Reports GA801 lost, GA802 doubled, GA803 out of order, GA804 changed.
 */
export function proveWords(
  expected: readonly ExpectedNode[],
  ranges: readonly SetRange[],
  proof: ProofOf,
  context: Context,
): boolean {
  const byNode = new Map<string, SetRange[]>();
  for (const range of ranges) {
    const key = `${range.owner}\n${range.node}`;
    const list = byNode.get(key) ?? [];
    list.push(range);
    byNode.set(key, list);
  }
  let isProven = true;
  for (const node of expected) {
    const fault = faultOfNode(node, byNode.get(`${node.owner}\n${node.node}`) ?? []);
    if (fault === null) continue;
    isProven = false;
    const message = `${proof.output}: ${fault.message} (${node.owner}, ${node.node})`;
    reportFault(context, fault.code, { message, trail: [...proof.trail, node.owner, node.node] });
  }
  return isProven;
}

/** Proves that each node is set at least once, whole: what may stand in several places, such as the paper's name. */
export function provePresence(
  expected: readonly ExpectedNode[],
  ranges: readonly SetRange[],
  proof: ProofOf,
  context: Context,
): boolean {
  let isProven = true;
  for (const node of expected) {
    const own = ranges.filter((range) => range.owner === node.owner && range.node === node.node);
    const missing = node.words.find(
      (word) => !own.some((range) => range.start < word.end && range.end > word.start),
    );
    if (missing === undefined) continue;
    isProven = false;
    const message = `${proof.output}: the word "${missing.word}" of ${node.node} is not there`;
    reportFault(context, 'GA801', { message, trail: [...proof.trail, node.node] });
  }
  return isProven;
}

type Fault = { readonly code: string; readonly message: string };

function faultOfNode(node: ExpectedNode, ranges: readonly SetRange[]): Fault | null {
  if (node.words.length === 0) return null;
  let at = 0;
  for (const range of ranges) {
    const again = wordWithin(node, range.start, Math.min(range.end, at));
    if (again !== undefined) {
      return {
        code: orderOrDouble(ranges, again),
        message: `the word "${again.word}" is set twice or out of order`,
      };
    }
    const skipped = wordWithin(node, at, range.start);
    if (skipped !== undefined && !isSetLater(ranges, skipped)) {
      return { code: 'GA801', message: `the word "${skipped.word}" is lost` };
    }
    if (skipped !== undefined)
      return { code: 'GA803', message: `the word "${skipped.word}" is out of order` };
    at = Math.max(at, range.end);
  }
  const lost = node.words.find((word) => word.end > at);
  if (lost !== undefined) return { code: 'GA801', message: `the word "${lost.word}" is lost` };
  const said = splitWords(ranges.map((range) => range.text).join(''));
  const changed = node.words.findIndex((word, index) => said[index]?.word !== word.word);
  if (changed < 0 && said.length === node.words.length) return null;
  const wanted = node.words[changed]?.word ?? '';
  return { code: 'GA804', message: `the word "${wanted}" came out as "${said[changed]?.word ?? ''}"` };
}

/** A word that has a part between two offsets: a broken word lies in two ranges. */
const wordWithin = (
  node: ExpectedNode,
  start: number,
  end: number,
): ExpectedNode['words'][number] | undefined =>
  node.words.find((word) => Math.max(word.start, start) < Math.min(word.end, end));

const isSetLater = (
  ranges: readonly SetRange[],
  word: { readonly start: number; readonly end: number },
): boolean => ranges.some((range) => range.start <= word.start && range.end >= word.end);

/** Set in two ranges is doubled; once, but after what follows it, is out of order. */
function orderOrDouble(
  ranges: readonly SetRange[],
  word: { readonly start: number; readonly end: number },
): string {
  const times = ranges.filter((range) => range.start <= word.start && range.end >= word.end).length;
  return times > 1 ? 'GA802' : 'GA803';
}
