import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder that the system keeps a user's caches in, and galley's in it; null where there is no home. */
export function userCacheFolder(
  platform: string = process.platform,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const named = platform === 'win32' ? variables['LOCALAPPDATA'] : variables['XDG_CACHE_HOME'];
  if (named !== undefined && isAbsolute(named)) return join(named, 'galley');
  const home = homeFolder();
  if (home === null) return null;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'galley');
  return platform === 'win32'
    ? join(home, 'AppData', 'Local', 'galley', 'cache')
    : join(home, '.cache', 'galley');
}

/** A user without an entry in the system's list has none. */
function homeFolder(): string | null {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : null;
  } catch {
    return null;
  }
}
