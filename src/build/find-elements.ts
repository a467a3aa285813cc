import type { ReadElement } from '../page/read-element.ts';

/** The elements of a role in the order of reading, wherever they stand; not those inside one another. */
export function findElements(elements: readonly ReadElement[], role: string): readonly ReadElement[] {
  return elements.flatMap((element): readonly ReadElement[] => {
    if (element.role === role) return [element];
    return findElements(
      element.children.filter((child) => child.kind === 'element'),
      role,
    );
  });
}
