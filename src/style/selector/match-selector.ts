import type { Compound, Selector, SimpleSelector } from './selector.ts';

/** An element as selectors see it. The root has no parent; text counts for nothing. */
export type MatchElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly language: string;
  readonly parent: MatchElement | null;
  readonly previous: MatchElement | null;
  /** Place among the parent's elements, from 1, and their number. */
  readonly index: number;
  readonly count: number;
};

/** Whether a selector matches (Selectors 4). */
export function matchSelector(selector: Selector, element: MatchElement): boolean {
  return matchCompound(selector.subject, element) && matchBefore(selector, 0, element);
}

function matchBefore(selector: Selector, at: number, element: MatchElement): boolean {
  const step = selector.before[at];
  if (step === undefined) return true;
  const goesUp = step.combinator === 'descendant' || step.combinator === 'child';
  const isNear = step.combinator === 'child' || step.combinator === 'next';
  const next = (from: MatchElement): MatchElement | null => (goesUp ? from.parent : from.previous);
  for (let other = next(element); other !== null; other = next(other)) {
    if (matchCompound(step.compound, other) && matchBefore(selector, at + 1, other)) return true;
    if (isNear) return false;
  }
  return false;
}

function matchCompound(compound: Compound, element: MatchElement): boolean {
  return compound.every((simple) => matchSimple(simple, element));
}

function matchSimple(simple: SimpleSelector, element: MatchElement): boolean {
  switch (simple.kind) {
    case 'type':
      return element.name === simple.name;
    case 'class':
      return wordsOf(element.attributes['class']).includes(simple.name);
    case 'id':
      return element.attributes['id'] === simple.name;
    case 'attribute':
      return matchAttribute(simple, element.attributes[simple.name]);
    case 'root':
      return element.parent === null;
    case 'nth':
      return matchPlace(simple, simple.fromEnd ? element.count - element.index + 1 : element.index);
    case 'lang':
      return simple.ranges.some((range) => matchLanguage(range, element.language));
    case 'not':
      return !simple.selectors.some((selector) => matchSelector(selector, element));
  }
}

const wordsOf = (text: string | undefined): readonly string[] => text?.split(/[ \t\n\r\f]+/) ?? [];

function matchAttribute(
  simple: SimpleSelector & { readonly kind: 'attribute' },
  actual: string | undefined,
): boolean {
  const { operator, value } = simple;
  if (actual === undefined) return false;
  switch (operator) {
    case null:
      return true;
    case '=':
      return actual === value;
    case '~=':
      return value !== '' && wordsOf(actual).includes(value);
    case '|=':
      return actual === value || actual.startsWith(`${value}-`);
    case '^=':
      return value !== '' && actual.startsWith(value);
    case '$=':
      return value !== '' && actual.endsWith(value);
    case '*=':
      return value !== '' && actual.includes(value);
  }
}

function matchPlace(
  { step, offset }: { readonly step: number; readonly offset: number },
  place: number,
): boolean {
  if (step === 0) return place === offset;
  const turns = (place - offset) / step;
  return Number.isInteger(turns) && turns >= 0;
}

/** Basic filtering of RFC 4647 §3.3.1: `es` takes `es-PE` too. */
function matchLanguage(range: string, language: string): boolean {
  const wanted = range.toLowerCase();
  const actual = language.toLowerCase();
  return actual === wanted || actual.startsWith(`${wanted}-`);
}
