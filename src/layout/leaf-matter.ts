import type { ImageBox, RuleBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { Line } from '../text/line.ts';
import { fitLines } from './fit-width.ts';
import type { FlowLeaf } from './flow-leaf.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { LayoutSession } from './layout-session.ts';
import type { Crop, Placed, Stack } from './placed.ts';
import { layoutRow } from './row-layout.ts';
import { layoutStack } from './stack-layout.ts';
import { layoutTable } from './table-layout.ts';
import { withoutMargins } from './without-margins.ts';

/**
 * One leaf set off the grid at the measure left to it; without its edges and margins.
 * Lines stand by half-leading (CSS Inline 3 §5): the line's ascent and descent are centred in its line height.
 */
export function layoutLeaf(session: LayoutSession, leaf: FlowLeaf, measure: Pt): Stack {
  const width = pt(Math.max(1, measure - leaf.left - leaf.right));
  const { box } = leaf;
  switch (box.kind) {
    case 'paragraph': {
      const { lines, lineHeight } = fitLines(session, box, width);
      const placed = lines.map((line, index) => placeFreeLine(line, lineHeight, index));
      const marker = lines[0] === undefined ? [] : placeMarker(session, leaf, placed[0]);
      return { width, height: pt(lines.length * lineHeight), placed: [...marker, ...placed] };
    }
    case 'image':
      return layoutImage(session, box, width);
    case 'rule': {
      const { width: thickness, colour } = box.style.border.top;
      const length = ruleWidth(box, width);
      const x = pt(startShare(box.style) * (width - length));
      const rect = { x, y: pt(0), width: length, height: thickness };
      return { width, height: thickness, placed: thickness > 0 ? [{ kind: 'fill', rect, colour }] : [] };
    }
    case 'row':
      return layoutRow(session, box, width);
    case 'table':
      return layoutTable(session, box, width);
    case 'unbroken':
      return layoutStack(session, [withoutMargins(box.box)], width);
  }
}

/** The part of the white beside a short rule that stands before it: it stands where a short line would. */
function startShare({ textAlign, direction }: ComputedStyle): number {
  if (textAlign === 'center') return 0.5;
  if (textAlign === 'left' || textAlign === 'right') return textAlign === 'right' ? 1 : 0;
  return (textAlign === 'end') === (direction === 'ltr') ? 1 : 0;
}

/** A rule fills its measure unless the style says how long it is. */
function ruleWidth({ style }: RuleBox, measure: Pt): Pt {
  const { width } = style;
  if (width === null) return measure;
  return pt(Math.min(measure, width.kind === 'length' ? width.value : width.value * measure));
}

function placeFreeLine(line: Line, height: Pt, index: number): Placed {
  const lead = (height - (line.ascent + line.descent)) / 2;
  return { kind: 'line', line, x: pt(0), baseline: pt(index * height + lead + line.ascent) };
}

/** The marker of a list item, hung to the left of the first line (to its right in right-to-left text). */
export function placeMarker(session: LayoutSession, leaf: FlowLeaf, first: Placed | undefined): Placed[] {
  if (leaf.marker === null || first === undefined || first.kind !== 'line') return [];
  const width = session.widthOf(leaf.marker);
  const line = session.linesOf(leaf.marker, 0, pt(width + 1))[0];
  if (line === undefined) return [];
  const gap = leaf.marker.style.fontSize * 0.4;
  const isLeft = leaf.marker.style.direction === 'ltr';
  return [
    { kind: 'line', line, x: pt(isLeft ? -width - gap : first.line.measure + gap), baseline: first.baseline },
  ];
}

function layoutImage(session: LayoutSession, box: ImageBox, measure: Pt): Stack {
  const asset = session.images.get(box.file);
  if (asset === undefined) return { width: measure, height: pt(0), placed: [] };
  const { style } = box;
  const wanted =
    style.width === null
      ? measure
      : style.width.kind === 'length'
        ? style.width.value
        : style.width.value * measure;
  const width = pt(Math.min(measure, wanted));
  const natural = (width * asset.height) / asset.width;
  const height = pt(
    style.height === null
      ? natural
      : Math.min(style.height.value, style.objectFit === 'contain' ? natural : Infinity),
  );
  if (!Number.isFinite(natural) || natural <= 0) {
    reportFault(session.context, 'GA704', {
      message: `the picture ${box.file.slice(box.file.lastIndexOf('/') + 1)} comes out ${width} pt wide and ${height} pt high`,
      span: box.element.at,
    });
    return { width: measure, height: pt(0), placed: [] };
  }
  const isContained = style.objectFit === 'contain' && height < natural;
  const shown = pt(isContained ? (width * height) / natural : width);
  const crop =
    style.objectFit === 'cover'
      ? coverCrop(shown / height, asset.width / asset.height, style.objectPosition)
      : WHOLE;
  const rect = { x: pt((measure - shown) * style.objectPosition[0]), y: pt(0), width: shown, height };
  return { width: measure, height, placed: [{ kind: 'image', box, rect, crop }] };
}

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** The largest part of a picture with the wanted proportion, at `position` of what is cut away (CSS Images 3 §5.5). */
function coverCrop(wanted: number, given: number, position: readonly [number, number]): Crop {
  if (wanted > given) {
    const height = given / wanted;
    return { x: 0, y: (1 - height) * position[1], width: 1, height };
  }
  const width = wanted / given;
  return { x: (1 - width) * position[0], y: 0, width, height: 1 };
}
