import type { StructureElement } from '../page/structure-tree.ts';
import type { LeafMarks } from './leaf-marks.ts';
import { dict, name, type PdfDict, type PdfValue } from './pdf-value.ts';
import { toFrameRect, type PageFrame } from './page-frame.ts';

/** The attributes an element needs beside its role (ISO 32000-1, 14.8.5); undefined for most. */
export function elementAttributes(
  element: StructureElement,
  frames: readonly PageFrame[],
  marks: LeafMarks,
): PdfDict | undefined {
  switch (element.role) {
    case 'Figure':
    case 'Formula':
      return dict({
        O: name('Layout'),
        Placement: name('Block'),
        BBox: boxOf(element, frames),
      });
    case 'L':
      return dict({ O: name('List'), ListNumbering: listNumbering(element, marks) });
    case 'TH':
    case 'TD':
      return cellAttributes(element);
    default:
      return undefined;
  }
}

function boxOf({ box }: StructureElement, frames: readonly PageFrame[]): PdfValue | undefined {
  const frame = box === null ? undefined : frames[box.page];
  return box === null || frame === undefined ? undefined : toFrameRect(box.rect, frame);
}

/** Scope of a head, and columns of a cell that stands in several (ISO 32000-1, 14.8.5.7). */
function cellAttributes({ role, cell }: StructureElement): PdfDict | undefined {
  const scope = role === 'TH' ? (cell?.scope ?? 'Column') : null;
  const columns = cell?.columns ?? 1;
  if (scope === null && columns === 1) return undefined;
  return dict({
    O: name('Table'),
    Scope: scope === null ? undefined : name(scope),
    ColSpan: columns === 1 ? undefined : columns,
  });
}

/** How a list is numbered, told from its first label; None when it has no labels (ISO 14289-1, 7.6). */
function listNumbering(list: StructureElement, marks: LeafMarks): PdfValue {
  const label = firstLabel(list);
  if (label === null) return name('None');
  const said = marks.textOf(label).trim();
  if (/^\p{Nd}/u.test(said)) return name('Decimal');
  if (/^\p{Lu}/u.test(said)) return name('UpperAlpha');
  if (/^\p{Ll}/u.test(said)) return name('LowerAlpha');
  return name(said.startsWith('\u25e6') ? 'Circle' : said.startsWith('\u25aa') ? 'Square' : 'Disc');
}

function firstLabel(element: StructureElement): StructureElement | null {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (child.role === 'Lbl') return child;
    const inner = child.role === 'LI' ? firstLabel(child) : null;
    if (inner !== null) return inner;
  }
  return null;
}
