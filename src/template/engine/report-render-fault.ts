import { reportFault } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Span } from '../../core/origin.ts';
import { MissingFieldError, NoTextError } from './field-lookup.ts';
import type { AstLocation } from './template-ast.ts';
import { fieldNames } from '../template-data.ts';
import { spanOfPlace, TemplateLimitError, type TemplateRun } from './template-run.ts';

/** The name that a partial has for what stands in its tag's block. */
const BLOCK_OF_PARTIAL = '@partial-block';

/** The rendering that failed, and the file it began in. */
export type FailedRun = { readonly run: TemplateRun; readonly file: string };

/**
 * Reports what stopped a rendering: GA302 for a field that is not there, GA304 for the block of a partial that has none,
 * GA308 for a limit, GA316 for what is printed and is no text.
 *
 * @throws the error itself when it is none of them: that is our bug.
 */
export function reportRenderFault(error: unknown, failed: FailedRun): void {
  const { run, file } = failed;
  if (error instanceof TemplateLimitError || error instanceof RangeError) {
    const limit = error instanceof TemplateLimitError ? error : new TemplateLimitError('it nests too deep');
    reportFault(run.context, 'GA308', {
      message: `the template was stopped: ${limit.message}`,
      span: limit.at ?? { file, start: 0, end: 0 },
    });
    return;
  }
  if (error instanceof Error && error.message.includes(BLOCK_OF_PARTIAL)) {
    reportFault(run.context, 'GA304', {
      message: `{{> ${BLOCK_OF_PARTIAL}}} stands where no block was handed to a partial`,
      hint: 'Write {{#> name}}…{{/name}} where the partial is used.',
      span: { file, start: 0, end: 0 },
    });
    return;
  }
  if (error instanceof NoTextError) {
    reportFault(run.context, 'GA316', {
      message:
        error.fields === null ? 'a list is to be printed' : 'what is to be printed has fields and is no text',
      hint: textHint(error.fields),
      span: spanAt(run, error.place),
    });
    return;
  }
  if (!(error instanceof MissingFieldError)) throw error;
  const { field, place } = error;
  reportFault(run.context, 'GA302', {
    message: MESSAGES[error.holder](field),
    hint: error.holder === 'empty' ? EMPTY_HINT : fieldHint(field, suggest(field, fieldNames(run.data))),
    span: spanAt(run, place),
  });
}

const spanAt = (run: TemplateRun, { start, end }: AstLocation): Span | null =>
  spanOfPlace(run, { file: start.line, start: start.column, end: end.column });

/** Fields that a hint names. */
const MOST_NAMED = 6;

function textHint(fields: readonly string[] | null): string {
  if (fields === null) return 'Write {{#each …}} around what is to be printed of each.';
  const named = fields.slice(0, MOST_NAMED).join(', ');
  return named === '' ? 'docs/themes.md lists its fields.' : `Name one of its fields: ${named}.`;
}

const MESSAGES: Readonly<Record<MissingFieldError['holder'], (field: string) => string>> = {
  empty: (field) => `the field "${field}" is looked for in something that is empty here`,
  plain: (field) => `the field "${field}" is looked for in text or a number, which has no fields`,
  record: (field) => `there is no field "${field}" here`,
};

const EMPTY_HINT = 'Ask first: {{#if …}} or {{#with …}} around it.';

function fieldHint(name: string, meant: string | null): string {
  if (meant === null) return 'docs/themes.md lists the fields that templates can read.';
  if (meant === name)
    return `"${name}" is a field of another level: inside {{#each}} and {{#with}}, write ../${name} or @root.`;
  return `Did you mean "${meant}"?`;
}
