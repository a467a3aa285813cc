import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { checkNesting } from '../markup/check-element.ts';
import type { MarkupElement, MarkupNode, MarkupTree } from '../markup/markup-tree.ts';
import { withEndMark } from './end-mark.ts';
import type { Parts } from './parts.ts';
import { withRunIn } from './run-in.ts';

type Graft = { readonly parts: Parts; readonly context: Context };

/**
 * Replaces each `ed-content` by the nodes of the part it names. `shift="1"` on it lowers their heads by that
 * many ranks (h2 becomes h3), `end="■"` puts that sign behind its last word, and `run-in="dateline" sign="—"` puts
 * another part at the head of its first paragraph, with that sign behind it. Reports GA307 for an unknown part or one
 * that is not named, GA313 for blocks put into a paragraph.
 */
export function graftParts(tree: MarkupTree, parts: Parts, context: Context): MarkupTree {
  return { kind: 'tree', children: graftNodes(tree.children, null, { parts, context }) };
}

function graftNodes(
  nodes: readonly MarkupNode[],
  parent: string | null,
  graft: Graft,
): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.kind === 'text') return [node];
    if (node.name === 'ed-content') return partOf(node, parent, graft);
    return [{ ...node, children: graftNodes(node.children, node.name, graft) }];
  });
}

function partOf(element: MarkupElement, parent: string | null, graft: Graft): readonly MarkupNode[] {
  const nodes = findPart(element, 'part', graft);
  if (nodes === null) return [];
  const shift = Number(element.attributes['shift'] ?? 0);
  const shifted = Number.isInteger(shift) && shift > 0 ? nodes.map((node) => lowerHeads(node, shift)) : nodes;
  const sign = element.attributes['end'] ?? '';
  const ended = sign === '' ? shifted : withEndMark(shifted, sign);
  const whole = withHead(ended, element, graft);
  for (const node of whole) {
    if (parent !== null && node.kind === 'element')
      checkNesting({ parent, child: node.name, at: element.at }, graft.context);
  }
  return whole;
}

/** The part that an attribute names; null, and told of, where there is none. */
function findPart(element: MarkupElement, attribute: string, graft: Graft): readonly MarkupNode[] | null {
  const { parts, context } = graft;
  const name = element.attributes[attribute] ?? '';
  const nodes = parts.get(name);
  if (nodes !== undefined) return nodes;
  const known = [...parts.keys()];
  const meant = suggest(name, known);
  reportFault(context, 'GA307', {
    message:
      name === '' ? '<ed-content> does not say which part it wants' : `there is no part "${name}" here`,
    hint: meant === null ? `Parts here: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
    span: element.at,
  });
  return null;
}

function withHead(nodes: readonly MarkupNode[], element: MarkupElement, graft: Graft): readonly MarkupNode[] {
  const name = element.attributes['run-in'];
  if (name === undefined) return nodes;
  const matter = findPart(element, 'run-in', graft) ?? [];
  return withRunIn(nodes, { name, nodes: matter, sign: element.attributes['sign'] ?? '' });
}

function lowerHeads(node: MarkupNode, shift: number): MarkupNode {
  if (node.kind === 'text') return node;
  const rank = /^h([1-6])$/.exec(node.name)?.[1];
  const name = rank === undefined ? node.name : `h${Math.min(6, Number(rank) + shift)}`;
  return { ...node, name, children: node.children.map((child) => lowerHeads(child, shift)) };
}
