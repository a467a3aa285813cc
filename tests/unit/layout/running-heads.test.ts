import { expect, test } from 'vitest';
import { dumpPages } from '../../../src/page/dump-pages.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { plainPhotograph } from '../../tools/plain-photograph.ts';
import { quayStory } from '../../tools/quay-story.ts';

test('running heads of a paper with a long name and long sections stand in their rows', async () => {
  const names = ['tides', 'gulls', 'ropes', 'lamps', 'nets'];
  const { set, diagnostics } = await composeFiles({
    'publication.yaml':
      'name: Bulletin of the Port Example Society for Tides and Weather\nformat: a4\n' +
      'sections: { news: Notes and Questions, back: The Society and its Boats }\n',
    'issue.yaml':
      'number: 7\ndate: 2026-05-04\nsections: { news: [tides, gulls, ropes], back: [lamps, nets] }\n',
    ...Object.fromEntries(names.map((name) => [`articles/${name}.md`, quayStory(`About ${name}`, 420)])),
  });
  expect(set.composed.pages.length).toBeGreaterThan(1);
  expect(diagnostics.map(({ code }) => code).filter((code) => code === 'GA720' || code === 'GA511')).toEqual(
    [],
  );
});

test('a folio that a long value of the manifest fills is told at that value, once', async () => {
  const compose = (name: string, section: string, folio?: string): ReturnType<typeof composeFiles> =>
    composeFiles({
      'issue.yaml': `name: ${name}\nnumber: 7\ndate: 2026-05-04\nformat: a4\nsections: { news: { title: ${section}, stories: [tides] } }\n`,
      'articles/tides.md': quayStory('About tides', 420),
      ...(folio === undefined ? {} : { 'templates/pages/folio.hbs': folio }),
    });
  const long =
    'Bulletin of the Port Example Society for Tides and Weather and Boats and Nets and Lamps '.repeat(2);
  const told = async (files: ReturnType<typeof compose>): Promise<readonly unknown[]> => {
    const found = (await files).diagnostics.filter(({ code }) => code === 'GA720' || code === 'GA511');
    return found.map(({ message, span, related }) => [
      message.replace(/\d+ rows/, 'n rows'),
      span?.file.split('/').at(-1),
      related.length,
    ]);
  };
  const deep = 'the footer "folio" of page 1 takes n rows, and its page layout gives it 2';
  expect(await told(compose(long.trim(), 'News'))).toEqual([
    [`${deep}: \`name\` has 175 letters`, 'issue.yaml', 1],
  ]);
  expect(await told(compose('The Quay', long.trim()))).toEqual([
    [`${deep}: the title of the section \`news\` has 175 letters`, 'issue.yaml', 1],
  ]);
  // What the layout itself says so long is the layout's.
  expect(await told(compose('The Quay', 'News', '<div><p>One</p><p>Two</p><p>Three</p></div>'))).toEqual([
    [deep, 'front.hbs', 0],
  ]);
});

test.each(['tabloid', 'broadsheet'])(
  'the line of the paper beside many sections is one line: %s',
  async (theme) => {
    const { set } = await composeFiles({
      'publication.yaml':
        `name: The Port Example Sentinel\nformat: a4\ntheme: ${theme}\n` +
        'sections: { news: The Disaster, back: Documents, letters: Letters }\n',
      'issue.yaml':
        'number: 5217\ndate: 2026-11-17\npages: { 1: { lead: tides }, 2: { lead: ropes } }\n' +
        'sections: { news: [tides, gulls], back: [ropes], letters: [lamps] }\n',
      'articles/tides.md': quayStory('About tides', 500),
      ...Object.fromEntries(
        ['gulls', 'ropes', 'lamps'].map((name) => [`articles/${name}.md`, quayStory(`About ${name}`, 90)]),
      ),
    });
    const lines = dumpPages(set.composed).split('\n');
    const folios = lines.filter((line) => line.includes('No. 5217'));
    expect(folios.length).toBeGreaterThan(1);
    for (const line of folios) expect(line).toContain('November 17, 2026');
  },
);

test('a table of many columns does not stop a paper of narrow ones', async () => {
  const row = (name: string): string => `| **${name}** | 18 | 12 | 3 | 3 | 40 | 12 | +28 | 39 |`;
  const table = [
    '| | P | W | D | L | F | A | GD | Pts |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...['North Pier Rovers', 'Exchange Athletic', 'Tannery Works', 'Upper Reservoir'].map(row),
  ].join('\n');
  const others = ['tides', 'gulls', 'ropes', 'lamps'];
  const { set, diagnostics } = await composeFiles({
    'issue.yaml': 'name: The Quay\nnumber: 7\ndate: 2026-05-04\nformat: tabloid\n',
    'articles/league.md': `# The league\n\n${table}\n`,
    ...Object.fromEntries(others.map((name) => [`articles/${name}.md`, quayStory(`About ${name}`, 300)])),
  });
  expect(diagnostics.map(({ code }) => code).filter((code) => /^GA23[45]$/.test(code))).toEqual([]);
  const pieces = set.dummies?.flatMap(({ modules }) => modules) ?? [];
  const league = pieces.find(({ stories }) => stories.includes('league'));
  expect(league?.rect.columns).toBeGreaterThan(1);
});

test('over a story that goes on the running head has its section, also beside an advertisement', async () => {
  const { set } = await composeFiles({
    'issue.yaml':
      'name: The Quay\ndate: 2026-05-04\nformat: a4\nsections: { arts: { title: Theatre, stories: [tides, gulls, nets] } }\n' +
      'ads: [{ picture: ad.png, alt: Ropes, size: 4 columns, page: 2 }]\n',
    'ad.png': await plainPhotograph(900, 200),
    'articles/tides.md': quayStory('About tides', 2600),
    'articles/gulls.md': quayStory('About gulls', 120),
    'articles/nets.md': quayStory('About nets', 120),
  });
  const second = set.composed.pages[1]?.fragments ?? [];
  const texts = second.flatMap((each) => (each.kind === 'text' ? each.run.texts : []));
  expect(texts.join('')).toContain('Theatre');
  expect(texts.join('')).toContain('Continued from');
  expect(texts.join('')).not.toContain('About gulls');
  expect(second.some(({ kind }) => kind === 'image')).toBe(true);
});
