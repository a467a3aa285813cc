import type { Context } from '../diagnostics/context.ts';
import type { TemplateData } from './template-data.ts';

/** Templates of a theme and a paper, opened: each is compiled when it is first rendered. */
export type TemplateSet = {
  /** Every name, as `pages/front`, sorted by code point. */
  readonly names: readonly string[];
  /** Path of the file that counts for a name; null for none. */
  readonly fileOf: (name: string) => string | null;
  /** The text that a template makes; null after a fault, which is reported. */
  readonly fill: (name: string, data: TemplateData, context: Context) => string | null;
};
