import Handlebars from 'handlebars';
import { reportFault, type Context } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { compareCodePoints } from '../../host/compare-code-points.ts';
import { compileTemplate, type CompiledTemplate } from './compile-template.ts';
import { installFieldLookup } from './field-lookup.ts';
import { registerHelpers } from './register-helpers.ts';
import { reportRenderFault } from './report-render-fault.ts';
import type { TemplateData } from '../template-data.ts';
import { countOutput, PARTIAL_DEPTH_LIMIT, TemplateLimitError, type TemplateRun } from './template-run.ts';
import type { TemplateSet } from '../template-set.ts';

/** A template's name and where it stands. */
export type TemplateFile = { readonly name: string; readonly path: string };

/** The files of a set, and their opener: it gives a file's text, or null after reporting why not. */
export type TemplateFiles = {
  readonly files: ReadonlyMap<string, TemplateFile>;
  readonly read: (path: string, context: Context) => string | null;
};

/** A partial that could not be compiled; its faults are reported. */
class BrokenPartialError extends Error {
  override readonly name = 'BrokenPartialError';
}

/** Names of partials as templates write them stand under this. */
const PARTIALS = 'partials/';

/** The Handlebars of one set: what is compiled, and the rendering that goes on. */
export class TemplateEngine implements TemplateSet {
  readonly names: readonly string[];
  readonly #engine: typeof Handlebars = Handlebars.create();
  readonly #source: TemplateFiles;
  readonly #partials: readonly string[];
  readonly #compiled = new Map<string, CompiledTemplate | null>();
  /** Path of each file by its number in places. */
  readonly #paths: string[] = [];
  #run: TemplateRun | null = null;

  constructor(source: TemplateFiles) {
    this.#source = source;
    this.names = [...source.files.keys()].sort(compareCodePoints);
    this.#partials = this.names
      .filter((name) => name.startsWith(PARTIALS))
      .map((name) => name.slice(PARTIALS.length));
    installFieldLookup(this.#engine);
    registerHelpers(this.#engine, () => this.#current());
    for (const name of this.#partials) {
      this.#engine.registerPartial(name, (fields: unknown, options?: Handlebars.RuntimeOptions) =>
        this.#callPartial(`${PARTIALS}${name}`, fields, options),
      );
    }
  }

  fileOf(name: string): string | null {
    return this.#source.files.get(name)?.path ?? null;
  }

  fill(name: string, data: TemplateData, context: Context): string | null {
    const path = this.fileOf(name);
    if (path === null) {
      reportMissing(name, this.names, context);
      return null;
    }
    const template = this.#compile(name, path, context);
    if (template === null) return null;
    const run: TemplateRun = {
      context,
      data,
      fileOf: (number) => this.#paths[number] ?? path,
      made: 0,
      inside: [],
    };
    this.#run = run;
    try {
      const text = template(data);
      countOutput(run, text.length);
      return text;
    } catch (error) {
      if (!(error instanceof BrokenPartialError)) reportRenderFault(error, { run, file: path });
      return null;
    } finally {
      this.#run = null;
    }
  }

  #current(): TemplateRun {
    if (this.#run === null) throw new Error('a helper was called while nothing is rendered');
    return this.#run;
  }

  #compile(name: string, path: string, context: Context): CompiledTemplate | null {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const text = this.#source.read(path, context);
    const fileNumber = this.#paths.push(path) - 1;
    const place = { engine: this.#engine, file: path, fileNumber, partials: this.#partials };
    const template = text === null ? null : compileTemplate({ ...place, text }, context);
    this.#compiled.set(name, template);
    return template;
  }

  /** Partials inside one another without end: the way from one back to itself, and the tag that closes it. */
  #tooDeep(name: string, { inside, context }: TemplateRun): TemplateLimitError {
    const before = inside.lastIndexOf(name);
    const way = [...inside.slice(Math.max(0, before)), name].map((one) => one.slice(PARTIALS.length));
    const limit = `partials are nested ${PARTIAL_DEPTH_LIMIT} deep`;
    const reason = before < 0 ? limit : `${limit}: ${way.join(' › ')}, and so on`;
    const path = this.fileOf(inside.at(-1) ?? name) ?? name;
    const text = this.#source.read(path, context) ?? '';
    const tag = `{{> ${name.slice(PARTIALS.length)}`;
    const start = Math.max(0, text.indexOf(tag));
    return new TemplateLimitError(reason, {
      file: path,
      start,
      end: start + (text.startsWith(tag, start) ? tag.length : 0),
    });
  }

  #callPartial(name: string, fields: unknown, options: Handlebars.RuntimeOptions | undefined): string {
    const run = this.#current();
    const path = this.fileOf(name) ?? name;
    const template = this.#compile(name, path, run.context);
    if (template === null) throw new BrokenPartialError(name);
    if (run.inside.length >= PARTIAL_DEPTH_LIMIT) throw this.#tooDeep(name, run);
    run.inside.push(name);
    const text = template(fields, options);
    run.inside.pop();
    countOutput(run, text.length);
    return text;
  }
}

function reportMissing(name: string, known: readonly string[], context: Context): void {
  const meant = suggest(name, known);
  reportFault(context, 'GA300', {
    message: `there is no template "${name}"`,
    ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
  });
}
