import { PDFArray, PDFDict, PDFName, type PDFObject } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, numberOf, rawEntry } from '../object-lookup.ts';
import type { SavedElement } from '../structure-reader.ts';
import type { InspectedFile } from './inspect-file.ts';
import type { RuleKey } from './rule-key.ts';

/** Takes a breach of the element that is looked at. */
export type SayHere = (rule: RuleKey, message: string) => void;

/** An attribute of an element: of its own, or of a class that it names. */
export function attributeOf(
  { file, structure }: InspectedFile,
  element: SavedElement,
  key: string,
): PDFObject | undefined {
  const { context } = file;
  const map = structure.root === null ? undefined : lookUp(context, structure.root, 'ClassMap');
  const classes = itemsOf(context, rawEntry(element.dictionary, 'C')).flatMap((name) =>
    map instanceof PDFDict ? itemsOf(context, rawEntry(map, nameOf(name) ?? '')) : [],
  );
  for (const holder of [...itemsOf(context, rawEntry(element.dictionary, 'A')), ...classes])
    if (holder instanceof PDFDict && holder.has(PDFName.of(key))) return lookUp(context, holder, key);
  return undefined;
}

/** A whole number of at least 1 among the attributes; 1 without it. */
export const spanOf = (inspected: InspectedFile, cell: SavedElement, key: string): number =>
  Math.min(1000, Math.max(1, Math.floor(numberOf(attributeOf(inspected, cell, key)) ?? 1)));

/** Whether a cell names its headers. */
export function hasHeaders(inspected: InspectedFile, cell: SavedElement): boolean {
  const headers = attributeOf(inspected, cell, 'Headers');
  return headers instanceof PDFArray && headers.size() > 0;
}
