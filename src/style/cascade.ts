import { matchSelector, type MatchElement } from './selector/match-selector.ts';
import { compareSpecificity } from './selector/parse-selector.ts';
import type { Selector, SimpleSelector } from './selector/selector.ts';
import type { StyleRule, StyleSheet } from './style-sheet.ts';

/** Rules that match an element, weakest first. `key` is the same for the same rules. */
export type Matched = { readonly rules: readonly StyleRule[]; readonly key: string };

/** Finds the rules of some sheets that match an element. */
export type Cascade = { readonly match: (element: MatchElement) => Matched };

type Entry = {
  readonly selector: Selector;
  readonly rule: StyleRule;
  readonly layer: number;
  readonly order: number;
};

/**
 * Prepares sheets for matching. Rules of the first sheet are weaker than all others, whatever their specificity
 * (it is galley's base sheet); the others count as one sheet, written one after the other.
 */
export function createCascade(sheets: readonly StyleSheet[]): Cascade {
  const entries: Entry[] = [];
  let order = 0;
  sheets.forEach((sheet, index) => {
    for (const rule of sheet.rules) {
      for (const selector of rule.selectors)
        entries.push({ selector, rule, layer: Math.min(index, 1), order });
      order += 1;
    }
  });
  const buckets = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = bucketOf(entry.selector.subject);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [entry]);
    else bucket.push(entry);
  }
  return { match: (element) => matchEntries(candidates(element, buckets), element) };
}

/** The bucket a selector's subject is looked up in: its id, a class or its type; `*` when it has none. */
function bucketOf(subject: readonly SimpleSelector[]): string {
  for (const kind of ['id', 'class', 'type'] as const) {
    const simple = subject.find((candidate) => candidate.kind === kind);
    if (simple !== undefined && 'name' in simple) return `${kind} ${simple.name}`;
  }
  return '*';
}

function candidates(element: MatchElement, buckets: ReadonlyMap<string, readonly Entry[]>): readonly Entry[] {
  const keys = ['*', `type ${element.name}`];
  const { id, class: classes } = element.attributes;
  if (id !== undefined) keys.push(`id ${id}`);
  for (const name of new Set(classes?.split(/[ \t\n\r\f]+/) ?? [])) keys.push(`class ${name}`);
  return keys.flatMap((key) => buckets.get(key) ?? []);
}

function matchEntries(entries: readonly Entry[], element: MatchElement): Matched {
  const strongest = new Map<StyleRule, Entry>();
  for (const entry of entries) {
    if (!matchSelector(entry.selector, element)) continue;
    const known = strongest.get(entry.rule);
    if (known === undefined || compareEntries(known, entry) < 0) strongest.set(entry.rule, entry);
  }
  const sorted = [...strongest.values()].sort(compareEntries);
  // The order alone does not tell two selectors of one rule apart, but their place among the others does.
  return { rules: sorted.map((entry) => entry.rule), key: sorted.map((entry) => entry.order).join(' ') };
}

function compareEntries(left: Entry, right: Entry): number {
  return (
    left.layer - right.layer ||
    compareSpecificity(left.selector.specificity, right.selector.specificity) ||
    left.order - right.order
  );
}
