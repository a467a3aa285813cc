import { findLoneMarks } from '../core/stray-characters.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import { formatPath, type PlainValue, type ValuePath, type YamlDocument } from '../schema/yaml-document.ts';

/** Reports GA148 for each text of a manifest that has a combining mark behind no letter, at the first of them. */
export function checkMarks(document: YamlDocument, context: Context): void {
  const visit = (value: PlainValue, path: ValuePath): void => {
    if (typeof value === 'string') {
      const [first] = findLoneMarks(value);
      if (first === undefined) return;
      const message = `the combining mark ${first.name} in \`${formatPath(path)}\` stands behind no letter`;
      reportFault(context, 'GA148', { message, span: document.spanOf(path) });
    } else if (isList(value)) value.forEach((inner, index) => visit(inner, [...path, index]));
    else if (value !== null) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(document.value, []);
}

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);
