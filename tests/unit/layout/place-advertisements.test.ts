import { expect, test } from 'vitest';
import { pt } from '../../../src/core/units.ts';
import type { PieceTop } from '../../../src/layout/composer.ts';
import type { FlowKind } from '../../../src/layout/page-plan.ts';
import { placeAdvertisements } from '../../../src/layout/place-advertisements.ts';
import { makeEdition } from '../epub/edition-fixture.ts';

const STORIES = ['ferry', 'tides', 'market'].map((id) => ({
  id,
  section: null,
  language: 'en',
  file: `${id}.md`,
  text: '',
  original: null,
  languages: ['en'],
}));

const top = (name: string, pageIndex: number, kind: FlowKind = 'story', isFirst = true): PieceTop => ({
  flow: {
    kind,
    name,
    title: name,
    language: 'en',
    section: null,
    treeOf: () => {
      throw new Error('nothing is rendered here');
    },
  },
  destination: name,
  pageIndex,
  y: pt(0),
  isFirst,
  inches: 0,
  isCutAsPlanned: false,
  isForced: false,
});

test('an advertisement is read after the stories of its page, whatever stands where', () => {
  const edition = makeEdition('en', { stories: STORIES });
  const tops = [
    top('@ad.1', 0, 'advertisement'),
    top('market', 0),
    top('ferry', 0),
    top('ferry', 1, 'story', false),
    top('@ad.2', 1, 'advertisement'),
    top('tides', 1),
    top('@house.1', 2, 'house'),
    top('@ad.3', 3, 'advertisement'),
    top('market', 3, 'story', false),
  ];
  const { behind, others } = placeAdvertisements({ tops }, edition);
  expect([...behind]).toEqual([
    ['market', ['@ad.1', '@ad.3']],
    ['tides', ['@ad.2']],
  ]);
  expect(others).toEqual(['@house.1']);
});
