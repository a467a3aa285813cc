import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { encodeAddress } from './markdown/markdown-parser.ts';

const SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];

/** A link's address, percent-encoded, when its scheme is allowed; else null and GA204. */
export function readAddress(address: string, at: Span | null, context: Context): string | null {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1]?.toLowerCase() ?? null;
  if (scheme !== null && SCHEMES.includes(scheme)) return encodeAddress(address);
  reportFault(context, 'GA204', {
    message:
      scheme === null
        ? `the link "${address}" has no scheme; a link begins with ${SCHEMES.join(':, ')}:`
        : `the link "${address}" begins with ${scheme}:, which is not allowed; allowed are ${SCHEMES.join(', ')}`,
    hint: adviseAddress(address),
    span: at,
  });
  return null;
}

function adviseAddress(address: string): string {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `For a mail address write mailto:${address}.`;
  if (/^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/|$)/u.test(address))
    return `Write https://${address}.`;
  return 'Link to a page on the web, a mail address or a telephone number, or leave the link out.';
}
