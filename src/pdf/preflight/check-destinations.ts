import { PDFArray, PDFDict, type PDFObject } from 'pdf-lib';
import { itemsOf, lookUp, nameOf } from '../object-lookup.ts';
import type { Say } from './finding.ts';
import { annotationsOf, type InspectedFile } from './inspect-file.ts';

/** Links and the outline of PDF/UA-2 lead to elements, not to places on a page. */
export function checkDestinations({ file }: InspectedFile, say: Say): void {
  const { context } = file;
  const check = (holder: PDFDict, page: number | null): void => {
    const action = lookUp(context, holder, 'A');
    const isGoTo = action instanceof PDFDict && nameOf(lookUp(context, action, 'S')) === 'GoTo';
    const plain = lookUp(context, holder, 'Dest') ?? (isGoTo ? lookUp(context, action, 'D') : undefined);
    const structured = isGoTo ? lookUp(context, action, 'SD') : undefined;
    if (plain === undefined && structured === undefined) return;
    if (structured !== undefined || isStructured(plain)) return;
    say('destination', 'a destination is a place on a page', { object: holder, page });
  };
  const isStructured = (destination: PDFObject | undefined): boolean => {
    if (!(destination instanceof PDFArray)) return true;
    const [target] = itemsOf(context, destination);
    return target instanceof PDFDict && lookUp(context, target, 'S') !== undefined;
  };
  file.pages.forEach((_, index) => {
    for (const { dictionary } of annotationsOf(file, index)) check(dictionary, index);
  });
  const outlines = lookUp(context, file.catalog, 'Outlines');
  const seen = new Set<PDFObject>();
  const queue = outlines instanceof PDFDict ? [lookUp(context, outlines, 'First')] : [];
  for (const item of queue) {
    if (!(item instanceof PDFDict) || seen.has(item)) continue;
    seen.add(item);
    check(item, null);
    queue.push(lookUp(context, item, 'First'), lookUp(context, item, 'Next'));
  }
}
