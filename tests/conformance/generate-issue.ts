import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const themeFolder = join(dirname(fileURLToPath(import.meta.url)), '../../templates/tabloid');

/** Words of a Greek paper's harbour pages; with final sigma, accents and diaeresis. */
const words =
  'το λιμάνι της πόλης άνοιξε ξανά σήμερα με νέους ανθρώπους και παλιά πλοία οι εργάτες μίλησαν για τον μισθό τους ' +
  'ενώ η συνέλευση αποφάσισε να συνεχιστεί ο αγώνας μέχρι την άνοιξη προϊόντα καΐκι θάλασσα ψαράδες';

/** Words of a story: two of them fill a tabloid page. */
const storyWords = 480;

/** Stories to a page, about. */
const storiesOfPage = 2;

/** Writes a paper in Greek with one issue of about so many pages; the same each time. The folder is that of the issue. */
export function generateIssue(issue: string, pages: number): void {
  const paper = dirname(issue);
  mkdirSync(join(issue, 'articles'), { recursive: true });
  mkdirSync(join(paper, 'templates/locale'), { recursive: true });
  const locale = readFileSync(join(themeFolder, 'locale/en.yaml'), 'utf8');
  writeFileSync(join(paper, 'templates/locale/el.yaml'), locale);
  writeFileSync(
    join(paper, 'publication.yaml'),
    'name: Λιμάνι\nslug: limani\nlanguages: [el]\nmasthead:\n  publisher: Συνεταιρισμός\n  contact:\n    - web: https://limani.example\n',
  );
  const next = createSequence(7);
  const ids = Array.from({ length: pages * storiesOfPage }, (_, index) => `story-${index + 1}`);
  for (const id of ids) writeFileSync(join(issue, 'articles', `${id}.el.md`), storyText(next));
  const sections = ['harbour', 'town', 'work', 'world'].map((section, index, all) => {
    const own = ids.filter((_, place) => place % all.length === index);
    return `  ${section}:\n    title: ${section}\n    stories: [${own.join(', ')}]`;
  });
  writeFileSync(
    join(issue, 'issue.yaml'),
    `number: 1\ndate: 2026-01-05\nsections:\n${sections.join('\n')}\nprint: { bleed: 3 mm, marks: true, slug: true, pad: 4, creep: 0.1 mm }\n`,
  );
}

function storyText(next: () => number): string {
  const vocabulary = words.split(' ');
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
