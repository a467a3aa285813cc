import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import type { Locale } from '../manifest/locale.ts';
import type { ContactFields, MastheadFields } from '../manifest/manifest-schema.ts';
import type { ValuePath } from '../schema/yaml-document.ts';
import type { ContactKind, ContactRow, Masthead } from './edition.ts';
import { findIssnFault } from './issn.ts';
import type { Localize } from './localize.ts';
import { cleanText } from './localize.ts';

/** What one edition's texts are read with. */
export type EditionReader = {
  readonly loaded: LoadedManifest;
  readonly locale: Locale;
  readonly localize: Localize;
  readonly context: Context;
};

const KINDS: readonly ContactKind[] = ['post', 'phone', 'fax', 'email', 'web'];

/** The masthead in one language. */
export function resolveMasthead(reader: EditionReader): Masthead {
  const { loaded, localize } = reader;
  const given = loaded.values.masthead;
  const path = ['masthead'];
  return {
    publisher: localize(given?.publisher ?? null, [...path, 'publisher']),
    place: localize(given?.place ?? null, [...path, 'place']),
    issn: given?.issn === null || given?.issn === undefined ? null : cleanText(given.issn.toUpperCase()),
    staff: resolveStaff(given?.staff ?? null, reader.locale),
    contact: (given?.contact ?? []).flatMap((row, index) =>
      resolveRow(row, [...path, 'contact', index], reader),
    ),
    note: localize(given?.note ?? null, [...path, 'note']),
  };
}

function resolveStaff(staff: MastheadFields['staff'], locale: Locale): Masthead['staff'] {
  return Object.entries(staff ?? {}).flatMap(([key, given]) => {
    const names = (typeof given === 'string' ? [given] : given)
      .map(cleanText)
      .filter((name) => name !== null);
    const role =
      (Object.hasOwn(locale.roles, key) ? locale.roles[key] : undefined) ?? capitalised(cleanText(key) ?? '');
    return names.length === 0 ? [] : [{ role, names }];
  });
}

function resolveRow(row: ContactFields, path: ValuePath, reader: EditionReader): readonly ContactRow[] {
  const kind = KINDS.find((each) => row[each] !== null);
  if (kind === undefined) return [];
  const value = reader.localize(row[kind], [...path, kind]);
  if (value === null) return [];
  const label =
    reader.localize(row.label, [...path, 'label'])?.replace(/\s*:$/, '') ?? reader.locale.contact[kind];
  return [{ kind, label, value, href: hrefOf(kind, value) }];
}

/** Only real addresses are links: of mail, and of http or https. */
function hrefOf(kind: ContactKind, value: string): string | null {
  if (kind === 'email') {
    const isAddress = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]+$/.test(value);
    return isAddress ? `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}` : null;
  }
  if (kind !== 'web') return null;
  return /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value) ? new URL(value).href : null;
}

/** Reports what is wrong with the masthead in any language: ISSN (GA121), rows (GA124), their addresses (GA127). */
export function checkMasthead(loaded: LoadedManifest, context: Context): void {
  const given = loaded.values.masthead;
  const issnFault =
    given?.issn === null || given?.issn === undefined ? null : findIssnFault(given.issn.trim());
  if (issnFault !== null) {
    const message = `\`${given?.issn ?? ''}\` is no ISSN: ${issnFault}`;
    reportFault(context, 'GA121', { message, span: loaded.spanOf(['masthead', 'issn']) });
  }
  (given?.contact ?? []).forEach((row, index) => {
    const kinds = KINDS.filter((kind) => row[kind] !== null);
    checkAddresses(row, ['masthead', 'contact', index], loaded, context);
    if (kinds.length === 1 || (kinds.length === 0 && hasUnknownKey(loaded, index))) return;
    const path = ['masthead', 'contact', index];
    const message =
      kinds.length === 0
        ? `this contact row has none of ${KINDS.join(', ')}`
        : `this contact row has ${kinds.join(' and ')} in one; each is to be a row of its own`;
    reportFault(context, 'GA124', { message, span: loaded.spanOf(path) });
  });
}

/** A mistyped kind has been reported by its key; the row is not at fault twice. */
function hasUnknownKey(loaded: LoadedManifest, index: number): boolean {
  const prefix = `masthead.contact.${index}.`;
  const known = [...KINDS, 'label'].map((key) => prefix + key);
  return Object.keys(loaded.spans).some(
    (path) => path.startsWith(prefix) && !known.some((each) => path.startsWith(each)),
  );
}

function checkAddresses(row: ContactFields, path: ValuePath, loaded: LoadedManifest, context: Context): void {
  for (const kind of ['email', 'web'] as const) {
    const given = row[kind] ?? {};
    const values = typeof given === 'string' ? [[null, given] as const] : Object.entries(given);
    for (const [language, value] of values) {
      const clean = cleanText(value);
      if (clean === null || hrefOf(kind, clean) !== null) continue;
      const whole = [...path, kind];
      const span = loaded.spanOf(language === null ? whole : [...whole, language]);
      const what = kind === 'email' ? 'e-mail address' : 'web address';
      reportFault(context, 'GA127', {
        message: `\`${clean}\` is no ${what}`,
        hint: addressHint(kind, clean),
        span,
      });
    }
  }
}

function addressHint(kind: 'email' | 'web', value: string): string {
  if (kind === 'email') return 'An address looks like desk@quayside.example.';
  const isBare = /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value);
  return isBare
    ? `Write it in full: \`- web: https://${value}\`.`
    : 'Web addresses begin with http:// or https://, and have no blank.';
}

/** A role in words of the paper's own stands beside those of the locale, which begin with a capital. */
const capitalised = (role: string): string => role.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
