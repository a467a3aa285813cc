import { createNodeHost } from '../host/node-host.ts';
import { findInstallation } from './installation.ts';
import { runCommand } from './run-command.ts';
import { openTerminal } from './terminal.ts';

process.on('SIGINT', () => process.exit(130));
process.exitCode = await runCommand(process.argv.slice(2), {
  terminal: openTerminal(),
  host: createNodeHost(),
  installation: findInstallation(),
  workingFolder: process.cwd(),
});
