import type { BlockBox, Box, BoxElement, BoxTree } from '../box/box.ts';
import type { Span } from '../core/origin.ts';
import { type Context, reportFault } from '../diagnostics/context.ts';
import type { Band, Blueprint, Frame, FurnitureSlot } from './page-plan.ts';

/**
 * Reads an `ed-page` layout: header and footer strips, and bands of matter or frames.
 * Reports GA701 for an attribute that is no whole number, GA702 for a page without a frame or with more columns than
 * it has, GA703 for an element that has no place there.
 */
export function readBlueprint(
  tree: BoxTree,
  name: string,
  gridColumns: number,
  context: Context,
): Blueprint | null {
  const page = findPage(tree.root);
  if (page === null) {
    reportFault(context, 'GA703', {
      message: `page layout "${name}" has no <ed-page>`,
      span: placeOf(tree.root),
    });
    return null;
  }
  const isSpread = page.element?.attributes['spread'] === 'true';
  const pageColumns = isSpread ? 2 * gridColumns : gridColumns;
  const bands: Band[] = [];
  let header: FurnitureSlot | null = null;
  let footer: FurnitureSlot | null = null;
  for (const child of page.children) {
    const element = elementOf(child);
    if (element?.name === 'ed-header') header = readFurniture(element, context);
    else if (element?.name === 'ed-footer') footer = readFurniture(element, context);
    else if (element?.name === 'ed-panel' && !isSpread)
      bands.push({ kind: 'panel', panel: readPanel(element, context) });
    else if (element?.name === 'ed-band' && child.kind === 'block')
      bands.push(readBand(child, pageColumns, context));
    else {
      const message =
        element?.name === 'ed-panel'
          ? 'an <ed-panel> would run over the fold of a spread'
          : `<${element?.name ?? 'text'}> stands directly in <ed-page>, which holds ed-header, ed-band, ed-panel and ed-footer`;
      reportFault(context, 'GA703', { message, span: element?.at ?? null });
    }
  }
  const columns = wholeNumber(page.element, 'columns', pageColumns, context);
  if (!bands.some((band) => band.kind === 'frames')) {
    reportFault(context, 'GA702', {
      message: `page layout "${name}" has no <ed-frame>: no story can stand on it`,
      span: page.element?.at ?? null,
    });
    return null;
  }
  return { name, columns, isSpread, header, footer, bands };
}

function findPage(box: Box): BlockBox | null {
  if (box.kind !== 'block') return null;
  if (box.element?.name === 'ed-page') return box;
  for (const child of box.children) {
    const found = findPage(child);
    if (found !== null) return found;
  }
  return null;
}

/** The first place in a tree; null in an empty one. */
function placeOf(box: Box): Span | null {
  if (box.element?.at) return box.element.at;
  if (box.kind !== 'block') return null;
  for (const child of box.children) {
    const place = placeOf(child);
    if (place !== null) return place;
  }
  return null;
}

const elementOf = (box: Box): BoxElement | null => box.element;

function readFurniture(element: BoxElement, context: Context): FurnitureSlot {
  return {
    rows: wholeNumber(element, 'rows', 2, context),
    template: element.attributes['template'] ?? 'folio',
    at: element.at,
  };
}

/** A panel of `auto` depth has 0 rows. */
function readPanel(element: BoxElement, context: Context): FurnitureSlot {
  const panel = readFurniture(element, context);
  return element.attributes['rows'] === 'auto' ? { ...panel, rows: 0 } : panel;
}

function readBand(band: BlockBox, gridColumns: number, context: Context): Band {
  const frames = band.children.filter((child) => child.element?.name === 'ed-frame');
  if (frames.length === 0) return { kind: 'matter', box: band };
  let column = 0;
  const shares = shareColumns(frames, gridColumns, context);
  const read = frames.map((child, index): Frame => {
    const columns = shares[index] ?? 0;
    const frame: Frame = {
      column,
      columns,
      legs:
        child.element?.attributes['legs'] === undefined
          ? null
          : wholeNumber(child.element, 'legs', 1, context),
      rows: frameRows(child.element, context),
      ...frameMatter(child.element),
      runsOn: child.element?.attributes['jumps'] === 'none',
      at: child.element?.at ?? null,
    };
    column += columns;
    if (column > gridColumns) {
      const message = `the frames of this band take ${column} columns, and the page has ${gridColumns}`;
      const hint = 'Lower cols="…" of a frame, or raise `columns` of the grid in the manifest.';
      reportFault(context, 'GA702', { message, hint, span: child.element?.at ?? null });
    }
    return frame;
  });
  return { kind: 'frames', frames: read.filter(({ columns }) => columns > 0) };
}

/**
 * Columns of each frame: as it says, and what is left shared among those that say nothing, the first ones wider.
 * On a page too narrow for all of these the last ones get none, and are left out.
 */
function shareColumns(frames: readonly Box[], gridColumns: number, context: Context): readonly number[] {
  const given = frames.map(({ element }) => wholeNumber(element, 'cols', 0, context));
  const open = given.filter((columns) => columns === 0).length;
  const left = Math.max(0, gridColumns - given.reduce((sum, columns) => sum + columns, 0));
  const share = open === 0 ? 0 : Math.floor(left / open);
  let extra = left - share * open;
  return given.map((columns) => {
    if (columns > 0) return columns;
    const more = extra > 0 ? 1 : 0;
    extra -= more;
    return share + more;
  });
}

function frameRows(element: BoxElement | null, context: Context): Frame['rows'] {
  const rows = element?.attributes['rows'] ?? 'rest';
  return rows === 'rest' || rows === 'auto' ? rows : wholeNumber(element, 'rows', 10, context);
}

/** A frame with a slot and no thread takes nothing but what the plan puts there. */
function frameMatter(element: BoxElement | null): Pick<Frame, 'slot' | 'thread'> {
  const slot = element?.attributes['slot'] ?? null;
  const thread = element?.attributes['thread'] ?? (slot === null ? 'main' : null);
  return { slot, thread };
}

function wholeNumber(element: BoxElement | null, name: string, fallback: number, context: Context): number {
  const value = element?.attributes[name];
  if (value === undefined || value === '' || value === 'auto') return fallback;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  const message = `${name}="${value}" on <${element?.name ?? ''}> is not a whole number over 0`;
  reportFault(context, 'GA701', { message, span: element?.at ?? null });
  return fallback;
}
