// Holds the import rules of .dependency-cruiser.cjs over src/. A cruise that found no modules holds nothing, and
// the cruiser itself ends that one with success: it counts as a failure here.
import { createRequire } from 'node:module';
import { cruiseSources } from './cruise-sources.mjs';

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const { modules, violations } = await cruiseSources(process.cwd(), configuration);

for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
if (modules === 0) console.error('imports: no module was read; the rules were not checked');
else console.log(`imports: ${modules} modules, ${violations.length} against the rules`);
process.exitCode = modules === 0 || violations.length > 0 ? 1 : 0;
