import { reportFault, type Context } from '../diagnostics/context.ts';
import type { OpenedPdf } from '../pdf/open-pdf.ts';
import { preflightOpened } from '../pdf/preflight/preflight.ts';

/** Checks a finished PDF by the rules of what it claims; reports GA920 for each that it breaks. */
export function preflightSaved(name: string, pdf: OpenedPdf, context: Context): void {
  for (const { rule, also, page, object, message } of preflightOpened(pdf).findings) {
    const place = [page === null ? null : `page ${page}`, object === null ? null : `object ${object}`];
    const trail = [name, ...place.filter((step) => step !== null)];
    reportFault(context, 'GA920', { message: `${[rule, ...also].join(', ')}: ${message}`, trail });
  }
}
