import { usualPrint } from '../../tools/usual-print.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pt } from '../../../src/core/units.ts';
import type { Article, ArticleField } from '../../../src/content/article.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { DocumentRecord } from '../../../src/edition/document-record.ts';
import type { ContactRow, Edition } from '../../../src/edition/edition.ts';
import type { EpubBook } from '../../../src/epub/epub-book.ts';
import type { Host } from '../../../src/host/host.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { loadLocale, type LocalePlace } from '../../../src/manifest/load-locale.ts';
import type { Locale } from '../../../src/manifest/locale.ts';
import type { MarkupElement, MarkupNode } from '../../../src/markup/markup-tree.ts';
import type { PageMap } from '../../../src/page/page-map.ts';
import { openTemplates } from '../../../src/template/open-templates.ts';

const THEME = fileURLToPath(new URL('../../../templates/tabloid', import.meta.url));

/** The theme's style sheet for readers. */
export const READER_CSS: string = readFileSync(`${THEME}/reader.css`, 'utf8');

/** A PNG of one grey pixel. */
export const PIXEL: Uint8Array = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** The theme's files that the EPUB is made with, read from the disk once. */
const HOST: Host = createMemoryHost(
  Object.fromEntries(
    ['epub', 'locale', 'partials'].flatMap((folder) =>
      readdirSync(`${THEME}/${folder}`).map((name) => {
        const file = `${THEME}/${folder}/${name}`;
        return [file, new Uint8Array(readFileSync(file))];
      }),
    ),
  ),
);

const PLACE: LocalePlace = {
  host: HOST,
  theme: { name: 'tabloid', folders: [THEME], fontFolders: [] },
  span: null,
};

function readLocale(language: 'en' | 'es'): Locale {
  const collector = createCollector();
  const locale = loadLocale(language, PLACE, collector);
  if (locale === null) throw new Error(JSON.stringify(collector.diagnostics));
  return locale;
}

const LOCALES: Readonly<Record<'en' | 'es', Locale>> = { en: readLocale('en'), es: readLocale('es') };

const CONTACT: readonly ContactRow[] = [
  { kind: 'post', label: 'Write', value: '12 Quay Street, Port Example', href: null },
  { kind: 'phone', label: 'Phone', value: '773-555-0142', href: null },
  { kind: 'fax', label: 'Fax', value: '773-555-0143', href: null },
  { kind: 'email', label: 'E-mail', value: 'desk@quayside.example', href: 'mailto:desk@quayside.example' },
  { kind: 'web', label: 'Web', value: 'https://quayside.example', href: 'https://quayside.example' },
];

/** An edition with two sections; `changes` goes over it. */
export function makeEdition(language: 'en' | 'es' = 'en', changes: Partial<Edition> = {}): Edition {
  const isEnglish = language === 'en';
  return {
    language,
    direction: 'ltr',
    languages: ['en', 'es'],
    folder: '/papers/quayside/212',
    issueId: '212',
    publicationFolder: '/papers/quayside',
    manifestFile: '/papers/quayside/212/issue.yaml',
    name: isEnglish ? 'The Quayside Weekly' : 'El Semanario del Muelle',
    tagline: isEnglish ? 'News of the harbour & the town' : 'Noticias del puerto',
    abbreviation: 'QW',
    abbreviations: ['QW'],
    expansions: {},
    slug: 'qw',
    fileStem: `qw-0212-2026-03-14-${language}`,
    number: '212',
    volume: '5',
    date: {
      iso: '2026-03-14',
      start: { year: 2026, month: 3, day: 14 },
      end: null,
      printed: isEnglish ? 'March 14, 2026' : '14 de marzo de 2026',
      printedLong: isEnglish ? 'Saturday, March 14, 2026' : 'sábado, 14 de marzo de 2026',
    },
    issueLine: isEnglish ? 'No. 212 · Saturday, March 14, 2026' : 'N.º 212 · sábado, 14 de marzo de 2026',
    frequency: 'weekly',
    price: null,
    rights: 'CC-BY-4.0',
    ofDay: null,
    variant: null,
    source: null,
    notice: isEnglish ? 'A trial number made for tests.' : 'Un número de prueba.',
    availability: null,
    creator: 'Quayside Press Cooperative',
    masthead: {
      publisher: 'Quayside Press Cooperative',
      place: 'Port Example',
      issn: '2049-3630',
      staff: [
        { role: isEnglish ? 'Editors' : 'Redacción', names: ['Ana Example', 'Ben Example'] },
        { role: isEnglish ? 'Pictures' : 'Fotografía', names: ['Ben Example'] },
      ],
      contact: CONTACT,
      note: isEnglish ? 'Letters are answered.' : 'Se contestan las cartas.',
    },
    sections: [
      { id: 'news', title: isEnglish ? 'News' : 'Noticias', layout: null },
      { id: 'culture', title: isEnglish ? 'Culture' : 'Cultura', layout: null },
    ],
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
    archive: [],
    typography: 'typographic',
    hyphenationExceptions: [],
    ...usualPrint,
    grid: {
      formatName: 'tabloid',
      trim: { width: pt(792), height: pt(1224) },
      live: { x: pt(36), y: pt(36), width: pt(720), height: pt(1150) },
      columns: 5,
      gutter: pt(12),
      baseline: pt(10),
    },
    theme: { name: 'tabloid', folders: [THEME], fontFolders: [] },
    locale: LOCALES[language],
    spans: {},
    ...changes,
  };
}

/** A story in short: body blocks as `h2 Words` or plain words; `*words*` is emphasis. */
export type StoryScript = {
  readonly id: string;
  readonly section?: string | null;
  readonly language?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: readonly string[];
  readonly picture?: string;
  readonly portrait?: string;
};

/** Makes a story with word ids as the content stage gives them. */
export function makeArticle(script: StoryScript): Article {
  const { id, fields = {}, body = [] } = script;
  const field = (name: string): ArticleField | null => {
    const text = fields[name];
    if (text === undefined) return null;
    return { name, text, nodes: inline(text, id, name), at: null };
  };
  return {
    id,
    section: script.section ?? null,
    language: script.language ?? 'en',
    languageAt: null,
    direction: 'ltr',
    file: `/papers/quayside/212/articles/${id}.md`,
    label: field('label'),
    kind: null,
    kicker: field('kicker'),
    headline: field('headline'),
    deck: field('deck'),
    byline: field('byline'),
    dateline: field('dateline'),
    tagline: field('tagline'),
    availability: field('availability'),
    picture:
      script.picture === undefined
        ? null
        : {
            file: script.picture,
            alt: fields['alt'] ?? null,
            decorative: fields['alt'] === undefined,
            cutline: field('cutline'),
            credit: field('credit'),
            columns: null,
            focus: null,
            crop: null,
            scale: null,
            at: null,
          },
    portrait:
      script.portrait === undefined
        ? null
        : {
            file: script.portrait,
            alt: fields['portraitAlt'] ?? null,
            decorative: fields['portraitAlt'] === undefined,
            focus: null,
            at: null,
          },
    body: body.map((block, index) => makeBlock(block, id, `body.${index}`)),
    changes: [],
  };
}

function makeBlock(block: string, owner: string, node: string): MarkupElement {
  const [, name = 'p', text = ''] = /^(?:(h[234]) )?(.*)$/s.exec(block) ?? [];
  return { kind: 'element', name, attributes: {}, children: inline(text, owner, node), at: null };
}

function inline(text: string, owner: string, node: string): MarkupNode[] {
  const nodes: MarkupNode[] = [];
  let offset = 0;
  text.split('*').forEach((part, index) => {
    if (part === '') return;
    const words: MarkupNode = { kind: 'text', text: part, source: { owner, node, offset }, at: null };
    offset += part.length;
    nodes.push(
      index % 2 === 0 ? words : { kind: 'element', name: 'em', attributes: {}, children: [words], at: null },
    );
  });
  return nodes;
}

/** A record that fits {@link makeEdition}. */
export function makeRecord(edition: Edition, changes: Partial<DocumentRecord> = {}): DocumentRecord {
  const { masthead } = edition;
  return {
    identifier: 'urn:uuid:5f0f8f0e-52b5-5f4b-9e1f-0c5a3a0a4a11',
    title: `${edition.name} ${edition.number ?? ''}, ${edition.date.printed}`,
    sortTitle: `${edition.name} ${edition.date.iso}`,
    language: edition.language,
    languages: edition.languages,
    creator: edition.creator,
    publisher: masthead.publisher,
    place: masthead.place,
    publicationName: edition.name,
    issn: masthead.issn,
    volume: edition.volume,
    number: edition.number,
    editionOfDay: edition.ofDay,
    coverDate: edition.date.iso,
    coverDisplayDate: edition.date.printed,
    frequency: edition.frequency,
    rights: edition.rights,
    source: edition.source,
    notice: edition.notice,
    corrections: [],
    contact: masthead.contact,
    note: masthead.note,
    subjects: edition.sections.map(({ title }) => title),
    modified: '2026-03-14T00:00:00Z',
    tool: 'galley 0.1.0',
    ...changes,
  };
}

/** A book of stories over an edition, with the theme's own templates; a fault while they open fails the test. */
export function makeBook(
  edition: Edition,
  articles: readonly Article[],
  changes: Partial<EpubBook> = {},
): EpubBook {
  const collector = createCollector();
  const templates = openTemplates(edition.theme, HOST, collector);
  if (collector.diagnostics.length > 0) throw new Error(JSON.stringify(collector.diagnostics));
  return {
    edition,
    articles,
    templates,
    record: makeRecord(edition),
    pageMap: wholePages(articles),
    pageCount: 2,
    cover: {
      bytes: PIXEL,
      format: 'png',
      width: 1,
      height: 1,
      alt: 'Page 1 of The Quayside Weekly, No. 212',
    },
    images: new Map(),
    readerCss: READER_CSS,
    fonts: [],
    ...changes,
  };
}

/** A page map that puts the first two stories on page 1 and the others on page 2. */
export function wholePages(articles: readonly Article[]): PageMap {
  return {
    labels: ['1', '2'],
    starts: articles.map(({ id }, index) => ({
      story: id,
      node: 'headline',
      offset: 0,
      pageIndex: index < 2 ? 0 : 1,
      isFirst: true,
    })),
  };
}
