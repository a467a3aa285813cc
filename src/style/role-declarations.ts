import type { Span } from '../core/origin.ts';
import type { StyleSheet, Target } from './style-sheet.ts';

const setsRole = (target: Target): boolean => target === '-ed-role';

/** The places at which some sheets give elements another role than their own, in the order of the sheets. */
export function roleDeclarations(sheets: readonly StyleSheet[]): readonly Span[] {
  return sheets.flatMap(({ rules }) =>
    rules.flatMap(({ declarations }) =>
      declarations.flatMap((one) => {
        if (one.kind === 'custom') return [];
        const isRole = one.kind === 'set' ? setsRole(one.target) : one.targets.some(setsRole);
        return isRole ? [one.span] : [];
      }),
    ),
  );
}
