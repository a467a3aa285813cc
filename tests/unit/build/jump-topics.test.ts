import { expect, test } from 'vitest';
import { jumpTopics } from '../../../src/build/jump-topics.ts';

const story = (id: string, kicker: string | null) => ({
  id,
  kicker: kicker === null ? null : { name: 'kicker', text: kicker, nodes: [], at: null },
});

test('a topic line names a story where it goes on, unless it names another one or a section', () => {
  const stories = [story('ferry', 'Harbour'), story('tides', 'HARBOUR'), story('council', 'The vote')];
  const more = [story('regatta', 'Sport'), story('letters', null)];
  expect([...jumpTopics([...stories, ...more], [{ title: 'Sport' }])]).toEqual([['council', 'The vote']]);
  expect(jumpTopics(stories.slice(1), []).get('tides')).toBe('HARBOUR');
});
