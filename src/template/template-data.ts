/** What a template can read: plain data and nothing else. */
export type TemplateValue = string | number | boolean | null | readonly TemplateValue[] | TemplateData;

/** Fields by name. Every optional field is there, as null when it is empty. */
export type TemplateData = { readonly [field: string]: TemplateValue };

/** Every name of a field anywhere in the data, each once, in the order of the data. */
export function fieldNames(data: TemplateValue): readonly string[] {
  const found = new Set<string>();
  collectNames(data, found);
  return [...found];
}

function collectNames(value: TemplateValue, found: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (isList(value)) {
    for (const item of value) collectNames(item, found);
    return;
  }
  for (const [name, field] of Object.entries(value)) {
    found.add(name);
    collectNames(field, found);
  }
}

const isList = (value: readonly TemplateValue[] | TemplateData): value is readonly TemplateValue[] =>
  Array.isArray(value);

/** A field of a record; null for anything that is no record or has no such field. */
export function fieldOf(value: TemplateValue | undefined, name: string): TemplateValue {
  if (value === null || value === undefined || typeof value !== 'object' || isList(value)) return null;
  return Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}
