import type { Page } from '../page/page.ts';
import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfRef } from './pdf-value.ts';
import { toPdfRect } from './pdf-rect.ts';

/** The threads of an edition, and the beads of each page, by page index. */
export type WrittenThreads = {
  readonly threads: readonly PdfRef[];
  readonly beads: readonly (readonly PdfRef[])[];
};

type Bead = { readonly page: number; readonly rect: readonly number[]; readonly ref: PdfRef };

/**
 * Writes an article thread for each story, a bead a leg (ISO 32000-1, 12.4.3): readers that follow threads lead the
 * eye from leg to leg. Stories stand in the order of their first leg; the beads of one form a ring.
 *
 * @param titleOf the title of a story.
 */
export function writeThreads(
  sink: ObjectSink,
  pages: readonly Page[],
  pageRefs: readonly PdfRef[],
  titleOf: (story: string) => string,
): WrittenThreads {
  const stories = new Map<string, Bead[]>();
  const beads = pages.map((page, index) =>
    page.beads.map((leg) => {
      const bead = { page: index, rect: toPdfRect(leg.rect, page.size.height), ref: sink.reserve() };
      const known = stories.get(leg.story);
      if (known === undefined) stories.set(leg.story, [bead]);
      else known.push(bead);
      return bead.ref;
    }),
  );
  const threads = [...stories].map(([story, ring]) => writeThread(sink, ring, pageRefs, titleOf(story)));
  return { threads, beads };
}

function writeThread(
  sink: ObjectSink,
  ring: readonly Bead[],
  pageRefs: readonly PdfRef[],
  title: string,
): PdfRef {
  const thread = sink.reserve();
  ring.forEach((bead, index) => {
    const next = ring[(index + 1) % ring.length];
    const previous = ring[(index + ring.length - 1) % ring.length];
    const entries = {
      Type: name('Bead'),
      P: pageRefs[bead.page],
      R: bead.rect,
      N: next?.ref,
      V: previous?.ref,
    };
    sink.put(dict({ ...entries, T: index === 0 ? thread : undefined }), bead.ref);
  });
  return sink.put(dict({ Type: name('Thread'), F: ring[0]?.ref, I: dict({ Title: text(title) }) }), thread);
}
