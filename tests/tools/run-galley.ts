import { createNodeHost } from '../../src/host/node-host.ts';
import { findInstallation } from '../../src/cli/installation.ts';
import { runCommand } from '../../src/cli/run-command.ts';

/** What a command printed and how it ended. */
export type GalleyRun = { readonly exitCode: number; readonly out: string; readonly error: string };

/** Runs the command line in this process, as in a pipe: no colours, no progress. */
export async function runGalley(args: readonly string[], workingFolder: string): Promise<GalleyRun> {
  let out = '';
  let error = '';
  const exitCode = await runCommand(args, {
    terminal: {
      out: (text) => void (out += text),
      error: (text) => void (error += text),
      hasColour: false,
      isInteractive: false,
    },
    host: createNodeHost(),
    installation: findInstallation(),
    workingFolder,
  });
  return { exitCode, out, error };
}
