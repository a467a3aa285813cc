import { formatCitation } from '../edition/format-citation.ts';
import type { DocumentRecord } from '../edition/document-record.ts';
import type { Edition } from '../edition/edition.ts';
import { uuidOf } from '../edition/uuid.ts';
import type { Article } from '../content/article.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';

/** What an archive's record is made from. */
export type ArchiveMatter = {
  readonly edition: Edition;
  readonly record: DocumentRecord;
  readonly articles: readonly Article[];
  readonly composed: ComposedEdition;
};

/**
 * What a library wants to know of an issue, as JSON: the paper, the number, its pages with their labels, its articles
 * with page and column, a permanent identifier of each, terms of use, and how to cite it.
 */
export function formatArchiveRecord(matter: ArchiveMatter): string {
  const { edition, record, articles, composed } = matter;
  const identify = (kind: string, name: string): string =>
    `urn:uuid:${uuidOf([record.identifier, kind, name])}`;
  return `${JSON.stringify(
    {
      title: record.title,
      publication: record.publicationName,
      publisher: record.publisher,
      place: record.place,
      issn: record.issn,
      volume: record.volume,
      number: record.number,
      edition: record.editionOfDay,
      date: record.coverDate,
      datePrinted: record.coverDisplayDate,
      frequency: record.frequency,
      language: record.language,
      languages: record.languages,
      rights: record.rights,
      source: record.source,
      notice: record.notice,
      identifier: record.identifier,
      version: record.modified,
      citation: formatCitation(record),
      madeBy: record.tool,
      pages: composed.pages.map(({ label, index }) => ({
        label,
        identifier: identify('page', String(index)),
      })),
      sections: edition.sections.map(({ id, title }) => ({ id, title })),
      articles: articles.map((article) => ({
        id: article.id,
        identifier: identify('article', article.id),
        headline: article.headline?.text ?? null,
        language: article.language,
        section: edition.stories.find(({ id }) => id === article.id)?.section ?? null,
        places: placesOf(article.id, edition, composed),
      })),
    },
    null,
    2,
  )}\n`;
}

/** Page and columns of each leg of a story, in reading order. Columns count from 1 at the left. */
function placesOf(
  story: string,
  { grid }: Edition,
  composed: ComposedEdition,
): readonly { readonly page: string; readonly column: number }[] {
  const step = (grid.live.width + grid.gutter) / grid.columns;
  return composed.pages.flatMap((page) =>
    page.beads
      .filter((bead) => bead.story === story)
      .map(({ rect }) => ({
        page: page.label,
        column: 1 + Math.max(0, Math.round((rect.x - grid.live.x) / step)),
      })),
  );
}
