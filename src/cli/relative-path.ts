import { relative } from 'node:path';

/** A path as the user would type it from `folder`; the absolute one when that is shorter. */
export function relativeTo(folder: string, path: string): string {
  const short = relative(folder, path);
  return short !== '' && short.length < path.length ? short : path;
}
