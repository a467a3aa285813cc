import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identityOf } from '../../../src/cli/folder-identity.ts';

const scratch = mkdtempSync(join(tmpdir(), 'galley-identity-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('a folder is the same one whatever is written into it, and another one when made anew, also by its number', () => {
  const paper = join(scratch, 'paper');
  expect(identityOf(paper)).toBeNull();
  mkdirSync(paper);
  const first = identityOf(paper);
  const { ino } = statSync(paper);
  writeFileSync(join(paper, 'issue.yaml'), 'name: Quay\n');
  expect(identityOf(paper)).toBe(first);
  rmSync(paper, { recursive: true });
  // File systems give the number of a folder to one made later: those that get others are held until one has it.
  for (let turn = 0; turn < 50; turn += 1) {
    mkdirSync(paper);
    if (statSync(paper).ino === ino) break;
    renameSync(paper, join(scratch, `held-${turn}`));
  }
  mkdirSync(paper, { recursive: true });
  expect(identityOf(paper)).not.toBe(first);
});
