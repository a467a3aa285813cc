import { buildBoxes } from '../box/build-boxes.ts';
import type { BoxTree } from '../box/box.ts';
import type { Context } from '../diagnostics/context.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import { computeStyles } from '../style/compute-styles.ts';
import type { ComposeInput } from './compose-edition.ts';

/** Styles a rendered tree by the theme's print sheets and makes its boxes. */
export function boxesOf(input: ComposeInput, tree: MarkupTree, language: string, context: Context): BoxTree {
  const { edition, sheets, images, layoutPictures, clock } = input;
  const { baseline, live } = edition.grid;
  const options = { sheets, language, direction: edition.direction, baseline, live };
  const pictureOf = (name: string): string | null =>
    images.has(name) ? name : (layoutPictures.find(({ reference }) => reference === name)?.file ?? null);
  const styled = clock.run('style', () => computeStyles(tree, options, context));
  return clock.run('boxes', () => buildBoxes(styled, context, pictureOf));
}
