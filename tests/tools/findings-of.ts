import type { Finding } from '../../src/pdf/preflight/finding.ts';
import { preflightPdf } from '../../src/pdf/preflight/preflight.ts';

/** What preflight finds in a file that can be read. */
export function findingsOf(bytes: Uint8Array): readonly Finding[] {
  const report = preflightPdf(bytes);
  if (report.kind === 'refused') throw new Error(report.message);
  return report.findings;
}
