import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PdfProfile } from '../edition/profiles.ts';
import type { DummyPage } from '../makeup/page-dummy.ts';
import type { PdfSizes } from '../pdf/pdf-sizes.ts';

/** A story as it came out. */
export type StoryReport = {
  readonly id: string;
  readonly headline: string;
  readonly words: number;
  /** Depth of its legs, one column wide, in inches. */
  readonly columnInches: number;
  /** Labels of the pages it stands on. */
  readonly pages: readonly string[];
};

/** One edition as it came out. */
export type EditionReport = {
  readonly language: string;
  readonly name: string;
  readonly pages: number;
  readonly stories: readonly StoryReport[];
  readonly words: { readonly given: number; readonly placed: number };
  /** The pages as made up, with each lever used; null where stories run through the bands of page layouts. */
  readonly pagePlan: readonly DummyPage[] | null;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Files of the edition that lie beside these from earlier builds, though its sources have changed since. */
  readonly outdated: readonly string[];
  /** What each PDF spends its bytes on. */
  readonly sizes: readonly PdfSizeReport[];
};

/** The sizes of one PDF. */
export type PdfSizeReport = PdfSizes & { readonly name: string; readonly profile: PdfProfile | 'sheets' };

/** Milliseconds of one stage, over all editions of the issue. */
export type StageTiming = { readonly stage: string; readonly milliseconds: number };

/** What a build tells: the summary, the JSON of `--json` and the exit code are made from it. */
export type BuildReport = {
  /** Folder of the issue as asked for. */
  readonly issue: string;
  readonly isBuilt: boolean;
  /** 0 ok, 1 content, 2 manifest, 3 input or output, 4 limit. */
  readonly exitCode: number;
  readonly editions: readonly EditionReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly StageTiming[];
  readonly milliseconds: number;
};
