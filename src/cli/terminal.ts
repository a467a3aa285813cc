import { EXIT } from '../build/exit-code.ts';

/** Where the program prints, and what it may use there. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Colours on standard error. */
  readonly hasColour: boolean;
  /** A person watches: a progress line may be drawn and wiped. */
  readonly isInteractive: boolean;
};

/** The process's own terminal; `NO_COLOR` (any value but the empty one) and pipes are honoured. */
export function openTerminal(): Terminal {
  const noColour = process.env['NO_COLOR'];
  const isInteractive = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    stream.write(text);
  };
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that goes away (head) ends the printing, not the program's sense; a full disk is a fault.
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      process.exit(fault.code === 'EPIPE' ? (process.exitCode ?? 0) : EXIT.output);
    });
  }
  return {
    out: (text) => write(process.stdout, text),
    error: (text) => write(process.stderr, text),
    hasColour: isInteractive && (noColour === undefined || noColour === ''),
    isInteractive,
  };
}

/** A line that is drawn over itself; nothing at all when nobody watches. */
export type ProgressLine = { readonly show: (text: string) => void; readonly clear: () => void };

/** Opens the progress line of a terminal. */
export function openProgressLine(terminal: Terminal, isWanted: boolean): ProgressLine {
  if (!isWanted || !terminal.isInteractive) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) => terminal.error(`\r\u001b[2K${text}`),
    clear: () => terminal.error('\r\u001b[2K'),
  };
}
