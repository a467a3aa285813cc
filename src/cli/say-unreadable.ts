import type { Unreadable } from '../host/host.ts';

/** What is said of a file of the command line that cannot be read, by the name it was given. */
export function sayUnreadable(name: string, { reason, hint }: Unreadable): string {
  return `${name} cannot be read: ${reason}.${hint === null ? '' : ` ${hint}`}`;
}
