import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildIssue } from '../../src/build/build-issue.ts';
import type { BuildReport } from '../../src/build/build-report.ts';
import { digestFolders, openWorkshop, type Workshop } from '../../src/build/workshop.ts';
import { NO_CACHE, type Cache } from '../../src/host/cache.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { plainOptions } from '../tools/build-options.ts';

/*
 * A build that takes over what earlier ones left comes to the bytes and the report of one that knows nothing, whatever
 * changed between them.
 */

const scratch = mkdtempSync(join(tmpdir(), 'galley-workshop-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const paper = join(scratch, 'paper');
cpSync(join(import.meta.dirname, '../layout/panel-at-foot/in'), paper, { recursive: true });
const host = createNodeHost();

/** A cache in memory, and what was written into it. */
function openMemoryCache(): Cache & { readonly entries: Map<string, Uint8Array>; writes: number } {
  const entries = new Map<string, Uint8Array>();
  const cache = {
    entries,
    writes: 0,
    read: (key: string) => entries.get(key) ?? null,
    write: (key: string, bytes: Uint8Array) => {
      cache.writes += 1;
      entries.set(key, bytes);
    },
  };
  return cache;
}

async function build(
  outFolder: string,
  workshop: Workshop | null,
  measures: Cache = NO_CACHE,
): Promise<BuildReport> {
  return buildIssue(paper, plainOptions(host, { measures, workshop, only: 'pdf', outFolder }));
}

const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

const change = (file: string, edit: (text: string) => string): void => {
  const path = join(paper, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
};

const workshop = openWorkshop();
const measures = openMemoryCache();
const articles = readdirSync(join(paper, 'articles'));
const [first = ''] = articles;
const last = articles.at(-1) ?? '';

const CHANGES: readonly (readonly [string, () => void])[] = [
  ['nothing', () => undefined],
  [
    'a story',
    () =>
      change(
        `articles/${first}`,
        (text) => `${text}\nThe goose came back at noon, and nobody asked it why.\n`,
      ),
  ],
  ['a story that is told of', () => change(`articles/${first}`, (text) => `${text}\nIt said 𓂀 twice.\n`)],
  ['nothing, while a story is told of', () => undefined],
  [
    'the story, so that nothing is told',
    () => change(`articles/${first}`, (text) => text.replace('It said 𓂀 twice.', '')),
  ],
  ['the manifest', () => change('issue.yaml', (text) => `${text}\nprice: { en: Two geese }\n`)],
  [
    'a style sheet',
    () => writeFileSync(join(paper, 'templates/print.css'), '.headline { font-size: 20pt; }\n'),
  ],
  [
    'a style sheet that names a font which is not there',
    () =>
      writeFileSync(
        join(paper, 'templates/print.css'),
        ".deck, .byline { font-family: 'Nonesuch'; }\n.story-body p { font-family: 'Nonesuch'; }\n",
      ),
  ],
  ['nothing, while that font is not there', () => undefined],
  ['the style sheet, so that all is well', () => writeFileSync(join(paper, 'templates/print.css'), '')],
  [
    'a style sheet that hides words',
    () => writeFileSync(join(paper, 'templates/print.css'), '.headline { display: none; }\n'),
  ],
  [
    'a story, while words of others are hidden',
    () => change(`articles/${last}`, (text) => `${text}\nAt last.\n`),
  ],
  ['the style sheet, so that nothing is hidden', () => writeFileSync(join(paper, 'templates/print.css'), '')],
  [
    'a story in a language without patterns',
    () => change(`articles/${first}`, (text) => `${text}\n[maneno ya Kiswahili marefu]{lang=sw}\n`),
  ],
  ['nothing, while that is told', () => undefined],
  [
    'the story, so that nothing is told again',
    () => change(`articles/${first}`, (text) => text.replace('[maneno ya Kiswahili marefu]{lang=sw}', '')),
  ],
  [
    'a layout',
    () =>
      change('templates/pages/front.hbs', (text) =>
        text.replace('{{> issue-line}}', '<p>{{edition.number}}</p>{{> issue-line}}'),
      ),
  ],
];

test.each(CHANGES)('after a change of %s', { timeout: 120_000 }, async (_, edit) => {
  await build(join(scratch, 'kept'), workshop);
  edit();
  const kept = await build(join(scratch, 'kept'), workshop);
  const anew = await build(join(scratch, 'anew'), null);
  if (anew.isBuilt) expect(filesIn(join(scratch, 'kept'))).toEqual(filesIn(join(scratch, 'anew')));
  const measured = await build(join(scratch, 'measured'), null, measures);
  if (anew.isBuilt) expect(filesIn(join(scratch, 'measured'))).toEqual(filesIn(join(scratch, 'anew')));
  const told = ({ diagnostics, exitCode }: BuildReport): unknown => [exitCode, diagnostics];
  expect(told(kept)).toEqual(told(anew));
  expect(told(measured)).toEqual(told(anew));
});

test('stories that did not change are not set again', async () => {
  const own = openWorkshop();
  await build(join(scratch, 'kept'), own);
  const [bench] = own.benches.values();
  const flows = new Map(bench?.flows);
  expect(flows.size).toBe(articles.length);
  change(`articles/${first}`, (text) => `${text}\nOne line more.\n`);
  await build(join(scratch, 'kept'), own);
  const [again] = own.benches.values();
  const same = [...flows].filter(([id, { flow }]) => again?.flows.get(id)?.flow === flow).map(([id]) => id);
  expect(same).toHaveLength(articles.length - 1);
});

test('what was measured is not measured again, and of a story that changed alone', async () => {
  const own = openMemoryCache();
  const storiesIn = (): readonly string[] => {
    const [bytes] = own.entries.values();
    return (JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly [string])[]).map(
      ([name]) => name,
    );
  };
  await build(join(scratch, 'measured'), null, own);
  const before = storiesIn();
  expect(before).toHaveLength(articles.length);
  expect(own.writes).toBe(1);
  await build(join(scratch, 'measured'), null, own);
  expect(own.writes).toBe(1);
  change(`articles/${first}`, (text) => `${text}\nAnother line.\n`);
  await build(join(scratch, 'measured'), null, own);
  expect(own.writes).toBe(2);
  expect(storiesIn().filter((name) => before.includes(name))).toHaveLength(articles.length - 1);
});

test('a link to a folder above it ends, and one that leads elsewhere is told from before', () => {
  const folder = join(scratch, 'linked');
  const link = join(folder, 'now.css');
  mkdirSync(folder);
  for (const name of ['one', 'two']) writeFileSync(join(folder, `${name}.css`), `.${name} {}`);
  symlinkSync(folder, join(folder, 'above'));
  const pointTo = (name: string): string => {
    rmSync(link, { force: true });
    symlinkSync(join(folder, `${name}.css`), link);
    return digestFolders([folder], host);
  };
  const first = pointTo('one');
  expect(pointTo('one')).toBe(first);
  expect(pointTo('two')).not.toBe(first);
});
