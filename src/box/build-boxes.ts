import { reportFault, type Context } from '../diagnostics/context.ts';
import { ELEMENTS } from '../markup/vocabulary.ts';
import { anonymousStyle } from '../style/anonymous-style.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineElement } from '../style/inline-run.ts';
import type { StyledElement, StyledTree } from '../style/styled-tree.ts';
import type { Box, BoxElement, BoxTree, ImageBox, ParagraphBox, RowBox, Track } from './box.ts';
import { buildTable } from './build-table.ts';
import { collectContent, type Content, type InlineText } from './inline-content.ts';
import { listMarker, listOrdinals } from './list-marker.ts';
import { parseTracks } from './parse-tracks.ts';
import { partLines, type OwnLine } from './part-lines.ts';
import { settleSpace } from './settle-space.ts';

/**
 * Builds the boxes of a styled tree. A block that holds only text is a paragraph; one that holds blocks is a
 * block, and text between them stands in anonymous paragraphs. A block inside an inline element comes out of
 * it, and its text keeps the inline element round it. Make-up elements (`ed-…`) are always blocks (an `ed-row`
 * is a row), whatever they hold.
 *
 * Reports GA208 for a picture that is nowhere, GA410 for a picture without file, GA411 for one without alternative text, GA412 for the tracks of a row.
 */
export function buildBoxes(
  styled: StyledTree,
  context: Context,
  pictureOf: PictureOf = (name) => name,
): BoxTree {
  const { root } = styled;
  const children = buildChildren(root, { inline: null, context, pictureOf });
  return { kind: 'boxes', root: { kind: 'block', element: elementOf(root), style: root.style, children } };
}

/** The file of a picture by what its element calls it; null where there is none. */
export type PictureOf = (name: string) => string | null;

type Building = {
  readonly inline: InlineElement | null;
  readonly context: Context;
  readonly pictureOf: PictureOf;
};

const elementOf = ({ name, attributes, language, at }: StyledElement): BoxElement => ({
  name,
  attributes,
  language,
  at,
});

function buildBox(node: StyledElement, ordinal: number, building: Building): Box {
  const style = asBlock(node.style);
  const element = elementOf(node);
  if (node.name === 'img') return buildImage(node, style, building);
  if (node.name === 'hr') return { kind: 'rule', element, style };
  if (node.name === 'ed-row') return buildRow(node, style, building);
  if (style.edRow === 'pictures') return buildPictures(node, style, building);
  if (node.name === 'table') {
    return buildTable(node, {
      elementOf,
      buildBox: (child) => buildBox(child, 1, building),
      buildInside: (child) => buildChildren(child, building),
    });
  }
  if (style.display === 'list-item') {
    const children = buildChildren(node, building);
    return { kind: 'list-item', element, style, marker: listMarker(node, ordinal), children };
  }
  const children = buildChildren(node, building);
  const [only] = children;
  // Text alone needs no box of its own inside the element's.
  if (children.length === 1 && only?.kind === 'paragraph' && only.element === null && !isMakeUp(node)) {
    return { ...only, element, style };
  }
  return { kind: 'block', element, style, children };
}

/** Make-up elements hold matter, never lines: layout looks for them by name. */
const isMakeUp = (node: StyledElement): boolean => node.name.startsWith('ed-');

const blocks = new WeakMap<ComputedStyle, ComputedStyle>();

/** An inline element that has to be a box counts as a block. */
function asBlock(style: ComputedStyle): ComputedStyle {
  if (style.display !== 'inline') return style;
  const made = blocks.get(style) ?? Object.freeze({ ...style, display: 'block' as const });
  blocks.set(style, made);
  return made;
}

function buildChildren(node: StyledElement, building: Building): readonly Box[] {
  const { style, language } = node;
  const ordinals = listOrdinals(node);
  const lines: OwnLine[] = [];
  let texts: InlineText[] = [];
  const closeParagraph = (): void => {
    if (texts.length > 0) lines.push({ box: anonymousParagraph(texts, style, language), texts });
    texts = [];
  };
  for (const content of contentOf(node, building)) {
    if (content.kind === 'text') texts.push(content);
    else {
      closeParagraph();
      const { element, inline } = content;
      const box = buildBox(element, ordinals.get(element) ?? 1, { ...building, inline });
      lines.push({ box, isOwn: ELEMENTS.get(element.name) === 'phrasing' });
    }
  }
  closeParagraph();
  return partLines(lines);
}

function contentOf(node: StyledElement, building: Building): readonly Content[] {
  const { style, language } = node;
  return collectContent(node.children, { style, language, inline: building.inline });
}

function anonymousParagraph(
  texts: readonly InlineText[],
  style: ComputedStyle,
  language: string,
): ParagraphBox | null {
  const runs = settleSpace(texts);
  return runs.length === 0
    ? null
    : { kind: 'paragraph', element: null, style: anonymousStyle(style), language, runs };
}

function buildImage(node: StyledElement, style: ComputedStyle, building: Building): ImageBox {
  const { context, pictureOf } = building;
  const { src = '', alt, decorative } = node.attributes;
  if (src === '') reportFault(context, 'GA410', { message: '<img> names no file', span: node.at });
  const file = src === '' ? null : pictureOf(src);
  if (src !== '' && file === null)
    reportFault(context, 'GA208', {
      message: `there is no picture "${src}" in the issue, in the paper, in the images/ of either, or in the theme`,
      hint: 'A layout writes the name of the file out, or uses a field: {{story.picture.file}}.',
      span: node.at,
    });
  if (alt === undefined && decorative === undefined) {
    reportFault(context, 'GA411', { message: `<img src="${fileName(src)}"> has no alt`, span: node.at });
  }
  const isSilent =
    alt === undefined || alt.trim() === '' || (decorative !== undefined && decorative !== 'false');
  const shown = {
    kind: 'image',
    element: elementOf(node),
    file: file ?? src,
    alt: isSilent ? null : alt,
  } as const;
  return { ...shown, style: focused(style, node.attributes['focus']) };
}

/** The style with what must stay in view, where the picture says it: `30% 40%`, from the left and from the top. */
function focused(style: ComputedStyle, focus: string | undefined): ComputedStyle {
  const parts = /^(\d{1,3})% (\d{1,3})%$/.exec(focus ?? '');
  if (parts === null) return style;
  const objectPosition = [Number(parts[1]) / 100, Number(parts[2]) / 100] as const;
  return Object.freeze({ ...style, objectPosition });
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function buildRow(node: StyledElement, style: ComputedStyle, building: Building): RowBox {
  const children = rowCells(node, building);
  return {
    kind: 'row',
    element: elementOf(node),
    style,
    tracks: rowTracks(node, children.length, building.context),
    children,
  };
}

/** Pictures side by side, their heads in line. */
function buildPictures(node: StyledElement, style: ComputedStyle, building: Building): RowBox {
  const children = rowCells(node, building);
  const tracks = children.map((): Track => ({ kind: 'picture' }));
  const element = elementOf(node);
  return {
    kind: 'row',
    element: { ...element, attributes: { ...element.attributes, align: 'start' } },
    style,
    tracks,
    children,
  };
}

/** Every element is a cell; text between them that is more than white space is one too. */
function rowCells(node: StyledElement, building: Building): readonly Box[] {
  return node.children.flatMap((child): readonly Box[] => {
    if (child.kind === 'element') return [buildBox(child, 1, building)];
    const { style, language } = node;
    const texts = collectContent([child], { style, language, inline: building.inline });
    const paragraph = anonymousParagraph(
      texts.filter((content) => content.kind === 'text'),
      style,
      language,
    );
    return paragraph === null ? [] : [paragraph];
  });
}

function rowTracks(node: StyledElement, count: number, context: Context): readonly Track[] {
  const shares = (): readonly Track[] => Array.from({ length: count }, () => ({ kind: 'share', value: 1 }));
  const text = node.attributes['tracks'];
  if (text === undefined) return shares();
  const tracks = parseTracks(text, node.style);
  if (tracks === null) {
    reportFault(context, 'GA412', {
      message: `tracks="${text}" must be shares (1fr), auto or lengths (12mm)`,
      span: node.at,
    });
    return shares();
  }
  if (tracks.length === count) return tracks;
  reportFault(context, 'GA412', {
    message: `tracks="${text}" is for ${tracks.length}, but the row has ${count === 1 ? 'one element' : `${count} elements`}`,
    span: node.at,
  });
  return shares();
}
