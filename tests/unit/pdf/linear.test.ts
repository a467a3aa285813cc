import type { PDFObject } from 'pdf-lib';
import { expect, test } from 'vitest';
import { openParsed } from '../../../src/pdf/open-pdf.ts';
import { preflightOpened } from '../../../src/pdf/preflight/preflight.ts';
import { parseFile } from '../../../src/pdf/syntax/parse-file.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { repeated } from './repeated-edition.ts';

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
