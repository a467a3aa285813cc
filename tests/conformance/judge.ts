import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A program from outside that says whether a file is sound. */
export type Judge = {
  readonly name: string;
  /** Why it cannot be asked on this machine, with what to install; null when it can. */
  readonly available: () => string | null;
  /** Faults found in the files (absolute paths), one line each; empty when all are sound. */
  readonly faultsOf: (files: readonly string[]) => readonly string[] | Promise<readonly string[]>;
};

/** Where `.ci/judges` puts the judges that are no packages of the system. */
export const judgeFolder: string = process.env['GALLEY_JUDGES'] ?? join(homedir(), '.cache/galley-judges');

/**
 * Defines a test that needs a judge. Where the judge is missing the test is reported as skipped, with the reason;
 * it fails where judges are required (`GALLEY_REQUIRE_JUDGES`, as in `.ci/run`).
 */
export function judgeTest(title: string, judge: Judge, body: () => void | Promise<void>): void {
  test(`${judge.name}: ${title}`, async ({ skip }) => {
    const reason = judge.available();
    if (reason !== null && process.env['GALLEY_REQUIRE_JUDGES'] !== undefined) expect.fail(reason);
    if (reason !== null) {
      console.warn(`${judge.name} is not asked: ${reason}`);
      skip(reason);
    }
    await body();
  });
}

/** The command to start a judge whose jars lie in a folder of {@link judgeFolder}. */
export function javaCommand(name: string, mainClass: string): readonly string[] {
  return ['-Djava.awt.headless=true', '-Xss8m', '-cp', join(judgeFolder, name, '*'), mainClass];
}

/** Null when the jars are there. */
export function missingJars(name: string): string | null {
  return existsSync(join(judgeFolder, name)) ? null : `no jars in ${join(judgeFolder, name)}; run .ci/judges`;
}
