import { z } from 'zod';
import type { Shape } from './shape.ts';
import { JSON_FORMS } from './shape.ts';

/** What a generated schema says of itself. */
export type JsonSchemaHead = { readonly title: string; readonly description: string };

/**
 * A shape as JSON Schema 2020-12, for completion and checks in editors. It describes what may be written, so numbers
 * and booleans are allowed where galley reads text as typed, and an empty key wherever a key may be left out.
 *
 * @returns the file's text, with a line end
 */
export function toJsonSchema(shape: Shape<unknown>, head: JsonSchemaHead): string {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', override: adapt });
  return `${JSON.stringify({ $schema: schema.$schema, ...head, ...schema, ...head }, null, 2)}\n`;
}

function adapt(at: {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const { jsonSchema } = at;
  delete jsonSchema.default;
  delete jsonSchema.readOnly;
  delete jsonSchema.propertyNames;
  describeOptional(jsonSchema);
  const form = JSON_FORMS.get(at.zodSchema);
  if (form === undefined) return;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, form);
}

/** A key that may be empty shows the description of what it holds. */
function describeOptional(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  const [first, second] = jsonSchema.anyOf ?? [];
  if (typeof first !== 'object' || typeof second !== 'object' || second.type !== 'null') return;
  if (first.description === undefined) return;
  jsonSchema.description = first.description;
  delete first.description;
}
