import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFName, PDFNull } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCollector } from '../../src/diagnostics/context.ts';
import { readEpub } from '../../src/epub/read-epub.ts';
import type { ComposedEdition } from '../../src/page/composed-edition.ts';
import type { TextFragment } from '../../src/page/page.ts';
import type { ReadElement } from '../../src/page/read-element.ts';
import { findingsOf } from '../tools/findings-of.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { compareSaved } from '../../src/proof/compare-saved.ts';
import { expectedStoryNodes, type ExpectedNode } from '../../src/proof/expected-words.ts';
import { proveWords } from '../../src/proof/prove-words.ts';
import { rangesOfPages } from '../../src/proof/word-ranges.ts';
import { composeIssue } from '../tools/compose-issue.ts';
import { runGalley } from '../tools/run-galley.ts';
import { changeContent, changeEpub, changePdf, structureRoot } from './break-files.ts';
import { cutRun, mapPages, mapTree, wordsOfRun } from './break-pages.ts';

/*
 * The program is broken on purpose, as a fault in layout, drawing or packaging would break it, and the proofs must see
 * it. Each test names the fault; the first of each group shows that the whole thing passes.
 */

const issue = join(import.meta.dirname, '../layout/two-pages/in');
const scratch = mkdtempSync(join(tmpdir(), 'galley-mutation-'));
let composed: ComposedEdition;
let expected: readonly ExpectedNode[] = [];

beforeAll(async () => {
  const run = await runGalley(['build', issue, '--out', scratch, '--quiet'], scratch);
  expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 0, error: '' });
  const { set } = await composeIssue(issue);
  composed = set.composed;
  expected = expectedStoryNodes(set.articles);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('proof A, on composed pages', () => {
  const codesOf = (pages: ComposedEdition): readonly string[] => {
    const context = createCollector();
    proveWords(expected, rangesOfPages(pages), { output: 'PDF', trail: [] }, context);
    return context.diagnostics.map(({ code }) => code);
  };

  /** Changes the first line of body that holds three whole words. */
  const changeLine = (
    change: (line: TextFragment, words: readonly { start: number; end: number }[]) => readonly TextFragment[],
  ): ComposedEdition => {
    let isDone = false;
    return mapPages(composed, (fragment) => {
      if (isDone || fragment.kind !== 'text' || fragment.structure.kind !== 'leaf') return [fragment];
      const words = wordsOfRun(fragment);
      if (words.length < 3 || fragment.run.inline.source?.node.startsWith('body.') !== true)
        return [fragment];
      isDone = true;
      return change(fragment, words);
    });
  };

  test('whole pages pass', () => {
    expect(codesOf(composed)).toEqual([]);
  });

  test('a word that is not set is lost', () => {
    const pages = changeLine((line, [word]) => [
      cutRun(line, line.run.start, word?.start ?? 0),
      cutRun(line, word?.end ?? 0, line.run.end),
    ]);
    expect(codesOf(pages)).toEqual(['GA801']);
  });

  test('a word that is set again is doubled', () => {
    const pages = changeLine((line, [word]) => [line, cutRun(line, word?.start ?? 0, word?.end ?? 0)]);
    expect(codesOf(pages)).toEqual(['GA802']);
  });

  test('two words that change places are out of order', () => {
    const pages = changeLine((line, [first, second]) => {
      const [a = line.run.start, b = a, c = b, d = c] = [
        first?.start,
        first?.end,
        second?.start,
        second?.end,
      ];
      return [
        cutRun(line, line.run.start, a),
        cutRun(line, c, d),
        cutRun(line, b, c),
        cutRun(line, a, b),
        cutRun(line, d, line.run.end),
      ];
    });
    expect(codesOf(pages)).toEqual(['GA803']);
  });

  test('a glyph that says another letter changes a word', () => {
    const pages = changeLine((line, [word]) => {
      const glyph = (word?.start ?? 0) - line.run.start;
      const texts = line.run.texts.map((text, index) => (index === glyph ? 'q' : text));
      return [{ ...line, run: { ...line.run, texts } }];
    });
    expect(codesOf(pages)).toEqual(['GA804']);
  });

  test('the first line of a leg that is not drawn is lost', () => {
    const [{ rect } = expect.fail('there is no leg')] = composed.pages[1]?.beads ?? [];
    const top = Math.min(
      ...(composed.pages[1]?.fragments ?? []).flatMap((fragment) =>
        fragment.kind === 'text' && fragment.y > rect.y ? [fragment.y] : [],
      ),
    );
    const pages = composed.pages.map((page) =>
      page.index === 1
        ? { ...page, fragments: page.fragments.filter((one) => one.kind !== 'text' || one.y !== top) }
        : page,
    );
    expect(codesOf({ ...composed, pages })).toEqual(['GA801']);
  });

  test('a paragraph that is read before the one above it is out of order', () => {
    const root = mapTree(composed.structure.root, ({ role, children }) =>
      role === 'Art' ? [...children.slice(0, 1), ...children.slice(1).toReversed()] : children,
    );
    expect(codesOf({ ...composed, structure: { root } })).toEqual(['GA803']);
  });

  test('a paragraph that the structure forgets is lost', () => {
    const root = mapTree(composed.structure.root, ({ role, children }) =>
      role === 'Art' ? children.toSpliced(2, 1) : children,
    );
    expect(codesOf({ ...composed, structure: { root } })).toEqual(['GA801']);
  });
});

const bytesOf = (ending: string): Uint8Array => {
  const name = readdirSync(scratch).find((file) => file.endsWith(ending)) ?? '';
  return new Uint8Array(readFileSync(join(scratch, name)));
};

const isProven = (saved: readonly ReadElement[]): boolean =>
  compareSaved(expected, saved, { output: 'PDF', trail: [] }, createCollector());

function findAll(elements: readonly ReadElement[], role: string): readonly ReadElement[] {
  return elements.flatMap((element) => {
    const inner = element.children.filter((child) => child.kind === 'element');
    return element.role === role ? [element] : findAll(inner, role);
  });
}

describe('proof B and preflight, on the saved PDF', () => {
  const isPdfProven = async (bytes: Uint8Array): Promise<boolean> => isProven(findAll(readPdf(bytes), 'Art'));

  const rulesOf = async (bytes: Uint8Array): Promise<readonly string[]> => [
    ...new Set(findingsOf(bytes).map(({ rule }) => rule)),
  ];

  /** One line as the content stream has it: the glyphs and numbers between brackets, and the operator. */
  const LINE = /\[(?:\((?:\\[^]|[^\\)])*\)|-?[\d.]+)+\] TJ\n/g;
  /** Bytes of a line of body; heads are shorter. */
  const BODY_LINE = 90;

  const withLines = (change: (lines: readonly [string, string]) => readonly string[]): Promise<Uint8Array> =>
    changePdf(bytesOf('.pdf'), (document) =>
      changeContent(document, 0, (text) => {
        const [first, second] = [...text.matchAll(LINE)]
          .filter(([line]) => line.length >= BODY_LINE)
          .slice(4);
        if (first === undefined || second === undefined) throw new Error('there are no lines');
        const between = text.slice(first.index + first[0].length, second.index);
        const [one = '', two = ''] = change([first[0], second[0]]);
        return text.slice(0, first.index) + one + between + two + text.slice(second.index + second[0].length);
      }),
    );

  test('the file passes, also saved again without a change', async () => {
    const again = await changePdf(bytesOf('.pdf'), () => undefined);
    expect(await isPdfProven(bytesOf('.pdf'))).toBe(true);
    expect(await isPdfProven(again)).toBe(true);
    expect(await rulesOf(bytesOf('.pdf'))).toEqual([]);
  });

  test('a line that is not drawn is missed', async () => {
    expect(await isPdfProven(await withLines(([, second]) => ['', second]))).toBe(false);
  });

  test('a line that is drawn twice is told', async () => {
    expect(await isPdfProven(await withLines(([first, second]) => [first + first, second]))).toBe(false);
  });

  test('two lines that change places are told', async () => {
    expect(await isPdfProven(await withLines(([first, second]) => [second, first]))).toBe(false);
  });

  test('one glyph that is not drawn is missed', async () => {
    const bytes = await withLines(([first, second]) => [first.replace(/\(\0(?:\\[^]|[^\\])/, '('), second]);
    expect(await isPdfProven(bytes)).toBe(false);
  });

  test('a paragraph that the structure tree forgets is missed', async () => {
    const bytes = await changePdf(bytesOf('.pdf'), (document) => {
      const [root] = kidsOf(structureRoot(document));
      const story = kidsOf(root ?? expect.fail('no Document')).find(
        (kid) => kid.lookup(PDFName.of('S')) === PDFName.of('Art'),
      );
      story?.lookup(PDFName.of('K'), PDFArray).remove(2);
    });
    expect(await isPdfProven(bytes)).toBe(false);
    expect(await rulesOf(bytes)).not.toEqual([]);
  });

  test('an entry of the parent tree that is taken out is told by preflight', async () => {
    const bytes = await changePdf(bytesOf('.pdf'), (document) => {
      const pages = structureRoot(document).lookup(PDFName.of('ParentTree'), PDFDict);
      const numbers = pages.lookup(PDFName.of('Nums'), PDFArray);
      numbers.lookup(1, PDFArray).set(2, PDFNull);
    });
    expect(await rulesOf(bytes)).not.toEqual([]);
  });

  test('a page that the parent tree does not have is told by preflight', async () => {
    const bytes = await changePdf(bytesOf('.pdf'), (document) => {
      const tree = structureRoot(document).lookup(PDFName.of('ParentTree'), PDFDict);
      const numbers = tree.lookup(PDFName.of('Nums'), PDFArray);
      numbers.remove(1);
      numbers.remove(0);
    });
    expect(await rulesOf(bytes)).not.toEqual([]);
  });
});

function kidsOf(element: PDFDict): readonly PDFDict[] {
  const kids = element.lookup(PDFName.of('K'));
  const list = kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids];
  return list.filter((kid) => kid instanceof PDFDict);
}

describe('proof B, on the saved EPUB', () => {
  const isEpubProven = async (bytes: Uint8Array): Promise<boolean> =>
    isProven((await readEpub(bytes)).flatMap(({ elements }) => findAll(elements, 'article')));

  const changed = (edit: (text: string) => string): Promise<Uint8Array> =>
    changeEpub(bytesOf('.epub'), /\/story-.*\.xhtml$/, edit);

  test('the file passes, also packed again with a change that no reader sees', async () => {
    expect(await isEpubProven(bytesOf('.epub'))).toBe(true);
    expect(await isEpubProven(await changed((text) => text.replace('<p>', '<p >')))).toBe(true);
  });

  test.each<[string, (text: string) => string]>([
    ['a word is dropped', (text) => text.replace(' boat ', ' ')],
    ['a word is doubled', (text) => text.replace(' boat ', ' boat boat ')],
    ['two words change places', (text) => text.replace('turned round', 'round turned')],
    ['a letter is changed', (text) => text.replace(' boat ', ' coat ')],
    ['a paragraph is dropped', (text) => text.replace(/<p>.*?<\/p>/s, '')],
    ['a paragraph is doubled', (text) => text.replace(/<p>.*?<\/p>/s, '$&$&')],
    ['two paragraphs change places', (text) => text.replace(/(<p>.*?<\/p>)\s*(<p>.*?<\/p>)/s, '$2$1')],
    ['words are added', (text) => text.replace('</p>', ' And so on.</p>')],
  ])('%s', async (_, edit) => {
    expect(await isEpubProven(await changed(edit))).toBe(false);
  });
});
