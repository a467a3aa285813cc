import { pt, type Pt } from '../core/units.ts';
import type { Fragment } from '../page/page.ts';
import type { Composer, DraftPage } from './composer.ts';
import { emitFragments } from './emit-fragments.ts';
import type { Placed } from './placed.ts';
import type { StructureIndex } from './structure-index.ts';

/** Puts placed matter on a page, its corner at `x`, `y`, and notes where figures stand. */
export function emitMatter(
  composer: Composer,
  page: DraftPage,
  placed: readonly Placed[],
  at: { readonly x: Pt; readonly y: Pt; readonly index: StructureIndex },
): readonly Fragment[] {
  const fragments = emitFragments(placed, at.x, at.y, { kind: 'structure', index: at.index });
  page.fragments.push(...fragments);
  for (const item of placed) {
    const element = item.kind === 'image' ? at.index.figureOf.get(item.box) : undefined;
    if (item.kind !== 'image' || item.isRepeat === true || element === undefined) continue;
    const rect = { ...item.rect, x: pt(item.rect.x + at.x), y: pt(item.rect.y + at.y) };
    composer.figureBoxes.set(element, { page: page.index, rect });
  }
  return fragments;
}
