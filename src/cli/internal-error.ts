import { EXIT } from '../build/exit-code.ts';

/** What an exception that reached the top prints: it is a fault of galley's, never of the sources'. */
export function describeInternalError(fault: unknown, isDebugging: boolean): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  const stack = fault instanceof Error && isDebugging ? `${fault.stack ?? ''}\n` : '';
  return (
    `internal error: ${message.split('\n')[0] ?? ''}\n${stack}` +
    'This is a fault of galley, not of your issue; nothing was written. Please report it with the command and,\n' +
    'if you can, the sources. GALLEY_DEBUG=1 prints where in the program it happened.\n'
  );
}

/** Exit code of a program that broke (EX_SOFTWARE of BSD's sysexits). */
export const INTERNAL_ERROR: number = EXIT.internal;
