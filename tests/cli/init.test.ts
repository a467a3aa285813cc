import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runGalley } from '../tools/run-galley.ts';

const scratch = mkdtempSync(join(tmpdir(), 'galley-init-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('init prints the next command as README has it, whole where a folder has spaces or quotes in its name', async () => {
  const { out } = await runGalley(['init', 'harbour'], scratch);
  expect(out).toMatch(/^Next: npx galley build harbour\/1$/m);
  const spaced = await runGalley(['init', "the pilots' news"], scratch);
  expect(spaced.out.endsWith(String.raw`Next: npx galley build 'the pilots'\''` + ` news/1'\n`)).toBe(true);
});
