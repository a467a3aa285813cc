import { createNodeHost } from '../host/node-host.ts';
import { runBuild, type CommandTools } from './build-command.ts';
import { runCheck } from './check-command.ts';
import { HELP_TEXT } from './help-text.ts';
import { findInstallation } from './installation.ts';
import { runImport, runInit } from './intake-command.ts';
import { parseCommand } from './parse-command.ts';
import { openTerminal } from './terminal.ts';
import { runWatch } from './watch-command.ts';

/** Runs the command that the arguments name and returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const terminal = openTerminal();
  const command = parseCommand(args);
  const tools = (): CommandTools => ({ terminal, host: createNodeHost(), installation: findInstallation() });
  switch (command.kind) {
    case 'help':
      terminal.out(HELP_TEXT);
      return 0;
    case 'version':
      terminal.out(`${findInstallation().version}\n`);
      return 0;
    case 'usage-error':
      terminal.error(`error: ${command.message}\nRun "galley --help" for the commands and their options.\n`);
      return 2;
    case 'build':
      return command.watch ? runWatch(command, tools()) : runBuild(command, tools());
    case 'import':
      return runImport(command, tools());
    case 'init':
      return runInit(command.folder, tools());
    case 'check':
      return runCheck(command.files, tools());
  }
}

process.on('SIGINT', () => process.exit(130));
process.exitCode = await main(process.argv.slice(2));
