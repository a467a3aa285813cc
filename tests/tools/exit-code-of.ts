import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** How a process ends, as shells tell it: its code, or 128 and the number of the signal that ended it. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) =>
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    ),
  );
}
