import type { ObjectSink } from './object-sink.ts';
import { bytes, dict, name, text, type PdfRef, type PdfValue } from './pdf-value.ts';

/** A file that goes into a PDF. */
export type AttachedFile = {
  /** Path with `/`, relative: its name in the file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the file is to the pages: what they were made from, or facts about them (ISO 19005-3, annex E). */
  readonly relation: 'Source' | 'Data';
};

/** The attached files of a PDF: for AF of the catalog, and the tree of their names. */
export type WrittenAttachments = { readonly files: readonly PdfRef[]; readonly names: PdfRef | null };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  json: 'application/json',
  css: 'text/css',
  hbs: 'text/x-handlebars-template',
  txt: 'text/plain',
  sha256: 'text/plain',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  icc: 'application/vnd.iccprofile',
};

/**
 * Writes embedded files with their specifications (ISO 32000-1, 7.11; ISO 19005-3, 6.8).
 *
 * @param files in any order; names are sorted by bytes, as a name tree wants them.
 * @param date of the files, `YYYY-MM-DDThh:mm:ssZ`.
 */
export function writeAttachments(
  sink: ObjectSink,
  files: readonly AttachedFile[],
  date: string,
): WrittenAttachments {
  if (files.length === 0) return { files: [], names: null };
  const sorted = files
    .map((file) => ({ file, key: Buffer.from(file.path, 'utf8') }))
    .sort((one, other) => Buffer.compare(one.key, other.key))
    .map(({ file, key }) => ({ key, ref: sink.put(fileSpecification(sink, file, date)) }));
  const names = sorted.flatMap(({ key, ref }): PdfValue[] => [bytes(key), ref]);
  return { files: sorted.map(({ ref }) => ref), names: sink.put(dict({ Names: names })) };
}

function fileSpecification(sink: ObjectSink, file: AttachedFile, date: string): PdfValue {
  const ending = /\.([a-z0-9]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const stream = sink.stream(
    {
      Type: name('EmbeddedFile'),
      Subtype: name(MEDIA_TYPES[ending] ?? 'application/octet-stream'),
      Params: dict({ Size: file.bytes.length, ModDate: text(`D:${date.replace(/[-:T]/g, '')}`) }),
    },
    file.bytes,
  );
  return dict({
    Type: name('Filespec'),
    F: text(file.path),
    UF: text(file.path),
    AFRelationship: name(file.relation),
    Desc: text(file.relation === 'Source' ? 'Source of the edition' : 'Record of the edition'),
    EF: dict({ F: stream, UF: stream }),
  });
}
