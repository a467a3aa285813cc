/**
 * Makes safe file names for a list of ids: small letters, digits and hyphens. Where letters had to go, or two ids come
 * to the same name, eight hex digits of the id are added, so that no two files ever share a name.
 *
 * @param ids all different
 * @returns one name for each id, in the same order
 * @example
 * fileNames(['tunnels', 'Café']) // ['tunnels', 'cafe-…']
 */
export function fileNames(ids: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  const slugs = ids.map(slugOf);
  for (const slug of slugs) taken.set(slug, (taken.get(slug) ?? 0) + 1);
  return ids.map((id, index) => {
    const slug = slugs[index] ?? '';
    if (slug === id && taken.get(slug) === 1) return slug;
    return [slug, hashOf(id)].filter((part) => part !== '').join('-');
  });
}

/** Names that are no longer than this keep every path under the limits of old file systems. */
const LONGEST = 60;

function slugOf(id: string): string {
  return id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** FNV-1a, 32 bits, over UTF-16 units: eight hex digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
