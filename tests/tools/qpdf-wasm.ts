import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import createModule from '@neslinesli93/qpdf-wasm';

/** The code that qpdf ends with when it checks a file's arrangement for the web. */
export async function checkLinearization(file: Uint8Array): Promise<number> {
  const qpdf = await openQpdf();
  qpdf.FS.writeFile('/in.pdf', file);
  return qpdf.callMain(['--check-linearization', '/in.pdf']);
}

/** What qpdf's module offers, as far as it is used. The package declares less. */
type Qpdf = {
  readonly callMain: (args: readonly string[]) => number;
  readonly FS: { readonly writeFile: (path: string, data: Uint8Array) => void };
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

async function openQpdf(): Promise<Qpdf> {
  const { WebAssembly } = globalThis as unknown as WebAssemblyGlobal; // Node 8 and later have it
  const file = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
  const compiled = await WebAssembly.compile(new Uint8Array(readFileSync(file)));
  const createQpdf = createModule as unknown as CreateQpdf; // CommonJS: the function is the module
  return createQpdf({
    noInitialRun: true,
    print: () => {},
    printErr: () => {},
    instantiateWasm: (imports, done) => {
      done(new WebAssembly.Instance(compiled, imports), compiled);
      return {};
    },
  });
}
