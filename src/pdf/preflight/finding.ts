import type { PDFObject } from 'pdf-lib';
import type { RuleKey } from './rule-key.ts';

/** A breach of a rule, as a check finds it. */
export type Breach = {
  readonly rule: RuleKey;
  readonly message: string;
  /** From 0. */
  readonly page: number | null;
  /** What is wrong: told by its reference where it has one. */
  readonly object: PDFObject | null;
  /** Bytes from the start of the file; null where an object tells the place. */
  readonly offset: number | null;
};

/** Where a breach is. */
export type BreachPlace = Partial<Pick<Breach, 'page' | 'object' | 'offset'>>;

/** Takes breaches from checks. */
export type Say = (rule: RuleKey, message: string, place?: BreachPlace) => void;

/** A breach of a rule of what the file claims. */
export type Finding = {
  /** The clause: `ua1:7.18.5-1`. */
  readonly rule: string;
  /** Clauses of the other standards that are broken by the same. */
  readonly also: readonly string[];
  /** From 1. */
  readonly page: number | null;
  /** `12 0`. */
  readonly object: string | null;
  readonly offset: number | null;
  readonly message: string;
  readonly cure: string;
};
