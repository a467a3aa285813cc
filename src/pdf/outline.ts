import type { OutlineEntry } from '../page/composed-edition.ts';
import type { GoTo } from './go-to.ts';
import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfRef } from './pdf-value.ts';

/** Writes the outline (ISO 32000-1, 12.3.3), open at its first level; gives its root, or null when it is empty. */
export function writeOutline(sink: ObjectSink, entries: readonly OutlineEntry[], goTo: GoTo): PdfRef | null {
  if (entries.length === 0) return null;
  const root = sink.reserve();
  const [first, last] = writeLevel({ sink, goTo }, entries, root);
  sink.put(dict({ Type: name('Outlines'), First: first, Last: last, Count: entries.length }), root);
  return root;
}

/** Writes siblings; gives the first and the last. */
function writeLevel(
  tools: { readonly sink: ObjectSink; readonly goTo: GoTo },
  entries: readonly OutlineEntry[],
  parent: PdfRef,
): readonly [PdfRef, PdfRef] {
  const refs = entries.map(() => tools.sink.reserve());
  entries.forEach((entry, index) => {
    const self = refs[index];
    if (self === undefined) return;
    const inner = entry.children.length === 0 ? null : writeLevel(tools, entry.children, self);
    const item = dict({
      Title: text(entry.title),
      Parent: parent,
      Prev: refs[index - 1],
      Next: refs[index + 1],
      First: inner?.[0],
      Last: inner?.[1],
      // Negative: closed.
      Count: inner === null ? undefined : -entry.children.length,
      ...tools.goTo(entry.destination),
    });
    tools.sink.put(item, self);
  });
  // Every level that is written has an entry, so both are there.
  return [refs[0] ?? parent, refs.at(-1) ?? parent];
}
