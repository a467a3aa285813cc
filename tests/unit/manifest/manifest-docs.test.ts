import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FORMAT_PRESETS } from '../../../src/edition/format-presets.ts';
import { jsonSchemas } from '../../../src/manifest/json-schemas.ts';
import { resolve } from '../edition/issue-fixture.ts';

const DOCS = readFileSync(fileURLToPath(new URL('../../../docs/manifest.md', import.meta.url)), 'utf8');
const EXAMPLES = Array.from(DOCS.matchAll(/```yaml\n([\s\S]*?)```/g), (found) => found[1] ?? '');

test('the reference names every key and every format', () => {
  const schema: { properties: Record<string, unknown> } = JSON.parse(
    jsonSchemas()['issue.schema.json'] ?? '',
  );
  const missing = Object.keys(schema.properties).filter(
    (key) => !DOCS.includes(`\`${key}\``) && !DOCS.includes(`\`${key}:\``),
  );
  expect(missing).toEqual([]);
  for (const format of FORMAT_PRESETS.keys()) expect(DOCS).toContain(`\`${format}\``);
});

test.each(EXAMPLES)('example %#', (yaml) => {
  if (yaml.includes('templates/locale')) return;
  const stories = ['ferry', 'dredging', 'letters', 'regatta', 'night-shift', 'tides', 'council'];
  const isPublication = yaml.startsWith('# publication.yaml');
  const issue = isPublication
    ? 'date: 2026-03-14\n'
    : `${yaml.includes('\ndate:') ? '' : 'date: 2026-03-14\n'}${yaml}`;
  const { diagnostics } = resolve({
    'publication.yaml': isPublication ? yaml : 'sections: { news: News, letters: Letters }\n',
    '7/issue.yaml': yaml.startsWith('#') && !isPublication ? `date: 2026-03-14\n${yaml}` : issue,
    '7/images/chandlery.png': 'x',
    '7/images/subscribe.png': 'x',
    '7/images/ana.jpg': 'x',
    '7/images/ben.jpg': 'x',
    ...Object.fromEntries(stories.map((id) => [`7/articles/${id}.md`, 'x'])),
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
