import { readFileSync } from 'node:fs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The parts of pdf.js's viewer that search a document without showing it. */
type Viewer = {
  readonly EventBus: new () => Bus;
  readonly PDFFindController: new (options: {
    readonly linkService: { readonly pagesCount: number; page: number };
    readonly eventBus: Bus;
  }) => { readonly setDocument: (file: unknown) => void };
};
type Bus = {
  readonly on: (name: string, listener: (event: { readonly state: number }) => void) => void;
  readonly dispatch: (name: string, event: object) => void;
};

/** What the search says while it looks, and when it has found nothing. */
const PENDING = 3;
const NOT_FOUND = 1;

/** The words that the search of pdf.js, the viewer of Firefox, does not find in a file. */
export async function wordsNotFound(file: string, words: readonly string[]): Promise<readonly string[]> {
  const { EventBus, PDFFindController } = await openViewer();
  const document = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 })
    .promise;
  const eventBus = new EventBus();
  const missing: string[] = [];
  let tell: ((state: number) => void) | null = null;
  eventBus.on('updatefindcontrolstate', ({ state }) => {
    if (state !== PENDING) tell?.(state);
  });
  const search = new PDFFindController({ linkService: { pagesCount: document.numPages, page: 1 }, eventBus });
  search.setDocument(document);
  for (const query of words) {
    const told = new Promise<number>((resolve) => (tell = resolve));
    eventBus.dispatch('find', { type: '', query, caseSensitive: true, matchDiacritics: true });
    if ((await told) === NOT_FOUND) missing.push(query);
  }
  await document.loadingTask.destroy();
  return missing;
}

/** The viewer asks for a page of a browser as soon as it is read, and does nothing with it while it searches. */
async function openViewer(): Promise<Viewer> {
  const browser = {
    addEventListener: () => {},
    documentElement: { style: {} },
    createElement: () => ({ style: {} }),
  };
  Object.assign(globalThis, {
    pdfjsLib: pdfjs,
    window: globalThis,
    document: browser,
    requestAnimationFrame: (done: () => void) => setTimeout(done),
  });
  const path = 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
  return (await import(path)) as Viewer;
}
