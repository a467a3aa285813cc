import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInstallation } from '../../src/cli/installation.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { createNodeHost } from '../../src/host/node-host.ts';

// What is said of files that cannot be read, and the exit code: 3, as for those that cannot be written.

const scratch = mkdtempSync(join(tmpdir(), 'galley-reading-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FILES: Readonly<Record<string, string>> = {
  'publication.yaml': 'name: Quay\nlanguages: [en]\n',
  '7/issue.yaml': 'number: 7\ndate: 2026-03-14\n',
  '7/articles/ferry.md': '---\nheadline: The ferry\n---\nIt starts.\n',
  '7/templates/print.css': '.headline { color: #333 }',
  '8/issue.yaml': 'number: 8\ndate: 2026-03-15\n',
  '8/articles/ferry.md':
    '---\nheadline: The ferry\npicture: { file: pier.png, alt: A pier }\n---\nIt starts.\n',
  '8/images/pier.png': 'none',
  '9/issue.yaml': 'number: 9\ndate: 2026-03-16\n',
  '9/articles/ferry.md': '---\nheadline: The ferry\n---\nIt starts.\n',
  '9/fonts/quay/family.yaml': 'family: Quay\n',
};

beforeAll(() => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), text);
  }
  symlinkSync('nowhere.txt', join(scratch, 'dangling.txt'));
});

/** Runs a command on a machine that does not let one file be read: root may read all of them. */
async function runWithout(
  refused: string,
  args: readonly string[],
): Promise<{ exitCode: number; error: string }> {
  const machine = createNodeHost();
  const path = join(scratch, refused);
  let error = '';
  const exitCode = await runCommand(args, {
    terminal: {
      out: () => undefined,
      error: (text: string) => void (error += text),
      hasColour: false,
      isInteractive: false,
    },
    host: {
      ...machine,
      readFile: (file) => (file === path ? null : machine.readFile(file)),
      readStart: (file, length) => (file === path ? null : machine.readStart(file, length)),
      whyUnreadable: (file) =>
        file === path
          ? { reason: 'there is no permission to read it', hint: 'Give yourself the right to read it.' }
          : machine.whyUnreadable(file),
    },
    installation: findInstallation(),
    workingFolder: scratch,
  });
  return { exitCode, error };
}

test.each([
  ['7', 'publication.yaml', 'publication.yaml'],
  ['7', '7/issue.yaml', '7/issue.yaml'],
  ['7', '7/articles/ferry.md', '7/articles/ferry.md'],
  ['7', '7/templates/print.css', '7/templates/print.css'],
  ['8', '8/images/pier.png', '8/articles/ferry.md:3:'],
  ['9', '9/fonts/quay/family.yaml', '9/fonts/quay/family.yaml'],
])('of issue %s, %s may not be read: told with the reason', async (issue, refused, place) => {
  const run = await runWithout(refused, ['build', issue, '--no-cache', '-q']);
  expect(run.error).toContain(place);
  expect(run.error).toContain('error GA993:');
  expect(run.error).toContain('cannot be read: there is no permission to read it');
  expect(run.error).toContain('hint: Give yourself the right to read it.');
  expect(run.exitCode).toBe(3);
});

test.each([
  [['import', 'none.txt', '--into', 'x'], 'none.txt cannot be read: there is no such file.'],
  [['import', '7', '--into', 'x'], '7 cannot be read: it is a folder.'],
  [
    ['import', 'dangling.txt', '--into', 'x'],
    'dangling.txt cannot be read: it is a link that leads nowhere.',
  ],
  [['check', '/dev/null'], '/dev/null cannot be read: it is a device or a pipe, and only files are read.'],
  [
    ['check', 'publication.yaml/a.pdf'],
    'publication.yaml/a.pdf cannot be read: a part of the path is a file',
  ],
  [['extract', 'none.pdf', '--into', 'x'], 'none.pdf cannot be read: there is no such file.'],
])('%j says why', async (args, message) => {
  const run = await runWithout('', args);
  expect(run.error).toContain(`error: ${message}`);
  expect(run.exitCode).toBe(3);
});
