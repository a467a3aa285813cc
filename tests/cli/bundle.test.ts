import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodeOf } from '../tools/exit-code-of.ts';
import { type ProgramSetting, isInstalled, runProgram } from '../conformance/run-program.ts';

// The bundled program as a process: what it prints to terminals and pipes, and what is left when it is killed.

const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/galley.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'galley-bundle-'));
const galley = (args: readonly string[], setting: ProgramSetting = {}): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [program, ...args], { folder: scratch, ...setting });
const shell = (
  command: string,
  variables: Readonly<Record<string, string>> = {},
): ReturnType<typeof runProgram> =>
  runProgram('bash', ['-c', `galley() { "${process.execPath}" "${program}" "$@"; }; ${command}`], {
    folder: scratch,
    variables,
  });

beforeAll(() => {
  expect(galley(['init', 'harbour']).status).toBe(0);
  expect(galley(['init', 'broken']).status).toBe(0);
  writeFileSync(join(scratch, 'broken/1/issue.yaml'), 'number: 1\ndate: 2026-02-30\n');
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(galley(['--version'])).toEqual({ status: 0, output: `${version}\n`, errors: '' });
});

test('no accessor stands after a spread in the bundle: Object.assign would read it', () => {
  const accessors: string[] = [];
  let spreads = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === '__spreadProps') {
      spreads += 1;
      const [, own] = node.arguments;
      if (own !== undefined && ts.isObjectLiteralExpression(own))
        accessors.push(...own.properties.filter((each) => ts.isAccessor(each)).map((each) => each.getText()));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of ['program.cjs', 'side-thread.cjs']) {
    const code = readFileSync(join(root, 'dist', file), 'latin1');
    visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  }
  expect(spreads).toBeGreaterThan(300);
  expect(accessors).toEqual([]);
});

test('the bundle is ASCII, as the starter reads it: other letters stand in it as escapes', () => {
  for (const file of ['program.cjs', 'side-thread.cjs'])
    expect(
      readFileSync(join(root, 'dist', file)).findIndex((byte) => byte > 127),
      file,
    ).toBe(-1);
});

test('a picture that breaks off is told by the thread beside the build, and the program ends', () => {
  const { status, errors } = galley(['build', join(root, 'tests/diagnostics/GA602/in'), '--no-cache']);
  expect(status).toBe(1);
  expect(errors).toContain('error GA602: ferry.jpg is broken');
});

test('--help names every command and option', () => {
  const { status, output, errors } = galley(['--help']);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  for (const word of [
    'galley build',
    'galley import',
    'galley init',
    'galley check',
    'galley extract',
    '--only',
    '--out',
    '--lang',
    '--cover',
    '--profile',
    '--impose',
    '--sizes',
    '--draft',
    'galley plan',
    'galley lint',
    '--watch',
    '--json',
    '--quiet',
    '--into',
    '--force',
    '--reading-order',
    '--version',
    'NO_COLOR',
    'Exit codes',
  ]) {
    expect(output).toContain(word);
  }
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
});

test('no arguments are a call for help', () => {
  expect(galley([]).output).toBe(galley(['--help']).output);
});

test('what is printed into a pipe has no colours and no progress', () => {
  const run = galley(['build', 'broken/1', 'harbour/1', '--out', 'piped']);
  expect(run.status).toBe(2);
  expect(run.output + run.errors).not.toContain('\u001b');
  expect(run.errors).toContain('GA120');
});

test.runIf(isInstalled('script'))(
  'a terminal gets colours and progress; NO_COLOR takes the colours away',
  () => {
    const colour = /\u001b\[[\d;]+m/;
    const inTerminal = (variables: Readonly<Record<string, string>>): string =>
      runProgram(
        'script',
        [
          '--quiet',
          '--return',
          '--command',
          `"${process.execPath}" "${program}" build broken/1 harbour/1 --out tty`,
          '/dev/null',
        ],
        { folder: scratch, variables: { TERM: 'xterm', ...variables } },
      ).output;
    const plain = inTerminal({ NO_COLOR: '1' });
    expect(inTerminal({ NO_COLOR: '' })).toMatch(colour);
    expect(plain).not.toMatch(colour);
    expect(plain).toContain('GA120');
    expect(plain).toContain('\r\u001b[2K');
    expect(inTerminal({ TERM: 'dumb', NO_COLOR: '' })).not.toContain('\u001b');
  },
);

test.each([
  'build harbour/1 --out head',
  'build harbour/1 --out head --json',
  'check --reading-order head/*.epub',
  'import nothing.txt --into x',
])('a reader that goes away after a line is no fault: galley %s', (command) => {
  const run = shell(`galley ${command} | head -1`);
  expect(run.errors).not.toMatch(/EPIPE|at .*\.mjs|node:/);
  expect(run.status).toBe(0);
});

test('a full disk under standard output ends with code 3', () => {
  const run = shell('galley --help > /dev/full');
  expect(run.status).toBe(3);
  expect(run.errors).not.toMatch(/at .*\.mjs/);
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function sumsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

/** Starts a build and kills it as soon as a file on its way is seen, or after some more looks. */
async function killWhileWriting(out: string, looks: number): Promise<void> {
  const child = spawn(process.execPath, [program, 'build', 'harbour/1', '--out', out, '--quiet'], {
    cwd: scratch,
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let seen = 0;
  const state = { isRunning: true };
  void ended.then(() => (state.isRunning = false));
  while (state.isRunning && seen <= looks) {
    if (readdirSync(join(scratch, out)).some((name) => name.startsWith('.galley-'))) seen += 1;
    await turn();
  }
  child.kill('SIGKILL');
  await ended;
}

test('a build that is killed while it writes leaves each file old or new, and whole', async () => {
  const article = join(scratch, 'harbour/1/articles/welcome.md');
  const build = (): void => expect(galley(['build', 'harbour/1', '--out', 'killed', '-q']).status).toBe(0);
  const text = readFileSync(article, 'utf8');
  build();
  const old = sumsOf(join(scratch, 'killed'));
  writeFileSync(article, text.replace('headline: ', 'headline: Now '));
  expect(galley(['build', 'harbour/1', '--out', 'fresh', '-q']).status).toBe(0);
  const fresh = sumsOf(join(scratch, 'fresh'));
  expect(Object.keys(fresh)).toEqual(Object.keys(old));
  let killed = 0;
  for (const looks of [0, 0, 1, 3, 8, 20]) {
    await killWhileWriting('killed', looks);
    const left = sumsOf(join(scratch, 'killed'));
    for (const [name, sum] of Object.entries(left)) expect([old[name], fresh[name]]).toContain(sum);
    expect(Object.keys(left)).toEqual(Object.keys(old));
    if (readdirSync(join(scratch, 'killed')).some((name) => name.startsWith('.galley-'))) killed += 1;
  }
  // At least one of them was killed half-way, or nothing was tested.
  expect(killed).toBeGreaterThan(0);
  build();
  expect(readdirSync(join(scratch, 'killed')).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(sumsOf(join(scratch, 'killed'))).toEqual(fresh);
  writeFileSync(article, text);
});

test('two builds of one issue at once leave the files of one', async () => {
  const one = (): Promise<unknown> =>
    new Promise((resolve) =>
      spawn(process.execPath, [program, 'build', 'harbour/1', '--out', 'twice', '-q'], { cwd: scratch }).on(
        'exit',
        resolve,
      ),
    );
  expect(await Promise.all([one(), one(), one()])).toEqual([0, 0, 0]);
  galley(['build', 'harbour/1', '--out', 'once', '-q']);
  expect(sumsOf(join(scratch, 'twice'))).toEqual(sumsOf(join(scratch, 'once')));
  expect(readdirSync(join(scratch, 'twice')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a build that is interrupted ends at once with code 130 and leaves nothing on its way', async () => {
  const child = spawn(process.execPath, [program, 'build', 'harbour/1', '--out', 'interrupted'], {
    cwd: scratch,
  });
  const ended = exitCodeOf(child);
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill('SIGINT');
  // A build that was quicker than the signal has ended well.
  expect([130, 0]).toContain(await ended);
});
