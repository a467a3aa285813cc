import type { StructureRole } from '../page/structure-tree.ts';
import type { InlineElement } from '../style/inline-run.ts';
import type { ComputedStyle } from '../style/computed-style.ts';

/** How an element shows in the structure tree. */
export type RoleChoice =
  | { readonly kind: 'role'; readonly role: StructureRole }
  /** It has no element of its own: what it holds hangs on its parent. */
  | { readonly kind: 'transparent' }
  | { readonly kind: 'artifact' };

const BLOCK_ROLES: ReadonlyMap<string, StructureRole> = new Map<string, StructureRole>([
  ['p', 'P'],
  ['ul', 'L'],
  ['ol', 'L'],
  ['blockquote', 'BlockQuote'],
  ['figcaption', 'Caption'],
  ['table', 'Table'],
  ['caption', 'Caption'],
  ['address', 'ContactBlock'],
  ['section', 'Sect'],
  ['aside', 'Div'],
  ['dl', 'L'],
  ['dt', 'Lbl'],
  ['dd', 'LBody'],
]);

const TRANSPARENT: RoleChoice = { kind: 'transparent' };

/** The role of a block: `-ed-role` first, then what the element means. Text in a plain block is a paragraph. */
export function roleOfBlock(
  name: string | null,
  edRole: ComputedStyle['edRole'],
  rankShift: number,
): RoleChoice {
  if (edRole === 'Artifact') return { kind: 'artifact' };
  if (edRole !== null) return { kind: 'role', role: edRole };
  if (name === null) return TRANSPARENT;
  const rank = /^h([1-6])$/.exec(name)?.[1];
  if (rank !== undefined) return { kind: 'role', role: headingRole(Number(rank) + rankShift) };
  const role = BLOCK_ROLES.get(name);
  return role === undefined ? TRANSPARENT : { kind: 'role', role };
}

/** Links, abbreviations and changes of language have elements; emphasis and other spans are a matter of looks. */
export function roleOfInline(element: InlineElement, changesLanguage: boolean): RoleChoice {
  if (element.role === 'Artifact') return { kind: 'artifact' };
  if (element.href !== null) return { kind: 'role', role: 'Link' };
  if (element.role !== null) return { kind: 'role', role: element.role };
  if (element.expansion !== null) return { kind: 'role', role: 'Span' };
  return changesLanguage ? { kind: 'role', role: 'Span' } : TRANSPARENT;
}

const HEADINGS: readonly StructureRole[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

function headingRole(rank: number): StructureRole {
  return HEADINGS[Math.min(Math.max(rank, 1), 6) - 1] ?? 'H6';
}
