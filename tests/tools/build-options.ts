import type { BuildOptions } from '../../src/build/build-options.ts';
import { openSideDesk } from '../../src/build/side-desk.ts';
import { findInstallation } from '../../src/cli/installation.ts';
import { NO_CACHE } from '../../src/host/cache.ts';
import type { Host } from '../../src/host/host.ts';

/** Options of a build in this process that keeps nothing and asks for nothing special. */
export function plainOptions(host: Host, more: Partial<BuildOptions> = {}): BuildOptions {
  const installation = findInstallation();
  return {
    host,
    installation,
    cache: NO_CACHE,
    desk: openSideDesk({ readFile: host.readFile, cache: NO_CACHE, engines: installation.engines }),
    measures: NO_CACHE,
    workshop: null,
    only: null,
    outFolder: '/out',
    languages: null,
    layout: { theme: null, format: null },
    cover: false,
    draft: false,
    profiles: null,
    impose: null,
    onProgress: () => undefined,
    ...more,
  };
}
