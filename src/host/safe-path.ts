/**
 * A relative path without `.` and empty parts; null when it is absolute, climbs out, or holds what no file name should.
 *
 * @example
 * safePath('images/./pier.jpg') // 'images/pier.jpg'
 * safePath('../../etc/passwd') // null
 */
export function safePath(reference: string): string | null {
  if (/^[/\\]|^[A-Za-z]:|[\0-\x1f\x7f\\]/.test(reference)) return null;
  const parts: string[] = [];
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('/');
}
