import createModule from '@neslinesli93/qpdf-wasm';

/** Linearised (ISO 32000-1, annex F), still PDF/A (an end of line before endstream), and the same bytes each time. */
const SWITCHES = ['--linearize', '--newline-before-endstream', '--deterministic-id'] as const;

/**
 * A file rearranged so that a browser shows page 1 before the rest has come (fast web view).
 *
 * @param wasm qpdf's WebAssembly file.
 * @throws Error when qpdf finds fault with the file: it is our own, so that is our bug.
 */
export async function linearizePdf(file: Uint8Array, wasm: Uint8Array): Promise<Uint8Array> {
  const said: string[] = [];
  const qpdf = await openQpdf(wasm, said);
  qpdf.FS.writeFile('/in.pdf', file);
  const status = qpdf.callMain([...SWITCHES, '/in.pdf', '/out.pdf']);
  if (status !== 0) throw new Error(`qpdf ended with ${status}: ${said.join('; ')}`);
  return new Uint8Array(qpdf.FS.readFile('/out.pdf'));
}

/** What qpdf's module offers, as far as it is used. The package declares less. */
type Qpdf = {
  readonly callMain: (args: readonly string[]) => number;
  readonly FS: {
    readonly writeFile: (path: string, data: Uint8Array) => void;
    readonly readFile: (path: string) => Uint8Array;
  };
};

type CreateQpdf = (options: {
  readonly noInitialRun: true;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
  readonly instantiateWasm: (imports: unknown, done: (instance: unknown, module: unknown) => void) => object;
}) => Promise<Qpdf>;

/** The functions used here. Node has them as a global; TypeScript declares it only in its library of browsers. */
type WebAssemblyGlobal = {
  readonly WebAssembly: {
    readonly compile: (bytes: Uint8Array) => Promise<unknown>;
    readonly Instance: new (module: unknown, imports: unknown) => object;
  };
};

/** The package finds its file by a name beside it; a bundled program keeps it elsewhere and hands over the bytes. */
async function openQpdf(wasm: Uint8Array, said: string[]): Promise<Qpdf> {
  const { WebAssembly } = globalThis as unknown as WebAssemblyGlobal; // Node 8 and later have it
  const compiled = await WebAssembly.compile(wasm);
  const createQpdf = createModule as unknown as CreateQpdf; // CommonJS: the function is the module
  return createQpdf({
    noInitialRun: true,
    print: (line) => void said.push(line),
    printErr: (line) => void said.push(line),
    instantiateWasm: (imports, done) => {
      done(new WebAssembly.Instance(compiled, imports), compiled);
      return {};
    },
  });
}
