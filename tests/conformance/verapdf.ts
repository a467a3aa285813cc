import { type Judge, javaCommand, missingJars } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

type Report = {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly taskException?: { readonly exceptionMessage?: string };
      readonly validationResult?: readonly {
        readonly compliant: boolean;
        readonly profileName: string;
        readonly details: { readonly passedChecks: number; readonly ruleSummaries: readonly RuleSummary[] };
      }[];
    }[];
  };
};

type RuleSummary = {
  readonly clause: string;
  readonly testNumber: number;
  readonly failedChecks: number;
  readonly description: string;
  readonly checks: readonly { readonly context: string; readonly errorMessage: string }[];
};

/** veraPDF for one standard: `2a` is PDF/A-2a, `ua1` PDF/UA-1. All files in one run: the machine starts slowly. */
export function veraPdf(flavour: '2a' | 'ua1'): Judge {
  return {
    name: `veraPDF ${flavour}`,
    available,
    faultsOf: (files) => {
      const report = ask(flavour, files);
      return typeof report === 'string' ? [report] : faultsIn(report, files);
    },
  };
}

/** veraPDF for whatever each file claims to be, all in one run. */
export const veraPdfOfClaims: Judge & {
  /** The standards that a file was judged by, by path: `PDF/A-2A`, `PDF/UA-1`. */
  readonly claimsOf: (files: readonly string[]) => ReadonlyMap<string, readonly string[]>;
  /** Clause and test of every rule that a file breaks, by path: `7.18.5-2`. */
  readonly rulesOf: (files: readonly string[]) => ReadonlyMap<string, readonly string[]>;
} = {
  name: 'veraPDF',
  available,
  faultsOf: (files) => {
    const report = askOnce(files);
    return typeof report === 'string' ? [report] : faultsIn(report, files);
  },
  claimsOf: (files) => {
    const report = askOnce(files);
    if (typeof report === 'string') return new Map();
    return new Map(
      report.report.jobs.map(({ itemDetails, validationResult = [] }) => [
        itemDetails.name,
        validationResult.map(({ profileName }) => profileName.replace(' validation profile', '')).sort(),
      ]),
    );
  },
  rulesOf,
};

function rulesOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const report = askOnce(files);
  if (typeof report === 'string') return new Map();
  return new Map(
    report.report.jobs.map(({ itemDetails, validationResult = [] }) => [
      itemDetails.name,
      validationResult.flatMap(({ details }) =>
        details.ruleSummaries.map(({ clause, testNumber }) => `${clause}-${testNumber}`),
      ),
    ]),
  );
}

function available(): string | null {
  return isInstalled('java') ? missingJars('verapdf') : 'java is not installed';
}

const asked = new Map<string, Report | string>();

function askOnce(files: readonly string[]): Report | string {
  const key = files.join('\n');
  const known = asked.get(key) ?? ask('0', files);
  asked.set(key, known);
  return known;
}

/** The report, or what veraPDF said instead. Flavour 0 takes what the file claims. */
function ask(flavour: string, files: readonly string[]): Report | string {
  const parameters = ['--flavour', flavour, '--format', 'json', '--maxfailuresdisplayed', '3', ...files];
  const main = javaCommand('verapdf', 'org.verapdf.apps.GreenfieldCliWrapper');
  const run = runProgram('java', [...main, ...parameters]);
  if (!run.output.startsWith('{')) return `veraPDF gave no report: ${run.errors}`;
  return JSON.parse(run.output) as Report;
}

function faultsIn({ report }: Report, files: readonly string[]): readonly string[] {
  const faults = report.jobs.flatMap(({ itemDetails, validationResult = [], taskException }) => {
    const broken = validationResult.flatMap(({ details }) => details.ruleSummaries.map(formatRule));
    if (taskException !== undefined) broken.push(taskException.exceptionMessage ?? 'it could not be read');
    if (broken.length === 0 && !validationResult.some(isPassed)) broken.push('no check was made');
    return broken.map((fault) => `${itemDetails.name}: ${fault}`);
  });
  return report.jobs.length === files.length ? faults : [...faults, 'not every file was judged'];
}

function isPassed(result: {
  readonly compliant: boolean;
  readonly details: { readonly passedChecks: number };
}): boolean {
  return result.compliant && result.details.passedChecks > 0;
}

function formatRule({ clause, testNumber, failedChecks, description, checks }: RuleSummary): string {
  const first = checks[0];
  return `${clause}/${testNumber} × ${failedChecks}: ${first?.errorMessage ?? description} at ${first?.context ?? '?'}`;
}
