import type { Span } from '../../core/origin.ts';
import { reportFault, type Context } from '../../diagnostics/context.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { BLOCK_HELPERS, INLINE_HELPERS } from './helper-names.ts';
import {
  visitTemplate,
  type AstCall,
  type AstExpression,
  type AstNode,
  type AstProgram,
} from './template-ast.ts';

/** What is known of the template that is checked. */
export type CheckedTemplate = { readonly file: string; readonly partials: readonly string[] };

type Check = CheckedTemplate & { readonly context: Context; isSound: boolean };

/**
 * Whether a template uses only what templates may. Locations must be rewritten before (`locateNodes`).
 * Reports GA303 for an unknown helper, GA304 for an unknown partial, GA305 for what is not allowed.
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
      if (isCall(node)) checkHelper(node.path, INLINE_HELPERS, check);
      return;
    case 'SubExpression':
      checkHelper(node.path, INLINE_HELPERS, check);
      return;
    case 'BlockStatement':
      checkHelper(node.path, BLOCK_HELPERS, check);
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

function checkHelper(path: AstExpression, known: readonly string[], check: Check): void {
  if (path.type !== 'PathExpression') {
    refuse('only a helper can be called here, by its name', path, check);
    return;
  }
  if (known.includes(path.original)) return;
  const isBlock = known === BLOCK_HELPERS;
  report(check, 'GA303', {
    message: isBlock
      ? `{{#${path.original}}} is no block that galley knows`
      : `there is no helper "${path.original}"`,
    hint: helperHint(path.original, isBlock),
    span: spanOf(path, check),
  });
}

function helperHint(name: string, isBlock: boolean): string {
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
