import type { RuleKey } from './rule-key.ts';
import type { Rule } from './rule.ts';
import { FILE_RULES } from './rules-of-files.ts';
import { PAGE_RULES } from './rules-of-pages.ts';
import { TEXT_RULES } from './rules-of-text.ts';

/** Every rule, in the order of the documentation. */
export const RULES: Readonly<Record<RuleKey, Rule>> = { ...FILE_RULES, ...PAGE_RULES, ...TEXT_RULES };
