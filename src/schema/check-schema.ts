import type { z } from 'zod';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { describeValue } from './describe-value.ts';
import { hintForKey } from './other-names.ts';
import type { Shape } from './shape.ts';
import type { PlainValue, ValuePath, YamlDocument } from './yaml-document.ts';
import { formatPath } from './yaml-document.ts';

/** How messages name the file: `what` is "an issue's manifest", `required` what a missing key is told. */
export type SchemaSubject = { readonly what: string };

type Issue = z.core.$ZodIssue;

/**
 * Checks a document against a shape and reports every fault at its place (GA110 unknown key, GA111 wrong value,
 * GA112 not one of the words, GA113 key missing).
 *
 * Keys with faults are then taken out and the rest is checked again, so that the caller can go on to find what only
 * a later stage sees; the errors are reported all the same.
 *
 * @returns null when what is left does not fit the shape
 */
export function checkSchema<T>(
  shape: Shape<T>,
  document: YamlDocument,
  subject: SchemaSubject,
  context: Context,
): T | null {
  let value: PlainValue = document.value ?? {};
  const first = shape.safeParse(value);
  if (first.success) return first.data;
  const issues = first.error.issues.flatMap((issue) => narrow(issue, []));
  issues.sort((a, b) => placeOf(document, a) - placeOf(document, b));
  for (const issue of issues)
    if (!isMisspelt(issue, issues, document)) reportIssue(issue, { document, subject, context });
  // First only what is wrong; where that leaves a hole (an entry of a list, a key that must be), the whole key.
  for (const isThorough of [false, true]) {
    for (const issue of issues) value = withoutFault(value, issue, isThorough);
    const next = shape.safeParse(value);
    if (next.success) return next.data;
  }
  return null;
}

function placeOf(document: YamlDocument, issue: Issue): number {
  // As in `narrow`.
  const path = issue.path as (string | number)[];
  const whole = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
  return nearestSpan(document, whole)?.start ?? 0;
}

/** The faults inside the branch of a union that the author meant, with whole paths. */
function narrow(issue: Issue, prefix: ValuePath): Issue[] {
  // Paths of plain data hold strings and indices only; zod's type allows symbols.
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const branch = issue.code === 'invalid_union' ? meantBranch(issue.errors) : null;
  if (branch === null) return [{ ...issue, path }];
  return branch.flatMap((inner) => narrow(inner, path));
}

/** The branch whose own type fits, so that only something inside it is wrong; null when none does. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  return branches.find((issues) => issues.length > 0 && issues.every(isInside)) ?? null;
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys' || issue.code === 'invalid_format';
}

/** Whether a key is missing because it stands there misspelt, which is told. */
function isMisspelt({ path }: Issue, issues: readonly Issue[], document: YamlDocument): boolean {
  // As in `narrow`.
  if (valueAt(document.value, path as (string | number)[]) !== undefined) return false;
  const parent = path.slice(0, -1).join('.');
  return issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('.') === parent &&
      other.keys.some((key) => suggest(key, other.message.split(' ')) === path.at(-1)),
  );
}

type Place = { readonly document: YamlDocument; readonly subject: SchemaSubject; readonly context: Context };

function reportIssue(issue: Issue, place: Place): void {
  // As in `narrow`.
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportUnknownKey([...path, key], issue.message.split(' '), place);
    return;
  }
  const value = valueAt(place.document.value, path);
  const name = path.length === 0 ? place.subject.what : `\`${formatPath(path)}\``;
  const span = place.document.spanOf(path) ?? nearestSpan(place.document, path);
  if (value === undefined || (value === null && path.length > 0)) {
    const message = `${name} is missing; wanted: ${wantedOf(issue)}`;
    reportFault(place.context, 'GA113', { message, span });
    return;
  }
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    const near = typeof value === 'string' ? suggest(value, words) : null;
    const hint =
      near === null
        ? `It may be: ${words.join(', ')}.`
        : `Did you mean \`${near}\`? It may be: ${words.join(', ')}.`;
    reportFault(place.context, 'GA112', { message: `${name} cannot be ${describeValue(value)}`, hint, span });
    return;
  }
  const message = `${name} is ${describeValue(value)}; wanted: ${wantedOf(issue)}`;
  reportFault(place.context, 'GA111', { message, span });
}

function reportUnknownKey(path: ValuePath, known: readonly string[], place: Place): void {
  const key = String(path.at(-1));
  const owner = path.length === 1 ? place.subject.what : `\`${formatPath(path.slice(0, -1))}\``;
  const near = suggest(key, known);
  const hint =
    hintForKey(key, known) ??
    (near === null ? `Its keys are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`);
  const span = place.document.keySpanOf(path) ?? nearestSpan(place.document, path);
  reportFault(place.context, 'GA110', { message: `${owner} has no key \`${key}\``, hint, span });
}

function wantedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

function nearestSpan(document: YamlDocument, path: ValuePath): ReturnType<YamlDocument['spanOf']> {
  for (let length = path.length; length > 0; length--) {
    const span = document.keySpanOf(path.slice(0, length)) ?? document.spanOf(path.slice(0, length));
    if (span !== null) return span;
  }
  const root = document.spanOf([]);
  return root === null ? null : { ...root, end: root.start };
}

/** The value at a path; undefined where there is none. */
function valueAt(value: PlainValue, path: ValuePath): PlainValue | undefined {
  let at: PlainValue | undefined = value;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (typeof at === 'object' && at !== null)
      at = Object.getOwnPropertyDescriptor(at, String(step))?.value;
    else return undefined;
  }
  return at;
}

/** The value without the keys an issue is about; `isThorough` takes the list that the fault lies in. */
function withoutFault(value: PlainValue, issue: Issue, isThorough: boolean): PlainValue {
  // As in `narrow`.
  const path = issue.path as (string | number)[];
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return paths.reduce<PlainValue>((rest, each) => {
    const index = each.findIndex((step) => typeof step === 'number');
    return removeKey(rest, isThorough && index >= 0 ? each.slice(0, index) : each);
  }, value);
}

/** Entries of lists stay, whatever is wrong with them: their indices are places. */
function removeKey(value: PlainValue, path: ValuePath): PlainValue {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((inner: PlainValue, index) => (index === step ? removeKey(inner, rest) : inner));
  const entries = Object.entries(value);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === step ? removeKey(inner, rest) : inner]),
  );
}
