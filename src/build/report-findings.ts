import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Finding } from '../pdf/preflight/finding.ts';

/** Reports what a finished PDF breaks of what it claims: GA920 for each. */
export function reportFindings(name: string, findings: readonly Finding[], context: Context): void {
  for (const { rule, also, page, object, message } of findings) {
    const place = [page === null ? null : `page ${page}`, object === null ? null : `object ${object}`];
    const trail = [name, ...place.filter((step) => step !== null)];
    reportFault(context, 'GA920', { message: `${[rule, ...also].join(', ')}: ${message}`, trail });
  }
}
