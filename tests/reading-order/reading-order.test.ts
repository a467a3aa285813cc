import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runGalley } from '../tools/run-galley.ts';

/*
 * What a listener hears of issues/0898, of a small paper with matter in two languages, of one with tables, and
 * of one with all that an editor adds, from the saved files. The
 * expected files beside this one are meant to be read:
 * GALLEY_UPDATE=1 writes them anew, and whoever does so reads them through before they are kept.
 */

const here = import.meta.dirname;
const repository = resolve(here, '../..');
const out = mkdtempSync(join(tmpdir(), 'galley-reading-order-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

beforeAll(async () => {
  const papers = ['languages', 'blocks-of-rows', 'editorial'];
  const issues = ['issues/0898', ...papers.map((name) => `tests/reading-order/${name}/in`)];
  const run = await runGalley(['build', ...issues, '--out', out, '--quiet'], repository);
  // The plan of "editorial" leaves page 3 empty.
  const codes = run.error.match(/GA\d+/g);
  expect({ exitCode: run.exitCode, codes }).toEqual({ exitCode: 0, codes: ['GA717', 'GA717'] });
});

async function readingOrder(stem: string, ending: string): Promise<string> {
  const file = readdirSync(out).find((name) => name.startsWith(stem) && name.endsWith(ending)) ?? '';
  const run = await runGalley(['check', '--reading-order', join(out, file)], out);
  expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 0, error: '' });
  return run.out;
}

async function expectHeard(stem: string, ending: string, expectedFile: string): Promise<void> {
  const heard = await readingOrder(stem, ending);
  if (process.env['GALLEY_UPDATE'] === '1') writeFileSync(join(here, expectedFile), heard);
  expect(heard).toBe(readFileSync(join(here, expectedFile), 'utf8'));
}

/** What is said of the story: the lines from its element on that are indented deeper than it, without what is made up. */
function storyOf(order: string, story: RegExp): string {
  const lines = order.split('\n');
  const start = lines.findIndex((line) => story.test(line));
  const depth = lines[start]?.search(/\S/) ?? 0;
  const length = lines.slice(start + 1).findIndex((line) => line.search(/\S/) <= depth);
  return lines.slice(start + 1, start + 1 + length).join('\n');
}

/** Words of the texts between quotation marks and of the alternative texts; markers of lists are not in the EPUB. */
function wordsOf(story: string): readonly string[] {
  const withoutJumps = story.replace(/^\s*JumpLine\n\s*Link: .*\n|^\s*JumpHead: .*\n/gmu, '');
  const said = withoutJumps.split('\n').flatMap((line) => {
    const [, role = '', alt = '', text = ''] =
      /^\s*([\w-]*)(?: \[[\w-]+\])?(?: \((.*?)\)(?=$|:))?(?: = [^":]*)?(?: of the (?:column|row))?:? ?(?:"(.*)")?$/u.exec(
        line,
      ) ?? [];
    return role === 'Lbl' || role === 'doc-pagebreak' ? [] : [`${alt} ${text}`];
  });
  const levelled = said.join(' ').replaceAll('\u00AD', '').replaceAll('’', "'");
  return levelled.match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

describe.each(['en', 'es'])('the edition in %s', (language) => {
  const stem = `rw-0898-1997-03-16-${language}-`;

  test.each(['.pdf', '.epub'])('is heard as expected in its %s', async (ending) => {
    await expectHeard(stem, ending, `0898.${language}${ending}.expected.txt`);
  });

  test('says the same words of the story in PDF and EPUB, in the same order', async () => {
    const pdf = wordsOf(storyOf(await readingOrder(stem, '.pdf'), /^\s*Art\b/));
    const epub = wordsOf(storyOf(await readingOrder(stem, '.epub'), /^\s*article\b/));
    expect(pdf.length).toBeGreaterThan(1500);
    expect(epub).toEqual(pdf);
  });
});

test.each(['.pdf', '.epub'])('a change of language is told to the listener of a %s', async (ending) => {
  await expectHeard('harbour-herald', ending, `languages/${ending.slice(1)}.expected.txt`);
});

test.each(['.pdf', '.epub'])('tables, drop capital and inset are heard in order in a %s', async (ending) => {
  await expectHeard('quay-gazette', ending, `blocks-of-rows/${ending.slice(1)}.expected.txt`);
});

test.each(['.pdf', '.epub'])(
  'nameplate, teasers, sections, labels, references, jumps and corrections are heard in order in a %s',
  async (ending) => {
    await expectHeard('the-pier-post', ending, `editorial/${ending.slice(1)}.expected.txt`);
  },
);
