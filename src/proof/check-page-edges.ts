import { ISSUE_OWNER, type Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { DeepStrip, Page, TextFragment } from '../page/page.ts';
import { furthestMove, type Move } from '../style/style-origin.ts';

/** Letters of the text that a report quotes. */
const QUOTED = 40;

const MM_PER_PT = 25.4 / 72;

type Edge = 'left' | 'right' | 'upper' | 'lower';

/** A run of which a letter stands outside, the edge it is beyond, and how far its middle is from it: points. */
type Outside = { readonly text: TextFragment; readonly page: Page; readonly edge: Edge; readonly by: number };

/** Runs that one declaration, one strip of too many lines, or the same text, has outside: told as one. */
type Group = {
  readonly first: Outside;
  readonly move: Move | null;
  readonly strip: DeepStrip | null;
  readonly pages: Set<Page>;
};

/**
 * Looks at where letters stand on the finished pages: reports GA415 for text of which a letter lies by half or more
 * beyond an edge of its page, where nobody reads it, once for each declaration that moves it or strip that is
 * too deep, at its first place.
 */
export function checkPageEdges(pages: readonly Page[], trail: readonly string[], context: Context): void {
  const groups = new Map<string, Group>();
  for (const page of pages) {
    for (const fragment of page.fragments) {
      const outside = fragment.kind === 'text' ? outsideOf(fragment, page) : null;
      if (outside !== null) addTo(groups, outside);
    }
  }
  for (const group of groups.values()) report(group, trail, context);
}

function outsideOf(text: TextFragment, page: Page): Outside | null {
  const { run, x, y } = text;
  const { width, height } = page.size;
  const middle = y - run.rise - run.fontSize / 4;
  if (middle < 0) return said(text) === '' ? null : { text, page, edge: 'upper', by: -middle };
  if (middle > height) return said(text) === '' ? null : { text, page, edge: 'lower', by: middle - height };
  const from = x + run.x;
  if (from >= 0 && from + run.width <= width) return null;
  // From edge to edge, as letters stand: most runs outside are so by their first or last letters alone.
  let pen = from;
  let furthest: Outside | null = null;
  run.advances.forEach((advance, index) => {
    const at = pen + (advance * run.scale) / 2;
    pen += advance * run.scale;
    const by = Math.max(-at, at - width);
    if (by <= (furthest?.by ?? 0) || run.texts[index]?.trim() === '') return;
    furthest = { text, page, edge: at < 0 ? 'left' : 'right', by };
  });
  return furthest;
}

const said = ({ run }: TextFragment): string => run.texts.join('').trim();

function addTo(groups: Map<string, Group>, outside: Outside): void {
  const { run } = outside.text;
  const isAcross = outside.edge === 'left' || outside.edge === 'right';
  const move = furthestMove(run.inline.style, isAcross ? 'across' : 'down');
  // What moved it moved it at least as far as it is outside.
  const cause = move !== null && move.by >= outside.by ? move : null;
  const strip = cause === null && !isAcross ? stripOf(outside) : null;
  const key =
    strip === null
      ? placeOf(cause?.span ?? run.inline.at)
      : `${strip.role} ${strip.template} ${placeOf(strip.at)}`;
  const group = groups.get(key) ?? { first: outside, move: cause, strip, pages: new Set<Page>() };
  group.pages.add(outside.page);
  groups.set(key, group);
}

/** The strip that is too deep for its page and holds a text; null for none. */
function stripOf({ text, page }: Outside): DeepStrip | null {
  const [x, y] = [text.x + text.run.x, text.y - text.run.rise];
  const holds = ({ rect }: DeepStrip): boolean =>
    x >= rect.x - 1 && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
  return page.deepStrips?.find(holds) ?? null;
}

const placeOf = (span: Span | null): string => (span === null ? '' : `${span.file} ${span.start}`);

function report({ first, move, strip, pages }: Group, trail: readonly string[], context: Context): void {
  const { run } = first.text;
  const owner = run.inline.source?.owner;
  const text = run.inline.text.slice(run.start, run.end).trim();
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  const where = `${(first.by * MM_PER_PT).toFixed(1)} mm beyond the ${first.edge} edge of page ${first.page.label}`;
  const more =
    pages.size > 1 ? `, and more on ${pages.size === 2 ? '1 page' : `${pages.size - 1} pages`}` : '';
  const begins = run.inline.at === null ? [] : [{ message: 'the text begins here', span: run.inline.at }];
  reportFault(context, 'GA415', {
    message: `“${quoted}” stands ${where}${more}${strip === null ? '' : `: ${rowsOf(strip)}`}`,
    ...hintOf(move, strip),
    span: move?.span ?? strip?.at ?? run.inline.at,
    related: move === null && (strip?.at ?? null) === null ? [] : begins,
    trail: [
      ...trail,
      `page ${first.page.label}`,
      ...(owner === undefined || owner === ISSUE_OWNER ? [] : [owner]),
    ],
  });
}

const rowsOf = ({ role, template, rows: { needed, given } }: DeepStrip): string =>
  `the ${role} "${template}" takes ${needed} rows, and its page layout gives it ${given}`;

/** What to do about the cause; where none is known, the catalogue says where to look. */
function hintOf(move: Move | null, strip: DeepStrip | null): { readonly hint?: string } {
  if (move !== null) return { hint: `${move.name} moves it there: make it less.` };
  if (strip === null) return {};
  return { hint: `Shorten what stands in the ${strip.role}, or raise its rows="…" in the page layout.` };
}
