import type { OutlineEntry } from '../page/composed-edition.ts';
import { destinationName } from './name-tree.ts';
import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfRef } from './pdf-value.ts';

/** Writes the outline (ISO 32000-1, 12.3.3), open at its first level; gives its root, or null when it is empty. */
export function writeOutline(sink: ObjectSink, entries: readonly OutlineEntry[]): PdfRef | null {
  if (entries.length === 0) return null;
  const root = sink.reserve();
  const [first, last] = writeLevel(sink, entries, root);
  sink.put(dict({ Type: name('Outlines'), First: first, Last: last, Count: entries.length }), root);
  return root;
}

/** Writes siblings; gives the first and the last. */
function writeLevel(
  sink: ObjectSink,
  entries: readonly OutlineEntry[],
  parent: PdfRef,
): readonly [PdfRef, PdfRef] {
  const refs = entries.map(() => sink.reserve());
  entries.forEach((entry, index) => {
    const self = refs[index];
    if (self === undefined) return;
    const inner = entry.children.length === 0 ? null : writeLevel(sink, entry.children, self);
    const item = dict({
      Title: text(entry.title),
      Parent: parent,
      Prev: refs[index - 1],
      Next: refs[index + 1],
      First: inner?.[0],
      Last: inner?.[1],
      // Negative: closed.
      Count: inner === null ? undefined : -entry.children.length,
      Dest: destinationName(entry.destination),
    });
    sink.put(item, self);
  });
  // Every level that is written has an entry, so both are there.
  return [refs[0] ?? parent, refs.at(-1) ?? parent];
}
