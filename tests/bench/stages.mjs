import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.mjs';

/**
 * Prints the time of each stage of a build, as medians of several runs, and each stage's share of the whole. One run ahead
 * of the others fills the disk's cache and does not count.
 */
export function printStages(issue, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  try {
    const reports = Array.from({ length: runs + 1 }, () => buildOnce(issue, folder)).slice(1);
    printTable(issue, reports);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the issue in a process of its own, as a user does. */
function buildOnce(issue, folder) {
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    ['dist/galley.mjs', 'build', issue, '--out', folder, '--no-cache', '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  const whole = performance.now() - started;
  if (run.status !== 0)
    throw new Error(`galley build ${issue} ended with ${run.status}\n${run.stderr}${run.stdout}`);
  const printed = JSON.parse(run.stdout);
  const report = printed.issues?.[0] ?? printed;
  return { whole, inside: report.milliseconds, timings: report.timings, editions: report.editions };
}

function printTable(issue, reports) {
  const whole = median(reports.map((report) => report.whole));
  const inside = median(reports.map((report) => report.inside));
  const stages = reports[0].timings.map(({ stage }) => ({
    stage,
    milliseconds: median(
      reports.map(({ timings }) => timings.find((timing) => timing.stage === stage)?.milliseconds ?? 0),
    ),
  }));
  const named = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const pages = reports[0].editions.map(({ language, pages: count }) => `${language} ${count}`).join(', ');
  console.log(
    `${issue}: pages ${pages}; median of ${reports.length} runs on Node ${process.versions.node}\n`,
  );
  for (const { stage, milliseconds } of stages) console.log(formatRow(stage, milliseconds, whole));
  console.log(formatRow('(between stages, less overlaps)', inside - named, whole));
  console.log(formatRow('(starting, reading code, ending)', whole - inside, whole));
  console.log(formatRow('whole process', whole, whole));
}

function formatRow(name, milliseconds, whole) {
  const share = `${((100 * milliseconds) / whole).toFixed(1)} %`;
  return `${name.padEnd(34)}${milliseconds.toFixed(1).padStart(9)} ms${share.padStart(9)}`;
}
