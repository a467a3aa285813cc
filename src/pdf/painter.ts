import type { Rect } from '../core/geometry.ts';
import type { TextFragment } from '../page/page.ts';
import type { Colour } from '../style/computed-style.ts';
import type { TextSegment } from './cluster-text.ts';
import type { UsedFonts } from './used-fonts.ts';
import type { Fill, FillOf } from './fill.ts';
import { formatNumber } from './pdf-value.ts';
import { createTextWriter } from './text-writer.ts';
import { utf16Hex } from './to-unicode.ts';

/** The kinds of content outside reading (ISO 32000-1, 14.8.2.2). */
export type ArtifactKind = 'header' | 'footer' | 'layout';

/** What may be drawn inside a mark. Rectangles in points, y down from the top of the page. */
export type Surface = {
  readonly text: (fragment: TextFragment) => void;
  readonly fill: (rect: Rect, colour: Colour) => void;
  /** A picture of the page's resources, filling `rect`; only what lies in `clip` shows, all when it is null. */
  readonly image: (resource: string, place: { readonly rect: Rect; readonly clip: Rect | null }) => void;
};

/**
 * Paints one page. There is no way to a surface but through {@link Painter.tag} and {@link Painter.artifact}, and
 * none paints while no callback runs: that everything is tagged holds by construction.
 */
export type Painter = {
  /** Content of a leaf of the structure tree. */
  readonly tag: (leaf: number, draw: (surface: Surface) => void) => void;
  /** Content outside reading. */
  readonly artifact: (kind: ArtifactKind, draw: (surface: Surface) => void) => void;
  /** Ends the page. The painter paints no more. */
  readonly finish: () => PaintedPage;
};

/** A page's content stream and the leaf of each MCID, by MCID. */
export type PaintedPage = {
  readonly content: string;
  readonly leaves: readonly number[];
  /** What the structure says of marks that stand against the order of reading, by MCID. */
  readonly spoken: ReadonlyMap<number, string>;
};

/** What a painter needs beside what it is told to draw. */
export type PainterOptions = {
  readonly pageHeight: number;
  readonly fonts: UsedFonts;
  readonly fillOf: FillOf;
  /** The standard structure type that the content of a leaf is tagged with; null paints without any marks. */
  readonly tagOf: ((leaf: number) => string) | null;
};

/** Graphics states that switch overprinting on and off; only files in inks have them. */
export const OVERPRINT = { on: 'OpOn', off: 'OpOff' } as const;

type Mark =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'artifact'; readonly artifact: ArtifactKind };

type State = {
  readonly out: string[];
  readonly leaves: number[];
  readonly spoken: Map<number, string>;
  /** Mark that was asked for; null outside a callback. */
  wanted: Mark | null;
  /** Mark that is open in the stream, and whether it stands inside a text object. */
  open: Mark | null;
  /** Whether the mark takes no more: it is of one piece of text, with an ActualText inside of it or in the structure. */
  isFull: boolean;
  /** Whether ActualText stands open inside of the mark. */
  isActual: boolean;
  isText: boolean;
  fill: string;
  isOverprinting: boolean;
};

const ARTIFACT_PROPERTIES: Readonly<Record<ArtifactKind, string>> = {
  header: '<</Type /Pagination /Subtype /Header /Attached [/Top]>>',
  footer: '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>',
  layout: '<</Type /Layout>>',
};

const DIVISION_MARK: Mark = { kind: 'artifact', artifact: 'layout' };

/** Starts a page. */
export function createPainter(options: PainterOptions): Painter {
  const state: State = {
    out: [],
    leaves: [],
    spoken: new Map(),
    wanted: null,
    open: null,
    isFull: false,
    isActual: false,
    isText: false,
    fill: '0 g',
    isOverprinting: false,
  };
  const surface = createSurface(state, options);
  const paint = (mark: Mark, draw: (surface: Surface) => void): void => {
    if (state.wanted !== null) throw new Error('a mark of the page is opened inside another');
    state.wanted = mark;
    draw(surface);
    state.wanted = null;
  };
  return {
    tag: (leaf, draw) => paint({ kind: 'leaf', leaf }, draw),
    artifact: (artifact, draw) => paint({ kind: 'artifact', artifact }, draw),
    finish: () => {
      if (options.tagOf !== null) closeMark(state);
      if (state.isText) state.out.push('ET');
      return { content: state.out.join('\n'), leaves: state.leaves, spoken: state.spoken };
    },
  };
}

type Segment = Pick<TextSegment, 'actualText' | 'isDivision' | 'spoken'>;

const NO_SEGMENT: Segment = { actualText: null, isDivision: false };

function createSurface(state: State, options: PainterOptions): Surface {
  const writer = createTextWriter(options.fonts);
  const enter = (asText: boolean, segment = NO_SEGMENT): void =>
    enterMark(state, { ...segment, asText }, { begin: writer.begin, tagOf: options.tagOf });
  return {
    text: (fragment) => {
      const openMark = (segment: Segment): void => {
        enter(true, segment);
        setFill(state, options.fillOf(fragment.colour));
      };
      writer.show(fragment, { pageHeight: options.pageHeight, out: state.out, openMark });
    },
    fill: (rect, colour) => {
      enter(false);
      setFill(state, options.fillOf(colour));
      state.out.push(`${rectangle(rect, options.pageHeight)} re f`);
    },
    image: (resource, { rect, clip }) => {
      enter(false);
      // A picture in black ink alone would be printed over what lies below.
      if (state.isOverprinting) state.out.push(`/${OVERPRINT.off} gs`);
      state.isOverprinting = false;
      const y = options.pageHeight - rect.y - rect.height;
      const matrix = [rect.width, 0, 0, rect.height, rect.x, y].map(formatNumber).join(' ');
      const window = clip === null ? '' : `${rectangle(clip, options.pageHeight)} re W n `;
      state.out.push(`q ${window}${matrix} cm /${resource} Do Q`);
    },
  };
}

/** The operands of `re`. */
function rectangle(rect: Rect, pageHeight: number): string {
  const y = pageHeight - rect.y - rect.height;
  return [rect.x, y, rect.width, rect.height].map(formatNumber).join(' ');
}

/**
 * Opens the wanted mark in the stream, in or out of a text object; what is open already stays open.
 * A mark lies wholly inside one text object or outside all (ISO 32000-1, 14.6.1). ActualText stands in a mark inside
 * the leaf's, and the leaf's ends with it: poppler takes the end of an inner mark for the end of the leaf's text. The
 * hyphen of a divided word is an artifact.
 */
function enterMark(
  state: State,
  place: Segment & { readonly asText: boolean },
  tools: { readonly begin: () => void; readonly tagOf: ((leaf: number) => string) | null },
): void {
  const { asText } = place;
  const wanted = place.isDivision && state.wanted?.kind === 'leaf' ? DIVISION_MARK : state.wanted;
  if (wanted === null) throw new Error('something is to be painted outside every tag and artifact');
  const isOpen = state.isText === asText && state.open !== null && isSameMark(state.open, wanted);
  if (!isOpen || state.isFull || place.spoken !== undefined) {
    if (tools.tagOf !== null) closeMark(state);
    if (state.isText !== asText) {
      state.out.push(asText ? 'BT' : 'ET');
      if (asText) tools.begin();
      state.isText = asText;
    }
    if (tools.tagOf !== null) state.out.push(openingOperator(state, wanted, tools.tagOf));
    state.open = wanted;
  }
  // What is outside reading needs no ActualText.
  if (wanted.kind !== 'leaf' || tools.tagOf === null) return;
  if (place.spoken !== undefined) {
    state.spoken.set(state.leaves.length - 1, place.spoken);
    state.isFull = true;
  }
  if (place.actualText === null) return;
  state.out.push(`/Span <</ActualText <FEFF${utf16Hex(place.actualText)}>>> BDC`);
  state.isActual = true;
  state.isFull = true;
}

function openingOperator(state: State, mark: Mark, tagOf: (leaf: number) => string): string {
  if (mark.kind === 'artifact') return `/Artifact ${ARTIFACT_PROPERTIES[mark.artifact]} BDC`;
  const mcid = state.leaves.push(mark.leaf) - 1;
  return `/${tagOf(mark.leaf)} <</MCID ${mcid}>> BDC`;
}

function closeMark(state: State): void {
  if (state.isActual) state.out.push('EMC');
  if (state.open !== null) state.out.push('EMC');
  state.isActual = false;
  state.isFull = false;
  state.open = null;
}

function isSameMark(one: Mark, other: Mark): boolean {
  if (one.kind === 'leaf') return other.kind === 'leaf' && one.leaf === other.leaf;
  return other.kind === 'artifact' && one.artifact === other.artifact;
}

function setFill(state: State, fill: Fill): void {
  if (fill.isOverprinted !== state.isOverprinting)
    state.out.push(`/${fill.isOverprinted ? OVERPRINT.on : OVERPRINT.off} gs`);
  if (fill.operator !== state.fill) state.out.push(fill.operator);
  state.isOverprinting = fill.isOverprinted;
  state.fill = fill.operator;
}
