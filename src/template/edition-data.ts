import { ISSUE_OWNER } from '../core/origin.ts';
import type { ContactRow, Edition } from '../edition/edition.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import type { Parts } from './parts.ts';
import type { TemplateData } from './template-data.ts';

/**
 * What templates read under `edition`. Every field is there; an optional one without value is null.
 * Corrections, contact rows and staff also carry the names of their parts (`labelPart`, `valuePart`, `rolePart`, `namesPart`).
 */
export function editionData(edition: Edition): TemplateData {
  const { masthead, locale } = edition;
  return {
    name: edition.name,
    tagline: edition.tagline,
    nameplate: edition.nameplate?.file ?? null,
    abbreviation: edition.abbreviation,
    number: edition.number,
    volume: edition.volume,
    date: { iso: edition.date.iso, printed: edition.date.printed, long: edition.date.printedLong },
    issueLine: edition.issueLine,
    frequency: edition.frequency,
    price: edition.price,
    notice: edition.notice,
    source: edition.source,
    rights: edition.rights,
    variant: edition.variant,
    revised: edition.revisedPrinted,
    teasers: edition.teasers.map(({ story }) => ({ story })),
    corrections: edition.corrections.map(({ key, date, printed, story }) => ({
      date,
      printed,
      story,
      href: story === null ? null : `#${story}`,
      textPart: key,
    })),
    creator: edition.creator,
    slug: edition.slug,
    fileStem: edition.fileStem,
    language: edition.language,
    direction: edition.direction,
    languages: edition.languages.map((code) => ({ code, name: locale.languageNames[code] ?? code })),
    sections: edition.sections.map(({ id, title }) => ({ id, title })),
    storyCount: edition.stories.length,
    masthead: {
      publisher: masthead.publisher,
      place: masthead.place,
      issn: masthead.issn,
      note: masthead.note,
      staff: masthead.staff.map(({ role, names }, index) => ({
        role,
        names: joinNames(names, edition),
        rolePart: `staff.${index}.role`,
        namesPart: `staff.${index}.names`,
      })),
      contact: masthead.contact.map((row, index) => ({
        kind: row.kind,
        label: row.label,
        value: row.value,
        href: row.href,
        labelPart: `contact.${index}.label`,
        valuePart: `contact.${index}.value`,
      })),
    },
    dash: locale.dash.trim(),
    words: locale.words,
  };
}

/**
 * The edition's own words as parts, with their ids. Each stands under its name (`issueLine`, `contact.0.value`)
 * and under `edition.` and its name, for templates where a story's part has the same one (`tagline`).
 */
export function editionParts(edition: Edition): Parts {
  const { masthead } = edition;
  const fields: (readonly [string, readonly MarkupNode[]])[] = [
    ['name', textPart('name', edition.name, edition)],
    ['tagline', textPart('tagline', edition.tagline, edition)],
    ['issueLine', textPart('issueLine', edition.issueLine, edition)],
    ['notice', textPart('notice', edition.notice, edition)],
    ['source', textPart('source', edition.source, edition)],
    ['rights', textPart('rights', edition.rights, edition)],
    ['price', textPart('price', edition.price, edition)],
    ['note', textPart('note', masthead.note, edition)],
    ['publisher', textPart('publisher', masthead.publisher, edition)],
    ['place', textPart('place', masthead.place, edition)],
    ['issn', textPart('issn', masthead.issn, edition)],
  ];
  for (const { key, text } of edition.corrections) fields.push([key, textPart(key, text, edition)]);
  masthead.staff.forEach(({ role, names }, index) => {
    fields.push([`staff.${index}.role`, textPart(`staff.${index}.role`, role, edition)]);
    fields.push([
      `staff.${index}.names`,
      textPart(`staff.${index}.names`, joinNames(names, edition), edition),
    ]);
  });
  masthead.contact.forEach((row, index) => {
    fields.push([`contact.${index}.label`, textPart(`contact.${index}.label`, row.label, edition)]);
    fields.push([`contact.${index}.value`, contactValue(row, `contact.${index}.value`, edition)]);
  });
  return new Map(
    fields.flatMap(
      ([name, nodes]) =>
        [
          [name, nodes],
          [`edition.${name}`, nodes],
        ] as const,
    ),
  );
}

function textPart(node: string, text: string | null, edition: Edition): readonly MarkupNode[] {
  if (text === null || text === '') return [];
  const at = edition.spans[node] ?? edition.spans[`masthead.${node}`] ?? null;
  return [{ kind: 'text', text, source: { owner: ISSUE_OWNER, node, offset: 0 }, at }];
}

function contactValue(row: ContactRow, node: string, edition: Edition): readonly MarkupNode[] {
  const children = textPart(node, row.value, edition);
  if (row.href === null || children.length === 0) return children;
  return [{ kind: 'element', name: 'a', attributes: { href: row.href }, children, at: null }];
}

function joinNames(names: readonly string[], edition: Edition): string {
  const { listSeparator, listLast } = edition.locale;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(listSeparator)}${listLast}${last}`;
}
