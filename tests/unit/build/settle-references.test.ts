import { expect, test } from 'vitest';
import { sayPages, settleReferences, type PlacedStories } from '../../../src/build/settle-references.ts';
import { pt } from '../../../src/core/units.ts';
import { createCollector, reportFault } from '../../../src/diagnostics/context.ts';
import type { Flow } from '../../../src/layout/page-plan.ts';
import { composeFiles } from '../../tools/compose-issue.ts';
import { makeArticle, makeEdition } from '../epub/edition-fixture.ts';

const EDITION = makeEdition('en', { pageCount: 12 });
const PLAIN = makeArticle({ id: 'ferry', body: ['The boats leave at six.'] });
const REFERRING = {
  ...PLAIN,
  body: [
    ...PLAIN.body,
    { kind: 'element', name: 'ed-ref', attributes: { story: 'tides' }, children: [], at: null } as const,
  ],
};

/** A draft with the story `tides` on the page of a label. */
function draftOn(label: string): PlacedStories {
  const flow: Flow = {
    kind: 'story',
    name: 'tides',
    title: 'Tides',
    language: 'en',
    section: null,
    treeOf: () => {
      throw new Error('nothing is rendered here');
    },
  };
  return {
    pages: [{ index: 0, label, fragments: [], beads: [] }],
    tops: [
      {
        flow,
        destination: 'tides',
        pageIndex: 0,
        y: pt(0),
        isFirst: true,
        inches: 0,
        isCutAsPlanned: false,
        isForced: false,
      },
    ],
  };
}

test('without references pages are composed once', () => {
  let rounds = 0;
  settleReferences(
    { articles: [PLAIN], edition: EDITION, templates: { names: [] } },
    () => {
      rounds += 1;
      return draftOn('4');
    },
    createCollector(),
  );
  expect(rounds).toBe(1);
});

test('pages are composed until each reference says where its story begins; what each round reports is told once', () => {
  const said: (string | undefined)[] = [];
  const context = createCollector();
  const draft = settleReferences(
    { articles: [REFERRING], edition: EDITION, templates: { names: [] } },
    (pages, report) => {
      said.push(pages.get('tides'));
      for (let times = 0; times < 2; times += 1)
        reportFault(report, 'GA709', { message: `round ${said.length}` });
      // The number itself moves the story on by a page, once.
      return draftOn(said.length === 1 ? '4' : '5');
    },
    context,
  );
  expect(said).toEqual([undefined, '4', '5']);
  expect(draft.pages[0]?.label).toBe('5');
  expect(context.diagnostics.map(({ message }) => message)).toEqual(['round 3']);
});

test('pages that never settle are an error that names the stories and their pages (GA715)', () => {
  let rounds = 0;
  const context = createCollector();
  settleReferences(
    { articles: [REFERRING], edition: EDITION, templates: { names: [] } },
    () => {
      rounds += 1;
      return draftOn(rounds % 2 === 0 ? '4' : '5');
    },
    context,
  );
  expect(rounds).toBe(5);
  expect(context.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'GA715',
      'after 5 rounds of composing these stories still change pages with the references to them: "tides" (page 4, then 5)',
    ],
  ]);
});

test('room is kept for as many digits as the pages have', () => {
  const context = createCollector();
  const say = sayPages(EDITION, new Map([['tides', '5']]), context);
  expect([say('tides', 'alone'), say('tides', 'aside'), say('ferry', 'alone')]).toEqual([
    'page\u00A05',
    ' (page\u00A05)',
    'page\u00A000',
  ]);
  expect(context.diagnostics).toEqual([]);
});

test('a reference in print says the page of its story and links to it', async () => {
  const text = 'The boats leave at six and come back at noon, as they always did. '.repeat(60);
  const { set } = await composeFiles({
    'issue.yaml': 'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\npages: { 3: { lead: tides } }\n',
    'articles/ferry.md': `# Ferry\n\nSee [the tables](story:tides), and [](story:TIDES).\n\n${text}\n`,
    'articles/tides.md': `# Tides\n\n${text}\n`,
  });
  const page = set.composed.pages[0]?.fragments ?? [];
  const words = page
    .map((fragment) => (fragment.kind === 'text' ? fragment.run.texts.join('') : ''))
    .join('');
  expect(words.replaceAll('\u00A0', ' ')).toContain('See the tables (page 3), and page 3.');
  const links = page.filter((fragment) => fragment.kind === 'link').map(({ target }) => target);
  expect(new Set(links)).toEqual(new Set(['#tides']));
});
