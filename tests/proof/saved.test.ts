import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitWords } from '../../src/core/words.ts';
import { createCollector } from '../../src/diagnostics/context.ts';
import { readEpub } from '../../src/epub/read-epub.ts';
import type { ReadElement } from '../../src/page/read-element.ts';
import { completeTrailer } from '../tools/complete-trailer.ts';
import { findingsOf } from '../tools/findings-of.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { compareSaved } from '../../src/proof/compare-saved.ts';
import { expectedStoryNodes, type ExpectedNode } from '../../src/proof/expected-words.ts';
import { composeIssue } from '../tools/compose-issue.ts';
import { runGalley } from '../tools/run-galley.ts';

// Proof B on files as they were saved: it agrees with the sources, and with no others.

const scratch = mkdtempSync(join(tmpdir(), 'galley-proof-'));
const bytesOf = (ending: string): Uint8Array =>
  new Uint8Array(readFileSync(join(scratch, 'out', `harbour-0001-2026-01-05-en${ending}`)));
let expected: readonly ExpectedNode[] = [];

beforeAll(async () => {
  await runGalley(['init', 'harbour'], scratch);
  await runGalley(['build', 'harbour/1', '--out', 'out'], scratch);
  const { set } = await composeIssue(join(scratch, 'harbour/1'));
  expected = expectedStoryNodes(set.articles);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function findAll(elements: readonly ReadElement[], role: string): readonly ReadElement[] {
  return elements.flatMap((element) =>
    element.role === role
      ? [element]
      : findAll(
          element.children.filter((child) => child.kind === 'element'),
          role,
        ),
  );
}

const storyIn: Readonly<Record<string, () => Promise<readonly ReadElement[]>>> = {
  PDF: async () => findAll(readPdf(bytesOf('.pdf')), 'Art'),
  EPUB: async () =>
    (await readEpub(bytesOf('.epub'))).flatMap(({ elements }) => findAll(elements, 'article')),
};

const agrees = (nodes: readonly ExpectedNode[], saved: readonly ReadElement[]): boolean =>
  compareSaved(nodes, saved, { output: 'PDF', trail: [] }, createCollector());

/** The sources with the words of their longest paragraph changed. */
function withWords(change: (words: string[]) => readonly string[]): readonly ExpectedNode[] {
  const [longest] = [...expected].sort((a, b) => b.words.length - a.words.length);
  return expected.map((node) => {
    if (node !== longest) return node;
    const text = change(node.words.map(({ word }) => word)).join(' ');
    return { ...node, text, words: splitWords(text) };
  });
}

test('marks of direction in words and numbers change nothing that either proof sees', async () => {
  const words = ['\u061C', '\u200E', '\u200F', '\u2067', '\u2069'].flatMap((mark) => [
    `fer${mark}ry`,
    `20${mark}24`,
    `${mark}(5 6) 7${mark}`,
  ]);
  mkdirSync(join(scratch, 'marks/articles'), { recursive: true });
  writeFileSync(join(scratch, 'marks/issue.yaml'), 'name: Quay\ndate: 2024\n');
  writeFileSync(join(scratch, 'marks/articles/a.md'), `# Ferry\n\n${words.join(' ')}\n`);
  const { exitCode, error } = await runGalley(['build', 'marks', '--out', 'out-marks'], scratch);
  expect([exitCode, error]).toEqual([0, expect.not.stringMatching(/GA\d/)]);
});

test.each(['PDF', 'EPUB'])('the saved %s says what the sources say, and nothing else', async (output) => {
  const saved = (await storyIn[output]?.()) ?? [];
  expect(agrees(expected, saved)).toBe(true);
  expect(
    agrees(
      withWords((words) => words.toSpliced(3, 1)),
      saved,
    ),
  ).toBe(false);
  expect(
    agrees(
      withWords((words) => words.toSpliced(3, 0, words[3] ?? '')),
      saved,
    ),
  ).toBe(false);
  expect(
    agrees(
      withWords((words) => words.toSpliced(3, 2, words[4] ?? '', words[3] ?? '')),
      saved,
    ),
  ).toBe(false);
  expect(agrees(expected.slice(1), saved)).toBe(false);
});

test('a PDF that loses its parent tree is caught', async () => {
  const bytes = bytesOf('.pdf');
  expect(findingsOf(bytes)).toEqual([]);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  completeTrailer(document.context, bytes);
  document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).delete(PDFName.of('ParentTree'));
  const rules = findingsOf(await document.save({ addDefaultPage: false })).map(({ rule }) => rule);
  expect(rules.length).toBeGreaterThan(0);
});
