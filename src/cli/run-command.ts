import { runBuild, type CommandTools } from './build-command.ts';
import { runCheck } from './check-command.ts';
import { HELP_TEXT } from './help-text.ts';
import { runImport, runInit } from './intake-command.ts';
import { parseCommand } from './parse-command.ts';
import { runWatch } from './watch-command.ts';

/** Runs the command that the arguments name and returns the exit code. */
export async function runCommand(args: readonly string[], tools: CommandTools): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      tools.terminal.out(HELP_TEXT);
      return 0;
    case 'version':
      tools.terminal.out(`${tools.installation.version}\n`);
      return 0;
    case 'usage-error':
      tools.terminal.error(
        `error: ${command.message}\nRun "galley --help" for the commands and their options.\n`,
      );
      return 2;
    case 'build':
      return command.watch ? runWatch(command, tools) : runBuild(command, tools);
    case 'import':
      return runImport(command, tools);
    case 'init':
      return runInit(command.folder, tools);
    case 'check':
      return runCheck(command.files, tools);
  }
}
