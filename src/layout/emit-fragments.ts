import type { Rect } from '../core/geometry.ts';
import { pt, type Pt } from '../core/units.ts';
import type { Fragment, LinkFragment, StructureRef } from '../page/page.ts';
import type { InlineElement } from '../style/inline-run.ts';
import type { GlyphRun, Line } from '../text/line.ts';
import type { Placed } from './placed.ts';
import type { StructureIndex } from './structure-index.ts';

/** Where emitted matter belongs: in the structure of its flow, or all of it outside reading. */
export type EmitTarget =
  | {
      readonly kind: 'structure';
      readonly index: StructureIndex;
      /** What matter without a place in the structure is: furniture, or, left out, part of the make-up. */
      readonly otherwise?: 'header' | 'footer' | 'layout';
    }
  | { readonly kind: 'artifact'; readonly artifact: 'header' | 'footer' | 'layout' };

const REPEAT: EmitTarget = { kind: 'artifact', artifact: 'layout' };
const LAYOUT_ARTIFACT: StructureRef = { kind: 'artifact', artifact: 'layout' };

/** Turns placed matter into a page's fragments; `x`, `y` is the page position of its corner. */
export function emitFragments(placed: readonly Placed[], x: Pt, y: Pt, target: EmitTarget): Fragment[] {
  return placed.flatMap((item): Fragment[] => {
    switch (item.kind) {
      case 'fill':
        return [
          { kind: 'rule', rect: moved(item.rect, x, y), colour: item.colour, structure: artifactOf(target) },
        ];
      case 'image': {
        const isRead = target.kind === 'structure' && item.isRepeat !== true;
        const leaf = isRead ? target.index.leafOfImage.get(item.box) : undefined;
        const structure: StructureRef = leaf === undefined ? artifactOf(target) : { kind: 'leaf', leaf };
        return [
          { kind: 'image', file: item.box.file, rect: moved(item.rect, x, y), crop: item.crop, structure },
        ];
      }
      case 'line':
        return emitLine(
          item.line,
          pt(x + item.x),
          pt(y + item.baseline),
          item.isRepeat === true ? REPEAT : target,
        );
    }
  });
}

const moved = (rect: Rect, x: Pt, y: Pt): Rect => ({ ...rect, x: pt(rect.x + x), y: pt(rect.y + y) });

function artifactOf(target: EmitTarget): StructureRef {
  if (target.kind === 'artifact') return target;
  return target.otherwise === undefined ? LAYOUT_ARTIFACT : { kind: 'artifact', artifact: target.otherwise };
}

function emitLine(line: Line, x: Pt, baseline: Pt, target: EmitTarget): Fragment[] {
  const fragments: Fragment[] = [];
  for (const run of line.runs) {
    const leaf = target.kind === 'structure' ? target.index.leafOf.get(run.inline) : undefined;
    const structure: StructureRef = leaf === undefined ? artifactOf(target) : { kind: 'leaf', leaf };
    const { colour } = run.inline.style;
    fragments.push({ kind: 'text', run, x, y: baseline, colour, structure });
    if (run.inline.style.textDecorationLine === 'underline') {
      fragments.push({
        kind: 'rule',
        rect: underline(run, x, baseline),
        colour,
        structure: artifactOf(target),
      });
    }
  }
  return target.kind === 'structure'
    ? [...fragments, ...lineLinks(line, x, baseline, target.index)]
    : fragments;
}

/** An underline of a twentieth of the size, a ninth of it under the baseline. */
function underline(run: GlyphRun, x: Pt, baseline: Pt): Rect {
  const size = run.fontSize;
  return { x: pt(x + run.x), y: pt(baseline - run.rise + size / 9), width: run.width, height: pt(size / 20) };
}

/** One link area for each stretch of a line that stands in the same link. */
function lineLinks(line: Line, x: Pt, baseline: Pt, index: StructureIndex): LinkFragment[] {
  const areas = new Map<InlineElement, { left: number; right: number }>();
  for (const run of line.runs) {
    const link = linkAround(run.inline.element);
    if (link === null) continue;
    const area = areas.get(link);
    const right = run.x + run.width;
    areas.set(
      link,
      area === undefined
        ? { left: run.x, right }
        : { left: Math.min(area.left, run.x), right: Math.max(area.right, right) },
    );
  }
  return [...areas].flatMap(([link, area]): LinkFragment[] => {
    const element = index.linkOf.get(link);
    if (element === undefined || link.href === null) return [];
    const rect = {
      x: pt(x + area.left),
      y: pt(baseline - line.ascent),
      width: pt(area.right - area.left),
      height: pt(line.ascent + line.descent),
    };
    return [{ kind: 'link', rect, target: targetOf(link.href, index), element }];
  });
}

/** A link to an id of its own story leads to that id's destination. */
function targetOf(href: string, index: StructureIndex): string {
  const anchor = href.startsWith('#') ? index.anchors.get(href.slice(1)) : undefined;
  return anchor === undefined ? href : `#${anchor.destination}`;
}

function linkAround(element: InlineElement | null): InlineElement | null {
  for (let current = element; current !== null; current = current.parent) {
    if (current.href !== null) return current;
  }
  return null;
}
