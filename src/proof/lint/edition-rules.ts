import type { EditionFacts, LintFinding } from './page-facts.ts';
import { lintPages } from './page-rules.ts';
import { lintLines } from './text-rules.ts';

const INCH = 72;
const BEFORE_JUMP = 4 * INCH;
const AFTER_JUMP = 6 * INCH;
/** A screen edition is read in pairs of pages. */
const PAGES_TOGETHER = 2;

/** One story on one page: the depth of its legs together. */
type Piece = { readonly story: string; readonly page: string; readonly depth: number };

/** Everything in an edition that an editor would change: of its pages, of its lines, of the whole. */
export function lintEdition(facts: EditionFacts): readonly LintFinding[] {
  const lines = lintLines(facts.paragraphs, facts.baseline);
  return [
    ...lintPages(facts),
    ...lines,
    ...jumpFindings(facts),
    ...shortLastPage(facts),
    ...pageCount(facts),
  ];
}

function piecesOf({ pages }: EditionFacts): ReadonlyMap<string, readonly Piece[]> {
  const stories = new Map<string, Piece[]>();
  for (const { label, legs } of pages) {
    for (const story of new Set(legs.map((leg) => leg.story))) {
      const depth = legs.reduce((sum, leg) => (leg.story === story ? sum + leg.rect.height : sum), 0);
      stories.set(story, [...(stories.get(story) ?? []), { story, page: label, depth }]);
    }
  }
  return stories;
}

function jumpFindings(facts: EditionFacts): readonly LintFinding[] {
  const jumping = [...piecesOf(facts)].flatMap(([story, pieces]) =>
    facts.jumping.has(story) && pieces.length > 1 ? [pieces] : [],
  );
  return [...jumping.flatMap(jumpsOf), ...jumpPages(jumping)];
}

function jumpsOf(pieces: readonly Piece[]): readonly LintFinding[] {
  const [first, second] = pieces;
  if (first === undefined || second === undefined) return [];
  const { story, page } = first;
  const findings: LintFinding[] = [];
  const add = (rule: string, message: string, cure: string): void => {
    findings.push({ rule, page, story, message, cure });
  };
  const depth = (points: number): string => (points / INCH).toFixed(1);
  if (pieces.length > 2)
    add(
      'jump-once',
      `it jumps ${pieces.length - 1} times`,
      'A story jumps once: give it more room, or cut it.',
    );
  if (first.depth < BEFORE_JUMP)
    add(
      'jump-length',
      `${depth(first.depth)} column inches stand before its jump, less than 4`,
      'Give it more room on this page.',
    );
  if (second.depth < AFTER_JUMP)
    add(
      'jump-length',
      `${depth(second.depth)} column inches go on on page ${second.page}, less than 6`,
      'Cut the story, or let it end on this page.',
    );
  return findings;
}

/** Stories that leave one page should go on on one page. */
function jumpPages(jumping: readonly (readonly Piece[])[]): readonly LintFinding[] {
  const targets = new Map<string, Set<string>>();
  for (const [first, second] of jumping) {
    if (first === undefined || second === undefined) continue;
    targets.set(first.page, (targets.get(first.page) ?? new Set<string>()).add(second.page));
  }
  return [...targets]
    .filter(([, pages]) => pages.size > 1)
    .map(([page, pages]) => ({
      rule: 'jump-pages',
      page,
      story: null,
      message: `its stories go on on pages ${[...pages].join(', ')}`,
      cure: 'Let the stories of one page go on on one page.',
    }));
}

/** A last page of which stories fill less than this share of the depth is hardly one. */
const LAST_PAGE_SHARE = 0.4;

function shortLastPage({ pages, live }: EditionFacts): readonly LintFinding[] {
  const last = pages.at(-1);
  if (live === null || last === undefined || pages.length < 2) return [];
  // The imprint is no story.
  const legs = last.legs.filter(({ story }) => !story.startsWith('@')).map(({ rect }) => rect);
  const foot = Math.max(0, ...[...legs, ...last.pictures].map(({ y, height }) => y + height));
  if (foot === 0 || foot >= live.y + live.height * LAST_PAGE_SHARE) return [];
  const inches = (points: number): string => (points / INCH).toFixed(1);
  const depth = legs.reduce((sum, { height }) => sum + height, 0);
  const white = live.y + live.height - foot;
  return [
    {
      rule: 'short-last-page',
      page: last.label,
      story: null,
      message: `its stories end ${inches(white)} inches above the foot: ${inches(depth)} column inches stand on it`,
      cure: 'Cut so much, and room for the imprint, to spare the page; or give the stories and pictures of the number more room.',
    },
  ];
}

function pageCount({ pageCount: count }: EditionFacts): readonly LintFinding[] {
  if (count % PAGES_TOGETHER === 0) return [];
  return [
    {
      rule: 'page-count',
      page: null,
      story: null,
      message: `${count} ${count === 1 ? 'page' : 'pages'}: an odd number leaves a blank one`,
      cure: 'Make it a multiple of 2 for the screen, of 4 for print.',
    },
  ];
}
