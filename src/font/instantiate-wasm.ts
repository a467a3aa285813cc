/** A wasm module's memory. */
export type WasmMemory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

/** Functions a module asks for, by module and name. */
export type WasmImports = Readonly<
  Record<string, Readonly<Record<string, (value: number) => number | undefined>>>
>;

/** The one function used here. Node has it as a global; TypeScript declares it only in its library of browsers. */
type WebAssemblyGlobal = {
  readonly WebAssembly: {
    readonly instantiate: (
      bytes: Uint8Array,
      imports: WasmImports,
    ) => Promise<{ readonly instance: { readonly exports: unknown } }>;
  };
};

/**
 * Starts a wasm module.
 *
 * @returns its exports, whose type only the caller knows
 */
export async function instantiateWasm(bytes: Uint8Array, imports: WasmImports): Promise<unknown> {
  const { WebAssembly } = globalThis as unknown as WebAssemblyGlobal; // Node 8 and later have it
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  return instance.exports;
}
