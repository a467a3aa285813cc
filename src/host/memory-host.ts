import type { Host, OutputFile } from './host.ts';

/** A host whose files are a plain record of absolute path → text or bytes; for tests. Nothing is a link. */
export function createMemoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  variables: Readonly<Record<string, string>> = {},
): Host & { readonly written: Map<string, Uint8Array> } {
  const encoder = new TextEncoder();
  const store = new Map<string, Uint8Array>(
    Object.entries(files).map(([path, data]) => [
      path,
      typeof data === 'string' ? encoder.encode(data) : data,
    ]),
  );
  const written = new Map<string, Uint8Array>();
  const isFolder = (path: string): boolean => [...store.keys()].some((key) => key.startsWith(`${path}/`));
  return {
    written,
    readFile: (path) => store.get(path) ?? null,
    whyUnreadable: () => ({ reason: 'there is no such file', hint: null }),
    readStart: (path, length) => store.get(path)?.subarray(0, length) ?? null,
    listFolder: (path) => listNames(store, path),
    fileKind: (path) => (store.has(path) ? 'file' : isFolder(path) ? 'folder' : 'missing'),
    realPath: (path) => (store.has(path) || isFolder(path) ? path : null),
    writeFiles: (outputs: readonly OutputFile[]) => {
      for (const output of outputs) {
        store.set(output.path, output.bytes);
        written.set(output.path, output.bytes);
      }
      return Promise.resolve();
    },
    canWrite: () => true,
    elapsed: () => 0,
    expectText: () => {},
    variable: (name) => variables[name] ?? null,
  };
}

function listNames(store: ReadonlyMap<string, Uint8Array>, folder: string): string[] {
  const names = new Set<string>();
  for (const path of store.keys()) {
    if (path.startsWith(`${folder}/`)) names.add(path.slice(folder.length + 1).split('/')[0] ?? '');
  }
  return [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
