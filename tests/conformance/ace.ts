import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Judge } from './judge.ts';
import { isInstalled, runProgram } from './run-program.ts';

type Report = { readonly assertions: readonly Assertion[]; readonly 'earl:result': Outcome };
type Outcome = { readonly 'earl:outcome': string; readonly 'dct:description'?: string };
type Assertion = {
  readonly 'earl:testSubject'?: { readonly url: string };
  readonly 'earl:result': Outcome;
  readonly 'earl:test'?: { readonly 'dct:title': string; readonly 'earl:impact': string };
  readonly assertions?: readonly Assertion[];
};

const program = join(dirname(fileURLToPath(import.meta.url)), 'ace/node_modules/.bin/ace-cli');
const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/** DAISY Ace: whether the EPUB can be read by everyone. It opens the documents in a browser of the system. */
export const ace: Judge = {
  name: 'Ace',
  available: () => {
    if (!existsSync(program)) return 'Ace is not installed; run .ci/judges';
    return browser() === null ? 'no Chromium is installed' : null;
  },
  faultsOf: (files) => files.flatMap(faultsOf),
};

function browser(): string | null {
  const name = browsers.find(isInstalled);
  return name === undefined ? null : runProgram('sh', ['-c', 'command -v "$0"', name]).output.trim();
}

function faultsOf(file: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'galley-ace-'));
  try {
    const variables = { PUPPETEER_EXECUTABLE_PATH: browser() ?? '', HOME: folder };
    const run = runProgram(program, ['--silent', '--force', '--outdir', folder, file], { variables });
    const report = join(folder, 'report.json');
    if (!existsSync(report)) return [`${file}: Ace gave no report: ${run.errors}${run.output}`];
    return violationsOf(JSON.parse(readFileSync(report, 'utf8')) as Report).map(
      (fault) => `${file}: ${fault}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function violationsOf(report: Report): readonly string[] {
  const violations = report.assertions.flatMap((document) =>
    (document.assertions ?? [])
      .filter((assertion) => assertion['earl:result']['earl:outcome'] === 'fail')
      .map((assertion) => {
        const rule = assertion['earl:test'];
        const place = document['earl:testSubject']?.url ?? '?';
        return `${rule?.['earl:impact']} ${rule?.['dct:title']} in ${place}: ${assertion['earl:result']['dct:description']}`;
      }),
  );
  if (report.assertions.length === 0) return ['Ace read no document'];
  const isPassed = report['earl:result']['earl:outcome'] === 'pass';
  return isPassed || violations.length > 0 ? violations : ['the whole did not pass'];
}
