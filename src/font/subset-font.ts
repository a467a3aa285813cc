import type { WasmMemory } from './instantiate-wasm.ts';
import { instantiateWasm } from './instantiate-wasm.ts';

/** hb-subset, opened once per build. Both functions return a new font file and throw when the font cannot be cut. */
export type Subsetter = {
  /** Keeps the glyphs with their ids, no layout tables: for a PDF, where glyphs are addressed by id. */
  readonly subset: (bytes: Uint8Array, glyphIds: ReadonlySet<number>) => Uint8Array;
  /**
   * Keeps the characters and whatever they can become by the font's features: for a reader that shapes the text itself.
   *
   * A modified font may not carry a Reserved Font Name (OFL 1.1 §3; the Source families reserve “Source”): such a font is
   * embedded whole or renamed, never the output of this function under its old name.
   */
  readonly subsetByText: (bytes: Uint8Array, codePoints: ReadonlySet<number>) => Uint8Array;
};

/** The exports of harfbuzz-subset.wasm that are called here; pointers are byte offsets into its memory. */
type Exports = {
  readonly memory: WasmMemory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
  readonly hb_blob_create: (
    bytes: number,
    length: number,
    mode: number,
    user: number,
    destroy: number,
  ) => number;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_glyph_set: (input: number) => number;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
};

/**
 * HB_SUBSET_FLAGS_NO_HINTING 0x1, RETAIN_GIDS 0x2, NOTDEF_OUTLINE 0x40, NO_LAYOUT_CLOSURE 0x200 of hb-subset.h:
 * hints mean nothing in print, and glyphs keep their ids so that one pass over the pages is enough.
 */
const PDF_FLAGS = 0x243;

/** HB_SUBSET_SETS_DROP_TABLE_TAG, and layout tables that a PDF's font program never reads. */
const DROP_TABLES = 3;
const LAYOUT_TABLES = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'JSTF', 'DSIG', 'MATH', 'STAT'];

const MEMORY_MODE_WRITABLE = 2;

type Fill = (input: number) => void;

/** Opens hb-subset on the bytes of `harfbuzz-subset.wasm`. */
export async function openSubsetter(wasm: Uint8Array): Promise<Subsetter> {
  const exports = (await instantiateWasm(wasm, {})) as Exports; // the names and signatures of HarfBuzz's C interface
  exports._initialize();
  const addAll = (set: number, values: ReadonlySet<number>): void => {
    for (const value of values) exports.hb_set_add(set, value);
  };
  return {
    subset: (bytes, glyphIds) =>
      run(exports, bytes, (input) => {
        exports.hb_subset_input_set_flags(input, PDF_FLAGS);
        addAll(exports.hb_subset_input_glyph_set(input), glyphIds);
        for (const tag of LAYOUT_TABLES)
          exports.hb_set_add(exports.hb_subset_input_set(input, DROP_TABLES), tagOf(tag));
      }),
    subsetByText: (bytes, codePoints) =>
      run(exports, bytes, (input) => addAll(exports.hb_subset_input_unicode_set(input), codePoints)),
  };
}

function run(exports: Exports, bytes: Uint8Array, fill: Fill): Uint8Array {
  const pointer = exports.malloc(bytes.length);
  new Uint8Array(exports.memory.buffer).set(bytes, pointer);
  const blob = exports.hb_blob_create(pointer, bytes.length, MEMORY_MODE_WRITABLE, 0, 0);
  const face = exports.hb_face_create(blob, 0);
  const input = exports.hb_subset_input_create_or_fail();
  fill(input);
  const cut = exports.hb_subset_or_fail(face, input);
  exports.hb_subset_input_destroy(input);
  exports.hb_face_destroy(face);
  exports.hb_blob_destroy(blob);
  try {
    if (cut === 0) throw new Error('hb-subset could not cut the font');
    const result = exports.hb_face_reference_blob(cut);
    const from = exports.hb_blob_get_data(result, 0);
    const copy = new Uint8Array(exports.memory.buffer).slice(from, from + exports.hb_blob_get_length(result));
    exports.hb_blob_destroy(result);
    return copy;
  } finally {
    if (cut !== 0) exports.hb_face_destroy(cut);
    exports.free(pointer);
  }
}

const tagOf = (tag: string): number =>
  ((tag.charCodeAt(0) << 24) | (tag.charCodeAt(1) << 16) | (tag.charCodeAt(2) << 8) | tag.charCodeAt(3)) >>>
  0;
