import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { isPlainMap } from '../schema/merge-documents.ts';
import type { PlainValue, YamlDocument } from '../schema/yaml-document.ts';

/** Outermost keys of a locale whose maps hold words under names of galley's. */
const MAPS = ['words', 'roles', 'languageNames'] as const;

/**
 * Reports GA157 for a word of a locale file whose name is nearly that of one that galley asks for, and for a place in
 * braces, of a word or of a pattern, that galley does not fill where it asks. `usual` is the locale that has every word.
 */
export function checkWords(document: YamlDocument, usual: YamlDocument, context: Context): void {
  for (const map of MAPS) {
    const known = mapAt(usual, map);
    for (const [key, value] of Object.entries(mapAt(document, map))) {
      const asked = known[key];
      if (asked === undefined) reportNear(key, Object.keys(known), { map, document }, context);
      else if (typeof value === 'string' && typeof asked === 'string')
        reportPlaces({ path: [map, key], value, allowed: placesOf(asked) }, document, context);
    }
  }
  checkPatterns(document, usual, context);
}

/** A day may say all that a long day says. */
const DAYS: readonly string[] = ['day', 'month'];

/** How some languages write the first of a month; English has none. */
const FIRST = 'first';

function checkPatterns(document: YamlDocument, usual: YamlDocument, context: Context): void {
  const asked = (path: readonly string[]): readonly string[] => {
    const [key = '', inner] = path;
    const value = inner === undefined ? topAt(usual, key) : mapAt(usual, key)[inner];
    return typeof value === 'string' ? placesOf(value) : [];
  };
  for (const key of ['issueLine', 'issueLineWithVolume', 'issueLineWithoutNumber']) {
    const value = topAt(document, key);
    if (typeof value === 'string')
      reportPlaces({ path: [key], value, allowed: asked([key]) }, document, context);
  }
  for (const [key, value] of Object.entries(mapAt(document, 'datePatterns'))) {
    // A key that there is not is told as such (GA110).
    const isKnown = key === FIRST || Object.hasOwn(mapAt(usual, 'datePatterns'), key);
    if (typeof value !== 'string' || !isKnown) continue;
    const own = ['datePatterns', DAYS.includes(key) ? 'dayLong' : key];
    reportPlaces({ path: ['datePatterns', key], value, allowed: asked(own) }, document, context);
  }
}

const topAt = ({ value }: YamlDocument, key: string): PlainValue =>
  isPlainMap(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;

function mapAt(document: YamlDocument, key: string): Readonly<Record<string, PlainValue>> {
  const map = topAt(document, key);
  return isPlainMap(map) ? map : {};
}

/** Names so short that most are near to another are no slips: codes of languages among them. */
const SHORTEST = 4;

function reportNear(
  key: string,
  known: readonly string[],
  { map, document }: { readonly map: string; readonly document: YamlDocument },
  context: Context,
): void {
  const near = key.length < SHORTEST ? null : suggest(key, known);
  if (near === null) return;
  reportFault(context, 'GA157', {
    message: `nothing of galley’s asks for \`${key}\` under \`${map}\``,
    hint: `Did you mean \`${near}\`? A word for a layout of your own may have any other name.`,
    span: document.keySpanOf([map, key]),
  });
}

type Places = {
  readonly path: readonly string[];
  readonly value: string;
  readonly allowed: readonly string[];
};

function reportPlaces({ path, value, allowed }: Places, document: YamlDocument, context: Context): void {
  for (const place of placesOf(value).filter((one) => !allowed.includes(one))) {
    const near = suggest(place, allowed);
    const list =
      allowed.length === 0
        ? 'It has none: write it without braces.'
        : `It may have ${allowed.map((one) => `{${one}}`).join(' and ')}.`;
    reportFault(context, 'GA157', {
      message: `\`${path.join('.')}\` has {${place}}, which galley does not fill`,
      hint: near === null ? list : `Did you mean {${near}}?`,
      span: document.spanOf(path),
    });
  }
}

const placesOf = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, place = '']) => place);
