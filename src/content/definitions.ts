import { ABBREVIATION, definedName, NOTE } from './markdown/definition-rules.ts';
import type { Block } from './markdown/nest-blocks.ts';
import type { SourceLines } from './markdown/source-lines.ts';
import type { TypedExpansion } from './expansions.ts';
import type { TypedNote } from './notes.ts';

/** What an article defines apart from its text, in document order. */
export type Definitions = {
  readonly notes: readonly TypedNote[];
  readonly expansions: readonly TypedExpansion[];
};

/** Collects notes and abbreviations wherever they stand, in boxes and lists too. */
export function collectDefinitions(blocks: readonly Block[], lines: SourceLines): Definitions {
  const notes: TypedNote[] = [];
  const expansions: TypedExpansion[] = [];
  const visit = (block: Block): void => {
    const { token } = block;
    const at = lines.blockSpan(...block.lines);
    if (token.type === NOTE) notes.push({ name: definedName(token), block, at });
    if (token.type === ABBREVIATION) expansions.push({ short: definedName(token), long: token.content, at });
    block.children.forEach(visit);
  };
  blocks.forEach(visit);
  return { notes, expansions };
}
