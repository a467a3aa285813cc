import type { ParagraphBox } from '../box/box.ts';
import { pt, type Pt } from '../core/units.ts';
import type { Context } from '../diagnostics/context.ts';
import type { ImageAsset } from '../image/image-asset.ts';
import { breakLines, type CountedFits } from '../text/break-lines.ts';
import type { Line, LineMeasure } from '../text/line.ts';
import { initialParagraph, linesRound, type InitialParagraph } from './initial-letter.ts';
import { leastWidth, naturalWidth } from '../text/measure-text.ts';
import type { ShapedParagraph } from '../text/shaped-paragraph.ts';
import { shapeParagraph } from '../text/shape-paragraph.ts';
import type { TextEngine } from '../text/text-engine.ts';

/** Lines fewer or more than the best way has. */
export type LineVariant = -1 | 0 | 1;

/** What layout asks of text and pictures; shapes each paragraph once and breaks it once a measure. */
export type LayoutSession = {
  readonly context: Context;
  /** Distance of the page's baselines. */
  readonly baseline: Pt;
  readonly images: ReadonlyMap<string, ImageAsset>;
  /** Lines of the paragraph from a break position on, all set to one measure; one line fewer or more where that can be had. */
  readonly linesOf: (box: ParagraphBox, from: number, measure: Pt, variant?: LineVariant) => readonly Line[];
  /** Lines of the whole paragraph, each set to a measure of its own. */
  readonly linesInto: (box: ParagraphBox, widthOf: (line: number) => LineMeasure) => readonly Line[];
  /** Width of the paragraph on one line. */
  readonly widthOf: (box: ParagraphBox) => Pt;
  /** Width of what no line break can divide; see {@link leastWidth}. */
  readonly leastWidthOf: (box: ParagraphBox, hyphenates: boolean) => Pt;
  /** How many paragraphs are kept as shaped, and lets go of them all: they are shaped anew when wanted again. */
  readonly keptParagraphs: () => number;
  readonly letGo: () => void;
  /** The same over paragraphs of its own. */
  readonly apart: () => LayoutSession;
};

type SessionOptions = {
  readonly engine: TextEngine;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly baseline: Pt;
  readonly direction: 'ltr' | 'rtl';
  readonly context: Context;
};

/** Opens a session over an engine. */
export function openLayoutSession(options: SessionOptions): LayoutSession {
  return openApart(options, onceEach(options.context));
}

function openApart(options: SessionOptions, context: Context): LayoutSession {
  const shaped = new Map<ParagraphBox, ShapedParagraph>();
  const broken = new Map<ParagraphBox, Map<string, readonly Line[]>>();
  const variants = new Map<ParagraphBox, Map<string, CountedFits>>();
  const countedOf = (box: ParagraphBox, from: number, measure: Pt): CountedFits => {
    const known = variants.get(box) ?? new Map<string, CountedFits>();
    variants.set(box, known);
    const counted = known.get(`${from}:${measure}`) ?? new Map();
    known.set(`${from}:${measure}`, counted);
    return counted;
  };
  const shapeOf = (box: ParagraphBox): ShapedParagraph => {
    let result = shaped.get(box);
    if (result === undefined) {
      const input = {
        runs: box.runs,
        style: box.style,
        language: box.language,
        direction: box.style.direction,
        trail: [],
      };
      result = shapeParagraph(input, options.engine, context);
      shaped.set(box, result);
    }
    return result;
  };
  const linesOf: LayoutSession['linesOf'] = (box, from, measure, variant = 0) => {
    const known = broken.get(box) ?? new Map<string, readonly Line[]>();
    broken.set(box, known);
    const key = `${from}:${measure}:${variant}`;
    let lines = known.get(key);
    if (lines === undefined) {
      const first = { indent: from === 0 ? box.style.textIndent : pt(0), width: measure };
      const other = { indent: pt(0), width: measure };
      lines =
        (from === 0 ? initialLines(box, measure, variant) : null) ??
        breakLines(shapeOf(box), from, (line) => (line === 0 ? first : other), {
          variant,
          ...(variant === 0 ? {} : { counted: countedOf(box, from, measure) }),
        });
      known.set(key, lines);
    }
    return lines;
  };
  const initials = new Map<ParagraphBox, InitialParagraph | null>();
  /** Lines round a drop capital; null where the paragraph has none. */
  const initialLines = (box: ParagraphBox, width: Pt, variant: LineVariant): readonly Line[] | null => {
    let initial = initials.get(box);
    if (initial === undefined) {
      initial = initialParagraph(box, options.engine.book, options.baseline);
      initials.set(box, initial);
    }
    return initial === null
      ? null
      : linesRound(initial, width, (split, widthOf) => breakLines(shapeOf(split), 0, widthOf, { variant }));
  };
  return {
    context: options.context,
    baseline: options.baseline,
    images: options.images,
    linesOf,
    linesInto: (box, widthOf) => breakLines(shapeOf(box), 0, widthOf, { variant: 0 }),
    widthOf: (box) => naturalWidth(shapeOf(box)),
    leastWidthOf: (box, hyphenates) => leastWidth(shapeOf(box), hyphenates),
    keptParagraphs: () => shaped.size,
    letGo: () => {
      for (const kept of [shaped, broken, variants, initials]) kept.clear();
    },
    apart: () => openApart(options, context),
  };
}

/** A paragraph that is shaped again reports the same again. */
function onceEach({ report }: Context): Context {
  const told = new Set<string>();
  return {
    report: (diagnostic) => {
      const key = JSON.stringify(diagnostic);
      if (told.has(key)) return;
      told.add(key);
      report(diagnostic);
    },
  };
}
