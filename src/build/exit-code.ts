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
const LIMIT_CODES: ReadonlySet<string> = new Set([
  'GA102',
  'GA200',
  'GA202',
  'GA240',
  'GA241',
  'GA243',
  'GA308',
  'GA603',
  'GA708',
]);

/** Faults of reading and writing. */
const FILE_CODES: ReadonlySet<string> = new Set(['GA940', 'GA990', 'GA991', 'GA993']);

/** The exit code that errors stand for; warnings do not count. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const codes = errors.map(({ code }) => code);
  if (codes.length === 0) return EXIT.ok;
  if (codes.some((code) => FILE_CODES.has(code))) return EXIT.output;
  if (codes.some((code) => LIMIT_CODES.has(code))) return EXIT.limit;
  return errors.some(isUsageFault) ? EXIT.usage : EXIT.content;
}

/** A fault of the command or of a manifest; front matter has the same codes, and is content. */
function isUsageFault({ code, span }: Diagnostic): boolean {
  if (code === 'GA992' || code === 'GA100') return true;
  // A document in place of a manifest: the file was named wrongly.
  const isOfManifest = code.startsWith('GA1') || code === 'GA239';
  return isOfManifest && !/\.(?:md|css|hbs)$/i.test(span?.file ?? '');
}
