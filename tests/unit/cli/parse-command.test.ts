import { expect, test } from 'vitest';
import { parseCommand } from '../../../src/cli/parse-command.ts';

test('build takes several issues and its options in any order', () => {
  expect(
    parseCommand(['build', '--only', 'pdf', 'issues/1', '-l', 'en,es', 'issues/2', '--out', 'here']),
  ).toEqual({
    kind: 'build',
    issues: ['issues/1', 'issues/2'],
    only: 'pdf',
    out: 'here',
    languages: ['en', 'es'],
    isJson: false,
    isQuiet: false,
    watch: false,
    cover: false,
  });
});

test('no command is a call for help', () => {
  expect(parseCommand([])).toEqual({ kind: 'help' });
  expect(parseCommand(['build', '--help'])).toEqual({ kind: 'help' });
  expect(parseCommand(['--version'])).toEqual({ kind: 'version' });
});

test.each([
  [['biuld'], 'did you mean "build"'],
  [['build'], 'wants the folder of an issue'],
  [['build', 'x', '--ony', 'pdf'], 'did you mean --only'],
  [['build', 'x', '--only', 'html'], '--only is pdf or epub, not "html"'],
  [['build', 'x', '--into', 'y'], 'has no option --into'],
  [['build', 'x', '--watch', '--json'], 'do not go together'],
  [['import', 'a.txt'], '--into'],
  [['init'], 'wants one folder'],
  [['check'], 'wants a file'],
])('%j is a fault of usage that says what to do', (args, expected) => {
  const command = parseCommand(args);
  expect(command.kind === 'usage-error' ? command.message : command.kind).toContain(expected);
});
