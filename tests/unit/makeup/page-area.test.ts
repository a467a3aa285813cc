import { expect, test } from 'vitest';
import { headedFrom } from '../../../src/makeup/page-area.ts';
import type { Matter } from '../../../src/makeup/matter.ts';
import type { Numbered } from '../../../src/makeup/trail.ts';

// The head of a section stands over a page on which something of the section begins, and over nothing of another one.

const matter = (id: string, section: string): Matter => ({
  id,
  kind: 'story',
  section,
  mayJump: true,
  settingFor: () => null,
});

const running = [matter('a', 'city'), matter('b', 'trade'), matter('c', 'trade')];

type Page = { readonly start: 'own' | 'fixed'; readonly end: number; readonly rests: readonly Matter[] };

const headed = ({ start, end, rests }: Page): number =>
  // What heads a page hangs on these two alone.
  headedFrom({ running, starts: [null, start, null] } as unknown as Numbered, { from: 1, end }, rests);

test.each<[string, Page, number]>([
  ['its first story begins', { start: 'own', end: 2, rests: [] }, 1],
  ['a story of its own goes on', { start: 'own', end: 2, rests: [matter('b', 'trade')] }, 1],
  ['one of another section goes on', { start: 'own', end: 2, rests: [matter('a', 'city')] }, 3],
  ['the same under a layout of its own', { start: 'fixed', end: 2, rests: [matter('a', 'city')] }, 1],
  ['none of its stories begins', { start: 'fixed', end: 1, rests: [matter('a', 'city')] }, 3],
])('a page on which %s', (_, page, from) => {
  expect(headed(page)).toBe(from);
});
