import { expect, test } from 'vitest';
import type { PdfProfile } from '../../../src/edition/profiles.ts';
import { findingsOf } from '../../tools/findings-of.ts';
import { plant } from '../../tools/plant-defect.ts';
import { BEYOND, DEFECTS, TWELVE } from '../../tools/planted-defects.ts';
import { drawDefectless } from './draw-defectless.ts';

const PROFILES: readonly PdfProfile[] = ['screen', 'archive', 'print', 'next'];

const drawn = new Map(
  await Promise.all(PROFILES.map(async (profile) => [profile, await drawDefectless(profile)] as const)),
);

test.each(PROFILES)(
  'finds nothing wrong in what is drawn as %s, nor in the same saved anew',
  async (profile) => {
    const bytes = drawn.get(profile) ?? new Uint8Array();
    expect(findingsOf(bytes)).toEqual([]);
    expect(findingsOf(await plant(bytes, {}))).toEqual([]);
  },
);

test('the twelve defects of the design are among those on which veraPDF agrees, and ninety more', () => {
  expect(TWELVE).toHaveLength(12);
  expect(TWELVE.filter((one) => !DEFECTS.includes(one))).toEqual([]);
  expect(DEFECTS.length).toBeGreaterThanOrEqual(102);
});

test.each([...DEFECTS, ...BEYOND].map((defect) => [defect.name, defect] as const))(
  'catches %s',
  async (_, defect) => {
    const bytes = await plant(drawn.get(defect.profile) ?? new Uint8Array(), defect);
    const findings = findingsOf(bytes);
    expect(findings.flatMap(({ rule, also }) => [rule, ...also])).toContain(defect.rule);
    for (const { message, cure } of findings) {
      expect(message).not.toMatch(/undefined|NaN|\[object/);
      expect(cure).toMatch(/\.$/);
    }
  },
);
