import type { Host } from '../host/host.ts';

/** The folder a path lies in; `/` for itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const ENDINGS = ['yaml', 'yml', 'json'] as const;

/** The manifests called `name` in a folder: `issue.yaml`, `issue.yml`, `issue.json`, in that order. */
export function manifestsIn(host: Host, folder: string, name: string): readonly string[] {
  const prefix = folder === '/' ? '' : folder;
  return ENDINGS.map((ending) => `${prefix}/${name}.${ending}`).filter(
    (path) => host.fileKind(path) === 'file',
  );
}

/** The nearest publication manifest, from a folder upwards; null when there is none up to the root. */
export function findPublication(host: Host, folder: string): string | null {
  for (let at = folder; ; at = folderOf(at)) {
    const [found] = manifestsIn(host, at, 'publication');
    if (found !== undefined) return found;
    if (at === '/' || at === '') return null;
  }
}
