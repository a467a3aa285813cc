import { expect, test } from 'vitest';
import { textOf } from './repository.ts';

type LockEntry = {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};

const manifest = JSON.parse(textOf('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const lock = JSON.parse(textOf('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};

const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const runTime = installed.filter(([, entry]) => entry.dev !== true);

const permissive =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|PSF-2\.0|Python-2\.0)\b/;

// libvips comes prebuilt, as a shared library of its own that sharp opens: the terms of the LGPL are met by that.
const sharedLibrary = /^node_modules\/@img\/sharp-/;

test('at most 18 packages at run time, each of an exact version', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(18);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('everything at run time is under a permissive licence', () => {
  const others = runTime.filter(
    ([path, { license }]) => !permissive.test(license ?? '') && !sharedLibrary.test(path),
  );
  expect(others.map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
});

test('no package at run time runs a script when it is installed', () => {
  expect(runTime.length).toBeGreaterThan(0);
  expect(runTime.filter(([, entry]) => entry.hasInstallScript === true).map(([path]) => path)).toEqual([]);
});

test('each entry of the lock file has its checksum', () => {
  expect(installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
});

/** The lowest version of a package without the faults that reliability asks us to stay clear of. */
const floors: Readonly<Record<string, string>> = {
  handlebars: '4.7.10',
  sharp: '0.35.5',
  yaml: '2.8.3',
  ejs: '3.1.10',
  jszip: '3.8.0',
  'markdown-it': '14.1.1',
};

test.each(Object.entries(floors))('%s is at least %s, wherever it is installed', (name, floor) => {
  const versions = runTime
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, entry]) => entry.version);
  expect(versions.length).toBeGreaterThan(0);
  for (const version of versions) expect(compareVersions(version ?? '', floor)).toBeGreaterThanOrEqual(0);
});

test('versions are compared by number', () => {
  expect(compareVersions('3.10.2', '3.8.0')).toBeGreaterThan(0);
  expect(compareVersions('4.7.9', '4.7.10')).toBeLessThan(0);
});

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
