import { nameOf } from '../object-lookup.ts';
import type { SavedElement } from '../structure-reader.ts';
import type { Say } from './finding.ts';
import type { InspectedFile } from './inspect-file.ts';
import type { RuleKey } from './rule-key.ts';
import { checkTable } from './check-tables.ts';
import { attributeOf, type SayHere } from './element-attributes.ts';

type Nesting = { readonly rule: RuleKey; readonly roles: readonly string[] };

/** What may stand directly in an element. */
const KIDS: Readonly<Record<string, Nesting>> = {
  Table: { rule: 'table-kids', roles: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
  THead: { rule: 'row-group-kids', roles: ['TR'] },
  TBody: { rule: 'row-group-kids', roles: ['TR'] },
  TFoot: { rule: 'row-group-kids', roles: ['TR'] },
  TR: { rule: 'row-kids', roles: ['TH', 'TD'] },
  L: { rule: 'list-kids', roles: ['L', 'LI', 'Caption'] },
  LI: { rule: 'item-kids', roles: ['Lbl', 'LBody'] },
  TOC: { rule: 'contents-kids', roles: ['TOC', 'TOCI', 'Caption'] },
};

/** What an element may stand directly in. */
const PARENTS: Readonly<Record<string, Nesting>> = {
  TR: { rule: 'row-parent', roles: ['Table', 'THead', 'TBody', 'TFoot'] },
  THead: { rule: 'row-group', roles: ['Table'] },
  TBody: { rule: 'row-group', roles: ['Table'] },
  TFoot: { rule: 'row-group', roles: ['Table'] },
  TH: { rule: 'cell-parent', roles: ['TR'] },
  TD: { rule: 'cell-parent', roles: ['TR'] },
  LI: { rule: 'item-parent', roles: ['L'] },
  LBody: { rule: 'body-parent', roles: ['LI'] },
  TOCI: { rule: 'contents-item', roles: ['TOC'] },
};

/** Tables, lists and tables of contents are built of their parts (ISO 32000-1, 14.8.4.3). */
export function checkNesting(inspected: InspectedFile, say: Say): void {
  for (const element of inspected.structure.elements) {
    const here: SayHere = (rule, message) =>
      say(rule, message, { object: element.dictionary, page: pageOf(element) });
    const kids = KIDS[element.standard ?? ''];
    for (const child of element.children)
      if (kids !== undefined && !kids.roles.includes(child.standard ?? ''))
        here(kids.rule, `a ${child.role} stands in a ${element.role}`);
    const parents = PARENTS[element.standard ?? ''];
    if (parents !== undefined && !parents.roles.includes(element.parent?.standard ?? ''))
      here(
        parents.rule,
        `a ${element.role} stands in ${element.parent === null ? 'nothing' : `a ${element.parent.role}`}`,
      );
    checkCaption(element, here);
    if (element.standard === 'Table') checkTable(inspected, element, here);
    if (element.standard === 'L') checkList(inspected, element, here);
    if (element.standard === 'LI' && element.marks.length > 0)
      here('item-content', 'an LI holds content outside of Lbl and LBody');
  }
}

/** The page of the first mark in an element or under it; null without any. */
function pageOf(element: SavedElement): number | null {
  let at: SavedElement | undefined = element;
  while (at !== undefined && at.marks.length === 0) at = at.children[0];
  return at?.marks[0]?.page ?? null;
}

function checkCaption(element: SavedElement, say: SayHere): void {
  const roles = element.children.map(({ standard }) => standard);
  const places = roles.flatMap((role, index) => (role === 'Caption' ? [index] : []));
  if (places.length === 0) return;
  const isFirst = places.length === 1 && places[0] === 0;
  const isLast = places.length === 1 && places[0] === roles.length - 1;
  if (element.standard === 'L' && !isFirst) say('list-caption', 'the Caption of an L is not the first');
  else if (element.standard === 'TOC' && !isFirst)
    say('contents-caption', 'the Caption of a TOC is not the first');
  else if (element.standard === 'Table' && !isFirst && !isLast)
    say('table-caption', 'the Caption of a Table is neither first nor last');
}

function checkList(inspected: InspectedFile, element: SavedElement, say: SayHere): void {
  const hasLabels = element.children.some(({ children }) =>
    children.some(({ standard }) => standard === 'Lbl'),
  );
  const numbering = nameOf(attributeOf(inspected, element, 'ListNumbering')) ?? 'None';
  if (hasLabels && numbering === 'None') say('list-numbering', 'a list with labels has no ListNumbering');
}
