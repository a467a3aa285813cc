/** The wanted form of an attribute's value: a pattern, and the same in words. */
export type AttributeForm = { readonly pattern: RegExp; readonly wanted: string };

const COUNT: AttributeForm = { pattern: /^[1-9]\d{0,2}$/, wanted: 'a whole number from 1' };
const ROWS: AttributeForm = {
  pattern: /^([1-9]\d{0,3}|auto|rest)$/,
  wanted: 'a number of rows, auto or rest',
};
const COLS: AttributeForm = {
  pattern: /^([1-9]\d{0,2}|all|rest)$/,
  wanted: 'a number of columns, all or rest',
};
const SIDE: AttributeForm = { pattern: /^(left|right|both|any)$/, wanted: 'left, right, both or any' };
const ACCEPTED = 'lead|second|third|brief|ad|house';
const ACCEPTS: AttributeForm = {
  pattern: new RegExp(`^(${ACCEPTED})(\\s+(${ACCEPTED}))*$`),
  wanted: 'one or more of lead, second, third, brief, ad, house',
};

const FORMS: Readonly<Record<string, AttributeForm>> = {
  cols: COLS,
  columns: COUNT,
  rows: ROWS,
  side: SIDE,
  accepts: ACCEPTS,
  shift: { pattern: /^[0-5]$/, wanted: 'a whole number from 0 to 5' },
  part: { pattern: /^\S+$/, wanted: 'the name of a part' },
};

/**
 * The form an attribute of a make-up element must have, or null when any text will do.
 * The same name means the same on every `ed-…` element; HTML's own attributes are not looked at.
 */
export function attributeForm(element: string, attribute: string): AttributeForm | null {
  return element.startsWith('ed-') ? (FORMS[attribute] ?? null) : null;
}
