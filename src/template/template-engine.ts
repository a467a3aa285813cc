import Handlebars from 'handlebars';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { compileTemplate, type CompiledTemplate } from './compile-template.ts';
import { registerHelpers } from './register-helpers.ts';
import { reportRenderFault } from './report-render-fault.ts';
import type { TemplateData } from './template-data.ts';
import { countOutput, PARTIAL_DEPTH_LIMIT, TemplateLimitError, type TemplateRun } from './template-run.ts';
import type { TemplateSet } from './template-set.ts';

/** A template's name and where it stands. */
export type TemplateFile = { readonly name: string; readonly path: string };

/** A partial that could not be compiled; its faults are reported. */
class BrokenPartialError extends Error {
  override readonly name = 'BrokenPartialError';
}

/** Makes a set over files by name; `read` gives a file's text, or null after reporting why not. */
export function createTemplateEngine(
  files: ReadonlyMap<string, TemplateFile>,
  read: (path: string) => string | null,
): TemplateSet {
  const engine = Handlebars.create();
  const compiled = new Map<string, CompiledTemplate | null>();
  const paths: string[] = [];
  let run: TemplateRun | null = null;
  const current = (): TemplateRun => {
    if (run === null) throw new Error('a helper was called while nothing is rendered');
    return run;
  };
  const partials = [...files.keys()].filter((name) => name.startsWith('partials/')).map((name) => name.slice(9));

  const compile = (file: TemplateFile, context: Context): CompiledTemplate | null => {
    const known = compiled.get(file.name);
    if (known !== undefined) return known;
    const text = read(file.path);
    const fileNumber = paths.push(file.path) - 1;
    const template =
      text === null ? null : compileTemplate({ engine, text, file: file.path, fileNumber, partials }, context);
    compiled.set(file.name, template);
    return template;
  };
  const callPartial = (file: TemplateFile, fields: unknown, options: Handlebars.RuntimeOptions | undefined): string => {
    const own = current();
    const template = compile(file, own.context);
    if (template === null) throw new BrokenPartialError(file.name);
    if (own.depth >= PARTIAL_DEPTH_LIMIT) throw new TemplateLimitError(`partials are nested ${PARTIAL_DEPTH_LIMIT} deep`);
    own.depth += 1;
    const text = template(fields, options);
    own.depth -= 1;
    countOutput(own, text.length);
    return text;
  };

  registerHelpers(engine, current);
  for (const name of partials) {
    const file = files.get(`partials/${name}`);
    if (file === undefined) continue;
    engine.registerPartial(name, (fields: unknown, options?: Handlebars.RuntimeOptions) => callPartial(file, fields, options));
  }

  const fill = (name: string, data: TemplateData, context: Context): string | null => {
    const file = files.get(name);
    if (file === undefined) {
      reportMissing(name, [...files.keys()], context);
      return null;
    }
    const template = compile(file, context);
    if (template === null) return null;
    run = { context, data, fileOf: (fileNumber) => paths[fileNumber] ?? file.path, made: 0, depth: 0 };
    try {
      const text = template(data);
      countOutput(run, text.length);
      return text;
    } catch (error) {
      if (!(error instanceof BrokenPartialError)) reportRenderFault(error, { run, file: file.path });
      return null;
    } finally {
      run = null;
    }
  };
  return { names: [...files.keys()].sort(byCodePoint), fileOf: (name) => files.get(name)?.path ?? null, fill };
}

const byCodePoint = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function reportMissing(name: string, known: readonly string[], context: Context): void {
  const meant = suggest(name, known);
  reportFault(context, 'GA300', {
    message: `there is no template "${name}"`,
    ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
  });
}
