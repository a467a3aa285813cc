import Handlebars from 'handlebars';
import type { Span } from '../core/origin.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { fieldNames } from './template-data.ts';
import { spanOfPlace, TemplateLimitError, type TemplateRun } from './template-run.ts';

/** The rendering that failed, and the file it began in. */
export type FailedRun = { readonly run: TemplateRun; readonly file: string };

/**
 * Reports what stopped a rendering: GA302 for a field that is not there, GA308 for a limit.
 *
 * @throws the error itself when it is none of them: that is our bug.
 */
export function reportRenderFault(error: unknown, failed: FailedRun): void {
  const { run, file } = failed;
  if (error instanceof TemplateLimitError || error instanceof RangeError) {
    const reason = error instanceof TemplateLimitError ? error.message : 'it nests too deep';
    reportFault(run.context, 'GA308', {
      message: `the template was stopped: ${reason}`,
      span: { file, start: 0, end: 0 },
    });
    return;
  }
  const missing = error instanceof Handlebars.Exception ? /^"(.+)" not defined in (.*?)(?: - |$)/s.exec(error.message) : null;
  if (!(error instanceof Handlebars.Exception) || missing === null) throw error;
  const [, name = '', holder = ''] = missing;
  const meant = suggest(name, fieldNames(run.data));
  const isEmpty = holder === 'null' || holder === 'undefined';
  reportFault(run.context, 'GA302', {
    message: isEmpty
      ? `the field "${name}" is looked for in something that is empty here`
      : `there is no field "${name}" here`,
    hint: isEmpty ? `Ask first: {{#if …}} or {{#with …}} around it.` : fieldHint(name, meant),
    span: placeOf(error, run),
  });
}

function fieldHint(name: string, meant: string | null): string {
  if (meant === null) return 'docs/themes.md lists the fields that templates can read.';
  if (meant === name) return `"${name}" is a field of another level: inside {{#each}} and {{#with}}, write ../${name} or @root.`;
  return `Did you mean "${meant}"?`;
}

function placeOf(error: Handlebars.Exception, run: TemplateRun): Span | null {
  const { lineNumber, column, endColumn } = error;
  if (typeof lineNumber !== 'number' || typeof column !== 'number') return null;
  return spanOfPlace(run, { file: lineNumber, start: column, end: typeof endColumn === 'number' ? endColumn : column });
}
