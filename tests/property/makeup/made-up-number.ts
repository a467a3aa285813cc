import type { FlowShape } from '../../../src/layout/page-plan.ts';
import type { MakeupInput } from '../../../src/makeup/makeup-input.ts';
import type { Matter, PlacedMatter, Setting } from '../../../src/makeup/matter.ts';

/** The page of made-up numbers: rows and columns of an inside page. */
export const ROWS = 90;
export const COLUMNS = 5;

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator of 32 bits). */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A made-up story: its length in lines of one column, and its picture's height over its width. */
export type MadeUpStory = {
  readonly id: string;
  readonly section: string;
  readonly lines: number;
  readonly picture: number | null;
};

const COLUMN = 141;
const GUTTER = 12;
const BASELINE = 11;

const HEAD_ROWS: Readonly<Record<FlowShape, number>> = {
  spread: 13,
  lead: 13,
  second: 10,
  third: 7,
  brief: 4,
};

/** A made-up story as matter: depths by division, the picture cropped by up to two fifths. */
export function matterOf(story: MadeUpStory): Matter {
  const known = new Map<string, Setting | null>();
  return {
    id: story.id,
    kind: story.lines <= 18 && story.picture === null ? 'brief' : 'story',
    section: story.section,
    mayJump: true,
    settingFor: (columns, shape) => {
      const key = `${columns}:${shape}`;
      const setting = known.get(key) ?? settingOf(story, columns, shape);
      known.set(key, setting);
      return setting;
    },
  };
}

function settingOf(story: MadeUpStory, columns: number, shape: FlowShape): Setting | null {
  if (shape === 'lead' && columns < 3) return null;
  const width = columns * COLUMN + (columns - 1) * GUTTER;
  const rows = story.picture === null ? 0 : Math.min(44, Math.round((width * story.picture) / BASELINE) + 3);
  return {
    columns,
    shape,
    headRows: HEAD_ROWS[shape] + (columns === 1 ? 2 : 0),
    legRows: Math.ceil(story.lines / columns),
    bodyRows: story.lines,
    picture:
      story.picture === null
        ? null
        : { least: Math.round(rows * 0.6), wanted: Math.round(rows * 0.85), most: rows },
  };
}

const SECTIONS = ['news', 'politics', 'city', 'world', 'opinion', 'culture', 'science', 'sports'];

/** A made-up number that fills about so many pages of 5 columns × `rows`. */
export function madeUpStories(seed: number, pages: number, rows = 90): readonly MadeUpStory[] {
  const random = randomFrom(seed);
  const sections = Array.from({ length: Math.max(2, Math.round(pages / 2)) }, (_, index) =>
    index < SECTIONS.length ? (SECTIONS[index] ?? '') : `special ${String(index)}`,
  );
  const stories: MadeUpStory[] = [];
  sections.forEach((section, at) => {
    const area = (pages * 5 * rows) / sections.length;
    let used = 0;
    for (let index = 0; used < area * 0.97; index += 1) {
      const kind = random();
      const lines = Math.round(
        index === 0 ? 120 + random() * 180 : kind < 0.2 ? 8 + random() * 10 : 30 + random() * random() * 220,
      );
      const picture = kind > 0.55 || index === 0 ? 0.55 + random() * 0.4 : null;
      const columns = lines > 120 ? 3 : lines > 50 ? 2 : 1;
      stories.push({
        id: `${String(at).padStart(2, '0')}-${section}-${String(index)}`,
        section,
        lines,
        picture,
      });
      used += lines + columns * (8 + (picture === null ? 0 : (columns * COLUMN * picture) / BASELINE + 3));
    }
  });
  return stories;
}

/** The rest of a story that jumps, under a head of its own. */
function restOf({ matter, fit }: PlacedMatter): Matter {
  const settings = Array.from({ length: COLUMNS }, (_, at): Setting => ({
    columns: at + 1,
    shape: 'brief',
    headRows: 4,
    legRows: Math.ceil(fit.tailRows / (at + 1)),
    bodyRows: fit.tailRows,
    picture: null,
  }));
  return {
    id: `${matter.id} goes on`,
    kind: 'rest',
    section: matter.section,
    mayJump: false,
    settingFor: (columns) => settings[columns - 1] ?? null,
  };
}

/** What make-up is asked for stories alone: a deeper head on page 1, the imprint on the last page. */
export function numberOf(stories: readonly MadeUpStory[], more: Partial<MakeupInput> = {}): MakeupInput {
  return {
    matters: stories.map((story, at): Matter => {
      const matter = matterOf(story);
      return stories[at - 1]?.section === story.section ? matter : { ...matter, opensSection: true };
    }),
    fixed: [],
    ads: [],
    hasHouse: false,
    pageCount: null,
    leastPages: 0,
    multiple: 2,
    columns: COLUMNS,
    sections: [],
    ownPages: new Set(),
    turnOf: () => 0,
    closed: new Set(),
    rowsOf: ({ pageIndex, count }) =>
      pageIndex === 0 ? ROWS - 14 : pageIndex === count - 1 ? ROWS - 8 : ROWS,
    standingOn: () => [],
    restOf,
    ...more,
  };
}
