import type { Span } from '../core/origin.ts';
import { createCollector, type Collector } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';

/**
 * A collector that finds what a fault is about in the source: text is shaped by whole paragraphs, and a sign that no font has
 * ({@link Diagnostic.sought}) is looked for in the paragraph as it was written. What is not found there, such as a sign written
 * as an entity, keeps the place of its paragraph.
 */
export function createPlacingCollector(host: Pick<Host, 'readFile'>): Collector {
  const collector = createCollector();
  return {
    diagnostics: collector.diagnostics,
    hasError: collector.hasError,
    report: ({ sought, ...diagnostic }) => {
      const { span } = diagnostic;
      const found = sought === undefined || span === null ? null : placeOf(sought, span, host);
      collector.report(found === null ? diagnostic : { ...diagnostic, span: found });
    },
  };
}

function placeOf(sought: string, span: Span, host: Pick<Host, 'readFile'>): Span | null {
  const bytes = host.readFile(span.file);
  if (bytes === null) return null;
  // As the parsers see it: offsets count in this text.
  const text = new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
  const at = text.slice(0, span.end).indexOf(sought, span.start);
  return at < 0 ? null : { ...span, start: at, end: at + sought.length };
}
