import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { join } from 'node:path';

/**
 * Reads the imports of `src/` under a folder against import rules.
 *
 * @param {string} folder absolute; paths in the rules are relative to it
 * @param {{ forbidden: object[], options: object }} configuration as in .dependency-cruiser.cjs
 * @returns {Promise<{ modules: number, violations: { rule: string, from: string, to: string }[] }>} modules of src/
 *   that were read, and imports that a rule forbids, in the cruiser's order
 */
export async function cruiseSources(folder, configuration) {
  const result = await cruise(
    ['src'],
    {
      ...configuration.options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden },
    },
    configuration.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(folder, 'tsconfig.json')) },
  );
  const { modules, summary } = result.output;
  return {
    modules: modules.filter(({ source }) => source.startsWith('src/')).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
