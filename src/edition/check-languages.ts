import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { languageFault } from '../manifest/language-codes.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import { languagesOf } from './paper-facts.ts';

/**
 * Reports GA125 for a region that is none in `languages`, and for keys of `hyphenationExceptions` that are no languages;
 * GA156 for a language that is listed twice, and for a list without any.
 */
export function checkLanguages(loaded: LoadedManifest, context: Context): void {
  const given = loaded.values.languages;
  const list = given === null || typeof given === 'string' ? [] : given;
  if (given !== null && given.length === 0) {
    const message = '`languages` is empty: the issue is made in English, `en`';
    reportFault(context, 'GA156', {
      message,
      hint: 'Write the languages, as in `languages: [en, es]`, or take the key away.',
      span: loaded.spanOf(['languages']),
    });
  }
  list.forEach((code, index) => {
    const span = loaded.spanOf(['languages', index]);
    const isAgain = list.findIndex((one) => one.toLowerCase() === code.toLowerCase()) < index;
    if (isAgain) reportFault(context, 'GA156', { message: `\`${code}\` is listed twice`, span });
    else reportRegion(code, ['languages', index], loaded, context);
  });
  if (typeof given === 'string') reportRegion(given, ['languages'], loaded, context);
  const exceptions = loaded.values.hyphenationExceptions;
  if (exceptions === null || Array.isArray(exceptions)) return;
  for (const code of Object.keys(exceptions)) {
    const fault = languageFault(code);
    if (fault === null) continue;
    const near = suggest(code, languagesOf(loaded));
    const hint = near === null ? fault.hint : `Did you mean \`${near}\`?`;
    reportFault(context, 'GA125', {
      message: `\`${code}\` under \`hyphenationExceptions\` ${fault.reason}`,
      ...(hint === undefined ? {} : { hint }),
      span: loaded.keySpanOf(['hyphenationExceptions', code]),
    });
  }
}

/** A language that galley has no words for is told by what lacks (GA141): a paper may have words for any. */
function reportRegion(
  code: string,
  path: readonly (string | number)[],
  loaded: LoadedManifest,
  context: Context,
): void {
  const fault = languageFault(code);
  if (fault?.hint === undefined) return;
  reportFault(context, 'GA125', {
    message: `\`${code}\` in \`languages\` ${fault.reason}`,
    hint: fault.hint,
    span: loaded.spanOf(path),
  });
}
