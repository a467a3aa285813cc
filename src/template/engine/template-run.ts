import type { Span } from '../../core/origin.ts';
import type { Context } from '../../diagnostics/context.ts';
import type { TemplateData } from '../template-data.ts';

/** Most UTF-16 units that one template may make, counted over its lists and partials. */
export const OUTPUT_LIMIT = 20_000_000;

/** Most partials inside one another. */
export const PARTIAL_DEPTH_LIMIT = 50;

/** One rendering while it goes on: what helpers and partials of the engine count and report into. */
export type TemplateRun = {
  readonly context: Context;
  readonly data: TemplateData;
  /** The file a place's number stands for. */
  readonly fileOf: (fileNumber: number) => string;
  made: number;
  /** Partials that the rendering is in, the outermost first, each with its name. */
  readonly inside: string[];
};

/** Stops a rendering that grows beyond its bounds; caught where it began. */
export class TemplateLimitError extends Error {
  override readonly name = 'TemplateLimitError';
  /** Where it was; null for the file the rendering began with. */
  readonly at: Span | null;
  constructor(reason: string, at: Span | null = null) {
    super(reason);
    this.at = at;
  }
}

/** Counts what a part of the template made. */
export function countOutput(run: TemplateRun, length: number): void {
  run.made += length;
  if (run.made > OUTPUT_LIMIT) throw new TemplateLimitError('it makes more than 20 MB');
}

/** The span of a place whose `line` is a file's number and whose `column` is an offset; null without a place. */
export function spanOfPlace(
  run: TemplateRun,
  place: { readonly file: number; readonly start: number; readonly end: number } | null,
): Span | null {
  return place === null ? null : { file: run.fileOf(place.file), start: place.start, end: place.end };
}
