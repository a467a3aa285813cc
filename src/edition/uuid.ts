import { sha1, toHex } from './sha1.ts';

/** The namespace of galley's identifiers: version 5 of `galley` in the namespace of URLs. Never to be changed. */
const NAMESPACE = '31b3703c-bfab-5ab6-b49c-ae134504f446';

/**
 * A version 5 UUID (RFC 9562 §5.5) of some texts in galley's namespace. Texts of the same content and order give the
 * same UUID everywhere; none of them may hold a NUL, which stands between them.
 */
export function uuidOf(parts: readonly string[]): string {
  const name = new TextEncoder().encode(parts.map((part) => part.normalize('NFC')).join('\0'));
  const space = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const input = new Uint8Array(space.length + name.length);
  input.set(space);
  input.set(name, space.length);
  const bytes = sha1(input).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
