import type { Span } from '../core/origin.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { attributeForm } from './attribute-values.ts';
import { attributesOf, ELEMENTS } from './vocabulary.ts';

/** Names that one would look for, and where what they mean is to be had. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['ed-box', 'A box is matter with a border and a background of its own in print.css: give a <div> a class.'],
  ['ed-index', 'An index is a panel: <ed-panel rows="auto" template="index"></ed-panel>.'],
  ['ed-jump', 'Jump lines and heads are the templates pages/jump-line.hbs and pages/jump-head.hbs.'],
  [
    'ed-frame accepts',
    'Say slot="lead", "second", "third", "briefs" or "imprint"; advertisements find their own place.',
  ],
]);

/** Reports GA310 for an element outside the vocabulary. */
export function checkElement(name: string, span: Span | null, context: Context): void {
  if (ELEMENTS.has(name)) return;
  const meant = suggest(name, [...ELEMENTS.keys()]);
  reportFault(context, 'GA310', {
    message: `<${name}> is no element that galley knows`,
    ...hintOf(ELSEWHERE.get(name) ?? (meant === null ? null : `Did you mean <${meant}>?`)),
    span,
  });
}

const hintOf = (hint: string | null): { readonly hint?: string } => (hint === null ? {} : { hint });

/** An attribute as it stands on an element. */
export type WrittenAttribute = {
  readonly element: string;
  readonly name: string;
  readonly value: string;
  readonly at: Span | null;
};

/** Whether an attribute may stay. Reports GA311 for one that no such element has, GA315 for a wrong value. */
export function checkAttribute(attribute: WrittenAttribute, context: Context): boolean {
  const { element, name, value, at } = attribute;
  if (/^(data|aria)-[a-z0-9-]+$/.test(name)) return true;
  // An unknown element is reported already; its attributes cannot be judged.
  if (!ELEMENTS.has(element)) return /^[a-z_][a-z0-9_.:-]*$/.test(name);
  const allowed = attributesOf(element);
  if (!allowed.includes(name)) {
    reportFault(context, 'GA311', {
      message: `<${element}> has no attribute "${name}"`,
      hint: ELSEWHERE.get(`${element} ${name}`) ?? attributeHint(name, allowed),
      span: at,
    });
    return false;
  }
  const form = attributeForm(element, name);
  if (form !== null && !form.pattern.test(value)) {
    reportFault(context, 'GA315', {
      message: `${name}="${value}" on <${element}> must be ${form.wanted}`,
      span: at,
    });
  }
  return true;
}

function attributeHint(name: string, allowed: readonly string[]): string {
  if (name === 'style') return 'Give the element a class and write the style in the style sheet.';
  if (name.startsWith('on')) return 'Editions hold no scripts; take it away.';
  const meant = suggest(name, allowed);
  return meant === null ? `It may have: ${allowed.join(', ')}.` : `Did you mean "${meant}"?`;
}

/** Where an element stands. */
export type Nesting = { readonly parent: string; readonly child: string; readonly at: Span | null };

/** Reports GA313 for a block inside an element that holds only text. */
export function checkNesting(nesting: Nesting, context: Context): void {
  const { parent, child, at } = nesting;
  if (ELEMENTS.get(parent) !== 'text-block') return;
  const kind = ELEMENTS.get(child);
  if (kind !== 'block' && kind !== 'text-block' && child !== 'hr') return;
  reportFault(context, 'GA313', {
    message: `<${child}> cannot stand inside <${parent}>, which holds only text`,
    hint: `Close </${parent}> before <${child}>, or use <div> instead of <${parent}>.`,
    span: at,
  });
}
