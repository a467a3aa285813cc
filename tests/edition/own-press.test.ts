import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflate } from 'pako';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { openPdf } from '../../src/pdf/open-pdf.ts';
import { runGalley } from '../tools/run-galley.ts';

// A paper that is printed by the profile that its printer gave it, padded to four pages, with text on a coloured box.

const repository = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'galley-own-press-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const MANIFEST = `name: The Quayside Weekly
number: 7
date: 2026-03-14
print: { profile: press.icc, pad: 4 }
`;
const STORY = `# The boats

The boats are counted every morning.

::: facts By number
Forty went out, and thirty-nine came in.
:::
`;

/** A profile other than galley’s own that does the same. */
function otherProfile(): Buffer {
  const profile = Buffer.from(readFileSync(join(repository, 'src/image/newsprint.icc')));
  // What program is preferred to use it is no part of what it does.
  profile.write('HARB', 4, 'latin1');
  return profile;
}

async function printed(): Promise<Uint8Array> {
  mkdirSync(join(scratch, 'in/articles'), { recursive: true });
  mkdirSync(join(scratch, 'in/templates'));
  writeFileSync(join(scratch, 'in/issue.yaml'), MANIFEST);
  writeFileSync(join(scratch, 'in/articles/boats.md'), STORY);
  writeFileSync(join(scratch, 'in/templates/print.css'), '.box { background-color: #ffc890; }\n');
  writeFileSync(join(scratch, 'in/press.icc'), otherProfile());
  const out = join(scratch, 'out');
  const run = await runGalley(
    ['build', join(scratch, 'in'), '--profile', 'print', '--only', 'pdf', '--out', out],
    scratch,
  );
  expect({ exitCode: run.exitCode, error: run.error }).toEqual({ exitCode: 0, error: '' });
  return readFileSync(join(out, readdirSync(out).find((name) => name.endsWith('-print.pdf')) ?? ''));
}

test('a profile of the paper’s own is the intent, pages are padded, and black text stands over the colour of its box', async () => {
  const bytes = await printed();
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
  const intent = intents.lookup(0, PDFDict);
  const profile = intent.lookup(PDFName.of('DestOutputProfile'));
  if (!(profile instanceof PDFRawStream)) throw new Error('the intent has no profile');
  expect(Buffer.from(inflate(profile.contents)).equals(otherProfile())).toBe(true);
  // The printer's own condition is in no registry.
  expect(intent.toString()).toContain('/OutputConditionIdentifier (Custom)');
  expect(document.getPageCount()).toBe(4);

  let isOver = false;
  const drawn: string[] = [];
  for (const { operator, operands } of openPdf(bytes).pages[0]?.operations ?? []) {
    if (operator === 'gs') isOver = JSON.stringify(operands).includes('OpOn');
    if (operator === 'k') drawn.push(`${JSON.stringify(operands)} ${isOver ? 'over' : 'knocked out'}`);
  }
  const black = drawn.filter((each) => each.startsWith('[0,0,0,1] '));
  expect(black.length).toBeGreaterThan(0);
  expect(black.every((each) => each.endsWith('over'))).toBe(true);
  const box = drawn.filter((each) => !each.startsWith('[0,0,0,'));
  expect(box.length).toBeGreaterThan(0);
  expect(box.every((each) => each.endsWith('knocked out'))).toBe(true);
});
