import { PDFArray, PDFDict, type PDFObject } from 'pdf-lib';
import { dictOf, lookUp, numberOf, textOf } from '../object-lookup.ts';
import { PDF_2_NAMESPACE } from '../saved-roles.ts';
import type { SavedElement } from '../structure-reader.ts';
import type { Say } from './finding.ts';
import type { InspectedFile } from './inspect-file.ts';

/** The structure tree: roles, parents, words, headings, and the marks that it leads to. */
export function checkStructure(inspected: InspectedFile, say: Say): void {
  const { file, structure } = inspected;
  const { root, elements, roles } = structure;
  if (root === null) return;
  for (const role of roles.rings) say('role-ring', `the role ${role} leads in a ring`, { object: root });
  for (const role of roles.remapped) say('role-remapped', `the role ${role} is mapped`, { object: root });
  const told = new Set<string>();
  for (const { role, standard, dictionary } of elements) {
    if (standard === null && !told.has(role))
      say('role-unknown', `the role "${role}" leads to none of PDF`, { object: dictionary });
    if (standard === null) told.add(role);
    if (!(lookUp(file.context, dictionary, 'P') instanceof PDFDict))
      say('element-parent', `a ${role} has no P`, { object: dictionary });
  }
  checkDocument(inspected, say);
  for (const element of elements) checkWords(inspected, element, say);
  checkHeadings(elements, say);
  checkNotes(inspected, say);
  checkMarks(inspected, say);
}

function checkDocument({ file, structure }: InspectedFile, say: Say): void {
  const tops = structure.elements.filter(({ parent }) => parent === null);
  const [top] = tops;
  if (tops.length !== 1 || top?.standard !== 'Document')
    say(
      'document-element',
      `the structure has ${tops.length} roots: ${tops.map(({ role }) => role).join(', ')}`,
      {
        object: structure.root,
      },
    );
  else {
    const space = lookUp(file.context, top.dictionary, 'NS');
    const name = space instanceof PDFDict ? textOf(lookUp(file.context, space, 'NS')) : null;
    if (name !== PDF_2_NAMESPACE)
      say('document-namespace', `the Document is of ${name ?? 'no namespace'}`, { object: top.dictionary });
  }
}

const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

function checkWords({ file }: InspectedFile, element: SavedElement, say: Say): void {
  const { dictionary, standard, role } = element;
  const page = element.marks[0]?.page ?? null;
  const place = { object: dictionary, page };
  const alt = textOf(lookUp(file.context, dictionary, 'Alt'));
  const actual = textOf(lookUp(file.context, dictionary, 'ActualText'));
  for (const [name, text] of [['Alt', alt] as const, ['ActualText', actual] as const])
    if (text !== null && PRIVATE.test(text))
      say('actual-private', `${name} of a ${role} holds characters of private use`, place);
  const isSaid = (alt ?? '').trim() !== '' || actual !== null;
  if (standard === 'Figure' && !isSaid) say('figure-text', `a ${role} has no Alt`, place);
  if (standard === 'Formula' && !isSaid) say('formula-text', `a ${role} has no Alt`, place);
}

/** The first heading is H1, and none is more than one rank below the one before (ISO 14289-1, 7.4.2). */
function checkHeadings(elements: readonly SavedElement[], say: Say): void {
  let rank = 0;
  let plain: SavedElement | null = null;
  let ranked: SavedElement | null = null;
  for (const element of elements) {
    const place = { object: element.dictionary, page: element.marks[0]?.page ?? null };
    if (element.standard === 'H') {
      plain ??= element;
      say('heading-plain', 'an H is there', place);
    }
    if (element.children.filter(({ standard }) => standard === 'H').length > 1)
      say('heading-single', `a ${element.role} has more than one H`, place);
    const next = Number(/^H([1-9]\d*)$/.exec(element.standard ?? '')?.[1] ?? 0);
    if (next === 0) continue;
    ranked ??= element;
    if (next > rank + 1)
      say('heading-order', `H${next} follows ${rank === 0 ? 'no heading' : `H${rank}`}`, place);
    rank = next;
  }
  if (plain !== null && ranked !== null)
    say('heading-mixed', 'there are both H and H1, H2, …', { object: plain.dictionary });
}

function checkNotes({ file, structure }: InspectedFile, say: Say): void {
  const ids = new Set<string>();
  for (const { standard, dictionary } of structure.elements) {
    if (standard !== 'Note') continue;
    const id = textOf(lookUp(file.context, dictionary, 'ID')) ?? '';
    say('note-plain', 'a Note is there', { object: dictionary });
    if (id === '') say('note-id', 'a Note has no ID', { object: dictionary });
    else if (ids.has(id)) say('note-unique', `two Notes have the ID "${id}"`, { object: dictionary });
    ids.add(id);
  }
}

/** Marks in the content, elements and parent tree lead to each other. */
function checkMarks(inspected: InspectedFile, say: Say): void {
  const { file, contents, parents } = inspected;
  const held = heldMarks(inspected);
  for (const { uses, holder, page } of contents) {
    if (uses.mcids.length === 0) continue;
    const dictionary = dictOf(holder);
    const place = { page, object: holder };
    const key = dictionary === null ? null : numberOf(lookUp(file.context, dictionary, 'StructParents'));
    const list = key === null ? undefined : parents.get(key);
    if (key === null) say('parent-tree', 'there are marks, but no StructParents', place);
    else if (!(list instanceof PDFArray)) say('parent-tree', `ParentTree has no list ${key}`, place);
    const own = held.get(holder) ?? new Map<number, PDFDict[]>();
    held.delete(holder);
    const seen = new Set<number>();
    for (const mcid of uses.mcids) {
      const wrong = (message: string): void => say('parent-tree', `MCID ${mcid}: ${message}`, place);
      if (seen.has(mcid)) wrong('it stands twice in the content');
      seen.add(mcid);
      const elements = own.get(mcid) ?? [];
      if (elements.length !== 1)
        wrong(elements.length === 0 ? 'no element holds it' : 'more than one element holds it');
      const parent = list instanceof PDFArray ? file.context.lookup(list.asArray()[mcid]) : undefined;
      if (list instanceof PDFArray && elements.length > 0 && parent !== elements[0])
        wrong('ParentTree does not lead to its element');
    }
    for (const mcid of own.keys())
      if (!seen.has(mcid))
        say('parent-tree', `an element holds MCID ${mcid}, which is not in the content`, place);
  }
  for (const [holder, marks] of held)
    say('parent-tree', `elements hold ${marks.size} marks of a page or form that has none`, {
      object: holder,
    });
}

/** Elements by the page or stream and the number of the marks that they hold. */
function heldMarks({ file, structure }: InspectedFile): Map<PDFObject, Map<number, PDFDict[]>> {
  const held = new Map<PDFObject, Map<number, PDFDict[]>>();
  for (const { marks, dictionary } of structure.elements) {
    for (const { page, mcid, stream } of marks) {
      const holder = stream ?? (page === null ? undefined : file.pages[page]?.dictionary);
      if (holder === undefined) continue;
      const list = held.get(holder) ?? new Map<number, PDFDict[]>();
      held.set(holder, list);
      list.set(mcid, [...(list.get(mcid) ?? []), dictionary]);
    }
  }
  return held;
}
