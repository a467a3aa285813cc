import { spawnSync } from 'node:child_process';

/** What a program left behind. */
export type ProgramRun = {
  /** Null when it could not be started, or was ended by a signal. */
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
};

/** What a program may be given beside its arguments. */
export type ProgramSetting = {
  readonly folder?: string;
  /** Variables laid over those of this process. */
  readonly variables?: Readonly<Record<string, string>>;
};

/** Runs a program to its end; nothing is thrown when it fails or does not exist. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  setting: ProgramSetting = {},
): ProgramRun {
  const run = spawnSync(program, [...parameters], {
    cwd: setting.folder,
    env: { ...process.env, ...setting.variables },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status: run.status, output: run.stdout ?? '', errors: run.stderr ?? String(run.error ?? '') };
}

/** Whether a program can be started by its name. */
export function isInstalled(program: string): boolean {
  return runProgram('sh', ['-c', 'command -v "$0"', program]).status === 0;
}
