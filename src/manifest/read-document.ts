import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';
import { reportUnreadable } from '../host/report-unreadable.ts';
import { decodeText } from '../schema/decode-text.ts';
import { isPlainMap } from '../schema/merge-documents.ts';
import { MAX_YAML_LENGTH, parseYaml } from '../schema/parse-yaml.ts';
import type { YamlDocument } from '../schema/yaml-document.ts';

/**
 * Reads a YAML or JSON file whose outermost value is a map; an empty file is an empty map.
 * Reports GA993 when it cannot be read, and the codes of decoding and parsing.
 */
export function readDocument(host: Host, file: string, context: Context): YamlDocument | null {
  const bytes = host.readFile(file);
  const span = { file, start: 0, end: 0 };
  if (bytes === null) {
    reportUnreadable({ file, why: host.whyUnreadable(file) }, null, context);
    return null;
  }
  // A character of UTF-8 has at most four bytes; the exact cap stands in the parser.
  if (bytes.length > 4 * MAX_YAML_LENGTH) {
    reportFault(context, 'GA102', {
      message: `this file has ${bytes.length} bytes, too many for a manifest`,
      span,
    });
    return null;
  }
  const text = decodeText(bytes, file, context);
  const document = text === null ? null : parseYaml(text, { file, offset: 0 }, context);
  if (document === null) return null;
  if (document.value === null)
    return {
      ...document,
      value: {},
      spanOf: (path) => document.spanOf(path) ?? (path.length === 0 ? span : null),
    };
  if (isPlainMap(document.value)) return document;
  reportFault(context, 'GA111', {
    message: 'this file is to be lines of `key: value`; it is a text or a list',
    span: document.spanOf([]),
  });
  return null;
}
