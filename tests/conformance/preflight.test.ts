import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { findingsOf } from '../tools/findings-of.ts';
import { plant } from '../tools/plant-defect.ts';
import { DEFECTS } from '../tools/planted-defects.ts';
import { drawDefectless } from '../unit/pdf/draw-defectless.ts';
import { judgeTest } from './judge.ts';
import { veraPdfOfClaims } from './verapdf.ts';

// Our own preflight against veraPDF: nothing found in good files, and the same found in bad ones.

const folder = mkdtempSync(join(tmpdir(), 'galley-defects-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('preflight finds nothing in any PDF that was built', () => {
  const { pdfs } = inject('editions');
  expect(pdfs).not.toEqual([]);
  for (const file of pdfs)
    expect([basename(file), findingsOf(new Uint8Array(readFileSync(file)))]).toEqual([basename(file), []]);
});

judgeTest('says of each planted defect what preflight says', veraPdfOfClaims, async () => {
  const files: string[] = [];
  const drawn = new Map<string, Uint8Array>();
  for (const [index, defect] of DEFECTS.entries()) {
    const file = join(folder, `${String(index).padStart(3, '0')}.pdf`);
    const good = drawn.get(defect.profile) ?? (await drawDefectless(defect.profile));
    drawn.set(defect.profile, good);
    writeFileSync(file, await plant(good, defect));
    files.push(file);
  }
  const told = veraPdfOfClaims.rulesOf(files);
  for (const [index, { name, rule, judge, unlike }] of DEFECTS.entries()) {
    const wanted = judge ?? rule.slice(rule.indexOf(':') + 1);
    const rules = told.get(files[index] ?? '') ?? [];
    // Where veraPDF is known to judge otherwise, that has to be so still.
    expect([name, rules.includes(wanted)]).toEqual([name, unlike === undefined]);
  }
});
