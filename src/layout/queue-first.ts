import type { Composer, DraftPage, Pending } from './composer.ts';

/** Puts a flow into the main thread after those that go on and before all that have not begun. */
export function queueFirst(composer: Composer, pending: Pending): void {
  const thread = composer.threads.get('main') ?? [];
  composer.threads.set('main', thread);
  const at = thread.findIndex(({ started }) => started === null);
  thread.splice(at < 0 ? thread.length : at, 0, pending);
}

/** Lets a story that has left a page go on: as frames come, or on a later page where the page plan says so. */
export function queueRest(
  composer: Composer,
  page: DraftPage,
  { pending, isCutAsPlanned }: { readonly pending: Pending; readonly isCutAsPlanned: boolean },
): void {
  const next = isCutAsPlanned ? page.index + 1 : page.index;
  const pageIndex = Math.max(next, pending.flow.jump?.toPage ?? next);
  if (pageIndex === page.index) queueFirst(composer, pending);
  else composer.later.push({ pending, pageIndex });
}

/** Puts the stories that may go on on a page before those that have not begun. */
export function takeLater(composer: Composer, pageIndex: number): void {
  const due = composer.later.filter((each) => each.pageIndex <= pageIndex);
  for (const each of due) {
    composer.later.splice(composer.later.indexOf(each), 1);
    queueFirst(composer, each.pending);
  }
}
