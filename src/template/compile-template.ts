import type Handlebars from 'handlebars';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { checkTemplate } from './check-template.ts';
import { BLOCK_HELPERS, INLINE_HELPERS } from './helper-names.ts';
import { locateNodes } from './locate-nodes.ts';
import { visitTemplate, type AstProgram } from './template-ast.ts';
import { writePlaces } from './write-places.ts';

/** A template that can be filled. */
export type CompiledTemplate = (data: unknown, options?: Handlebars.RuntimeOptions) => string;

/** What is to be compiled. */
export type TemplateSource = {
  readonly engine: typeof Handlebars;
  readonly text: string;
  readonly file: string;
  /** Stands for the file in the places of nodes. */
  readonly fileNumber: number;
  /** Names of the partials it may use. */
  readonly partials: readonly string[];
};

/**
 * Compiles a template: every field strict, places written into its tags.
 * Returns null after a fault: GA301 for syntax, and the codes of `checkTemplate`.
 */
export function compileTemplate(source: TemplateSource, context: Context): CompiledTemplate | null {
  const { engine, text, file } = source;
  const program = parseTemplate(source, context);
  if (program === null) return null;
  locateNodes(program, text, source.fileNumber);
  if (!checkTemplate(program, { file, partials: source.partials }, context)) return null;
  writePlaces(program, text, file);
  // The engine is strict for a field that is printed, but not for one handed to a helper: {{#if dekc}} is a slip too.
  visitTemplate(program, (node) => {
    if (node.type === 'PathExpression') node.strict = true;
  });
  const helpers = [...BLOCK_HELPERS, ...INLINE_HELPERS];
  return engine.compile(program, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
    preventIndent: true,
  });
}

function parseTemplate(source: TemplateSource, context: Context): AstProgram | null {
  try {
    // The engine's own type leaves out which statements there are; template-ast.ts names them all.
    return source.engine.parse(source.text) as unknown as AstProgram;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = /line (\d+)|- (\d+):/.exec(error.message);
    const number = Number(line?.[1] ?? line?.[2] ?? 1);
    const start = source.text.split('\n').slice(0, number - 1).join('\n').length + (number > 1 ? 1 : 0);
    const end = source.text.indexOf('\n', start);
    reportFault(context, 'GA301', {
      message: `the template cannot be read: ${firstReason(error.message)}`,
      span: { file: source.file, start, end: end < 0 ? source.text.length : end },
    });
    return null;
  }
}

/** The engine's own words, without its picture of the line. */
function firstReason(message: string): string {
  const lines = message.split('\n');
  const expecting = lines.find((line) => line.startsWith('Expecting'));
  return (expecting ?? lines[0] ?? '').replace(/^Parse error on line \d+:?\s*/, '').replace(/ - \d+:\d+$/, '').slice(0, 160);
}
