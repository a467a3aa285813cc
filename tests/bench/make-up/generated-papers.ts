import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../property/makeup/made-up-number.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';

/** A paper to be written: the same files for the same values. */
export type PaperPlan = {
  readonly name: string;
  readonly theme: 'tabloid' | 'broadsheet';
  readonly format: string;
  /** Column rows of a page, about. */
  readonly pageRows: number;
  readonly columns: number;
  /** Width of a column in millimetres, about. */
  readonly column: number;
  readonly pages: number;
  readonly seed: number;
};

const FORMATS: readonly Pick<PaperPlan, 'theme' | 'format' | 'pageRows' | 'columns' | 'column'>[] = [
  { theme: 'tabloid', format: 'compact-tabloid', pageRows: 4 * 66, columns: 4, column: 54 },
  { theme: 'tabloid', format: 'tabloid', pageRows: 5 * 93, columns: 5, column: 48 },
  { theme: 'tabloid', format: 'us-tabloid-short', pageRows: 5 * 79, columns: 5, column: 48 },
  { theme: 'broadsheet', format: 'broadsheet', pageRows: 6 * 142, columns: 6, column: 42 },
];

/** So many papers of so many pages. A broadsheet of 32 pages holds as much as a book. */
const COUNTS: readonly (readonly [pages: number, papers: number, formats: number])[] = [
  [8, 16, 4],
  [16, 10, 4],
  [32, 4, 2],
];

/** Thirty papers of 8, 16 and 32 pages in four formats. */
export const PAPERS: readonly PaperPlan[] = COUNTS.flatMap(([pages, papers, formats]) =>
  Array.from({ length: papers }, (_, at): PaperPlan => {
    const format = FORMATS[at % formats] ?? FORMATS[0];
    if (format === undefined) throw new Error('no format');
    const name = `${format.format} ${pages}.${at + 1}`;
    return { ...format, name, pages, seed: pages * 100 + at };
  }),
);

/** Width ÷ height of the pictures, the common ones more than once. */
const RATIOS = [1.5, 1.5, 1.5, 1.33, 1.33, 1.78, 1, 0.8, 0.67, 2.3];
const SECTION_NAMES = ['news', 'city', 'world', 'culture', 'science', 'sport'];
/** Words of body type to a line of a column. */
const WORDS_TO_ROW = 6;

type Random = () => number;

/** The files of a paper, for `composeFiles`: its sections have leads, stories and briefs until its pages are about full. */
export async function paperFiles(plan: PaperPlan): Promise<Record<string, string | Uint8Array>> {
  const random = randomFrom(plan.seed);
  const sections = SECTION_NAMES.slice(0, 2 + Math.floor(random() * 5));
  const files: Record<string, string | Uint8Array> = {};
  for (const ratio of new Set(RATIOS)) files[`images/${pictureName(ratio)}`] = await photograph(ratio);
  const adShare = plan.seed % 3 === 0 ? 0 : 0.08 + random() * 0.17;
  const ads = advertisements(plan, adShare, random);
  for (const { file, ratio } of ads) files[`images/${file}`] = await photograph(ratio);
  const full = plan.pages * plan.pageRows * (0.93 + random() * 0.06);
  const room = full - ads.reduce((sum, { rows }) => sum + rows, 0);
  const weights = sections.map((_, at) => (at === 0 ? 1.6 : 0.5 + random()));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const lists = sections.map((section, at) => {
    const stories = sectionStories(plan, (room * (weights[at] ?? 1)) / whole, random);
    stories.forEach(({ text }, number) => (files[`articles/${section}-${number + 1}.md`] = text));
    return `  ${section}: [${stories.map((_, number) => `${section}-${number + 1}`).join(', ')}]`;
  });
  const hasHouse = plan.seed % 2 === 0;
  if (hasHouse) files['images/house.jpg'] = await photograph(1.2);
  files['issue.yaml'] = [
    'name: The Sample',
    'tagline: A paper that nobody wrote',
    'date: 2026-05-02',
    `theme: ${plan.theme}`,
    `format: ${plan.format}`,
    'masthead: { publisher: The Sample, place: Nowhere, contact: [{ phone: 555-0100 }, { email: desk@sample.example }] }',
    'sections:',
    ...lists,
    ...(ads.length === 0 ? [] : ['ads:']),
    ...ads.map(({ file, size }) => `  - { picture: ${file}, alt: A shop, size: ${size} }`),
    ...(hasHouse ? ['house:', '  - { picture: house.jpg, alt: Every Saturday }'] : []),
    '',
  ].join('\n');
  return files;
}

const pictureName = (ratio: number): string => `p${Math.round(ratio * 100)}.jpg`;

const photographs = new Map<number, Uint8Array>();

async function photograph(ratio: number): Promise<Uint8Array> {
  const known = photographs.get(ratio);
  const bytes =
    known ??
    (await plainPhotograph(Math.round(1600 * Math.sqrt(ratio)), Math.round(1600 / Math.sqrt(ratio))));
  photographs.set(ratio, bytes);
  return bytes;
}

type Sold = {
  readonly file: string;
  readonly ratio: number;
  readonly size: string;
  readonly rows: number;
};

/** Advertisements of the usual sizes, as columns and a share of the depth of a page, until a share of the room is sold. */
function advertisements(plan: PaperPlan, share: number, random: Random): readonly Sold[] {
  const { columns, column, pageRows, pages } = plan;
  const half = Math.ceil(columns / 2);
  const sizes = [
    [columns, 0.5],
    [columns, 0.22],
    [half, 0.5],
    [half, 0.25],
    [2, 0.25],
    [2, 0.17],
    [1, 0.25],
    [1, 0.12],
  ] as const;
  const sold: Sold[] = [];
  let rows = 0;
  while (rows < share * pages * pageRows) {
    const [wide, deep] = sizes[Math.floor(random() * sizes.length)] ?? [1, 0.12];
    const depth = Math.round((deep * pageRows * 3.7) / columns);
    const width = wide * column + (wide - 1) * 4;
    const own = (wide * deep * pageRows) / columns;
    const number = sold.length + 1;
    const ratio = width / depth;
    sold.push({ file: `ad-${number}.jpg`, ratio, size: `${wide} columns x ${depth} mm`, rows: own });
    rows += own;
  }
  return sold;
}

type Story = { readonly text: string; readonly rows: number };

/** A lead, then stories of falling length and briefs until the room of the section is taken. */
function sectionStories(plan: PaperPlan, room: number, random: Random): readonly Story[] {
  const large = plan.pageRows / 400;
  const stories = [storyOf(plan, { words: between(random, 500, 500 + 900 * large), pictures: 0.9 }, random)];
  let rows = stories[0]?.rows ?? 0;
  while (rows < room - 20) {
    const left = (room - rows) / room;
    const kind = random();
    const story =
      kind < 0.25 || room - rows < 60
        ? storyOf(plan, { words: between(random, 60, 130), pictures: 0 }, random)
        : kind < 0.65
          ? storyOf(plan, { words: between(random, 150, 420), pictures: 0.3 }, random)
          : storyOf(plan, { words: between(random, 350, 500 + 700 * left), pictures: 0.65 }, random);
    stories.push(story);
    rows += story.rows;
  }
  return stories;
}

const between = (random: Random, least: number, most: number): number =>
  Math.round(least + random() * (most - least));

type StoryPlan = { readonly words: number; readonly pictures: number };

function storyOf(plan: PaperPlan, { words, pictures }: StoryPlan, random: Random): Story {
  const headline = words < 140 ? between(random, 4, 6) : between(random, 5, 9);
  const fields = [`headline: "${headOf(random, headline)}"`];
  if (words > 140) fields.push(`byline: ${headOf(random, 2)}`);
  if (words > 260) fields.push(`deck: "${headOf(random, between(random, 10, 18))}"`);
  let pictureRows = 0;
  if (random() < pictures) {
    const ratio = RATIOS[Math.floor(random() * RATIOS.length)] ?? 1.5;
    const cutline = headOf(random, between(random, 8, 16));
    fields.push(`picture: { file: ${pictureName(ratio)}, alt: A street, cutline: "${cutline}" }`);
    const wide = Math.min(plan.columns, words > 700 ? 3 : words > 300 ? 2 : 1);
    pictureRows = wide * ((wide * plan.column) / ratio / 3.7 + 3);
  }
  const body: string[] = [];
  for (let count = 0; count < words;) {
    const part = Math.min(words - count, between(random, 35, 90));
    if (words > 450 && body.length % 5 === 4) body.push(`## ${headOf(random, 3)}`);
    body.push(paragraphOf(random, part));
    count += part;
  }
  const said = /^[^.]*\./.exec(body[1] ?? '')?.[0];
  if (words > 600 && said !== undefined && random() < 0.6)
    body.splice(3, 0, `::: pullquote optional\n${said}\n:::`);
  const rows = words / WORDS_TO_ROW + body.length * 0.5 + 12 + words / 30 + pictureRows;
  return { text: `---\n${fields.join('\n')}\n---\n${body.join('\n\n')}\n`, rows };
}

/** Words of the demonstration paper, in their order. */
let words: readonly string[] = [];

function wordsFrom(random: Random, count: number): readonly string[] {
  const folder = 'issues/demo/articles';
  if (words.length === 0)
    words = readdirSync(folder)
      .sort()
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\b[a-z]{1,12}\b(?= )/g) ?? []);
  const start = Math.floor(random() * (words.length - count));
  return words.slice(start, start + count);
}

function headOf(random: Random, count: number): string {
  const text = wordsFrom(random, count).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A paragraph of sentences of 8 to 25 words. */
function paragraphOf(random: Random, count: number): string {
  const sentences: string[] = [];
  for (let left = count; left > 0;) {
    const own = left < 12 ? left : Math.min(left, between(random, 8, 25));
    sentences.push(`${headOf(random, own)}.`);
    left -= own;
  }
  return sentences.join(' ');
}
