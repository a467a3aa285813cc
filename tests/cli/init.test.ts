import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

test('init makes no paper inside an issue', async () => {
  await runGalley(['init', 'quay'], scratch);
  for (const folder of ['quay/1', 'quay/1/more'])
    expect(await runGalley(['init', folder], scratch)).toMatchObject({
      exitCode: 3,
      error: 'error: quay/1 is the folder of an issue; nothing was written. Choose another folder.\n',
    });
});

test('init points editors to the schemas of a galley in the same project alone', async () => {
  await runGalley(['init', 'tern'], scratch);
  expect(readFileSync(join(scratch, 'tern/publication.yaml'), 'utf8')).not.toContain('$schema');
  const root = join(import.meta.dirname, '../..');
  const inside = mkdtempSync(join(root, 'dist/init-'));
  try {
    await runGalley(['init', join(inside, 'tern')], root);
    for (const file of ['publication.yaml', '1/issue.yaml']) {
      const path = join(inside, 'tern', file);
      const schema = /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      expect(existsSync(join(dirname(path), schema))).toBe(true);
    }
  } finally {
    rmSync(inside, { recursive: true });
  }
});
