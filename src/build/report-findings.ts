import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Finding } from '../pdf/preflight/finding.ts';

/** Rules of PDF/UA about the structure tree, which style sheets can change. */
const STRUCTURE = /^ua1:7\./;

const ROLE_HINT =
  'Nothing was written. This declaration gives an element another role, which may not stand there: take it out. If it is not that, it is a fault of galley: please report it with the line above.';

/**
 * Reports what a finished PDF breaks of what it claims: GA920 for each. `roles` are the places at which the paper's own
 * style sheets give elements other roles.
 */
export function reportFindings(
  name: string,
  findings: readonly Finding[],
  roles: readonly Span[],
  context: Context,
): void {
  for (const { rule, also, page, object, message } of findings) {
    const place = [page === null ? null : `page ${page}`, object === null ? null : `object ${object}`];
    const trail = [name, ...place.filter((step) => step !== null)];
    const [first, ...others] = [rule, ...also].some((one) => STRUCTURE.test(one)) ? roles : [];
    reportFault(context, 'GA920', {
      message: `${[rule, ...also].join(', ')}: ${message}`,
      ...(first === undefined ? {} : { span: first, hint: ROLE_HINT }),
      related: others.map((span) => ({ message: 'another declaration of a role', span })),
      trail,
    });
  }
}
