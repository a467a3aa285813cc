import type { ComposedEdition } from '../page/composed-edition.ts';
import type { StructureElement, StructureTree } from '../page/structure-tree.ts';
import { destinationName, destinationView } from './name-tree.ts';
import { dict, name, type PdfDict, type PdfRef } from './pdf-value.ts';

/** Entries of a link or an outline item that lead to a named destination of the file. */
export type GoTo = (destination: string) => PdfDict['entries'];

/**
 * By name alone (ISO 32000-1, 12.3.2.3), or also by structure element (ISO 32000-2, 12.6.4.2), as PDF/UA-2 asks.
 *
 * @param elements references of the structure elements by id; null leads by name alone.
 */
export function createGoTo(composed: ComposedEdition, elements: ReadonlyMap<number, PdfRef> | null): GoTo {
  const destinations = new Map(composed.destinations.map((destination) => [destination.name, destination]));
  const named = elements === null ? null : findNamed(composed.structure, elements);
  return (wanted) => {
    const destination = destinations.get(wanted);
    if (destination === undefined)
      throw new Error(`a link leads to "#${wanted}", but there is no such destination`);
    if (named === null) return { Dest: destinationName(wanted) };
    const element = named(wanted);
    const height = composed.pages[destination.pageIndex]?.size.height ?? 0;
    const view = destinationView(destination, height);
    return {
      A: dict({
        Type: name('Action'),
        S: name('GoTo'),
        D: destinationName(wanted),
        SD: [element, ...view],
      }),
    };
  };
}

/**
 * Finds the reference of the element that a destination names: a story or section of that name, else the one whose
 * name the destination's begins with, else the whole document.
 */
function findNamed(tree: StructureTree, elements: ReadonlyMap<number, PdfRef>): (wanted: string) => PdfRef {
  const named = new Map<string, PdfRef>();
  const visit = (element: StructureElement): void => {
    const ref = elements.get(element.id);
    if (element.name !== null && ref !== undefined && !named.has(element.name)) named.set(element.name, ref);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(tree.root);
  const root = elements.get(tree.root.id);
  return (wanted) => {
    for (let end = wanted.length; end > 0; end -= 1) {
      const ref = named.get(wanted.slice(0, end));
      if (ref !== undefined) return ref;
    }
    if (root === undefined) throw new Error('the structure tree was written without its root');
    return root;
  };
}
