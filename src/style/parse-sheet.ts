import type { CssNode, Declaration as CssDeclaration, Rule } from 'css-tree';
import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { tokensOf } from './value/css-token.ts';
import { foreignMark, parseCss } from './parse-css.ts';
import { parseDeclaration } from './parse-declaration.ts';
import { parseSelector } from './selector/parse-selector.ts';
import type { Selector } from './selector/selector.ts';
import type { Declaration, StyleRule, StyleSheet } from './style-sheet.ts';

type Source = { readonly text: string; readonly file: string; readonly context: Context };

/**
 * Parses a style sheet. A sheet can be used for any number of trees.
 *
 * Reports GA400 for what is no CSS, GA401 for an unknown property, GA402 for a wrong value, GA403 for a selector
 * that is not supported, GA404 for an at-rule; the rest of the sheet is kept.
 */
export function parseSheet(text: string, file: string, context: Context): StyleSheet {
  const source: Source = { text, file, context };
  const sheet = parseCss(text, file, { parseCustomProperty: true }, context);
  const rules: StyleRule[] = [];
  if (sheet.type === 'StyleSheet') sheet.children.forEach((node) => rules.push(...readTop(node, source)));
  return { kind: 'sheet', file, rules };
}

function spanOf(node: CssNode, source: Source): Span {
  const { file, text } = source;
  const from = node.loc?.start.offset ?? 0;
  // css-tree counts the white space after a value to it, and that before the value of a custom property.
  const whole = text.slice(from, node.loc?.end.offset ?? from);
  const start = from + whole.length - whole.trimStart().length;
  return { file, start, end: start + whole.trim().length };
}

function readTop(node: CssNode, source: Source): readonly StyleRule[] {
  if (node.type === 'Rule') return [readRule(node, source)];
  if (node.type === 'Atrule') {
    const span = spanOf(node, source);
    reportFault(source.context, 'GA404', {
      message: `@${node.name} is not supported`,
      span: { ...span, end: span.start + node.name.length + 1 },
    });
  }
  return [];
}

function readRule(rule: Rule, source: Source): StyleRule {
  const selectors: Selector[] = [];
  if (rule.prelude.type === 'SelectorList') {
    rule.prelude.children.forEach((node) => {
      const result = parseSelector(node);
      if (result.kind === 'selector') selectors.push(result.selector);
      else {
        const { message, hint } = result;
        reportFault(source.context, 'GA403', {
          message,
          ...(hint === null ? {} : { hint }),
          span: spanOf(result.node, source),
        });
      }
    });
  }
  const declarations: Declaration[] = [];
  rule.block.children.forEach((node) => {
    if (node.type === 'Declaration') declarations.push(...readDeclaration(node, source));
    else if (node.type === 'Atrule') readTop(node, source);
  });
  return { selectors, declarations };
}

function readDeclaration(node: CssDeclaration, source: Source): readonly Declaration[] {
  // A value that could not be read is reported already.
  if (node.value.type !== 'Value') return [];
  const mark = foreignMark(node.important);
  if (mark !== null) {
    const { end } = spanOf(node, source);
    reportFault(source.context, 'GA402', {
      message: `"${mark}" is no part of a value`,
      hint: 'The only word behind a ! is !important.',
      span: { file: source.file, start: source.text.lastIndexOf('!', end), end },
    });
    return [];
  }
  const valueSpan = spanOf(node.value, source);
  const name = node.property.startsWith('--') ? node.property : node.property.toLowerCase();
  return parseDeclaration(
    {
      name,
      tokens: tokensOf(node.value.children),
      text: source.text.slice(valueSpan.start, valueSpan.end),
      important: node.important !== false,
      span: spanOf(node, source),
      valueSpan,
    },
    source.context,
  );
}
