import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { languageFault } from '../manifest/language-codes.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { LocalizedText } from '../schema/shape.ts';
import type { ValuePath } from '../schema/yaml-document.ts';

/** Gives a printed text in one language: clean, or null when there is none. `path` is where the manifest gives it. */
export type Localize = (value: LocalizedText | null, path: ValuePath) => string | null;

/**
 * Makes the reader of printed texts for one language. A text given for other languages only is reported (GA126), and
 * the first of them is taken; a key that is no language code is reported (GA125).
 */
export function createLocalize(
  language: string,
  loaded: Pick<LoadedManifest, 'spanOf' | 'keySpanOf'>,
  context: Context,
): Localize {
  return (value, path) => {
    if (value === null) return null;
    if (typeof value === 'string') return cleanText(value);
    const isSound = reportBadKeys(Object.keys(value), { path, loaded, context });
    const exact = cleanText(textIn(value, language) ?? '');
    if (exact !== null) return exact;
    const [other] = Object.values(value)
      .map(cleanText)
      .filter((text) => text !== null);
    if (other === undefined || !isSound) return other ?? null;
    reportFault(context, 'GA126', {
      message: `\`${path.join('.')}\` has no text for \`${language}\`; it has ${Object.keys(value).join(', ')}`,
      span: loaded.keySpanOf(path) ?? loaded.spanOf(path),
    });
    return other;
  };
}

/**
 * A text that need not be given for every language: null where it has none for this one. Reports GA125 for a key that
 * is no language code.
 */
export function localizeOwn(
  value: LocalizedText,
  language: string,
  place: { readonly path: ValuePath; readonly loaded: LoadedManifest; readonly context: Context },
): string | null {
  if (typeof value === 'string') return cleanText(value);
  reportBadKeys(Object.keys(value), place);
  return cleanText(textIn(value, language) ?? '');
}

/** The text for a language: its own, else that of the language without region (`es` for `es-MX`). */
function textIn(value: Readonly<Record<string, string>>, language: string): string | undefined {
  const bare = language.split('-')[0] ?? language;
  const found = (tag: string): string | undefined =>
    Object.entries(value).find(([key]) => key.toLowerCase() === tag.toLowerCase())?.[1];
  return found(language) ?? found(bare);
}

type KeyPlace = {
  readonly path: ValuePath;
  readonly loaded: Pick<LoadedManifest, 'keySpanOf'>;
  readonly context: Context;
};

/** Whether every key is a language code; reports those that are none. */
function reportBadKeys(keys: readonly string[], place: KeyPlace): boolean {
  let isSound = true;
  for (const key of keys) {
    const fault = languageFault(key);
    if (fault === null) continue;
    isSound = false;
    reportFault(place.context, 'GA125', {
      message: `\`${key}\` under \`${place.path.join('.')}\` ${fault.reason}`,
      ...(fault.hint === undefined ? {} : { hint: fault.hint }),
      span: place.loaded.keySpanOf([...place.path, key]),
    });
  }
  return isSound;
}

/**
 * A text fit for page and metadata: line ends are blanks, control characters and bidi overrides are gone, white space
 * at the ends too; null when nothing is left.
 */
export function cleanText(text: string): string | null {
  const clean = text
    .replace(/[\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
  return clean === '' ? null : clean;
}
