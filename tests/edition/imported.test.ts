import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Judge, judgeTest } from '../conformance/judge.ts';
import { poppler } from '../conformance/poppler.ts';
import { runProgram } from '../conformance/run-program.ts';
import { runGalley } from '../tools/run-galley.ts';
import {
  findRole,
  type OutlineNode,
  plainTextOf,
  readStructText,
  readXhtml,
  textOf,
} from './outline-node.ts';
import { readZip } from './read-zip.ts';
import { readTypedArticle, wordsOf } from './typed-article.ts';

/*
 * A typewritten article is imported and built as a user does it, and what came out is read from the outside: the PDF
 * by poppler, the EPUB by a zip reader and an HTML parser. What should stand there is read from the typed file itself.
 * The same is asked of a file of our own and of the real one, which is not part of galley.
 */

const repository = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-imported-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The real article: the file that GALLEY_ARTICLE names, else the one in the folder beside the repository. */
function realArticle(): string | null {
  const named = process.env['GALLEY_ARTICLE'];
  if (named !== undefined) return resolve(named);
  const folder = join(repository, '../shared/input');
  const [first] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  return first === undefined ? null : join(folder, first);
}

type Built = { readonly pdf: string; readonly epub: string };

const built = new Map<string, Promise<Built>>();

/** Imports and builds once a file. */
function build(file: string): Promise<Built> {
  const known = built.get(file) ?? importAndBuild(file, join(scratch, String(built.size)));
  built.set(file, known);
  return known;
}

async function importAndBuild(file: string, folder: string): Promise<Built> {
  const imported = await runGalley(['import', file, '--into', join(folder, 'issue')], scratch);
  expect({ exitCode: imported.exitCode, error: imported.error }).toEqual({ exitCode: 0, error: '' });
  const run = await runGalley(['build', join(folder, 'issue'), '--out', join(folder, 'out')], scratch);
  expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 0, error: '' });
  const files = readdirSync(join(folder, 'out')).map((name) => join(folder, 'out', name));
  const [pdf, epub] = ['.pdf', '.epub'].map((ending) => files.find((name) => name.endsWith(ending)) ?? '');
  return { pdf: pdf ?? '', epub: epub ?? '' };
}

const structText: Judge = { ...poppler, name: 'pdfinfo -struct-text' };

async function readPdf(file: string): Promise<OutlineNode> {
  const { pdf } = await build(file);
  const run = runProgram('pdfinfo', ['-struct-text', pdf]);
  expect({ status: run.status, errors: run.errors }).toEqual({ status: 0, errors: '' });
  return readStructText(run.output);
}

async function readDocuments(file: string): Promise<ReadonlyMap<string, OutlineNode>> {
  const { epub } = await build(file);
  const documents = [...readZip(readFileSync(epub))].filter(([path]) => path.endsWith('.xhtml'));
  return new Map(documents.map(([path, bytes]) => [path, readXhtml(bytes.toString('utf8'))]));
}

async function storyDocument(file: string): Promise<OutlineNode> {
  const stories = [...(await readDocuments(file)).values()].flatMap((body) => findRole(body, /^article$/));
  expect(stories).toHaveLength(1);
  return stories[0] ?? expect.fail('there is no story document');
}

/** What of a story stands after its head. */
const afterHead = (story: OutlineNode, isHead: RegExp): OutlineNode => ({
  ...story,
  children: story.children.filter((child) => typeof child === 'string' || !isHead.test(child.role)),
});

/** A story without its jumps: "Continued on page 2", the jump head, and "Continued from page 1", in this order. */
function withoutJumps(story: OutlineNode): OutlineNode {
  const isLine = (child: OutlineNode | string | undefined, words: string): boolean =>
    typeof child === 'object' && new RegExp(`^${words} \\d+$`, 'u').test(plainTextOf(child));
  const { children } = story;
  const jumps = new Set<number>();
  children.forEach((child, at) => {
    if (!isLine(child, 'Continued on page')) return;
    expect(isLine(children[at + 2], 'Continued from page')).toBe(true);
    for (const index of [at, at + 1, at + 2]) jumps.add(index);
  });
  return { ...story, children: children.filter((_, at) => !jumps.has(at)) };
}

const rolesAndTexts = (nodes: readonly OutlineNode[]): readonly string[] =>
  nodes.map((node) => `${node.role} ${wordsOf(textOf(node)).join(' ')}`);

const words = (...texts: readonly string[]): string => texts.flatMap(wordsOf).join(' ');

const level = (text: string): string => text.replaceAll('’', "'").replace(/[“”]/gu, '"');

function describeArticle(file: string): void {
  const typed = readTypedArticle(readFileSync(file, 'utf8'));

  test('the typed file has all its parts: a test of an empty list proves nothing', () => {
    expect(typed.words.length).toBeGreaterThan(200);
    expect(typed.subheads).toHaveLength(2);
    expect(typed.contact.map((row) => /^\p{L}+/u.exec(row)?.[0])).toEqual(['Write', 'Phone', 'Fax']);
    for (const part of [typed.kicker, typed.headline, typed.issueLine, typed.name, typed.availability]) {
      expect(part).toMatch(/\p{Lu}/u);
    }
    expect(typed.note).toMatch(/^\(.*\)$/u);
  });

  judgeTest('the story holds every word of the body in order, once', structText, async () => {
    const stories = findRole(await readPdf(file), /^Art$/);
    expect(stories).toHaveLength(1);
    const [story] = stories;
    const found = story === undefined ? [] : wordsOf(textOf(afterHead(withoutJumps(story), /^H2$/)));
    expect(found).toEqual([...typed.words, ...wordsOf(typed.availability)]);
  });

  judgeTest('headings are ranked: nameplate, story, subheads, imprint', structText, async () => {
    const headings = rolesAndTexts(findRole(await readPdf(file), /^H\d?$/));
    expect(headings).toEqual([
      `H1 ${words(typed.name)}`,
      `H2 ${words(typed.kicker, typed.headline)}`,
      ...typed.subheads.map((subhead) => `H3 ${words(subhead)}`),
      `H2 ${words(typed.name)}`,
    ]);
  });

  judgeTest('contact rows and note follow the story, in order, as written', structText, async () => {
    const document = await readPdf(file);
    const pieces = findRole(document, /^(?:Art|LI|P)$/);
    const after = pieces.slice(pieces.findIndex(({ role }) => role === 'Art') + 1);
    const rows = after.filter(({ role }) => role === 'LI').map(plainTextOf);
    expect(rows).toEqual(typed.contact);
    const texts = after.map((piece) => level(plainTextOf(piece)));
    expect(texts.indexOf(level(typed.note))).toBeGreaterThan(
      texts.indexOf(level(typed.contact.at(-1) ?? '')),
    );
    const [story] = findRole(document, /^Art$/);
    const last = story?.children.findLast((child) => typeof child !== 'string');
    expect(level(typeof last === 'object' ? plainTextOf(last) : '')).toBe(level(typed.availability));
  });

  judgeTest('the kicker stands inside the headline', structText, async () => {
    const [heading] = findRole(await readPdf(file), /^H2$/);
    const [kicker] = findRole(heading ?? expect.fail('there is no H2'), /^Span$/);
    expect(level(plainTextOf(kicker ?? expect.fail('there is no kicker')))).toBe(level(typed.kicker));
  });

  test('the EPUB’s story document holds every word of the body in order, once', async () => {
    const story = await storyDocument(file);
    const found = wordsOf(textOf(afterHead(story, /^header$/)));
    expect(found).toEqual([...typed.words, ...wordsOf(typed.availability)]);
    const [availability] = findRole(story, /^p$/).filter(({ className }) => className === 'availability');
    expect(level(plainTextOf(availability ?? expect.fail('there is no line of availability')))).toBe(
      level(typed.availability),
    );
  });

  test('the EPUB’s headings are ranked, with the kicker inside the first', async () => {
    const story = await storyDocument(file);
    const headings = findRole(story, /^h\d$/);
    expect(rolesAndTexts(headings)).toEqual([
      `h1 ${words(typed.kicker, typed.headline)}`,
      ...typed.subheads.map((subhead) => `h2 ${words(subhead)}`),
    ]);
    const kickers = findRole(headings[0] ?? story, /^span$/).filter(
      ({ className }) => className === 'kicker',
    );
    expect(kickers.map((kicker) => level(plainTextOf(kicker)))).toEqual([level(typed.kicker)]);
  });

  test('the EPUB’s imprint document holds the contact rows in order and the note', async () => {
    const [imprint] = [...(await readDocuments(file))].filter(([path]) => path.endsWith('/imprint.xhtml'));
    const [address] = findRole(imprint?.[1] ?? expect.fail('there is no imprint'), /^address$/);
    const contact = address ?? expect.fail('there is no address');
    expect(findRole(contact, /^li$/).map(plainTextOf)).toEqual(typed.contact);
    expect(level(plainTextOf(contact))).toBe(level([...typed.contact, typed.note].join(' ')));
  });
}

describe('a typed article of our own', () => {
  describeArticle(join(repository, 'tests/fixtures/typed-article.txt'));
});

describe('the real article', () => {
  const file = realArticle();
  if (file !== null) describeArticle(file);
  else {
    test('is imported and built', ({ skip }) => {
      const reason = 'GALLEY_ARTICLE names no file and ../shared/input holds none';
      console.warn(`The real article is not tested: ${reason}`);
      skip(reason);
    });
  }
});
