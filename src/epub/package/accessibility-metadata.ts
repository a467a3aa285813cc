import type { MarkupElement, MarkupNode } from '../../markup/markup-tree.ts';
import { element, elementsOf } from '../markup-node.ts';

/** What the book offers, counted from its documents and never taken on trust. */
export type AccessibilityFacts = {
  /** Pictures in the stories; the cover is a picture of text that the book holds as text. */
  readonly hasPictures: boolean;
  /** Every picture, the cover too, has a text alternative or is marked as decoration. */
  readonly hasAlternatives: boolean;
  readonly hasPageList: boolean;
  /** The same in sentences of the edition's language. */
  readonly summary: string;
};

/** Whether documents hold pictures, and whether each of them says what it shows (`alt=""` says: nothing). */
export function pictureFacts(documents: readonly (readonly MarkupNode[])[]): {
  readonly hasPictures: boolean;
  readonly hasAlternatives: boolean;
} {
  const pictures = documents.flatMap(elementsOf).filter((node) => node.name === 'img');
  return {
    hasPictures: pictures.length > 0,
    hasAlternatives: pictures.every((node) => node.attributes['alt'] !== undefined),
  };
}

/** schema.org accessibility metadata (EPUB Accessibility 1.1 §2.2). */
export function accessibilityMetadata(facts: AccessibilityFacts): readonly MarkupElement[] {
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'displayTransformability',
    ...(facts.hasPageList ? ['pageNavigation', 'pageBreakMarkers'] : []),
    ...(facts.hasAlternatives ? ['alternativeText'] : []),
  ];
  const entries: readonly (readonly [string, string])[] = [
    ['accessMode', 'textual'],
    ...(facts.hasPictures ? [['accessMode', 'visual'] as const] : []),
    ...(facts.hasAlternatives ? [['accessModeSufficient', 'textual'] as const] : []),
    ...(facts.hasPictures ? [['accessModeSufficient', 'textual,visual'] as const] : []),
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', facts.summary],
  ];
  return entries.map(([name, value]) => element('meta', { property: `schema:${name}` }, [value]));
}
