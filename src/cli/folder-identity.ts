import { statSync } from 'node:fs';

/**
 * What tells a folder from another one in its place, which file systems may give the same number, so that when it was
 * made belongs to it; null where there is none.
 */
export function identityOf(folder: string): string | null {
  try {
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
    return `${dev}:${ino}:${birthtimeNs}`;
  } catch {
    return null;
  }
}
