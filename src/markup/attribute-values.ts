/** The wanted form of an attribute's value: a pattern, and the same in words. */
export type AttributeForm = { readonly pattern: RegExp; readonly wanted: string };

const COLUMNS: AttributeForm = {
  pattern: /^([1-9]\d{0,2}|auto|all)$/,
  wanted: 'a whole number of columns, auto or all',
};

const FORMS: Readonly<Record<string, AttributeForm>> = {
  align: { pattern: /^(start|center|end)$/, wanted: 'start, center or end' },
  cols: COLUMNS,
  'ed-picture cols': {
    pattern: /^([1-9]\d?|auto|all|[1-9]\d? to ([1-9]\d?|all))$/,
    wanted: 'a number of columns, all, or a range such as 1 to 3 or 2 to all',
  },
  columns: COLUMNS,
  crop: {
    pattern: /^\d{1,4}:\d{1,4}(?: to \d{1,4}:\d{1,4})?$/,
    wanted: 'a proportion such as 4:3, or a range such as 4:3 to 16:9',
  },
  end: { pattern: /^\S{1,8}$/u, wanted: 'a sign of one to eight characters' },
  'img focus': { pattern: /^\d{1,3}% \d{1,3}%$/, wanted: 'two percentages such as 30% 40%' },
  focus: { pattern: /^\d{1,3}% \d{1,3}%$/, wanted: 'two percentages such as 30% 40%' },
  jumps: { pattern: /^none$/, wanted: 'none' },
  legs: { pattern: /^[1-9]\d?$/, wanted: 'a number of legs' },
  part: { pattern: /^\S+$/, wanted: 'the name of a part' },
  rows: { pattern: /^([1-9]\d{0,3}|auto|rest)$/, wanted: 'a number of rows, auto or rest' },
  scale: {
    pattern: /^(?:100|[1-9]\d)%(?: to (?:100|[1-9]\d)%)?$/,
    wanted: 'a percentage such as 80%, or a range such as 80% to 100%',
  },
  'ed-frame slot': {
    pattern: /^(lead|second|third|briefs|imprint)$/,
    wanted: 'lead, second, third, briefs or imprint',
  },
  shift: { pattern: /^[0-5]$/, wanted: 'a whole number from 0 to 5' },
  spread: { pattern: /^true$/, wanted: 'true' },
  template: { pattern: /^\S+$/, wanted: 'the name of a template under pages/' },
};

/**
 * The form an attribute of a make-up element must have, or null when any text will do.
 * The same name means the same on every `ed-…` element unless the element has a form of its own; HTML's own attributes
 * are not looked at, but for those that only galley reads.
 */
export function attributeForm(element: string, attribute: string): AttributeForm | null {
  const own = FORMS[`${element} ${attribute}`] ?? null;
  return own ?? (element.startsWith('ed-') ? (FORMS[attribute] ?? null) : null);
}
