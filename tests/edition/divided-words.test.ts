import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ReadNode } from '../../src/page/read-element.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { judgeTest } from '../conformance/judge.ts';
import { poppler } from '../conformance/poppler.ts';
import { runProgram } from '../conformance/run-program.ts';
import { runGalley } from '../tools/run-galley.ts';
import { plainTextOf, readStructText } from './outline-node.ts';
import { wordsNotFound } from './pdfjs-find.ts';

// Words that are divided at the end of a line are whole for who searches or listens (decision 0013).

const repository = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-divided-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = await runGalley(
  ['build', join(repository, 'issues/0898'), '--lang', 'en', '--only', 'pdf', '--out', scratch],
  scratch,
);
const file = join(scratch, 'rw-0898-1997-03-16-en-specimen.pdf');

/** The words that poppler shows divided, line by line, and that stand whole nowhere else. */
function dividedWords(): readonly string[] {
  const lines = runProgram('pdftotext', ['-raw', file, '-']).output;
  const words = [...lines.matchAll(/(\p{L}+)\u00ad-\n(\p{Ll}+)/gu)].map(
    ([, head = '', tail = '']) => head + tail,
  );
  return [...new Set(words)].filter((word) => !lines.includes(word));
}

/** Of each element of a role the text as a reader of the tags hears it. */
function saidIn(nodes: readonly ReadNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : ` ${saidIn(node.children)} `)).join('');
}

test('the specimen is built', () =>
  expect({ code: run.exitCode, error: run.error }).toEqual({ code: 0, error: '' }));

judgeTest('who follows the tags hears divided words whole, with a soft hyphen', poppler, () => {
  const words = dividedWords();
  expect(words.length).toBeGreaterThan(8);
  const text = saidIn(readPdf(readFileSync(file)));
  expect(words.filter((word) => !text.replaceAll('\u00ad', '').includes(word))).toEqual([]);
  expect(words.filter((word) => text.includes(word))).toEqual([]);
});

judgeTest('the reading order that is printed has divided words whole', poppler, async () => {
  const { out } = await runGalley(['check', '--reading-order', file], scratch);
  expect(dividedWords().filter((word) => !out.includes(word))).toEqual([]);
});

judgeTest('divided words are whole in the structure text', poppler, () => {
  const text = plainTextOf(readStructText(runProgram('pdfinfo', ['-struct-text', file]).output));
  expect(dividedWords().filter((word) => !text.includes(word))).toEqual([]);
});

judgeTest('pdftotext copies divided words in one piece, with a soft hyphen', poppler, () => {
  const text = runProgram('pdftotext', [file, '-']).output.replaceAll('\u00ad', '');
  expect(dividedWords().filter((word) => !text.includes(word))).toEqual([]);
});

judgeTest('the search of pdf.js finds divided words', poppler, async () => {
  const words = dividedWords();
  // The judge can refuse.
  expect(await wordsNotFound(file, [...words, 'nowheretobefound'])).toEqual(['nowheretobefound']);
});
