import type { Edition, Masthead } from '../edition/edition.ts';
import { findTypographyEdits } from './typography.ts';
import { applyEdits } from './typography/text-edit.ts';
import { typographyRules } from './typography/typography-rules.ts';

/** What a typewriter has one sign for, or none: the rest of a manifest's text is printed as it stands. */
const TYPEWRITTEN = /["'`]|--|\.\.\./;

/**
 * The edition with what it says of itself as it is printed: typed quotation marks, apostrophes, dashes and ellipses become
 * those of its language, as in its articles. Addresses and what others look up (ids, patterns, abbreviations) stay as
 * typed; so does everything with `typography: source`.
 */
export function typesetEdition(edition: Edition): Edition {
  if (edition.typography === 'source') return edition;
  const rules = typographyRules(edition.language, edition.locale);
  const set = (text: string): string => {
    if (!TYPEWRITTEN.test(text)) return text;
    const { edits } = findTypographyEdits(text, rules, false);
    return applyEdits(
      text,
      edits.filter(({ start, end }) => TYPEWRITTEN.test(text.slice(start, end))),
    );
  };
  const setIfAny = (text: string | null): string | null => (text === null ? null : set(text));
  const { tagline, frequency, price, rights, ofDay, variant, source, notice, date } = edition;
  return {
    ...edition,
    name: set(edition.name),
    tagline: setIfAny(tagline),
    issueLine: set(edition.issueLine),
    frequency: setIfAny(frequency),
    price: setIfAny(price),
    rights: setIfAny(rights),
    ofDay: setIfAny(ofDay),
    variant: setIfAny(variant),
    source: setIfAny(source),
    notice: setIfAny(notice),
    creator: set(edition.creator),
    date: { ...date, printed: set(date.printed), printedLong: set(date.printedLong) },
    masthead: typesetMasthead(edition.masthead, set),
    sections: edition.sections.map((section) => ({ ...section, title: set(section.title) })),
    corrections: edition.corrections.map((correction) => ({ ...correction, text: set(correction.text) })),
    teasers: edition.teasers.map((teaser) => ({ ...teaser, text: setIfAny(teaser.text) })),
    ads: edition.ads.map((ad) => ({ ...ad, alt: set(ad.alt) })),
    house: edition.house.map((filler) => ({ ...filler, alt: set(filler.alt) })),
    portraits: edition.portraits.map((portrait) => ({ ...portrait, alt: setIfAny(portrait.alt) })),
  };
}

function typesetMasthead(masthead: Masthead, set: (text: string) => string): Masthead {
  const { publisher, place, note } = masthead;
  return {
    ...masthead,
    publisher: publisher === null ? null : set(publisher),
    place: place === null ? null : set(place),
    staff: masthead.staff.map(({ role, names }) => ({ role: set(role), names: names.map(set) })),
    contact: masthead.contact.map((row) => ({
      ...row,
      label: set(row.label),
      value: row.kind === 'post' ? set(row.value) : row.value,
    })),
    note: note === null ? null : set(note),
  };
}
