import type { Rect } from '../../core/geometry.ts';
import type { EditionFacts, HeadFact, LegFact, LintFinding, PageFacts } from './page-facts.ts';

const INCH = 72;
const PICA = 12;

type Finding = Omit<LintFinding, 'rule' | 'page'>;
type Rule = {
  readonly name: string;
  readonly check: (page: PageFacts, baseline: number) => readonly Finding[];
};

const right = ({ x, width }: Rect): number => x + width;
const bottom = ({ y, height }: Rect): number => y + height;
const sharesColumns = (a: Rect, b: Rect): boolean => a.x < right(b) && b.x < right(a);
const touches = (a: Rect, b: Rect): boolean => sharesColumns(a, b) && a.y < bottom(b) && b.y < bottom(a);
const inches = (points: number): string => (points / INCH).toFixed(1);

/** Heads whose sizes differ by less look alike. */
const SIZE_STEP = 6;
/** Heads that begin within so many rows stand at one height; white between columns is at most so wide. */
const ROWS_LEVEL = 2;
const GUTTER_MOST = 4 * PICA;

function tombstones({ heads }: PageFacts, baseline: number): readonly Finding[] {
  return heads.flatMap((head, at) =>
    heads.slice(at + 1).flatMap((other): readonly Finding[] => {
      const [left, next] = head.rect.x <= other.rect.x ? [head, other] : [other, head];
      const gap = next.rect.x - right(left.rect);
      const isLevel = Math.abs(head.rect.y - other.rect.y) < ROWS_LEVEL * baseline;
      const isAlike = Math.abs(head.size - other.size) < SIZE_STEP;
      if (!isLevel || !isAlike || gap < 0 || gap > GUTTER_MOST) return [];
      return [
        {
          story: next.story,
          message: `its head stands beside that of "${left.story}", at one height and of nearly one size`,
          cure: 'Put a picture over one of them, make one a step smaller, or let them stand one above the other.',
        },
      ];
    }),
  );
}

function hierarchy({ heads }: PageFacts): readonly Finding[] {
  return heads.flatMap((head): readonly Finding[] => {
    const above = heads.find(
      (other) =>
        bottom(other.rect) <= head.rect.y &&
        sharesColumns(other.rect, head.rect) &&
        other.size + 0.5 < head.size,
    );
    if (above === undefined) return [];
    return [
      {
        story: head.story,
        message: `its head is larger (${head.size.toFixed(0)} pt) than that of "${above.story}" above it (${above.size.toFixed(0)} pt)`,
        cure: 'Change the places of the two stories, or give the lower one a smaller head.',
      },
    ];
  });
}

const LEG_LEAST = 2 * INCH;
const LEG_MOST = 10 * INCH;

function byStory(legs: readonly LegFact[]): ReadonlyMap<string, readonly LegFact[]> {
  const stories = new Map<string, LegFact[]>();
  for (const leg of legs) stories.set(leg.story, [...(stories.get(leg.story) ?? []), leg]);
  return stories;
}

function legDepths({ legs }: PageFacts): readonly Finding[] {
  return [...byStory(legs)].flatMap(([story, own]): readonly Finding[] => {
    const deepest = Math.max(...own.map(({ rect }) => rect.height));
    if (deepest > LEG_MOST)
      return [
        {
          story,
          message: `a leg is ${inches(deepest)} inches deep; more than 10 tire the eye`,
          cure: 'Set the story over more columns, or break it by a picture.',
        },
      ];
    if (own.length < 2 || deepest >= LEG_LEAST) return [];
    return [
      {
        story,
        message: `its legs are ${inches(deepest)} inches deep; less than 2 are strips`,
        cure: 'Set the story over fewer columns.',
      },
    ];
  });
}

function unevenLegs({ legs }: PageFacts, baseline: number): readonly Finding[] {
  return [...byStory(legs)].flatMap(([story, own]): readonly Finding[] => {
    const tops = Math.min(...own.map(({ rect }) => rect.y));
    const level = own.filter(({ rect }) => rect.y - tops < baseline / 2).map(({ rect }) => bottom(rect));
    const spread = Math.max(...level) - Math.min(...level);
    if (level.length < 2 || spread <= baseline * 1.5) return [];
    return [
      {
        story,
        message: `its legs end ${Math.round(spread / baseline)} lines apart`,
        cure: 'Add or cut a line, or move a subhead or a block that cannot break.',
      },
    ];
  });
}

const DOMINANCE = 1.5;

function dominantPicture({ pictures }: PageFacts): readonly Finding[] {
  const areas = pictures.map(({ width, height }) => width * height).sort((a, b) => b - a);
  const [first, second] = areas;
  if (first === undefined || second === undefined || first >= second * DOMINANCE) return [];
  return [
    {
      story: null,
      message: `no picture leads: the largest is ${(first / second).toFixed(1)} times the next, not 1.5`,
      cure: 'Give one picture more columns, or crop the other.',
    },
  ];
}

const CUTLINE_LEAST = 6 * PICA;

function cutlineWidths({ cutlines }: PageFacts): readonly Finding[] {
  return cutlines
    .filter(({ rect }) => rect.width < CUTLINE_LEAST)
    .map(({ story, rect }) => ({
      story,
      message: `a cutline is set ${(rect.width / PICA).toFixed(1)} picas wide`,
      cure: 'Give it at least 6 picas, or set it under the picture.',
    }));
}

const TYPE_LEAST = 6;

function smallType({ smallest }: PageFacts): readonly Finding[] {
  if (smallest === null || smallest.size >= TYPE_LEAST - 0.01) return [];
  return [
    {
      story: null,
      message: `type of ${smallest.size.toFixed(1)} pt: "${smallest.text}"`,
      cure: 'Nothing in a newspaper is smaller than 6 pt: change print.css.',
    },
  ];
}

const WORDS_LEAST = 5;
const WORDS_MOST = 10;

function headLengths({ heads }: PageFacts): readonly Finding[] {
  return heads
    .filter(({ words }) => words < WORDS_LEAST || words > WORDS_MOST)
    .map(({ story, words }: HeadFact) => ({
      story,
      message: `its head has ${words} ${words === 1 ? 'word' : 'words'}`,
      cure: 'A head of 5 to 10 words says what happened and is read at a glance.',
    }));
}

/** A banknote, 6.14 by 2.61 inches, and the steps in which it is moved over the page. */
const NOTE = { width: 6.14 * INCH, height: 2.61 * INCH };
const NOTE_STEP = PICA;
/** Share of the note that body text must cover for the place to be grey. */
const GREY_SHARE = 0.8;

function dollarBill({ legs, stops }: PageFacts): readonly Finding[] {
  const xs = legs.map(({ rect }) => rect.x);
  const last = Math.max(...legs.map(({ rect }) => bottom(rect)));
  for (let y = Math.min(...legs.map(({ rect }) => rect.y)); y + NOTE.height <= last; y += NOTE_STEP) {
    for (const x of xs) {
      const note: Rect = { ...NOTE, x, y } as Rect;
      if (stops.some((stop) => touches(stop, note))) continue;
      const under = legs.filter(({ rect }) => touches(rect, note));
      const covered = under.reduce((sum, { rect }) => sum + sharedArea(rect, note), 0);
      if (covered < NOTE.width * NOTE.height * GREY_SHARE) continue;
      return [
        {
          story: under[0]?.story ?? null,
          message: 'a banknote laid on the text touches nothing but text',
          cure: 'Break the grey by a picture, a pull quote or a subhead.',
        },
      ];
    }
  }
  return [];
}

function sharedArea(a: Rect, b: Rect): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Rules that look at one page. */
const PAGE_RULES: readonly Rule[] = [
  { name: 'tombstone', check: tombstones },
  { name: 'hierarchy', check: hierarchy },
  { name: 'leg-depth', check: legDepths },
  { name: 'uneven-legs', check: unevenLegs },
  { name: 'dominant-picture', check: dominantPicture },
  { name: 'cutline-width', check: cutlineWidths },
  { name: 'minimum-size', check: smallType },
  { name: 'head-length', check: headLengths },
  { name: 'dollar-bill', check: dollarBill },
];

/** Findings on the pages of an edition, page by page, in the order of the rules. */
export function lintPages({ pages, baseline }: EditionFacts): readonly LintFinding[] {
  return pages.flatMap((page) =>
    PAGE_RULES.flatMap(({ name, check }) =>
      check(page, baseline).map((finding) => ({ rule: name, page: page.label, ...finding })),
    ),
  );
}
