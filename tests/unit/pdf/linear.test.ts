import type { PDFObject } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { ComposedEdition } from '../../../src/page/composed-edition.ts';
import type { Fragment } from '../../../src/page/page.ts';
import type { StructureChild, StructureElement } from '../../../src/page/structure-tree.ts';
import { openParsed } from '../../../src/pdf/open-pdf.ts';
import { preflightOpened } from '../../../src/pdf/preflight/preflight.ts';
import { parseFile } from '../../../src/pdf/syntax/parse-file.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

/** Counts how often anything of a value is read, at any depth. */
function counted<Value extends object>(value: Value, count: () => void): Value {
  const known = new WeakMap<object, object>();
  const wrap = (inner: unknown): unknown => {
    // Fonts and glyphs are the same for every number of pages.
    if (typeof inner !== 'object' || inner === null || ArrayBuffer.isView(inner) || 'face' in inner)
      return inner;
    const found =
      known.get(inner) ??
      new Proxy(inner, { get: (target, key) => (count(), wrap(Reflect.get(target, key))) });
    known.set(inner, found);
    return found;
  };
  return wrap(value) as Value;
}

/** The sample so many times over, each with leaves, elements and stories of its own. */
function repeated(times: number): ComposedEdition {
  const one = sampleEdition();
  const stride = 100;
  const shiftFragment = (fragment: Fragment, by: number): Fragment => {
    if (fragment.kind === 'link') return { ...fragment, element: fragment.element + by };
    const { structure } = fragment;
    return structure.kind === 'leaf'
      ? { ...fragment, structure: { kind: 'leaf', leaf: structure.leaf + by } }
      : fragment;
  };
  const shiftChild = (child: StructureChild, by: number, page: number): StructureChild =>
    child.kind === 'leaf' ? { kind: 'leaf', leaf: child.leaf + by } : shiftElement(child, by, page);
  const shiftElement = (element: StructureElement, by: number, page: number): StructureElement => ({
    ...element,
    id: element.id + by,
    box: element.box === null ? null : { ...element.box, page: element.box.page + page },
    children: element.children.map((child) => shiftChild(child, by, page)),
  });
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    ...one,
    pages: copies.flatMap((copy) =>
      one.pages.map((page) => ({
        ...page,
        index: page.index + 2 * copy,
        label: String(page.index + 2 * copy + 1),
        fragments: page.fragments.map((fragment) => shiftFragment(fragment, copy * stride)),
        beads: page.beads.map((bead) => ({ ...bead, story: `${bead.story}-${copy}` })),
      })),
    ),
    structure: {
      root: {
        ...one.structure.root,
        children: copies.flatMap((copy) =>
          one.structure.root.children.map((child) => shiftChild(child, copy * stride, copy * 2)),
        ),
      },
    },
  };
}

test.each(['screen', 'next'] as const)(
  'drawing and tagging of %s read each thing as often, however many pages',
  async (profile) => {
    const picture = await samplePicture('jpeg');
    const readsOf = async (times: number): Promise<number> => {
      let reads = 0;
      await drawSample(
        counted(repeated(times), () => void (reads += 1)),
        picture,
        { profile },
      );
      return reads;
    };
    const [few, more, many] = [await readsOf(8), await readsOf(16), await readsOf(32)];
    expect(few).toBeGreaterThan(1000);
    expect((many - more) / (more - few)).toBeLessThanOrEqual(2.05);
  },
);

test('preflight looks up as many objects for each page, however many pages', async () => {
  const picture = await samplePicture('jpeg');
  const lookUpsOf = async (times: number): Promise<number> => {
    const parsed = parseFile(await drawSample(repeated(times), picture));
    if (parsed.kind === 'refused') throw new Error(parsed.message);
    const { context } = parsed;
    const lookUp = context.lookup.bind(context);
    let lookUps = 0;
    Reflect.set(context, 'lookup', (key: PDFObject | undefined) => ((lookUps += 1), lookUp(key)));
    expect(preflightOpened(openParsed(parsed)).pageCount).toBe(2 * times);
    return lookUps;
  };
  const [few, more, many] = [await lookUpsOf(8), await lookUpsOf(16), await lookUpsOf(32)];
  expect(few).toBeGreaterThan(1000);
  expect((many - more) / (more - few)).toBeLessThanOrEqual(2.05);
});
