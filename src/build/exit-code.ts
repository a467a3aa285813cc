import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Exit codes of the program, the worst of several issues counts. */
export const EXIT: Readonly<
  Record<'ok' | 'content' | 'usage' | 'output' | 'limit' | 'internal' | 'interrupted', number>
> = {
  ok: 0,
  content: 1,
  usage: 2,
  output: 3,
  limit: 4,
  internal: 70,
  interrupted: 130,
};

/** Faults that say a limit was reached. */
const LIMIT_CODES: ReadonlySet<string> = new Set(['GA102', 'GA200', 'GA202', 'GA308', 'GA603', 'GA708']);

/** The exit code that errors stand for; warnings do not count. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (codes.length === 0) return EXIT.ok;
  if (codes.some((code) => code === 'GA990' || code === 'GA991')) return EXIT.output;
  if (codes.some((code) => LIMIT_CODES.has(code))) return EXIT.limit;
  return codes.some((code) => code.startsWith('GA1') || code === 'GA992') ? EXIT.usage : EXIT.content;
}
