/** A standard that a file may claim; `pdf` is what every file has to keep. */
export type StandardKey = 'pdf' | 'a1' | 'a2' | 'a3' | 'a4' | 'ua1' | 'ua2' | 'x4';

/** One thing that preflight looks at. */
export type Rule = {
  /**
   * By standard the clause and the number of the test in it, as veraPDF counts them: `7.18.5-1`. Rules of PDF/X-4 are
   * named by their subject. A standard that does not ask for it is absent.
   */
  readonly clauses: Readonly<Partial<Record<StandardKey, string>>>;
  /** The lowest level of PDF/A-1 to 3 that asks for it: B, U (text can be read), A (structure can be read). */
  readonly level: 'B' | 'U' | 'A';
  /** What has to be so: a sentence without its full stop. */
  readonly title: string;
  /** What to do about a breach: a sentence. */
  readonly cure: string;
};

/** Clauses as the tables give them: `a23` stands for parts 2 and 3 of PDF/A, which share their numbers. */
type Clauses = Readonly<Partial<Record<StandardKey | 'a23', string>>>;

/** Makes a rule of a row of the tables. */
export function rule(clauses: Clauses, title: string, cure: string, level: Rule['level'] = 'B'): Rule {
  const { a23, ...others } = clauses;
  return { clauses: a23 === undefined ? others : { a2: a23, a3: a23, ...others }, level, title, cure };
}
