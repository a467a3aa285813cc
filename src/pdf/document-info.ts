import type { DocumentRecord } from '../edition/document-record.ts';
import { dict, name, text, type PdfDict } from './pdf-value.ts';

/** What Info and XMP both say: one place, so that they agree (ISO 19005-2, 6.6.3). */
export type DocumentInfo = {
  readonly title: string;
  readonly author: string;
  /** What the file is, in a sentence; null when the record has none. */
  readonly subject: string | null;
  readonly keywords: string | null;
  readonly tool: string;
  /** ISO 8601 with seconds, in UTC. */
  readonly date: string;
};

/** Takes from the record what Info has entries for. */
export function documentInfo(record: DocumentRecord): DocumentInfo {
  const description = [record.notice, record.source].filter((part) => part !== null).join(' ');
  return {
    title: record.title,
    author: record.creator,
    subject: description === '' ? null : description,
    keywords: record.subjects.length === 0 ? null : record.subjects.join(', '),
    tool: record.tool,
    date: record.modified,
  };
}

/** The Info dictionary. A file for the press says that nothing in it is trapped (PDF/X-4 asks for the key Trapped). */
export function infoDict(info: DocumentInfo, isPdfX: boolean): PdfDict {
  const date = text(`D:${info.date.replace(/[-:T]/g, '')}`);
  return dict({
    Title: text(info.title),
    Author: text(info.author),
    Subject: info.subject === null ? undefined : text(info.subject),
    Keywords: info.keywords === null ? undefined : text(info.keywords),
    Creator: text(info.tool),
    Producer: text(info.tool),
    CreationDate: date,
    ModDate: date,
    Trapped: isPdfX ? name('False') : undefined,
  });
}
