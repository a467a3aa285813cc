import type { Span } from '../../core/origin.ts';
import { reportFault, type Context } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { BLOCK_HELPERS, ENGINE_HELPERS, HELPER_VALUES, INLINE_HELPERS } from './helper-names.ts';
import {
  visitTemplate,
  type AstCall,
  type AstExpression,
  type AstNode,
  type AstPath,
  type AstProgram,
} from './template-ast.ts';

/** What is known of the template that is checked. */
export type CheckedTemplate = { readonly file: string; readonly partials: readonly string[] };

type Check = CheckedTemplate & { readonly context: Context; isSound: boolean };

/**
 * Whether a template uses only what templates may. Locations must be rewritten before (`locateNodes`).
 * Reports GA303 for an unknown helper, GA304 for an unknown partial, GA305 for what is not allowed, GA309 for a helper
 * with too few or too many values.
 */
export function checkTemplate(program: AstProgram, template: CheckedTemplate, context: Context): boolean {
  const check: Check = { ...template, context, isSound: true };
  visitTemplate(program, (node) => checkNode(node, check));
  return check.isSound;
}

function checkNode(node: AstNode, check: Check): void {
  switch (node.type) {
    case 'MustacheStatement':
      if (!node.escaped) refuse('unescaped output is not allowed: {{{…}}} and {{&…}}', node, check);
      if (isCall(node) || isHelperName(node.path)) checkHelper(node, INLINE_HELPERS, check);
      return;
    case 'SubExpression':
      checkHelper(node, INLINE_HELPERS, check);
      return;
    case 'BlockStatement':
      checkHelper(node, BLOCK_HELPERS, check);
      return;
    case 'Decorator':
    case 'DecoratorBlock':
      refuse('decorators ({{* …}}) are not allowed', node, check);
      return;
    case 'PartialStatement':
    case 'PartialBlockStatement':
      checkPartial(node.name, check);
      return;
    default:
  }
}

const isCall = (call: AstCall): boolean => call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;

const HELPERS: readonly string[] = [...BLOCK_HELPERS, ...INLINE_HELPERS, ...ENGINE_HELPERS];

/** Does the engine call a helper where this stands alone in a tag? */
const isHelperName = (path: AstExpression): boolean =>
  path.type === 'PathExpression' && !path.data && HELPERS.includes(path.original);

function checkHelper(
  { path, params }: AstCall & { readonly path: AstExpression },
  known: readonly string[],
  check: Check,
): void {
  if (path.type !== 'PathExpression') {
    refuse('only a helper can be called here, by its name', path, check);
    return;
  }
  if (known.includes(path.original)) return checkValues(path, params.length, check);
  const isBlock = known === BLOCK_HELPERS;
  report(check, 'GA303', {
    message: isBlock
      ? `{{#${path.original}}} is no block that galley knows`
      : `there is no helper "${path.original}"`,
    hint: helperHint(path.original, isBlock),
    span: spanOf(path, check),
  });
}

function checkValues(path: AstPath, given: number, check: Check): void {
  const name = path.original;
  const wanted = HELPER_VALUES[name] ?? Math.max(1, given);
  if (given === wanted) return;
  report(check, 'GA309', {
    message: `"${name}" takes ${valuesOf(wanted)}, and ${given === 0 ? 'none is' : `${given} are`} given`,
    hint: `Write ${writtenOut(name, wanted)}.`,
    span: spanOf(path, check),
  });
}

function writtenOut(name: string, values: number): string {
  if (BLOCK_HELPERS.includes(name)) return `{{#${name} …}}`;
  const call = `${name}${' …'.repeat(values)}`;
  return name === 'word' ? `{{${call}}}` : `{{#if (${call})}}`;
}

const valuesOf = (count: number): string => (count === 1 ? 'one value' : 'two values');

function helperHint(name: string, isBlock: boolean): string {
  if (!isBlock && BLOCK_HELPERS.includes(name)) return `Write {{#${name} …}}…{{/${name}}}.`;
  if (isBlock && INLINE_HELPERS.includes(name)) return `Write {{#if (${name} …)}}…{{/if}}.`;
  const meant = suggest(name, isBlock ? BLOCK_HELPERS : INLINE_HELPERS);
  if (meant !== null) return `Did you mean "${meant}"?`;
  if (isBlock) return `Blocks are ${BLOCK_HELPERS.join(', ')}. To go into a field, write {{#with ${name}}}.`;
  return `Helpers are ${INLINE_HELPERS.join(', ')}.`;
}

function checkPartial(name: AstExpression, check: Check): void {
  if (name.type === 'SubExpression') {
    refuse('the name of a partial must be written out', name, check);
    return;
  }
  const written = 'original' in name ? String(name.original) : '';
  if (written === '@partial-block' || check.partials.includes(written)) return;
  const meant = suggest(written, check.partials);
  report(check, 'GA304', {
    message: `there is no partial "${written}"`,
    ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
    span: spanOf(name, check),
  });
}

const spanOf = (node: AstNode, check: Check): Span => ({
  file: check.file,
  start: node.loc.start.column,
  end: node.loc.end.column,
});

function refuse(message: string, node: AstNode, check: Check): void {
  report(check, 'GA305', { message, span: spanOf(node, check) });
}

function report(check: Check, code: string, details: Parameters<typeof reportFault>[2]): void {
  check.isSound = false;
  reportFault(check.context, code, details);
}
