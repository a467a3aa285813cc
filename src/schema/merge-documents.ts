import type { PlainValue, ValuePath, YamlDocument } from './yaml-document.ts';

type PlainMap = { readonly [key: string]: PlainValue };

/**
 * One document over another: maps are merged key by key, everything else is replaced; an empty key takes the value
 * below it away. The place of a value is where the value that counts stands.
 */
export function mergeDocuments(below: YamlDocument, over: YamlDocument): YamlDocument {
  return {
    value: mergeValues(below.value, over.value),
    spanOf: (path) =>
      (isFrom(over, path) ? over.spanOf(path) : null) ?? below.spanOf(path) ?? over.spanOf(path),
    keySpanOf: (path) => over.keySpanOf(path) ?? below.keySpanOf(path),
  };
}

/** Documents merged, each over those after it; those that could not be read are null, and left out. */
export function mergeAll(documents: readonly (YamlDocument | null)[]): YamlDocument | null {
  return documents.reduceRight<YamlDocument | null>(
    (below, over) => (below === null || over === null ? (over ?? below) : mergeDocuments(below, over)),
    null,
  );
}

/** The root is the upper file: what is missing is missing there. */
function isFrom(document: YamlDocument, path: ValuePath): boolean {
  return path.length === 0 || document.spanOf(path) !== null;
}

function mergeValues(below: PlainValue, over: PlainValue): PlainValue {
  if (!isPlainMap(below) || !isPlainMap(over)) return over;
  const merged = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(over)) {
    const lower = merged.get(key);
    merged.set(key, lower === undefined ? value : mergeValues(lower, value));
  }
  return Object.fromEntries(merged);
}

/** Whether a value is a map of keys. */
export function isPlainMap(value: PlainValue): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The document with one of its outermost keys under another name; places stay. */
export function renameKey(document: YamlDocument, from: string, to: string): YamlDocument {
  if (!isPlainMap(document.value) || !(from in document.value)) return document;
  const back = (path: ValuePath): ValuePath => (path[0] === to ? [from, ...path.slice(1)] : path);
  return {
    value: Object.fromEntries(
      Object.entries(document.value).map(([key, value]) => [key === from ? to : key, value]),
    ),
    spanOf: (path) => document.spanOf(back(path)),
    keySpanOf: (path) => document.keySpanOf(back(path)),
  };
}

/** The document with only some of its outermost keys. */
export function pickKeys(document: YamlDocument, keep: (key: string) => boolean): YamlDocument {
  if (!isPlainMap(document.value)) return document;
  return {
    ...document,
    value: Object.fromEntries(Object.entries(document.value).filter(([key]) => keep(key))),
  };
}
