import { expect, test } from 'vitest';
import { emptyMemory } from '../../../src/makeup/search.ts';
import { makeUpPage } from '../../../src/makeup/make-up-page.ts';
import type { Matter, PageArea, Setting } from '../../../src/makeup/matter.ts';

// A page of three columns and 40 rows, and one story on it: 60 lines of text and a picture.

const area: PageArea = { columns: 3, rows: 40, role: 'inside', section: null, count: 4, ads: [] };
const options = { mayJump: false, mayEndShort: false, inRank: false, hasHouse: false };
const settingOf = (columns: number, more: Partial<Setting>): Setting => ({
  columns,
  shape: 'second',
  headRows: 8,
  legRows: Math.ceil(60 / columns),
  bodyRows: 60,
  picture: null,
  ...more,
});

const story = (more: Partial<Matter>): Matter => ({
  id: 'story',
  kind: 'story',
  section: null,
  mayJump: false,
  // The picture over all legs takes the rows of its depth from the page.
  settingFor: (columns) => (columns === 3 ? settingOf(3, { headRows: 20 }) : null),
  ...more,
});

const make = (matter: Matter, of = area): ReturnType<typeof makeUpPage> =>
  makeUpPage(of, [matter], { ...options, search: emptyMemory().search });

test('a picture keeps all its columns where the story fills its place so', () => {
  const narrower = settingOf(3, { headRows: 8, legRows: 32, pictureColumns: 2, narrower: 1 });
  const page = make(story({ othersFor: () => [narrower] }));
  expect(page?.placed[0]?.setting.pictureColumns).toBeUndefined();
});

test('it stands over fewer columns sooner than a house filler closes a hole', () => {
  const matter = story({
    othersFor: () => [settingOf(3, { headRows: 8, legRows: 38, pictureColumns: 2, narrower: 1 })],
  });
  const page = make(matter, { ...area, rows: 46 });
  expect(page?.placed[0]?.setting.pictureColumns).toBe(2);
  expect(page?.placed[0]?.fit.fillerRows).toBe(0);
});

test('without that, a filler closes it', () => {
  expect(make(story({}), { ...area, rows: 46 })?.placed[0]?.fit.fillerRows).toBeGreaterThan(0);
});

test('a story is set in no fewer columns than its picture needs', () => {
  const anyWidth = story({ settingFor: (columns) => settingOf(columns, {}) });
  const narrow: PageArea = { ...area, columns: 2, rows: 38 };
  expect(make(anyWidth, narrow)).not.toBeNull();
  expect(make({ ...anyWidth, leastColumns: 3 }, narrow)).toBeNull();
});

test('a picture stands over fewer columns where it would leave white beside itself', () => {
  const usual = settingOf(3, { headRows: 20, pictureWhite: 12 });
  const narrower = settingOf(3, { headRows: 20, pictureColumns: 2, narrower: 1 });
  const page = make(
    story({ settingFor: (columns) => (columns === 3 ? usual : null), othersFor: () => [narrower] }),
  );
  expect(page?.placed[0]?.setting.pictureColumns).toBe(2);
});

test('on page 1 the picture of the lead keeps half the page sooner than white or a filler is spared', () => {
  const page1: PageArea = { ...area, role: 'front', columns: 6 };
  const shaped = { shape: 'lead', columns: 6, legRows: 12 } as const;
  const usual = settingOf(6, { ...shaped, headRows: 20, pictureOver: 3 });
  const stamp = settingOf(6, { ...shaped, headRows: 28, pictureOver: 1, pictureColumns: 1, narrower: 1 });
  const lead = story({
    settingFor: (columns, shape) => (columns === 6 && shape === 'lead' ? usual : null),
    othersFor: () => [stamp],
  });
  expect(make(lead, page1)?.placed[0]?.setting.pictureColumns).toBeUndefined();
  expect(make(lead, { ...page1, role: 'section' })).toBeNull();
  const inside = { ...lead, settingFor: () => usual };
  expect(make(inside, { ...page1, role: 'inside' })?.placed[0]?.setting.pictureColumns).toBe(1);
});
