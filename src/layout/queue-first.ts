import type { Composer, Pending } from './composer.ts';

/** Puts a flow into the main thread after those that go on and before all that have not begun. */
export function queueFirst(composer: Composer, pending: Pending): void {
  const thread = composer.threads.get('main') ?? [];
  composer.threads.set('main', thread);
  const at = thread.findIndex(({ started }) => started === null);
  thread.splice(at < 0 ? thread.length : at, 0, pending);
}
