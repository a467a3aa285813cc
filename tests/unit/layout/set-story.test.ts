import { expect, test } from 'vitest';
import type { PageGrid } from '../../../src/edition/edition.ts';
import type { LayoutSession } from '../../../src/layout/layout-session.ts';
import { openStoryStore, setStoryOf } from '../../../src/layout/measure-story.ts';
import type { Flow } from '../../../src/layout/page-plan.ts';

/** Sessions that keep so many paragraphs, and note by number when they let go of them. */
function sessionsOf(paragraphs: number): {
  readonly session: LayoutSession;
  readonly gone: readonly number[];
} {
  const gone: number[] = [];
  let count = 0;
  const open = (): LayoutSession => {
    const number = count++;
    let kept = number === 0 ? 0 : paragraphs;
    const letGo = (): void => {
      kept = 0;
      gone.push(number);
    };
    return { keptParagraphs: () => kept, letGo, apart: open } as unknown as LayoutSession;
  };
  return { session: open(), gone };
}

const flowOf = (name: string): Flow => ({ name }) as Flow;

test('the stories that were not used for longest are let go of, and no more of them than needed', () => {
  const { session, gone } = sessionsOf(1600);
  const store = openStoryStore(session, {} as PageGrid);
  const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map(flowOf) as [Flow, Flow, Flow, Flow];
  const kept = setStoryOf(store, first);
  setStoryOf(store, second);
  expect(setStoryOf(store, first)).toBe(kept);
  setStoryOf(store, third);
  expect(gone).toEqual([]);
  setStoryOf(store, fourth);
  expect(gone).toEqual([2]);
  expect([...store.set.keys()]).toEqual([first, third, fourth]);
});
