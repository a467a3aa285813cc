import type { PdfProfile } from '../edition/profiles.ts';
import type { Cache } from '../host/cache.ts';
import type { Host } from '../host/host.ts';
import type { AskedLayout } from '../manifest/asked-layout.ts';
import type { Imposition } from '../pdf/sheet-order.ts';
import type { SideDesk } from './side-desk.ts';
import type { Workshop } from './workshop.ts';

/** What a build can write. */
export type OutputKind = 'pdf' | 'epub';

/** Bytes of the WebAssembly engines, read by the host that runs the program. */
export type EngineFiles = {
  readonly harfbuzz: Uint8Array;
  readonly pdfium: Uint8Array;
};

/** What the program itself brings: where its themes and fonts are, and its engines. */
export type Installation = {
  readonly packageFolder: string;
  readonly version: string;
  /** Tells program and libraries from all others; null where they run loose, and may change without a new version. */
  readonly identity: string | null;
  readonly engines: () => EngineFiles;
  /** Absolute path of galley's own ICC profile for newsprint. */
  readonly newsprint: string;
};

/** One step that begins: for the progress line. */
export type Progress = { readonly stage: string; readonly edition: string | null };

/** Where a cache was wanted, and why nothing can be kept there. */
export type CacheFault = { readonly folder: string; readonly reason: string };

/** How an issue is built. */
export type BuildOptions = {
  readonly host: Host;
  readonly installation: Installation;
  /** What earlier builds left of costly work. */
  readonly cache: Cache;
  /** Null, or absent, where there is nothing amiss with it. */
  readonly cacheFault?: CacheFault | null;
  /** Where pictures are worked on and finished files looked over: beside the build where there is a thread for it. */
  readonly desk: SideDesk;
  /** Where depths of stories are kept: the same cache, or none where it is told what a build reads. */
  readonly measures: Cache;
  /** What earlier builds of this process left; null where there is one build alone. */
  readonly workshop: Workshop | null;
  /** Null writes both. */
  readonly only: OutputKind | null;
  readonly outFolder: string;
  /** Languages to build; null builds all. */
  readonly languages: readonly string[] | null;
  /** Theme and format in place of the manifest's. */
  readonly layout: AskedLayout;
  /** Also writes page 1 as PNG. */
  readonly cover: boolean;
  /** PDFs to make; null makes those of the manifest. */
  readonly profiles: readonly PdfProfile[] | null;
  /** Also puts the pages of print on sheets. */
  readonly impose: Imposition | null;
  /** Writes the edition even where matter is overset or pictures are missing, each page marked as a draft. */
  readonly draft: boolean;
  readonly onProgress: (progress: Progress) => void;
};
