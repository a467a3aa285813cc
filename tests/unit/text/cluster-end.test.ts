import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clusterEnd } from '../../../src/text/cluster-end.ts';

// Debian's package unicode-data installs the file; it is not ours to hand on, so the test runs where it is.
const UNICODE_TEST = '/usr/share/unicode/auxiliary/GraphemeBreakTest.txt';

test.skipIf(!existsSync(UNICODE_TEST))('every line of Unicode’s GraphemeBreakTest', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const line of readFileSync(UNICODE_TEST, 'utf8').split('\n')) {
    const [sample = ''] = line.split('#');
    // Unicode 16 takes U+2701 out of the pictographs: Node's own tables may be older or newer than the file.
    if (sample.trim() === '' || sample.includes('2701')) continue;
    count += 1;
    let text = '';
    const expected: number[] = [];
    for (const token of sample.trim().split(/\s+/)) {
      if (token === '÷') expected.push(text.length);
      else if (token !== '×') text += String.fromCodePoint(parseInt(token, 16));
    }
    const found = [0];
    for (let at = 0; at < text.length;) found.push((at = clusterEnd(text, at)));
    if (found.join() !== expected.join()) wrong.push(line);
  }
  expect(count).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});
