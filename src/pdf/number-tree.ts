import type { ObjectSink } from './object-sink.ts';
import { dict, type PdfRef, type PdfValue } from './pdf-value.ts';

/** Entries of one node: a viewer reads a whole node to find one entry. */
const ENTRIES_PER_NODE = 64;

/** Writes a number tree (ISO 32000-1, 7.9.7) from entries sorted by key; gives its root. */
export function numberTree(sink: ObjectSink, entries: readonly (readonly [number, PdfValue])[]): PdfRef {
  const first = entries[0];
  if (first === undefined || entries.length <= ENTRIES_PER_NODE)
    return sink.put(dict({ Nums: entries.flat() }));
  const kids: PdfRef[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES_PER_NODE) {
    const node = entries.slice(start, start + ENTRIES_PER_NODE);
    const limits = [node[0]?.[0] ?? 0, node.at(-1)?.[0] ?? 0];
    kids.push(sink.put(dict({ Limits: limits, Nums: node.flat() })));
  }
  return sink.put(dict({ Kids: kids }));
}
