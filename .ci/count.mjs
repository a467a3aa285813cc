// Prints "N passed, N failed" from vitest's report and the number of static checks that failed. A file of tests that
// could not be run at all counts as a failure, and so does a report that is missing.
import { existsSync, readFileSync } from 'node:fs';

const [reportFile, brokenChecks] = process.argv.slice(2);
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
const files = report?.testResults ?? [];
const unrun = files.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const noReport = report === null || files.length === 0 ? 1 : 0;

const passed = report?.numPassedTests ?? 0;
const failed = (report?.numFailedTests ?? 0) + unrun.length + noReport + Number(brokenChecks);
const skipped = report?.numPendingTests ?? 0;
if (skipped > 0) console.log(`${skipped} skipped, with their reasons above`);
// A fault outside of any test (an unhandled rejection, a broken set-up) is in `success` only.
const stray = failed === 0 && report?.success !== true ? 1 : 0;
console.log(`${passed} passed, ${failed + stray} failed`);
process.exitCode = failed + stray > 0 ? 1 : 0;
