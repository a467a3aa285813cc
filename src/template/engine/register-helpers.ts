import type Handlebars from 'handlebars';
import type { Span } from '../../core/origin.ts';
import { reportFault } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { fieldOf } from '../template-data.ts';
import { countOutput, spanOfPlace, type TemplateRun } from './template-run.ts';

/** What the engine hands a helper last. */
type HelperOptions = Handlebars.HelperOptions & {
  readonly loc?: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly column: number };
  };
};

/** Empty text, lists without items, null, false and 0 count as false, as `{{#if}}` has it for all but 0. */
const isFull = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** Registers the helpers of `helper-names.ts`; `current` gives the rendering that goes on. */
export function registerHelpers(engine: typeof Handlebars, current: () => TemplateRun): void {
  engine.registerHelper('eq', (left: unknown, right: unknown) => left === right);
  engine.registerHelper('ne', (left: unknown, right: unknown) => left !== right);
  engine.registerHelper('not', (value: unknown) => !isFull(value));
  // The last argument is always the engine's options.
  engine.registerHelper('and', (...values: unknown[]) => values.slice(0, -1).every(isFull));
  engine.registerHelper('or', (...values: unknown[]) => values.slice(0, -1).some(isFull));
  engine.registerHelper('word', (key: unknown, options: HelperOptions) =>
    formatWord(String(key), options, current()),
  );
  countEach(engine, current);
}

/** Lists are what makes a template's output large: each turn is counted. */
function countEach(engine: typeof Handlebars, current: () => TemplateRun): void {
  const plain = engine.helpers['each'];
  if (plain === undefined) throw new Error('the template engine has no "each"');
  engine.registerHelper('each', function each(this: unknown, list: unknown, options: HelperOptions): unknown {
    if (list !== null && list !== undefined && typeof list !== 'object') {
      reportFault(current().context, 'GA316', {
        message: `{{#each}} goes over ${typeof list === 'string' ? 'text' : `a ${typeof list}`}, which is no list`,
        hint: 'Ask by {{#if …}} whether it is there, or name a list: docs/themes.md has them.',
        span: spanOfOptions(options, current()),
      });
      return '';
    }
    const fn = (item: unknown, turn?: Handlebars.RuntimeOptions): string => {
      const text = options.fn(item, turn);
      countOutput(current(), text.length);
      return text;
    };
    return plain.call(this, list, { ...options, fn });
  });
}

function formatWord(key: string, options: HelperOptions, run: TemplateRun): string {
  const span = spanOfOptions(options, run);
  const words = fieldOf(fieldOf(run.data, 'edition'), 'words') ?? fieldOf(run.data, 'words');
  const pattern = fieldOf(words, key);
  if (typeof pattern !== 'string') {
    const meant = suggest(key, words === null || typeof words !== 'object' ? [] : Object.keys(words));
    reportFault(run.context, 'GA306', {
      message: `the locale has no word "${key}"`,
      ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
      span,
    });
    return '';
  }
  return fillPattern(pattern, options.hash, (name) =>
    reportFault(run.context, 'GA309', {
      message: `the word "${key}" is "${pattern}" and wants ${name}, which is not given`,
      hint: `Write {{word "${key}" ${name}=…}}.`,
      span,
    }),
  );
}

function fillPattern(
  pattern: string,
  values: Readonly<Record<string, unknown>>,
  missing: (name: string) => void,
): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : null;
    if (value === null || value === undefined) missing(name);
    return isText(value) ? String(value) : '';
  });
}

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

function spanOfOptions(options: HelperOptions, run: TemplateRun): Span | null {
  const { loc } = options;
  if (loc === undefined) return null;
  return spanOfPlace(run, { file: loc.start.line, start: loc.start.column, end: loc.end.column });
}
