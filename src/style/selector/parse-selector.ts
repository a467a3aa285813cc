import type { AttributeSelector, CssNode, Nth, PseudoClassSelector } from 'css-tree';
import { suggest } from '../../diagnostics/suggest.ts';
import { ELEMENTS } from '../../markup/vocabulary.ts';
import type { Combinator, Compound, Selector, SimpleSelector, Specificity } from './selector.ts';

/** A selector, or why it cannot be used. */
export type SelectorResult =
  | { readonly kind: 'selector'; readonly selector: Selector }
  | {
      readonly kind: 'fault';
      readonly message: string;
      readonly hint: string | null;
      readonly node: CssNode;
    };

/** What stands in the way; thrown and caught in this file only, for the grammar nests. */
class SelectorFault extends Error {
  override readonly name = 'SelectorFault';
  readonly hint: string | null;
  readonly node: CssNode;
  constructor(node: CssNode, message: string, hint: string | null = null) {
    super(message);
    this.hint = hint;
    this.node = node;
  }
}

const PSEUDO_CLASSES: readonly string[] = [
  'root',
  'first-child',
  'last-child',
  'only-child',
  'nth-child',
  'nth-last-child',
  'not',
  'lang',
];
const PSEUDO_LIST = `Pseudo-classes are ${PSEUDO_CLASSES.map((name) => `:${name}`).join(', ')}.`;

/** Turns one parsed selector into ours. */
export function parseSelector(node: CssNode): SelectorResult {
  try {
    return { kind: 'selector', selector: readSelector(node) };
  } catch (error) {
    if (!(error instanceof SelectorFault)) throw error;
    return { kind: 'fault', message: error.message, hint: error.hint, node: error.node };
  }
}

const COMBINATORS: Readonly<Record<string, Combinator>> = {
  ' ': 'descendant',
  '>': 'child',
  '+': 'next',
  '~': 'subsequent',
};

function readSelector(node: CssNode): Selector {
  if (node.type !== 'Selector') throw new SelectorFault(node, 'this is no selector');
  const compounds: SimpleSelector[][] = [[]];
  const combinators: Combinator[] = [];
  node.children.forEach((part) => {
    if (part.type !== 'Combinator') {
      compounds.at(-1)?.push(...readSimple(part));
      return;
    }
    const combinator = COMBINATORS[part.name];
    if (combinator === undefined)
      throw new SelectorFault(part, `"${part.name}" is no combinator`, 'Use a space, >, + or ~.');
    combinators.push(combinator);
    compounds.push([]);
  });
  const [subject = [], ...rest] = compounds.reverse();
  const before = rest.map((compound, index) => ({
    combinator: combinators[combinators.length - 1 - index] ?? 'descendant',
    compound,
  }));
  return { subject, before, specificity: addUp([subject, ...rest].flat().map(weigh)) };
}

function readSimple(node: CssNode): Compound {
  switch (node.type) {
    case 'TypeSelector':
      return node.name === '*' ? [] : [{ kind: 'type', name: knownElement(node.name.toLowerCase(), node) }];
    case 'ClassSelector':
      return [{ kind: 'class', name: node.name }];
    case 'IdSelector':
      return [{ kind: 'id', name: node.name }];
    case 'AttributeSelector':
      return [readAttribute(node)];
    case 'PseudoClassSelector':
      return readPseudoClass(node);
    case 'PseudoElementSelector':
      throw new SelectorFault(node, `::${node.name} is not supported`, pseudoElementHint(node.name));
    default:
      throw new SelectorFault(node, 'this part of the selector is not supported');
  }
}

function knownElement(name: string, node: CssNode): string {
  if (ELEMENTS.has(name)) return name;
  const meant = suggest(name, [...ELEMENTS.keys()]);
  throw new SelectorFault(
    node,
    `no element is called "${name}"`,
    meant === null ? 'A class begins with a dot.' : `Did you mean "${meant}"?`,
  );
}

function pseudoElementHint(name: string): string {
  if (name === 'first-letter') return 'For a drop capital use initial-letter.';
  return 'Put an element into the template for it.';
}

const OPERATORS = ['=', '~=', '|=', '^=', '$=', '*='] as const;

function readAttribute(node: AttributeSelector): SimpleSelector {
  const operator = node.matcher === null ? null : OPERATORS.find((candidate) => candidate === node.matcher);
  if (operator === undefined || node.flags !== null)
    throw new SelectorFault(node, 'this attribute selector is not supported');
  const value = node.value === null ? '' : node.value.type === 'String' ? node.value.value : node.value.name;
  return { kind: 'attribute', name: node.name.name.toLowerCase(), operator, value };
}

const FIRST: SimpleSelector = { kind: 'nth', step: 0, offset: 1, fromEnd: false };
const LAST: SimpleSelector = { kind: 'nth', step: 0, offset: 1, fromEnd: true };

function readPseudoClass(node: PseudoClassSelector): Compound {
  switch (node.name.toLowerCase()) {
    case 'root':
      return [{ kind: 'root' }];
    case 'first-child':
      return [FIRST];
    case 'last-child':
      return [LAST];
    case 'only-child':
      return [FIRST, LAST];
    case 'nth-child':
      return [readNth(node, false)];
    case 'nth-last-child':
      return [readNth(node, true)];
    case 'lang':
      return [{ kind: 'lang', ranges: readRanges(node) }];
    case 'not':
      return [{ kind: 'not', selectors: readNot(node) }];
    default: {
      const meant = suggest(node.name, PSEUDO_CLASSES);
      throw new SelectorFault(
        node,
        `:${node.name} is not supported`,
        meant === null ? PSEUDO_LIST : `Did you mean ":${meant}"?`,
      );
    }
  }
}

function readNth(node: PseudoClassSelector, fromEnd: boolean): SimpleSelector {
  const argument = node.children?.first;
  if (argument?.type !== 'Nth' || argument.selector !== null) {
    throw new SelectorFault(node, `:${node.name} wants odd, even, a number or a pattern such as 2n+1`);
  }
  return { kind: 'nth', ...placesOf(argument), fromEnd };
}

function placesOf({ nth }: Nth): { readonly step: number; readonly offset: number } {
  if (nth.type === 'Identifier') return { step: 2, offset: nth.name === 'odd' ? 1 : 0 };
  // `n` alone is 1n, `-n` is -1n; css-tree leaves either part out as null.
  return { step: nth.a === null ? 0 : Number(nth.a), offset: nth.b === null ? 0 : Number(nth.b) };
}

function readRanges(node: PseudoClassSelector): readonly string[] {
  const ranges: string[] = [];
  node.children?.forEach((child) => {
    if (child.type === 'Identifier') ranges.push(child.name);
    else if (child.type === 'String') ranges.push(child.value);
  });
  if (ranges.length === 0) throw new SelectorFault(node, ':lang wants a language, as in :lang(es)');
  return ranges;
}

function readNot(node: PseudoClassSelector): readonly Selector[] {
  const argument = node.children?.first;
  if (argument?.type !== 'SelectorList')
    throw new SelectorFault(node, ':not wants a selector, as in :not(.brief)');
  const selectors: Selector[] = [];
  argument.children.forEach((child) => selectors.push(readSelector(child)));
  return selectors;
}

/** Selectors 4 §17: `:not` weighs as much as the heaviest selector in it. */
function weigh(simple: SimpleSelector): Specificity {
  if (simple.kind === 'id') return [1, 0, 0];
  if (simple.kind === 'type') return [0, 0, 1];
  if (simple.kind !== 'not') return [0, 1, 0];
  return simple.selectors
    .map((selector) => selector.specificity)
    .reduce((best, other) => (compareSpecificity(best, other) < 0 ? other : best), [0, 0, 0]);
}

const addUp = (weights: readonly Specificity[]): Specificity =>
  weights.reduce<Specificity>(([a, b, c], [d, e, f]) => [a + d, b + e, c + f], [0, 0, 0]);

/** Negative when the first weighs less. */
export function compareSpecificity(left: Specificity, right: Specificity): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
