import { usualPrint } from '../../tools/usual-print.ts';
import { pt } from '../../../src/core/units.ts';
import { createCollector, type Collector } from '../../../src/diagnostics/context.ts';
import type { Edition, StorySource } from '../../../src/edition/edition.ts';
import { createAssetStore } from '../../../src/host/asset-store.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { Locale } from '../../../src/manifest/locale.ts';
import type { Article } from '../../../src/content/article.ts';
import { parseArticle } from '../../../src/content/parse-article.ts';
import { NO_DATE_PATTERNS } from '../../tools/bare-locale.ts';

const CONTACT = { post: 'Post', phone: 'Phone', fax: 'Fax', email: 'E-mail', web: 'Web' };

export const ENGLISH: Locale = {
  language: 'en',
  direction: 'ltr',
  months: [],
  weekdays: [],
  datePatterns: NO_DATE_PATTERNS,
  issueLine: '',
  issueLineWithVolume: '',
  issueLineWithoutNumber: '',
  contact: CONTACT,
  languageNames: { en: 'English', es: 'Spanish', fr: 'French' },
  listSeparator: ', ',
  listLast: ' and ',
  roles: {},
  quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
  dash: '—',
  words: { 'label-opinion': 'Opinión' },
};

export const EDITION: Edition = {
  language: 'en',
  direction: 'ltr',
  languages: ['en', 'es'],
  folder: '/paper/12',
  issueId: '12',
  publicationFolder: '/paper',
  manifestFile: '/paper/12/issue.yaml',
  name: 'Harbour Worker',
  tagline: null,
  abbreviation: 'HW',
  abbreviations: ['HW', 'TP'],
  expansions: {},
  slug: 'hw',
  fileStem: 'hw-0012',
  number: '12',
  volume: null,
  date: {
    iso: '2025',
    start: { year: 2025, month: null, day: null },
    end: null,
    printed: '2025',
    printedLong: '2025',
  },
  issueLine: '',
  frequency: null,
  price: null,
  rights: null,
  ofDay: null,
  variant: null,
  source: null,
  notice: null,
  availability: null,
  creator: '',
  masthead: { publisher: null, place: null, issn: null, staff: [], contact: [], note: null },
  sections: [],
  stories: [],
  absentStories: [],
  isOwnLayout: true,
  revisedPrinted: null,
  corrections: [],
  ads: [],
  house: [],
  portraits: [],
  nameplate: null,
  teasers: [],
  plan: [],
  pageRules: [],
  pageCount: null,
  leastPages: 0,
  archive: [
    { number: '0009', fileStem: 'hw-0009', href: 'https://harbour.example/9' },
    { number: '10', fileStem: 'hw-0010', href: null },
  ],
  typography: 'typographic',
  hyphenationExceptions: [],
  ...usualPrint,
  grid: {
    formatName: 'a4',
    trim: { width: pt(595), height: pt(842) },
    live: { x: pt(0), y: pt(0), width: pt(595), height: pt(842) },
    columns: 5,
    gutter: pt(12),
    baseline: pt(10),
  },
  theme: { name: 'tabloid', folders: [], fontFolders: [] },
  locale: ENGLISH,
  spans: {},
};

export type Parsed = {
  readonly article: Article;
  readonly collector: Collector;
  readonly codes: readonly string[];
};

/** Pictures by their first bytes: one is not what its name says. */
const PICTURES = {
  '/paper/12/images/pier.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
  '/paper/12/images/my pier.png': new Uint8Array([0xff, 0xd8, 0xff]),
  '/paper/12/images/heic.jpg': '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
};

/** Parses an article of the fixture's edition; the pictures `pier.jpg`, `my pier.png` and `heic.jpg` exist. */
export function parse(
  text: string,
  source: Partial<StorySource> = {},
  edition: Partial<Edition> = {},
): Parsed {
  const story: StorySource = {
    id: 'ferry',
    section: null,
    language: 'en',
    file: '/paper/12/articles/ferry.en.md',
    text,
    original: null,
    languages: ['en'],
    ...source,
  };
  const host = createMemoryHost(PICTURES);
  const collector = createCollector();
  const assets = createAssetStore(host, ['/paper/12', '/paper/12/images']);
  const article = parseArticle(story, { ...EDITION, ...edition }, assets, collector);
  return { article, collector, codes: collector.diagnostics.map((diagnostic) => diagnostic.code) };
}
