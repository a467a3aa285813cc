import { createNodeHost } from '../host/node-host.ts';
import { findInstallation } from './installation.ts';
import { describeInternalError, INTERNAL_ERROR } from './internal-error.ts';
import { runCommand } from './run-command.ts';
import { openTerminal } from './terminal.ts';

const host = createNodeHost();
const terminal = openTerminal();

function breakOff(fault: unknown): void {
  terminal.error(describeInternalError(fault, host.variable('GALLEY_DEBUG') === '1'));
  process.exitCode = INTERNAL_ERROR;
}

// No handler of SIGINT here: it would wait for the end of a long stage, and there is nothing to clean up before writing.
// What a package throws outside any call of ours would else print its own stack.
process.on('uncaughtException', (fault) => {
  breakOff(fault);
  process.exit(INTERNAL_ERROR);
});
async function run(): Promise<void> {
  try {
    process.exitCode = await runCommand(process.argv.slice(2), {
      terminal,
      host,
      installation: findInstallation(),
      workingFolder: process.cwd(),
    });
  } catch (fault) {
    breakOff(fault);
  }
}

void run();
