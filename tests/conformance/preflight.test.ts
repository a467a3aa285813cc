import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { findingsOf } from '../tools/findings-of.ts';
import { plant, type Defect } from '../tools/plant-defect.ts';
import { BEYOND, DEFECTS } from '../tools/planted-defects.ts';
import { drawDefectless } from '../unit/pdf/draw-defectless.ts';
import { judgeTest } from './judge.ts';
import { veraPdfOfClaims } from './verapdf.ts';

// Our own preflight against veraPDF: nothing found in good files, and the same found in bad ones.

const folder = mkdtempSync(join(tmpdir(), 'galley-defects-'));
afterAll(() => rmSync(folder, { recursive: true }));

const drawn = new Map<string, Uint8Array>();

test('preflight finds nothing in any PDF that was built', () => {
  const { pdfs } = inject('editions');
  expect(pdfs).not.toEqual([]);
  for (const file of pdfs)
    expect([basename(file), findingsOf(new Uint8Array(readFileSync(file)))]).toEqual([basename(file), []]);
});

judgeTest('says of each planted defect what preflight says', veraPdfOfClaims, async () => {
  for (const [name, agrees] of await agreements(DEFECTS)) expect([name, agrees]).toEqual([name, true]);
});

judgeTest('still judges otherwise where it is known to', veraPdfOfClaims, async () => {
  for (const [name, agrees] of await agreements(BEYOND)) expect([name, agrees]).toEqual([name, false]);
});

/** Of each defect, planted in a good file of its own: whether veraPDF names the rule that preflight names. */
async function agreements(defects: readonly Defect[]): Promise<readonly (readonly [string, boolean])[]> {
  const files: string[] = [];
  for (const defect of defects) {
    const file = join(folder, `${defect.name.replace(/\W/g, '-')}.pdf`);
    const good = drawn.get(defect.profile) ?? (await drawDefectless(defect.profile));
    drawn.set(defect.profile, good);
    writeFileSync(file, await plant(good, defect));
    files.push(file);
  }
  const told = veraPdfOfClaims.rulesOf(files);
  return defects.map(({ name, rule, judge }, index) => {
    const wanted = judge ?? rule.slice(rule.indexOf(':') + 1);
    return [name, (told.get(files[index] ?? '') ?? []).includes(wanted)];
  });
}
