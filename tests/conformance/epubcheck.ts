import { type Judge, javaCommand, missingJars } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

type Report = {
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly locations: readonly { readonly path: string; readonly line: number }[];
  }[];
  readonly checker: { readonly nFatal: number; readonly nError: number; readonly nWarning: number };
};

/** EPUBCheck: neither errors nor warnings; remarks on use are let through. */
export const epubCheck: Judge = {
  name: 'EPUBCheck',
  available: () => (isInstalled('java') ? missingJars('epubcheck') : 'java is not installed'),
  faultsOf: (files) => files.flatMap(faultsOf),
};

function faultsOf(file: string): readonly string[] {
  const main = javaCommand('epubcheck', 'com.adobe.epubcheck.tool.Checker');
  const run = runProgram('java', [...main, '--failonwarnings', '--json', '-', file]);
  const start = run.output.indexOf('{');
  if (start < 0) return [`${file}: EPUBCheck gave no report: ${run.errors}`];
  const { messages, checker } = JSON.parse(run.output.slice(start)) as Report;
  const faults = messages
    .filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
    .map(({ ID, severity, message, locations }) => {
      const place = locations[0];
      return `${file}: ${severity} ${ID} ${message} (${place?.path ?? '?'}:${place?.line ?? '?'})`;
    });
  const count = checker.nFatal + checker.nError + checker.nWarning;
  if (count > 0 && faults.length === 0) return [`${file}: ${count} faults without a message`];
  return faults.length === 0 && run.status !== 0 ? [`${file}: exit ${run.status}`] : faults;
}
