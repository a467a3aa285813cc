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

/** The masthead in one language. Reports GA127 for addresses that are none. */
export function resolveMasthead(reader: EditionReader): Masthead {
  const { loaded, localize } = reader;
  const given = loaded.values.masthead;
  const path = ['masthead'];
  return {
    publisher: localize(given?.publisher ?? null, [...path, 'publisher']),
    place: localize(given?.place ?? null, [...path, 'place']),
    issn: given?.issn === null || given?.issn === undefined ? null : cleanText(given.issn.toUpperCase()),
    staff: resolveStaff(given?.staff ?? null, reader.locale),
    contact: (given?.contact ?? []).flatMap((row, index) => resolveRow(row, [...path, 'contact', index], reader)),
    note: localize(given?.note ?? null, [...path, 'note']),
  };
}

function resolveStaff(staff: MastheadFields['staff'], locale: Locale): Masthead['staff'] {
  return Object.entries(staff ?? {}).flatMap(([key, given]) => {
    const names = (typeof given === 'string' ? [given] : given).map(cleanText).filter((name) => name !== null);
    const role = (Object.hasOwn(locale.roles, key) ? locale.roles[key] : undefined) ?? cleanText(key) ?? '';
    return names.length === 0 ? [] : [{ role, names }];
  });
}

function resolveRow(row: ContactFields, path: ValuePath, reader: EditionReader): readonly ContactRow[] {
  const kind = KINDS.find((each) => row[each] !== null);
  if (kind === undefined) return [];
  const value = reader.localize(row[kind], [...path, kind]);
  if (value === null) return [];
  const label = reader.localize(row.label, [...path, 'label'])?.replace(/\s*:$/, '') ?? reader.locale.contact[kind];
  return [{ kind, label, value, href: hrefOf(kind, value, { path: [...path, kind], reader }) }];
}

type AddressPlace = { readonly path: ValuePath; readonly reader: EditionReader };

function hrefOf(kind: ContactKind, value: string, place: AddressPlace): string | null {
  if (kind === 'email') {
    if (/^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]+$/.test(value)) {
      return `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}`;
    }
    return reportAddress(place, `\`${value}\` is no e-mail address`, 'An address looks like desk@quayside.example.');
  }
  if (kind !== 'web') return null;
  const url = /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value) ? new URL(value).href : null;
  if (url !== null) return url;
  const hint = /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)
    ? `Write it in full: \`- web: https://${value}\`.`
    : 'Web addresses begin with http:// or https://.';
  return reportAddress(place, `\`${value}\` is no web address`, hint);
}

function reportAddress(place: AddressPlace, message: string, hint: string): null {
  const span = place.reader.loaded.spanOf(place.path);
  reportFault(place.reader.context, 'GA127', { message, hint, span });
  return null;
}

/** Faults of the masthead that are the same in every language: ISSN (GA121), rows without one kind (GA124). */
export function checkMasthead(loaded: LoadedManifest, context: Context): void {
  const given = loaded.values.masthead;
  const issnFault = given?.issn === null || given?.issn === undefined ? null : findIssnFault(given.issn.trim());
  if (issnFault !== null) {
    const message = `\`${given?.issn ?? ''}\` is no ISSN: ${issnFault}`;
    reportFault(context, 'GA121', { message, span: loaded.spanOf(['masthead', 'issn']) });
  }
  (given?.contact ?? []).forEach((row, index) => {
    const kinds = KINDS.filter((kind) => row[kind] !== null);
    if (kinds.length === 1) return;
    const path = ['masthead', 'contact', index];
    const message =
      kinds.length === 0
        ? `this contact row has none of ${KINDS.join(', ')}`
        : `this contact row has ${kinds.join(' and ')} in one; each is to be a row of its own`;
    reportFault(context, 'GA124', { message, span: loaded.spanOf(path) });
  });
}
