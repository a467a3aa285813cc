/** How two compounds of a selector stand to one another. */
export type Combinator = 'descendant' | 'child' | 'next' | 'subsequent';

/** One condition on an element. */
export type SimpleSelector =
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'id'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly operator: '=' | '~=' | '|=' | '^=' | '$=' | '*=' | null;
      readonly value: string;
    }
  | { readonly kind: 'root' }
  /** An element whose place among its siblings, from 1, is `step` × n + `offset` for some n from 0. */
  | { readonly kind: 'nth'; readonly step: number; readonly offset: number; readonly fromEnd: boolean }
  | { readonly kind: 'lang'; readonly ranges: readonly string[] }
  | { readonly kind: 'not'; readonly selectors: readonly Selector[] };

/** Conditions on one element; none is `*`. */
export type Compound = readonly SimpleSelector[];

/** Ids, then classes, attributes and pseudo-classes, then types. */
export type Specificity = readonly [number, number, number];

/** A selector from its subject leftwards: `before[i]` says how the element before stands, and what it is. */
export type Selector = {
  readonly subject: Compound;
  readonly before: readonly { readonly combinator: Combinator; readonly compound: Compound }[];
  readonly specificity: Specificity;
};
