import type { Cache } from '../host/cache.ts';

/** Ends the line of facts before a picture's bytes. */
const LINE_END = 0x0a;

/**
 * A result with bytes, as kept under a key or made and kept. Its facts stand in a line of JSON before the bytes.
 *
 * @param make gives plain facts and bytes; it is not kept when it rejects.
 */
export async function keepImage<Facts>(
  cache: Cache,
  key: string,
  make: () => Promise<{ readonly facts: Facts; readonly bytes: Uint8Array }>,
): Promise<{ readonly facts: Facts; readonly bytes: Uint8Array }> {
  const kept = cache.read(key);
  if (kept !== null) {
    const end = kept.indexOf(LINE_END);
    // The cache gives what was put in, and that was of this type.
    const facts = JSON.parse(new TextDecoder().decode(kept.subarray(0, end))) as Facts;
    return { facts, bytes: kept.slice(end + 1) };
  }
  const made = await make();
  const line = new TextEncoder().encode(`${JSON.stringify(made.facts)}\n`);
  const entry = new Uint8Array(line.length + made.bytes.length);
  entry.set(line);
  entry.set(made.bytes, line.length);
  cache.write(key, entry);
  return made;
}
