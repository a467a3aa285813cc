/** Where a link leads: a name of this edition, or a URI made safe to write. */
export type LinkTarget =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'uri'; readonly uri: string };

/** Schemes that a file may open. Everything else was to be refused long before. */
const SCHEMES = /^(?:https?|mailto|tel):/i;

/**
 * Reads the target of a link. A URI comes back in ASCII: what a URI may not hold is percent-encoded as UTF-8, and
 * escapes that are there already stay (RFC 3986, 2.1).
 *
 * @throws Error for another scheme: targets are checked where the author's file is at hand, so it is our bug.
 * @example
 * parseLinkTarget('https://example.org/a b)') // { kind: 'uri', uri: 'https://example.org/a%20b%29' }
 */
export function parseLinkTarget(target: string): LinkTarget {
  if (target.startsWith('#')) return { kind: 'name', name: target.slice(1) };
  if (!SCHEMES.test(target))
    throw new Error(`a link leads to "${target}"; only http, https, mailto and tel may be written`);
  return { kind: 'uri', uri: encodeUri(target) };
}

/** Parentheses are lawful in a URI, but end strings in careless readers of PDF. */
const UNSAFE = /[^A-Za-z0-9\-._~:/?#[\]@!$&'*+,;=%]|%(?![0-9A-Fa-f]{2})/gu;

function encodeUri(target: string): string {
  return target.replace(UNSAFE, (character) =>
    [...Buffer.from(character, 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
