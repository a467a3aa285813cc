import type { Destination } from '../page/composed-edition.ts';
import type { ObjectSink } from './object-sink.ts';
import { bytes, dict, name, type PdfRef, type PdfValue } from './pdf-value.ts';

/** Entries of one node: a viewer reads a whole node to find one name. */
const ENTRIES_PER_NODE = 64;

/** The name of a destination as it stands in the file: bytes of UTF-8, so that `#nameddest=tunnels` finds it. */
export const destinationName = (value: string): PdfValue => bytes(Buffer.from(value, 'utf8'));

/** The pages that destinations lead to, by index; heights in points. */
export type DestinationPages = readonly { readonly ref: PdfRef; readonly height: number }[];

/**
 * Writes the tree of named destinations (ISO 32000-1, 7.9.6 and 12.3.2.3), sorted by bytes; gives its root, or null
 * when there are none. A destination shows its place at the top of the window and leaves the zoom as it is.
 */
export function writeDestinations(
  sink: ObjectSink,
  destinations: readonly Destination[],
  pages: DestinationPages,
): PdfRef | null {
  const sorted = destinations
    .map((destination) => ({ destination, key: Buffer.from(destination.name, 'utf8') }))
    .sort((one, other) => Buffer.compare(one.key, other.key));
  if (sorted.length === 0) return null;
  const nodes: { readonly limits: readonly PdfValue[]; readonly names: readonly PdfValue[] }[] = [];
  for (let start = 0; start < sorted.length; start += ENTRIES_PER_NODE) {
    const node = sorted.slice(start, start + ENTRIES_PER_NODE);
    const names = node.flatMap(({ destination, key }) => [bytes(key), place(destination, pages)]);
    nodes.push({ names, limits: [bytes(node[0]?.key ?? NO_KEY), bytes(node.at(-1)?.key ?? NO_KEY)] });
  }
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return sink.put(dict({ Names: only.names }));
  const kids = nodes.map((node) => sink.put(dict({ Limits: node.limits, Names: node.names })));
  return sink.put(dict({ Kids: kids }));
}

const NO_KEY = new Uint8Array();

function place(destination: Destination, pages: DestinationPages): PdfValue {
  const page = pages[destination.pageIndex];
  if (page === undefined)
    throw new Error(
      `destination "${destination.name}" is on page ${destination.pageIndex}, which is not there`,
    );
  return dict({ D: [page.ref, ...destinationView(destination, page.height)] });
}

/** The view of a destination: its place at the top of the window, the zoom as it is. */
export const destinationView = (destination: Destination, pageHeight: number): readonly PdfValue[] => [
  name('XYZ'),
  null,
  pageHeight - destination.y,
  null,
];
