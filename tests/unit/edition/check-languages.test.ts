import { expect, test } from 'vitest';
import { resolveYaml } from './issue-fixture.ts';

const YAML = 'name: Q\ndate: 2026-03-14';

test.each([
  ['languages: [en-UK]', 'GA125', 'en-UK'],
  ['languages: en-UK', 'GA125', 'en-UK'],
  ['languages: [en, es, EN]', 'GA156', 'EN'],
  ['languages: []', 'GA156', '[]'],
  ['hyphenationExceptions: { em: [fer-ry] }', 'GA125', 'em'],
  ['tagline: { en: Weekly, ed: Weekly }', 'GA125', 'ed'],
])('%s is told', (line, code, pointed) => {
  const outcome = resolveYaml(`${YAML}\n${line}`, { '7/articles/tides.es.md': 'Marea.' });
  const index = outcome.codes.indexOf(code);
  expect(outcome.pointed[index]).toBe(pointed);
});

test.each(['languages: [en-GB]', 'hyphenationExceptions: { nl: [fer-ry] }', 'tagline: { en: A, nds: B }'])(
  '%s is no fault',
  (line) => expect(resolveYaml(`${YAML}\n${line}`).codes).toEqual([]),
);
