import type { Finding } from '../pdf/preflight/finding.ts';
import type { PreflightReport } from '../pdf/preflight/preflight.ts';

/** A report for reading: what the file claims, a line for each finding, a line that sums up. */
export function formatPreflight(file: string, report: PreflightReport): string {
  const { version, claims, pageCount, findings } = report;
  const claimed =
    claims.length === 0 ? 'claims neither PDF/A nor PDF/UA nor PDF/X' : `claims ${listed(claims)}`;
  const lines = [
    `${file}: PDF ${version}, ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}, ${claimed}`,
    ...findings.map((finding) => `  ${formatFinding(finding)}`),
    findings.length === 0 ? 'No fault was found.' : `${count(findings.length)}: ${summary(findings)}.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** One line: the rule, where, what, and the cure. */
export function formatFinding({ rule, also, page, object, offset, message, cure }: Finding): string {
  const places = [
    page === null ? null : `page ${page}`,
    object === null ? null : `object ${object}`,
    offset === null ? null : `byte ${offset}`,
  ].filter((place) => place !== null);
  const others = also.length === 0 ? '' : ` [${also.join(' ')}]`;
  return `${rule}${others}  ${places.length === 0 ? '' : `${places.join(', ')}: `}${message}. ${cure}`;
}

const count = (faults: number): string => `${faults} ${faults === 1 ? 'fault' : 'faults'}`;

/** How many faults each rule has, in the order of the first. */
function summary(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, times]) => `${times} × ${rule}`).join(', ');
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
