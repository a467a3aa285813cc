import { expect, inject, test } from 'vitest';
import { ace } from './ace.ts';
import { epubCheckQuick } from './epubcheck-quick.ts';
import { epubCheck } from './epubcheck.ts';
import { judgeTest } from './judge.ts';

const { epubs, faults } = inject('editions');

test('every issue is built, with an EPUB for each language', () => {
  expect(faults).toEqual([]);
  expect(epubs.length).toBeGreaterThanOrEqual(3);
});

for (const judge of [epubCheckQuick, epubCheck, ace]) {
  judgeTest('finds no fault in any EPUB', judge, async () => {
    expect(epubs).not.toEqual([]);
    expect(await judge.faultsOf(epubs)).toEqual([]);
  });
}
