import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const themeFolder = join(dirname(fileURLToPath(import.meta.url)), '../../templates/tabloid');

type Paper = {
  readonly name: string;
  readonly slug: string;
  readonly publisher: string;
  readonly words: string;
};

/** What a paper is made up from, by its language. */
const papers: Readonly<Record<'el' | 'en', Paper>> = {
  /** Words with final sigma, accents and diaeresis. */
  el: {
    name: 'Λιμάνι',
    slug: 'limani',
    publisher: 'Συνεταιρισμός',
    words:
      'το λιμάνι της πόλης άνοιξε ξανά σήμερα με νέους ανθρώπους και παλιά πλοία οι εργάτες μίλησαν για τον μισθό τους ' +
      'ενώ η συνέλευση αποφάσισε να συνεχιστεί ο αγώνας μέχρι την άνοιξη προϊόντα καΐκι θάλασσα ψαράδες',
  },
  /** Words with ligatures, pairs that are kerned, apostrophes and a dash. */
  en: {
    name: 'The Harbour',
    slug: 'harbour',
    publisher: 'Harbour Cooperative',
    words:
      'the harbour office opened again after five days of fog and the first ferry left for the outer islands with ' +
      'flour and a piano while the pilots’ union voted to wait for Tuesday’s tide – waffles AVATAR affluent',
  },
};

/** What is made: about so many pages, two stories on each. */
export type GeneratedIssue = {
  readonly pages: number;
  readonly language: keyof typeof papers;
  readonly format: 'compact-tabloid' | 'a4';
  /** Words of a story: two of 480 fill a tabloid page. */
  readonly storyWords: number;
  /** Whether the manifest says which stories stand on which page. */
  readonly isPlanned: boolean;
};

const STORIES_OF_PAGE = 2;

/** Writes a paper with one issue; the same each time. The folder is that of the issue. */
export function generateIssue(
  issue: string,
  { pages, language, format, storyWords, isPlanned }: GeneratedIssue,
): void {
  const { name, slug, publisher, words } = papers[language];
  const paper = dirname(issue);
  mkdirSync(join(issue, 'articles'), { recursive: true });
  if (language === 'el') {
    // galley has no words of furniture in Greek.
    mkdirSync(join(paper, 'templates/locale'), { recursive: true });
    const locale = readFileSync(join(themeFolder, 'locale/en.yaml'), 'utf8');
    writeFileSync(join(paper, 'templates/locale/el.yaml'), locale);
  }
  writeFileSync(
    join(paper, 'publication.yaml'),
    `name: ${name}\nslug: ${slug}\nlanguages: [${language}]\nmasthead:\n  publisher: ${publisher}\n  contact:\n    - web: https://${slug}.example\n`,
  );
  const next = createSequence(7);
  const ids = Array.from({ length: pages * STORIES_OF_PAGE }, (_, index) => `story-${index + 1}`);
  for (const id of ids)
    writeFileSync(
      join(issue, 'articles', `${id}.${language}.md`),
      storyText(next, words.split(' '), storyWords),
    );
  const sections = ['harbour', 'town', 'work', 'world'].map((section, index, all) => {
    const own = ids.filter((_, place) => place % all.length === index);
    return `  ${section}:\n    title: ${section}\n    stories: [${own.join(', ')}]`;
  });
  writeFileSync(
    join(issue, 'issue.yaml'),
    `number: 1\ndate: 2026-01-05\nformat: ${format}\nsections:\n${sections.join('\n')}\nprint: { bleed: 3 mm, marks: true, slug: true, pad: 4, creep: 0.1 mm }\n${isPlanned ? planOf(ids) : ''}`,
  );
}

function planOf(ids: readonly string[]): string {
  const pages = Array.from({ length: ids.length / STORIES_OF_PAGE }, (_, page) => {
    const [lead = '', second = ''] = ids.slice(STORIES_OF_PAGE * page);
    return `  ${page + 1}: { lead: ${lead}, second: ${second} }\n`;
  });
  return `pages:\n${pages.join('')}`;
}

function storyText(next: () => number, vocabulary: readonly string[], storyWords: number): string {
  const take = (count: number): string =>
    Array.from({ length: count }, () => vocabulary[next() % vocabulary.length]).join(' ');
  const paragraphs = Array.from({ length: storyWords / 40 }, () => `${take(40)}.`);
  const middle = Math.floor(paragraphs.length / 2);
  paragraphs.splice(middle, 0, `## ${take(3)}`, `- ${take(8)}\n- ${take(8)}`);
  return `---\nheadline: ${take(6)}\nkicker: ${take(2)}\n---\n${paragraphs.join('\n\n')}\n`;
}

/** Numbers from 0 that look drawn by lot (a linear congruence with the constants of Numerical Recipes). */
function createSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
