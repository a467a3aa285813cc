import { PDFArray, PDFDict, PDFNumber } from 'pdf-lib';
import { lookUp, nameOf, textOf, type OpenedPage, type OpenedPdf } from './open-pdf.ts';
import type { PreflightFault, PreflightRule } from './preflight-fault.ts';
import { parentTree, savedElements, type SavedElement } from './structure-reader.ts';

/** Marks cover the content; marks, elements and parent tree name each other; headings and pictures are in order. */
export function checkStructure(file: OpenedPdf): readonly PreflightFault[] {
  const elements = savedElements(file);
  const roles = roleMap(file);
  const standard = (element: SavedElement): string => roles.get(element.role) ?? element.role;
  return [
    ...file.pages.flatMap((page, index) => checkCoverage(page, index)),
    ...checkParentTree(file, elements),
    ...checkHeadings(elements.map(standard)),
    ...elements
      .filter((one) => ['Figure', 'Formula'].includes(standard(one)))
      .flatMap((one) => checkAlternative(file, one)),
  ];
}

const fault = (rule: PreflightRule, message: string): PreflightFault => ({ rule, message });

function checkCoverage(page: OpenedPage, index: number): readonly PreflightFault[] {
  const faults = page.content.faults.map((message) =>
    fault('marked-content', `page ${index + 1}: ${message}`),
  );
  for (const piece of page.content.pieces) {
    const isArtifact = piece.marks.some((mark) => mark.tag === 'Artifact');
    const isTagged = piece.marks.some((mark) => mark.mcid !== null);
    if (isArtifact === isTagged) {
      const how = isArtifact ? 'both tagged and artifact' : 'neither tagged nor artifact';
      faults.push(fault('marked-content', `page ${index + 1}: ${piece.operator} paints what is ${how}`));
    }
  }
  return faults;
}

function checkParentTree(file: OpenedPdf, elements: readonly SavedElement[]): readonly PreflightFault[] {
  const parents = parentTree(file);
  const holders = new Map<string, PDFDict[]>();
  for (const element of elements) {
    for (const { page, mcid } of element.marks) {
      const key = `${page}/${mcid}`;
      holders.set(key, [...(holders.get(key) ?? []), element.dictionary]);
    }
  }
  const faults: PreflightFault[] = [];
  file.pages.forEach((page, index) => {
    const key = lookUp(file.context, page.dictionary, 'StructParents');
    const list = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
    const seen = new Set<number>();
    for (const { mcid } of page.content.marks) {
      if (mcid === null) continue;
      const say = (message: string): void =>
        void faults.push(fault('parent-tree', `page ${index + 1}, MCID ${mcid}: ${message}`));
      if (seen.has(mcid)) say('stands twice in the content');
      seen.add(mcid);
      const held = holders.get(`${index}/${mcid}`) ?? [];
      holders.delete(`${index}/${mcid}`);
      if (held.length !== 1) say(`${held.length} elements hold it`);
      const parent = list instanceof PDFArray ? file.context.lookup(list.asArray()[mcid]) : undefined;
      if (parent === undefined || parent !== held[0]) say('the parent tree does not lead to its element');
    }
  });
  for (const key of holders.keys())
    faults.push(fault('parent-tree', `an element holds the mark ${key}, which no page has`));
  return faults;
}

/** The first heading is H1, and none is more than one rank below the one before (ISO 14289-1, 7.4.2). */
function checkHeadings(roles: readonly string[]): readonly PreflightFault[] {
  const faults: PreflightFault[] = [];
  let rank = 0;
  for (const role of roles) {
    const next = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (next === 0) continue;
    if (next > rank + 1)
      faults.push(fault('heading-order', `H${next} follows ${rank === 0 ? 'no heading' : `H${rank}`}`));
    rank = next;
  }
  return faults;
}

function checkAlternative(file: OpenedPdf, element: SavedElement): readonly PreflightFault[] {
  const alt = textOf(lookUp(file.context, element.dictionary, 'Alt'));
  return alt === null || alt.trim() === '' ? [fault('alternative-text', `a ${element.role} has no Alt`)] : [];
}

function roleMap(file: OpenedPdf): ReadonlyMap<string, string> {
  const root = lookUp(file.context, file.catalog, 'StructTreeRoot');
  const map = root instanceof PDFDict ? lookUp(file.context, root, 'RoleMap') : undefined;
  if (!(map instanceof PDFDict)) return new Map();
  return new Map(map.entries().map(([house, standard]) => [house.decodeText(), nameOf(standard) ?? '']));
}
