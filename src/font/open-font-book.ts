import type { Context } from '../diagnostics/context.ts';
import type { Face } from './face.ts';
import type { FaceQuery, FontBook } from './font-book.ts';
import type { FontFile } from './font-file.ts';
import type { HarfBuzz, HarfBuzzFont } from './harfbuzz.ts';
import type { TrueType } from './read-true-type.ts';
import type { ShapedText, ShapeOptions } from './shaped-text.ts';
import { importHarfBuzz } from './import-harf-buzz.ts';
import { instantiateHarfBuzz } from './instantiate-harf-buzz.ts';
import { createLazyFace, openFace } from './open-face.ts';
import { rankFiles } from './rank-files.ts';
import { isKnownFamily, reportUnknownFamily } from './report-unknown-family.ts';
import { shapeBatch } from './shape-batch.ts';

export type { FontFile } from './font-file.ts';

/** Where a font file stands in its life: `font` is undefined until it is opened, null when it was refused. */
type Entry = {
  readonly file: FontFile;
  readonly face: Face;
  font: TrueType | null | undefined;
  engine: HarfBuzzFont | null;
};

/**
 * Opens a book over font files. No file is read before a face of it is matched.
 *
 * @param options.wasm Bytes of `harfbuzz.wasm`; null lets the npm package find its own file.
 */
export async function openFontBook(
  files: readonly FontFile[],
  options: { readonly wasm: Uint8Array | null },
  context: Context,
): Promise<FontBook> {
  const harfBuzz = options.wasm === null ? await importHarfBuzz() : await instantiateHarfBuzz(options.wasm);
  const entries = files.map((file) => createEntry(file, context));
  const entryOf = new Map(entries.map((entry) => [entry.face, entry]));
  const find = (face: Face): Entry => {
    const entry = entryOf.get(face);
    if (entry === undefined) throw new Error(`the face ${face.id} belongs to another font book`);
    return entry;
  };
  const cacheOf = openCaches();
  const shapeAll = (face: Face, texts: readonly string[], shaping: ShapeOptions): readonly ShapedText[] => {
    const entry = find(face);
    const cache = cacheOf(face, shaping);
    const missing = [...new Set(texts)].filter((text) => !cache.has(text));
    if (missing.length > 0) shapeMissing(harfBuzz, entry, { missing, shaping, cache });
    return texts.map((text) => cache.get(text)!);
  };
  return {
    get faces() {
      return entries.filter((entry) => entry.font != null).map((entry) => entry.face);
    },
    families: familiesOf(entries),
    match: createMatcher(entries, context),
    shapeAll,
    shape: (face, text, shaping) => cacheOf(face, shaping).get(text) ?? shapeAll(face, [text], shaping)[0]!,
    inkOf: (face, glyph) => open(find(face))?.inkOf(glyph) ?? null,
    glyphOf: (face, codePoint) => open(find(face))?.glyphOf(codePoint) ?? 0,
    hasFeature: (face, tag) => open(find(face))?.substitutions.has(tag) ?? false,
  };

  function open(entry: Entry): TrueType | null {
    if (entry.font === undefined) entry.font = openFace(entry.file, context);
    return entry.font;
  }
}

function createEntry(file: FontFile, context: Context): Entry {
  const entry: Entry = {
    file,
    face: createLazyFace(file, () => {
      if (entry.font === undefined) entry.font = openFace(file, context);
      return entry.font;
    }),
    font: undefined,
    engine: null,
  };
  return entry;
}

type ShapeCache = Map<string, ShapedText>;

/** Shaped texts by face and options. Options of one kind are mostly one object: they are looked up by it. */
function openCaches(): (face: Face, shaping: ShapeOptions) => ShapeCache {
  const byKey = new Map<string, ShapeCache>();
  const met = new WeakMap<ShapeOptions, Map<Face, ShapeCache>>();
  const keyed = (face: Face, shaping: ShapeOptions): ShapeCache => {
    const key = `${face.file}|${shaping.features.join()}|${shaping.language}|${shaping.script}|${shaping.direction}`;
    const cache = byKey.get(key) ?? new Map<string, ShapedText>();
    byKey.set(key, cache);
    return cache;
  };
  return (face, shaping) => {
    let faces = met.get(shaping);
    if (faces === undefined) met.set(shaping, (faces = new Map<Face, ShapeCache>()));
    let cache = faces.get(face);
    if (cache === undefined) faces.set(face, (cache = keyed(face, shaping)));
    return cache;
  };
}

function shapeMissing(
  harfBuzz: HarfBuzz,
  entry: Entry,
  work: {
    readonly missing: readonly string[];
    readonly shaping: ShapeOptions;
    readonly cache: ShapeCache;
  },
): void {
  const engine = (entry.engine ??= harfBuzz.openFont(entry.file.bytes));
  const shape = (text: string): ShapedText => harfBuzz.shape(engine, text, work.shaping);
  shapeBatch(work.missing, shape).forEach((shaped, index) => work.cache.set(work.missing[index]!, shaped));
}

const familiesOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.map((entry) => entry.file.family)),
];

function createMatcher(entries: readonly Entry[], context: Context): FontBook['match'] {
  const results = new Map<string, readonly Face[]>();
  const unknown = new Set<string>();
  const families = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.file.family.toLowerCase();
    families.set(name, [...(families.get(name) ?? []), entry]);
  }
  const match = (query: FaceQuery): readonly Face[] => {
    const faces: Face[] = [];
    const wanted = new Set(query.families.map((family) => family.toLowerCase()));
    for (const name of wanted) {
      const family = families.get(name);
      if (family !== undefined) faces.push(...pick(family, query, faces.length === 0));
      else if (!isKnownFamily(name, []) && !unknown.has(name)) {
        unknown.add(name);
        const named = query.families.find((each) => each.toLowerCase() === name) ?? name;
        reportUnknownFamily(named, { known: familiesOf(entries), span: null }, context);
      }
    }
    for (const [name, family] of families)
      if (!wanted.has(name)) faces.push(...pick(family, query, faces.length === 0));
    return faces;
  };
  return (query) => {
    const key = `${query.families.join()}|${query.weight}|${query.style}|${query.size}`;
    let faces = results.get(key);
    if (faces === undefined) results.set(key, (faces = match(query)));
    return faces;
  };
}

/** The family's best face: the best that opens when `mustOpen`, else the best as its file says. */
function pick(family: readonly Entry[], query: FaceQuery, mustOpen: boolean): Face[] {
  const byFile = new Map(family.map((entry) => [entry.file, entry]));
  for (const file of rankFiles([...byFile.keys()], query)) {
    const entry = byFile.get(file)!;
    // Asking for any glyph opens the file.
    if (mustOpen) entry.face.hasGlyph(0x20);
    if (entry.font !== null) return [entry.face];
  }
  return [];
}
