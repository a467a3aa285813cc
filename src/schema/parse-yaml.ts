import { parseAllDocuments } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { describeYamlError } from './describe-yaml-error.ts';
import { findTraps } from './find-traps.ts';
import { reportTrap } from './report-trap.ts';
import { collectValues } from './collect-values.ts';
import type { YamlDocument } from './yaml-document.ts';
import type { Trap } from './yaml-trap.ts';

/** Where the text comes from: `offset` is added to every span, for front matter inside an article. */
export type YamlPlace = { readonly file: string; readonly offset: number };

/** Characters of YAML in one file; the largest newspaper's manifest has a hundredth of it. */
export const MAX_YAML_LENGTH = 500_000;

/** Faults reported for one file; nobody reads more, and they cost time. */
const MAX_FAULTS = 200;

/**
 * Parses YAML or JSON into plain data whose every scalar is its source text: `007` stays `007`, `true` is a word.
 *
 * An author's text that YAML would cut, empty or refuse is reported (GA104–GA107) with the corrected line, and read as
 * typed, so that everything else in the file is checked in the same run. Reports GA102 (too much), GA103 (not YAML),
 * GA108 (key given twice) and GA109 (features of YAML that no manifest needs). In a `.json` file `null` is no text.
 *
 * @param text the file's text, or the front matter without its fences
 * @returns null when there is nothing to go on with; the document, perhaps with gaps, after reported faults
 */
export function parseYaml(text: string, place: YamlPlace, context: Context): YamlDocument | null {
  const limit = limitFaults(place, context);
  const document = parseLimited(text, place, limit.context);
  limit.close();
  return document;
}

/** Passes on the first faults, and says at the end how many there were. */
function limitFaults(
  place: YamlPlace,
  context: Context,
): { readonly context: Context; readonly close: () => void } {
  let count = 0;
  return {
    context: { report: (diagnostic) => void (++count <= MAX_FAULTS && context.report(diagnostic)) },
    close: () => {
      if (count > MAX_FAULTS)
        reportWhole(context, place, `this file has ${count} faults; the first ${MAX_FAULTS} are listed`);
    },
  };
}

function parseLimited(text: string, place: YamlPlace, context: Context): YamlDocument | null {
  if (text.length > MAX_YAML_LENGTH) {
    const message = `this file has ${text.length} characters of YAML; at most ${MAX_YAML_LENGTH} are read`;
    return reportWhole(context, place, message);
  }
  if (place.file.endsWith('.json') && !isJson(text, place, context)) return null;
  const { traps, deepAt } = findTraps(text);
  if (deepAt !== null) {
    const inner = { ...place, offset: place.offset + deepAt };
    return reportWhole(context, inner, 'lists and brackets stand too deep in one another here');
  }
  const shown = traps.slice(0, MAX_FAULTS + 1);
  for (const trap of shown) reportTrap(trap, { ...place, text, traps: shown }, context);
  const { documents, hasTabs } = parseUntabbed(maskTraps(text, traps), place, context);
  if (documents === null) return reportWhole(context, place, 'this file is nested too deeply to be read');
  const errors = documents.flatMap((document) => document.errors).slice(0, MAX_FAULTS + 1);
  for (const error of errors)
    if (!isInTrap(error, traps) && !(hasTabs && isTabbed(error, text)))
      reportError(error, text, place, context);
  const [first, second] = documents;
  if (second !== undefined) {
    const at = place.offset + (second.range?.[0] ?? 0);
    reportFault(context, 'GA103', {
      message: 'a second document begins here (a line `---`); a manifest is one document',
      span: { file: place.file, start: at, end: at },
    });
  }
  const meant = new Map(traps.map((trap) => [trap.start, trap]));
  return collectValues(first?.contents ?? null, {
    place,
    meant,
    isJson: place.file.endsWith('.json'),
    context,
  });
}

/**
 * Whether a `.json` file may be read on as YAML. Where JavaScript's parser names the place, JSON ends there, and hints
 * on YAML would mislead; what it names no place for, and a comma at the end of a list or map, YAML reads as meant.
 */
function isJson(text: string, place: YamlPlace, context: Context): boolean {
  try {
    JSON.parse(blankLastCommas(text));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const found = /end of JSON/.test(reason) ? text.length : /position (\d+)/.exec(reason)?.[1];
    if (found === undefined) return true;
    const at = place.offset + Math.min(text.length, Number(found));
    reportFault(context, 'GA103', {
      message: 'what begins here does not belong there in JSON',
      hint: 'Look for a comma, a quotation mark or a bracket that is missing before this place.',
      span: { file: place.file, start: at, end: Math.min(place.offset + text.length, at + 1) },
    });
    return false;
  }
}

/** The text with a blank for each comma between a last value and its bracket, offsets unchanged. */
const blankLastCommas = (text: string): string =>
  text.replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])(?<=["\]}\w]\s*,)/g, (part) => (part === ',' ? ' ' : part));

function reportWhole(context: Context, place: YamlPlace, message: string): null {
  const span: Span = { file: place.file, start: place.offset, end: place.offset };
  reportFault(context, 'GA102', { message, span });
  return null;
}

/** `documents` is null when the parser's stack ran out; `hasTabs`: that tabs indent is reported. */
type Untabbed = { readonly documents: readonly Document[] | null; readonly hasTabs: boolean };

/** Where tabs indent, says so once, and reads each as a blank: one tab a level is then what the author meant. */
function parseUntabbed(text: string, place: YamlPlace, context: Context): Untabbed {
  const documents = parseDocuments(text);
  const tabs = (documents ?? [])
    .flatMap((document) => document.errors)
    .filter((error) => error.code === 'TAB_AS_INDENT');
  const [first] = tabs;
  if (first === undefined) return { documents, hasTabs: false };
  const start = place.offset + first.pos[0];
  const others = tabs.length === 1 ? '' : `, and ${tabs.length - 1} more`;
  reportFault(context, 'GA103', {
    message: `this line is indented with a tab${others}`,
    hint: 'Indent with blanks: two for each level.',
    span: { file: place.file, start, end: start + 1 },
  });
  const blanked = text.replace(/^[ \t]+/gm, (indent) => ' '.repeat(indent.length));
  return { documents: parseDocuments(blanked), hasTabs: true };
}

/** Null when the parser's stack ran out: that many levels are no manifest. */
function parseDocuments(text: string): readonly Document[] | null {
  try {
    // Keys are compared by us: the package's own check takes quadratic time.
    const parsed = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
    return Array.from(parsed);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The text with each trap filled by letters (blanks for a line that stands too deep), offsets unchanged. */
function maskTraps(text: string, traps: readonly Trap[]): string {
  let masked = '';
  let from = 0;
  for (const trap of traps) {
    masked += text.slice(from, trap.start);
    const range = text.slice(trap.start, trap.end);
    if (trap.kind === 'indent') masked += ' '.repeat(range.length);
    else if (trap.kind === 'space') masked += ` ${'x'.repeat(range.length - 1)}`;
    else masked += range.replace(/\n[ \t]*|[^\n]/g, (part) => (part.startsWith('\n') ? part : 'x'));
    from = trap.end;
  }
  return masked + text.slice(from);
}

/** Whether an error comes of the letters that fill a trap, which is reported already. */
function isInTrap(error: YAMLError, traps: readonly Trap[]): boolean {
  return traps.some((trap) => error.pos[0] >= trap.start && error.pos[0] <= trap.end);
}

/** Whether an error stands on a line that is indented with tabs: where they are reported, it comes of them. */
function isTabbed(error: YAMLError, text: string): boolean {
  const at = Math.min(error.pos[0], text.length);
  return /^ *\t/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1));
}

function reportError(error: YAMLError, text: string, place: YamlPlace, context: Context): void {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  const { message, hint } = describeYamlError(error, text);
  const span = { file: place.file, start: place.offset + start, end: place.offset + end };
  reportFault(context, 'GA103', { message, ...(hint === null ? {} : { hint }), span });
}
