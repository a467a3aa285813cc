import type { OpenedFont } from '../open-pdf.ts';
import type { CodeUse } from './content-uses.ts';
import type { RuleKey } from './rule-key.ts';

/** A font, where it is shown first, and the codes that are shown of it in the whole file. */
export type ShownFont = {
  readonly font: OpenedFont;
  readonly page: number;
  readonly codes: ReadonlyMap<number, CodeUse>;
};

/** Takes a breach of the font that is looked at. */
export type SayFont = (rule: RuleKey, message: string) => void;
