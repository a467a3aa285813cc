import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { MANIFEST_CODES } from '../../../src/diagnostics/catalogue/manifest.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { resolveIssue } from '../../../src/edition/resolve-issue.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { loadManifest } from '../../../src/manifest/load-manifest.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

test.each(MANIFEST_CODES.map((entry) => entry.code))(
  'the fixture of %s reports it, and nothing else',
  (code) => {
    const folder = `${ROOT}/tests/diagnostics/${code}/in`;
    expect(existsSync(folder)).toBe(true);
    const context = createCollector();
    const options = { host: createNodeHost(), packageFolder: ROOT };
    const loaded = loadManifest(folder, options, context);
    if (loaded !== null) resolveIssue(loaded, options, context);
    expect(new Set(context.diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  },
);
