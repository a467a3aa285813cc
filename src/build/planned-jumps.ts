import type { Article } from '../content/article.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition, JumpPlan, PlannedSlot } from '../edition/edition.ts';
import type { DraftEdition, PieceTop } from '../layout/composer.ts';
import type { JumpAfter, PlannedJump } from '../layout/page-plan.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';

/** What the page plan says of a story's jump; null where it says nothing. */
export function plannedJump({ plan, grid }: Edition, article: Article): PlannedJump | null {
  const jump = plan.find(({ stories }) => stories.includes(article.id))?.jump ?? null;
  if (jump === null) return null;
  return { after: afterOf(jump, article, grid), toPage: jump.to === null ? null : jump.to - 1 };
}

function afterOf({ after }: JumpPlan, article: Article, grid: Edition['grid']): JumpAfter | null {
  if (after === null) return null;
  if (after.kind === 'depth')
    return { kind: 'rows', rows: Math.max(1, Math.round(after.depth / grid.baseline)) };
  if (after.kind === 'lines') return { kind: 'rows', rows: after.count };
  const node = paragraphsOf(article)[after.count - 1];
  return node === undefined ? null : { kind: 'node', node };
}

/** Nodes of the paragraphs of a text; those in lists, quotations and boxes are none of them. */
function paragraphsOf({ body }: Article): readonly string[] {
  return body.flatMap((block) => {
    const node = block.name === 'p' ? firstNode(block) : null;
    return node === null ? [] : [node];
  });
}

function firstNode(markup: MarkupNode): string | null {
  if (markup.kind === 'text') return markup.source?.node ?? null;
  for (const child of markup.children) {
    const node = firstNode(child);
    if (node !== null) return node;
  }
  return null;
}

/**
 * Reports GA722 for each story that does not jump where the page plan says, with what stands in the way.
 */
export function reportJumps(
  { tops }: Pick<DraftEdition, 'tops'>,
  { edition, articles }: { readonly edition: Edition; readonly articles: readonly Article[] },
  context: Context,
): void {
  for (const slot of edition.plan) {
    const [story] = slot.stories;
    const article = articles.find(({ id }) => id === story);
    if (slot.jump === null || article === undefined) continue;
    const pieces = tops.filter(({ flow }) => flow.kind === 'story' && flow.name === article.id);
    const fault = faultOf({ slot, jump: slot.jump, article, pieces });
    if (fault === null) continue;
    const span = edition.spans[`${slot.path}.jump`] ?? null;
    reportFault(context, 'GA722', { ...fault, span, trail: [edition.issueId, edition.language] });
  }
}

type Jumped = {
  readonly slot: PlannedSlot;
  readonly jump: JumpPlan;
  readonly article: Article;
  /** In the order of reading; the first one is where the story begins. */
  readonly pieces: readonly PieceTop[];
};

function faultOf({ slot, jump, article, pieces }: Jumped): {
  readonly message: string;
  readonly hint?: string;
} | null {
  const name = `"${article.id}"`;
  const [first, second] = pieces;
  if (first === undefined) return null;
  const page = first.pageIndex + 1;
  if (page !== slot.page) {
    const hint = 'Let it stand in a larger slot, or leave more of the page free.';
    return { message: `${name} begins on page ${page}, not on page ${slot.page}`, hint };
  }
  if (second === undefined) {
    const count = paragraphsOf(article).length;
    const has =
      jump.after?.kind === 'paragraphs'
        ? ` and has ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`
        : '';
    const wanted = jump.after === null ? '' : ` after ${jump.afterText}`;
    const hint = 'Name a place before its end, or take `jump` away.';
    return { message: `${name} cannot jump${wanted}: all of it stands on page ${page}${has}`, hint };
  }
  if (jump.after !== null && !first.isCutAsPlanned) {
    const count = paragraphsOf(article).length;
    if (jump.after.kind === 'paragraphs' && jump.after.count >= count)
      return { message: `${name} cannot jump after ${jump.afterText}: it has ${count}` };
    return {
      message: `${name} jumps before ${jump.afterText} are set: its place on page ${page} is too short`,
      hint: 'Let it jump earlier, cut it, or take something else off its page.',
    };
  }
  const on = second.pageIndex + 1;
  if (jump.to === null || jump.to === on) return null;
  return { message: `${name} goes on on page ${on}, not on page ${jump.to}: there is no room for it there` };
}
