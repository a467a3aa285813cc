import { expect, test } from 'vitest';
import { HELP_TEXT, helpOf } from '../../../src/cli/help-text.ts';
import { parseCommand } from '../../../src/cli/parse-command.ts';

test('build takes several issues and its options in any order', () => {
  expect(
    parseCommand([
      'build',
      '--only',
      'pdf',
      'issues/1',
      '-l',
      'en,es',
      'issues/2',
      '--out',
      'here',
      '-t',
      'reader',
    ]),
  ).toEqual({
    kind: 'build',
    issues: ['issues/1', 'issues/2'],
    only: 'pdf',
    out: 'here',
    languages: ['en', 'es'],
    layout: { theme: 'reader', format: null },
    isJson: false,
    isQuiet: false,
    watch: false,
    cover: false,
    draft: false,
    profiles: null,
    impose: null,
    cache: { kind: 'user' },
    sizes: false,
  });
});

test('profiles come in their own order, however often they are named', () => {
  const command = parseCommand(['build', 'x', '-p', 'print,archive', '--profile', 'screen', '-p', 'print']);
  expect(command).toMatchObject({ profiles: ['screen', 'archive', 'print'] });
});

test('what is kept from build to build is kept where the command says', () => {
  expect(parseCommand(['build', 'x', '--cache-dir', 'c'])).toMatchObject({
    cache: { kind: 'folder', folder: 'c' },
  });
  expect(parseCommand(['build', 'x', '--no-cache'])).toMatchObject({ cache: { kind: 'none' } });
});

test('no command is a call for help', () => {
  expect(parseCommand([])).toEqual({ kind: 'help', of: null });
  expect(parseCommand(['--help'])).toEqual({ kind: 'help', of: null });
  for (const args of [
    ['build', '--help'],
    ['help', 'build'],
  ])
    expect(parseCommand(args)).toEqual({ kind: 'help', of: 'build' });
  for (const option of ['--version', '-V', '-v']) expect(parseCommand([option])).toEqual({ kind: 'version' });
});

test('the help of a command tells of it alone', () => {
  expect(helpOf('build')).toMatch(/^ {2}galley build [^]*--quiet +.*\n$/);
  expect(helpOf('build')).not.toContain('galley plan');
  expect(helpOf('plan')).toMatch(
    /^ {2}galley plan [^]*galley build --help tells of the options of build\.\n$/,
  );
  expect(helpOf('extract')).not.toContain('--version');
  expect(helpOf(null)).toBe(HELP_TEXT);
});

test.each([
  [['biuld'], 'did you mean "build"'],
  [['help', 'biuld'], 'did you mean "build"'],
  [['build', 'x', '-x'], 'there is no option -x'],
  [['build'], 'wants the folder of an issue'],
  [['build', 'x', '--ony', 'pdf'], 'did you mean --only'],
  [['build', 'x', '--only', 'html'], '--only is pdf or epub, not "html"'],
  [['build', 'x', '--into', 'y'], 'has no option --into'],
  [['extract', 'x.pdf', '--out', 'y'], '"galley extract" has no option --out; it takes --into, --force'],
  [['build', 'x', '--watch', '--json'], 'do not go together'],
  [['build', 'x', '--cache-dir', 'c', '--no-cache'], 'do not go together'],
  [['build', 'x', '--profile', 'prnt'], 'did you mean "print"?'],
  [['extract'], 'wants one file'],
  [['import', 'a.txt'], '--into'],
  [['init'], 'wants one folder'],
  [['check'], 'wants a file'],
])('%j is a fault of usage that says what to do', (args, expected) => {
  const command = parseCommand(args);
  expect(command.kind === 'usage-error' ? command.message : command.kind).toContain(expected);
});

test.each([
  [['build', 'a', '--only', 'epub', '-p', 'print'], '--only epub makes no PDF: leave --profile out'],
  [
    ['build', 'a', '--only', 'epub', '--impose', 'booklet', '-p', 'print'],
    '--only epub makes no PDF: leave --profile out',
  ],
  [['build', 'a', '--out', ''], '--out wants the name of a folder'],
])('%j is refused', (args, message) => {
  expect(parseCommand(args)).toEqual({ kind: 'usage-error', message });
});
