import { expect, test } from 'vitest';
import { jsonSchemas } from '../../../src/manifest/json-schemas.ts';

// `npm run schemas` runs this test with -u, which writes the files.
test.each(Object.entries(jsonSchemas()))('docs/schemas/%s is what the shapes give', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`../../../docs/schemas/${name}`);
});

test('an editor may write numbers where galley reads text, and must give a date', () => {
  const schema: unknown = JSON.parse(jsonSchemas()['issue.schema.json'] ?? '');
  expect(schema).toMatchObject({
    required: ['date'],
    additionalProperties: false,
    properties: { number: { type: ['string', 'number', 'boolean', 'null'] } },
  });
});
