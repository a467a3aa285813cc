import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecord } from '../../../src/edition/build-record.ts';
import { sha1, toHex } from '../../../src/edition/sha1.ts';
import { uuidOf } from '../../../src/edition/uuid.ts';
import { editionOf } from './issue-fixture.ts';

const OPTIONS = { sourceDateEpoch: null, version: '0.1.0' };
const YAML = 'name: Quayside Weekly\nnumber: 7\ndate: 2026-03-14';

test('the record says what the files are', () => {
  const edition = editionOf(
    `${YAML}\nedition: Late City\nmasthead: { publisher: Cooperative, issn: 2049-3630 }\nrights: CC0-1.0\nfrequency: weekly`,
  );
  expect(buildRecord(edition, OPTIONS)).toMatchObject({
    title: 'Quayside Weekly, No. 7 · Saturday, March 14, 2026',
    sortTitle: 'Quayside Weekly, 2026-03-14, 7',
    creator: 'Cooperative',
    issn: '2049-3630',
    editionOfDay: 'Late City',
    coverDate: '2026-03-14',
    coverDisplayDate: 'March 14, 2026',
    frequency: 'weekly',
    modified: '2026-03-14T00:00:00Z',
    tool: 'galley 0.1.0',
  });
});

test('a title that names the paper does not name it twice', () => {
  const edition = editionOf(`${YAML}\nissueLine: "{name} #{number}"`);
  expect(buildRecord(edition, OPTIONS).title).toBe('Quayside Weekly #7');
});

test('revised goes before the environment, the environment before the date of the issue', () => {
  const modified = (yaml: string, sourceDateEpoch: string | null): string =>
    buildRecord(editionOf(yaml), { ...OPTIONS, sourceDateEpoch }).modified;
  expect(modified(`${YAML}\nrevised: 2026-03-20`, '1')).toBe('2026-03-20T00:00:00Z');
  expect(modified(`${YAML}\nrevised: 2026-03-20T09:30Z`, null)).toBe('2026-03-20T09:30:00Z');
  expect(modified(YAML, '1700000000')).toBe('2023-11-14T22:13:20Z');
  expect(modified(YAML, 'yesterday')).toBe('2026-03-14T00:00:00Z');
  expect(modified('name: A\ndate: 1997', null)).toBe('1997-01-01T00:00:00Z');
});

test('seconds to dates agree with the platform', () => {
  const edition = editionOf(YAML);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
      const { modified } = buildRecord(edition, { ...OPTIONS, sourceDateEpoch: String(seconds) });
      expect(modified).toBe(new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'));
    }),
    { seed: 898, numRuns: 500 },
  );
});

test('the identifier is a version 5 UUID that stays, and differs with every fact', () => {
  const id = (yaml: string): string => buildRecord(editionOf(yaml), OPTIONS).identifier;
  const all = [
    YAML,
    YAML.replace('7', '8'),
    YAML.replace('14', '15'),
    YAML.replace('Weekly', 'Daily'),
    `${YAML}\nlanguages: [es]`,
    `${YAML}\nvariant: specimen`,
    `${YAML}\nedition: late`,
  ].map(id);
  expect(new Set(all).size).toBe(all.length);
  expect(id(YAML)).toBe(all[0]);
  for (const each of all)
    expect(each).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  // Of Python: uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, 'galley'), 'a\0b')
  expect(uuidOf(['a', 'b'])).toBe('72ac247a-75f3-54f4-8e04-8c82d1ce86fc');
});

test('SHA-1 agrees with the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toHex(sha1(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'));
    }),
    { seed: 898, numRuns: 300 },
  );
});
