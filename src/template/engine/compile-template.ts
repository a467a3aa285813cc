import type Handlebars from 'handlebars';
import { reportFault, type Context } from '../../diagnostics/context.ts';
import { checkTemplate } from './check-template.ts';
import { BLOCK_HELPERS, INLINE_HELPERS } from './helper-names.ts';
import { findUnclosed } from './find-unclosed.ts';
import { locateNodes } from './locate-nodes.ts';
import type { AstProgram } from './template-ast.ts';
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
 * Compiles a template, with places written into its tags.
 * Returns null after a fault: GA301 for syntax, and the codes of `checkTemplate`.
 */
export function compileTemplate(source: TemplateSource, context: Context): CompiledTemplate | null {
  const { engine, text, file } = source;
  const program = parseTemplate(source, context);
  if (program === null) return null;
  locateNodes(program, text, source.fileNumber);
  if (!checkTemplate(program, { file, partials: source.partials }, context)) return null;
  writePlaces(program, text, file);
  const helpers = [...BLOCK_HELPERS, ...INLINE_HELPERS];
  return engine.compile(program, {
    // Every look-up goes through `installFieldLookup`, which checks it.
    assumeObjects: true,
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
    const unclosed = findUnclosed(source.text);
    const { start, end } = unclosed ?? lineOf(error.message, source.text);
    reportFault(context, 'GA301', {
      message: `the template cannot be read: ${unclosed?.reason ?? reasonOf(error.message)}`,
      span: { file: source.file, start, end },
    });
    return null;
  }
}

type Stretch = { readonly start: number; readonly end: number };

/** The line that the engine's message names; the last one where that lies behind the text. */
function lineOf(message: string, text: string): Stretch {
  const match = /line (\d+)|- (\d+):/.exec(message);
  const last = text.trimEnd().split('\n').length;
  const number = Math.min(last, Number(match?.[1] ?? match?.[2] ?? 1));
  const before = text.split('\n').slice(0, number - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0);
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** What stands in the way, in the words of a theme's author. */
function reasonOf(message: string): string {
  const got = /got '([A-Z_]+)'/.exec(message)?.[1];
  if (got === 'INVALID' || message.includes('Lexical error')) {
    return 'a tag holds a character that cannot stand there';
  }
  if (got !== undefined) return `${TOKENS[got] ?? 'this'} cannot stand here`;
  return (message.split('\n')[0] ?? '').replace(/ - \d+:\d+$/, '');
}

/** Names of the engine's tokens, as they are written. */
const TOKENS: Readonly<Record<string, string>> = {
  CLOSE: '}}',
  CLOSE_UNESCAPED: '}}}',
  CLOSE_SEXPR: ')',
  OPEN_ENDBLOCK: 'the end of a block, {{/…}},',
  INVERSE: '{{else}}',
  EQUALS: '=',
  SEP: '. or /',
};
