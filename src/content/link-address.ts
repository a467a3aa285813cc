import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { encodeAddress } from './markdown/markdown-parser.ts';

const SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];

/** Browsers and servers take no more; a string of PDF/A holds 32,767 bytes (ISO 19005-2, 6.1.13). */
const MOST_CHARACTERS = 8000;

/** A link's address, percent-encoded, when its scheme is allowed and it is not too long; else null and GA204. */
export function readAddress(address: string, at: Span | null, context: Context): string | null {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1]?.toLowerCase() ?? null;
  if (scheme !== null && SCHEMES.includes(scheme)) {
    const missing = missingPart(address, scheme);
    if (missing !== null) {
      reportFault(context, 'GA204', {
        message: `the link "${address}" leads nowhere: ${missing}`,
        hint: EMPTY_HINT,
        span: at,
      });
      return null;
    }
    const encoded = encodeAddress(address);
    if (encoded.length <= MOST_CHARACTERS) return encoded;
    const message = `the link "${address.slice(0, 60)}…" has ${encoded.length} characters; at most ${MOST_CHARACTERS} are allowed`;
    reportFault(context, 'GA204', { message, hint: 'Link to a shorter address.', span: at });
    return null;
  }
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

const EMPTY_HINT = 'Write the whole address, or leave the link out.';

/** What an address lacks that its scheme is nothing without; null for one that leads somewhere. */
function missingPart(address: string, scheme: string): string | null {
  const rest = address.slice(scheme.length + 1);
  switch (scheme) {
    case 'tel':
      return /[0-9]/.test(rest) ? null : 'it has no number';
    case 'mailto':
      return /[^\s@]@[^\s@]|\?/.test(rest) ? null : 'it has no mail address with @';
    default:
      return URL.canParse(address) ? null : 'it has no name of a host';
  }
}

function adviseAddress(address: string): string {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `For a mail address write mailto:${address}.`;
  const file = /^(?:[^/?#]+\/)*([^/?#]+?)(?:\.[a-z]{2})?\.md(?:#.*)?$/iu.exec(address)?.[1];
  if (file !== undefined) return `For another story of this number write story:${file}.`;
  if (/^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/|$)/u.test(address))
    return `Write https://${address}.`;
  return 'Link to a page on the web, a mail address, a telephone number or a story of this number (story:ferry), or leave the link out.';
}
