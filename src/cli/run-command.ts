import type { CommandTools } from './build-command.ts';
import { helpOf } from './help-text.ts';
import { parseCommand } from './parse-command.ts';

/** Runs the command that the arguments name and returns the exit code. Each command loads what it needs and no more. */
export async function runCommand(args: readonly string[], tools: CommandTools): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      tools.terminal.out(helpOf(command.of));
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
      return command.watch
        ? (await import('./watch-command.ts')).runWatch(command, tools)
        : (await import('./build-command.ts')).runBuild(command, tools);
    case 'plan':
      return (await import('./plan-command.ts')).runPlan(command, tools);
    case 'lint':
      return (await import('./lint-command.ts')).runLint(command, tools);
    case 'import':
      return (await import('./intake-command.ts')).runImport(command, tools);
    case 'init':
      return (await import('./intake-command.ts')).runInit(command.folder, tools);
    case 'extract':
      return (await import('./extract-command.ts')).runExtract(command, tools);
    case 'check':
      return (await import('./check-command.ts')).runCheck(command, tools);
  }
}
