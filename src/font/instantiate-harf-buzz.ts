import type { HarfBuzz, HarfBuzzFont } from './harfbuzz.ts';
import type { WasmMemory } from './instantiate-wasm.ts';
import type { ShapedText, ShapeOptions } from './shaped-text.ts';
import { instantiateWasm } from './instantiate-wasm.ts';

/** The exports of harfbuzz.wasm that are called here; pointers are byte offsets into its memory. */
type Exports = {
  readonly memory: WasmMemory;
  readonly __wasm_call_ctors: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
  readonly hb_blob_create: (
    bytes: number,
    length: number,
    mode: number,
    user: number,
    destroy: number,
  ) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_font_create: (face: number) => number;
  readonly hb_buffer_create: () => number;
  readonly hb_buffer_clear_contents: (buffer: number) => void;
  readonly hb_buffer_add_utf16: (
    buffer: number,
    text: number,
    length: number,
    offset: number,
    count: number,
  ) => void;
  readonly hb_buffer_set_direction: (buffer: number, direction: number) => void;
  readonly hb_buffer_set_script: (buffer: number, script: number) => void;
  readonly hb_buffer_set_language: (buffer: number, language: number) => void;
  readonly hb_buffer_get_length: (buffer: number) => number;
  readonly hb_buffer_get_glyph_infos: (buffer: number, length: number) => number;
  readonly hb_buffer_get_glyph_positions: (buffer: number, length: number) => number;
  readonly hb_language_from_string: (text: number, length: number) => number;
  readonly hb_shape: (font: number, buffer: number, features: number, count: number) => void;
};

/** HB_MEMORY_MODE_WRITABLE, HB_DIRECTION_LTR and _RTL, HB_GLYPH_FLAG_UNSAFE_TO_BREAK, HB_FEATURE_GLOBAL_END of hb-common.h and hb-buffer.h. */
const MEMORY_MODE_WRITABLE = 2;
const DIRECTION_LTR = 4;
const DIRECTION_RTL = 5;
const UNSAFE_TO_BREAK = 1;
const FEATURE_GLOBAL_END = 0xffffffff;

/** Words of 4 bytes in `hb_glyph_info_t` (glyph, mask, cluster, …) and `hb_glyph_position_t` (x advance, y advance, x offset, y offset, …). */
const RECORD_WORDS = 5;
const WASM_PAGE = 65536;

/** HarfBuzz on the bytes of `harfbuzz.wasm`, without the glue of the npm package. */
export async function instantiateHarfBuzz(wasm: Uint8Array): Promise<HarfBuzz> {
  const exports = await instantiate(wasm);
  const session = createSession(exports);
  const fonts = new Map<HarfBuzzFont, number>();
  return {
    openFont: (bytes) => {
      const handle: HarfBuzzFont = { kind: 'harfbuzz-font' };
      const pointer = exports.malloc(bytes.length);
      new Uint8Array(exports.memory.buffer).set(bytes, pointer);
      const blob = exports.hb_blob_create(pointer, bytes.length, MEMORY_MODE_WRITABLE, 0, 0);
      fonts.set(handle, exports.hb_font_create(exports.hb_face_create(blob, 0)));
      return handle;
    },
    shape: (handle, text, options) => {
      const font = fonts.get(handle);
      if (font === undefined) throw new Error('the font was opened by another HarfBuzz');
      return session(font, text, options);
    },
  };
}

async function instantiate(wasm: Uint8Array): Promise<Exports> {
  const refuse = (): never => {
    throw new Error('HarfBuzz stopped itself');
  };
  let memory: WasmMemory | null = null;
  const grow = (wanted: number): number => {
    if (memory === null) return 0;
    const pages = Math.ceil((wanted - memory.buffer.byteLength) / WASM_PAGE);
    // At least 4 MB at a time: each growth makes every view of the memory stale.
    memory.grow(Math.max(pages, 64));
    return 1;
  };
  const loaded = await instantiateWasm(wasm, {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _abort_js: refuse,
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap: grow,
    },
  });
  const exports = loaded as Exports; // the names and signatures of HarfBuzz's C interface
  memory = exports.memory;
  exports.__wasm_call_ctors();
  return exports;
}

/** One buffer, one text area, and the languages and feature lists met so far. */
function createSession(exports: Exports): (font: number, text: string, options: ShapeOptions) => ShapedText {
  const buffer = exports.hb_buffer_create();
  let capacity = 4096;
  let area = exports.malloc(capacity * 2);
  const languages = new Map<string, number>();
  const featureLists = new Map<string, number>();
  return (font, text, options) => {
    const language = remember(languages, options.language, () => makeLanguage(exports, options.language));
    const features = remember(featureLists, options.features.join(), () =>
      makeFeatures(exports, options.features),
    );
    if (text.length > capacity) {
      exports.free(area);
      capacity = text.length * 2;
      area = exports.malloc(capacity * 2);
    }
    const units = new Uint16Array(exports.memory.buffer, area, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    exports.hb_buffer_clear_contents(buffer);
    exports.hb_buffer_add_utf16(buffer, area, text.length, 0, text.length);
    exports.hb_buffer_set_direction(buffer, options.direction === 'ltr' ? DIRECTION_LTR : DIRECTION_RTL);
    exports.hb_buffer_set_script(buffer, tagOf(options.script));
    exports.hb_buffer_set_language(buffer, language);
    exports.hb_shape(font, buffer, features, options.features.length);
    return readGlyphs(exports, buffer);
  };
}

function readGlyphs(exports: Exports, buffer: number): ShapedText {
  const count = exports.hb_buffer_get_length(buffer);
  const infos = new Uint32Array(
    exports.memory.buffer,
    exports.hb_buffer_get_glyph_infos(buffer, 0),
    count * RECORD_WORDS,
  );
  const places = new Int32Array(
    exports.memory.buffer,
    exports.hb_buffer_get_glyph_positions(buffer, 0),
    count * RECORD_WORDS,
  );
  // One piece of memory for all columns.
  const memory = new ArrayBuffer(19 * count);
  const shaped = {
    glyphs: new Uint16Array(memory, 16 * count, count),
    clusters: new Uint32Array(memory, 0, count),
    advances: new Int32Array(memory, 4 * count, count),
    xOffsets: new Int32Array(memory, 8 * count, count),
    yOffsets: new Int32Array(memory, 12 * count, count),
    unsafeToBreak: new Uint8Array(memory, 18 * count, count),
  };
  for (let i = 0, at = 0; i < count; i++, at += RECORD_WORDS) {
    shaped.glyphs[i] = infos[at]!;
    shaped.unsafeToBreak[i] = infos[at + 1]! & UNSAFE_TO_BREAK;
    shaped.clusters[i] = infos[at + 2]!;
    shaped.advances[i] = places[at]!;
    shaped.xOffsets[i] = places[at + 2]!;
    shaped.yOffsets[i] = places[at + 3]!;
  }
  return shaped;
}

function makeLanguage(exports: Exports, language: string): number {
  const pointer = exports.malloc(language.length + 1);
  writeAscii(exports, pointer, `${language}\0`);
  const handle = exports.hb_language_from_string(pointer, -1);
  exports.free(pointer);
  return handle;
}

/** An array of `hb_feature_t`: tag, value, start, end. */
function makeFeatures(exports: Exports, features: readonly string[]): number {
  const pointer = exports.malloc(16 * Math.max(1, features.length));
  const words = new Uint32Array(exports.memory.buffer, pointer, 4 * features.length);
  features.forEach((feature, index) => {
    const [tag = '', value = '1'] = feature.split('=');
    words.set([tagOf(tag), Number(value), 0, FEATURE_GLOBAL_END], index * 4);
  });
  return pointer;
}

function writeAscii(exports: Exports, pointer: number, text: string): void {
  const bytes = new Uint8Array(exports.memory.buffer, pointer, text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0x7f;
}

/** `HB_TAG`: four letters in one number, padded with spaces. */
function tagOf(tag: string): number {
  const padded = tag.padEnd(4, ' ');
  return (
    ((padded.charCodeAt(0) << 24) |
      (padded.charCodeAt(1) << 16) |
      (padded.charCodeAt(2) << 8) |
      padded.charCodeAt(3)) >>>
    0
  );
}

function remember(known: Map<string, number>, key: string, make: () => number): number {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
