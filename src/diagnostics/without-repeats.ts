import type { Diagnostic } from './diagnostic.ts';

/** Faults each once: what several languages or pages of a number say alike, of one place, is one. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = JSON.stringify(diagnostic);
    if (!known.has(key)) known.set(key, diagnostic);
  }
  return [...known.values()];
}
