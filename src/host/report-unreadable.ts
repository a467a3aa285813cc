import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Unreadable } from './host.ts';

/**
 * Reports GA993 for a file that is there and is not to be read.
 *
 * @param at where a source names the file; null for one that is read by its name, and told at itself.
 */
export function reportUnreadable(
  { file, why }: { readonly file: string; readonly why: Unreadable },
  at: Span | null,
  context: Context,
): void {
  const name = file.slice(file.lastIndexOf('/') + 1);
  reportFault(context, 'GA993', {
    message: `${name} cannot be read: ${why.reason}`,
    ...(why.hint === null ? {} : { hint: why.hint }),
    span: at ?? { file, start: 0, end: 0 },
  });
}
