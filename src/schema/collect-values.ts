import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Node, Pair, Scalar, YAMLMap } from 'yaml';
import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import type { PlainValue, ValuePath, YamlDocument } from './yaml-document.ts';
import { isOpenMap, type Trap } from './yaml-trap.ts';

/** What a walk over YAML nodes needs beside them. */
export type WalkOptions = {
  readonly place: { readonly file: string; readonly offset: number };
  /** Traps by the offset at which their value begins: what the author meant there. */
  readonly meant: ReadonlyMap<number, Trap>;
  readonly isJson: boolean;
  readonly context: Context;
};

type Walk = WalkOptions & {
  readonly values: Map<string, Span>;
  readonly keys: Map<string, Span>;
  count: number;
};

/** Keys and list entries in one file. */
export const MAX_YAML_ENTRIES = 20_000;

/** Characters of one text; a sentence of a manifest has some hundred, the longest correction a few thousand. */
export const MAX_TEXT_LENGTH = 10_000;

/** Keys of one map; the largest, of abbreviations, has a tenth of it. */
export const MAX_MAP_KEYS = 2_000;

/** Levels of nesting; a manifest has five. */
const MAX_DEPTH = 40;

/** Names that mean something to JavaScript objects; no key of ours is called so. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** YAML nodes to plain data with a span for every path. Reports GA102, GA108, GA109. */
export function collectValues(contents: unknown, options: WalkOptions): YamlDocument {
  const walk: Walk = { ...options, values: new Map(), keys: new Map(), count: 0 };
  // The package types a document's contents as its own nodes; what is none of them is treated as absent.
  const value = collect(walk, contents as Node | null, []);
  if (walk.count > MAX_YAML_ENTRIES) {
    const span = spanAt(walk, 0, 0);
    const message = `this file has more than ${MAX_YAML_ENTRIES} keys and list entries`;
    reportFault(walk.context, 'GA102', { message, span });
  }
  return {
    value,
    spanOf: (path) => walk.values.get(pathKey(path)) ?? null,
    keySpanOf: (path) => walk.keys.get(pathKey(path)) ?? null,
  };
}

/** Unlike the printed form, this one tells a key with a dot in it from two keys. */
function pathKey(path: ValuePath): string {
  return path.join('\0');
}

function spanAt(walk: Walk, start: number, end: number): Span {
  return { file: walk.place.file, start: walk.place.offset + start, end: walk.place.offset + end };
}

function collect(walk: Walk, node: Node | null, path: ValuePath): PlainValue {
  walk.count++;
  if (node === null || walk.count > MAX_YAML_ENTRIES) return null;
  const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const trap = isScalar(node) ? (walk.meant.get(start) ?? walk.meant.get(start - 1)) : undefined;
  const span = trap === undefined ? spanAt(walk, start, end) : spanAt(walk, trap.start, trap.end);
  walk.values.set(pathKey(path), span);
  if (path.length > MAX_DEPTH)
    return reportFeature(walk, span, 'more levels of nesting than any manifest has');
  if (isAlias(node)) return reportFeature(walk, span, 'an alias (*name)');
  if (node.anchor !== undefined) reportFeature(walk, span, `an anchor (&${node.anchor})`);
  if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:str|map|seq)$/.test(node.tag)) {
    reportFeature(walk, span, `a tag (${node.tag})`);
  }
  // What stands in it cannot be known before it is closed; that is told already.
  if (trap !== undefined && isOpenMap(trap)) return {};
  if (isScalar(node)) return limitText(walk, trap === undefined ? scalarText(walk, node) : trap.value, span);
  if (isSeq(node)) return node.items.map((item, index) => collect(walk, asNode(item), [...path, index]));
  if (isMap(node)) return collectMap(walk, node, path);
  return null;
}

/** Items of the package's collections are nodes or pairs; a pair in a list is a map of one key. */
function asNode(item: unknown): Node | null {
  // Everything the composer makes is a Node, a Pair or null; a Pair never reaches this as an entry.
  return item === null || isPair(item) ? null : (item as Node);
}

function reportFeature(walk: Walk, span: Span, what: string): null {
  reportFault(walk.context, 'GA109', { message: `${what} stands here, which galley does not read`, span });
  return null;
}

function limitText(walk: Walk, text: string | null, span: Span): string | null {
  if (text === null || text.length <= MAX_TEXT_LENGTH) return text;
  const message = `this text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read`;
  reportFault(walk.context, 'GA102', { message, span: { ...span, end: span.start } });
  return null;
}

function scalarText(walk: Walk, node: Scalar): string | null {
  const isPlain = node.type === 'PLAIN';
  const text = textOf(node);
  if (isPlain && text === '') return null;
  if (isPlain && walk.isJson && text === 'null') return null;
  // A block scalar ends with a line end that nobody typed for its own sake.
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? text.replace(/\n+$/, '') : text;
}

/** In the schema without types every scalar's value is text. */
function textOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : '';
}

function collectMap(walk: Walk, node: YAMLMap, path: ValuePath): PlainValue {
  if (node.items.length > MAX_MAP_KEYS) {
    const span = spanAt(walk, node.range?.[0] ?? 0, node.range?.[0] ?? 0);
    const message = `this map has ${node.items.length} keys; at most ${MAX_MAP_KEYS} are read`;
    reportFault(walk.context, 'GA102', { message, span });
    return null;
  }
  const entries: [string, PlainValue][] = [];
  const seen = new Map<string, Span>();
  for (const pair of node.items) {
    const key = collectKey(walk, pair);
    if (key === null) continue;
    const first = seen.get(key.name);
    if (first !== undefined) {
      const related = [{ message: 'first given here', span: first }];
      reportFault(walk.context, 'GA108', {
        message: `the key \`${key.name}\` is given twice`,
        span: key.span,
        related,
      });
      continue;
    }
    seen.set(key.name, key.span);
    const inner = [...path, key.name];
    walk.keys.set(pathKey(inner), key.span);
    entries.push([key.name, collect(walk, asNode(pair.value), inner)]);
    if (!walk.values.has(pathKey(inner))) walk.values.set(pathKey(inner), key.span);
  }
  return Object.fromEntries(entries);
}

function collectKey(walk: Walk, pair: Pair): { readonly name: string; readonly span: Span } | null {
  const node = asNode(pair.key);
  const span = spanAt(walk, node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);
  if (node === null || !isScalar(node)) return reportFeature(walk, span, 'a key that is no plain word');
  const name = textOf(node);
  if (name === '<<') return reportFeature(walk, span, 'a merge key (<<)');
  if (FORBIDDEN.has(name)) return reportFeature(walk, span, `the key \`${name}\``);
  return { name, span };
}
