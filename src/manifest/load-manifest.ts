import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import { createCollector, reportFault } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';
import { checkSchema } from '../schema/check-schema.ts';
import { isPlainMap, mergeDocuments, pickKeys, renameKey } from '../schema/merge-documents.ts';
import type { Shape } from '../schema/shape.ts';
import { fields, optional } from '../schema/shape.ts';
import type { ValuePath, YamlDocument } from '../schema/yaml-document.ts';
import { checkMarks } from './check-marks.ts';
import { findPublication, folderOf, manifestsIn, nameOf } from './find-manifest.ts';
import type { ManifestFields, SectionFields } from './manifest-schema.ts';
import { MANIFEST_SHAPE, SECTIONS_SHAPE, UNDATED_SHAPE } from './manifest-schema.ts';
import { readDocument } from './read-document.ts';

/** What loading asks of its surroundings. */
export type LoadOptions = {
  readonly host: Host;
  /** galley's own folder, with templates/ and fonts/ in it. */
  readonly packageFolder: string;
};

/** The manifest of one issue with the defaults of its paper, checked by schema; nothing is resolved yet. */
export type LoadedManifest = {
  readonly folder: string;
  /** Name of the folder. */
  readonly issueId: string;
  readonly manifestFile: string;
  /** Folder of the nearest publication.yaml; the issue's own without one. */
  readonly publicationFolder: string;
  readonly publicationFile: string | null;
  /** The issue's keys over the publication's. `sections` is the issue's alone. */
  readonly values: ManifestFields;
  /** `sections` of publication.yaml: titles, in the order of the paper. */
  readonly publicationSections: Readonly<Record<string, SectionFields>>;
  readonly spanOf: (path: ValuePath) => Span | null;
  readonly keySpanOf: (path: ValuePath) => Span | null;
  readonly publicationSpanOf: (path: ValuePath) => Span | null;
  /** Every path of `values` that the sources give, with its place: `masthead.contact.1`. */
  readonly spans: Readonly<Record<string, Span>>;
  /** What the command line asks of theme and format in place of the manifest's, as parts of file names. */
  readonly layout: readonly string[];
  /** Manifests that were read, absolute. */
  readonly sources: readonly string[];
};

/**
 * Loads the manifest of an issue: `issuePath` is the issue's folder or the manifest in it, absolute. The nearest
 * publication.yaml upward gives the defaults; the issue overrides any key, maps key by key.
 *
 * All faults of both files are reported (GA100–GA114, GA148); keys with faults are left out of what is returned, so that
 * {@link resolveIssue} can find what only it sees in the same run.
 *
 * @returns null when there is no manifest, or it is no map of keys
 */
export function loadManifest(
  issuePath: string,
  options: LoadOptions,
  context: Context,
): LoadedManifest | null {
  const { host } = options;
  const manifestFile = findIssue(host, withoutSlash(issuePath), context);
  if (manifestFile === null) return null;
  const folder = folderOf(manifestFile);
  const publicationFile = findPublication(host, folder);
  if (publicationFile !== null)
    reportSecond(manifestsIn(host, folderOf(publicationFile), 'publication'), context);
  const reading = watchSyntax(context);
  const issue = readManifest(host, manifestFile, reading.context);
  const publication = publicationFile === null ? null : readManifest(host, publicationFile, reading.context);
  for (const document of [publication, issue]) if (document !== null) checkMarks(document, context);
  if (issue === null) return null;
  const parts = { folder, manifestFile, publicationFile, issue, publication };
  return assemble(parts, reading.isWellFormed() ? context : withoutMissing(context));
}

/** Passes reports on, and remembers whether one was of syntax. */
function watchSyntax(context: Context): { readonly context: Context; readonly isWellFormed: () => boolean } {
  let isWellFormed = true;
  return {
    context: {
      report: (diagnostic) => {
        isWellFormed = false;
        context.report(diagnostic);
      },
    },
    isWellFormed: () => isWellFormed,
  };
}

/** In a file with faults of syntax a key may be missing only because it could not be read. */
function withoutMissing(context: Context): Context {
  return { report: (diagnostic) => void (diagnostic.code !== 'GA113' && context.report(diagnostic)) };
}

type Parts = {
  readonly folder: string;
  readonly manifestFile: string;
  readonly publicationFile: string | null;
  readonly issue: YamlDocument;
  readonly publication: YamlDocument | null;
};

function assemble(parts: Parts, context: Context): LoadedManifest | null {
  const { publication, issue } = parts;
  const defaults = publication === null ? null : pickKeys(publication, (key) => key !== 'sections');
  const merged = defaults === null ? issue : mergeDocuments(defaults, issue);
  const what = { what: 'the manifest' };
  // A manifest without a date has more to tell of.
  const values =
    checkSchema(MANIFEST_SHAPE, merged, what, context) ??
    checkSchema(UNDATED_SHAPE, merged, what, createCollector());
  const sections = publication === null ? null : checkSections(publication, context);
  if (values === null) return null;
  return {
    folder: parts.folder,
    issueId: nameOf(parts.folder),
    manifestFile: parts.manifestFile,
    publicationFolder: parts.publicationFile === null ? parts.folder : folderOf(parts.publicationFile),
    publicationFile: parts.publicationFile,
    values,
    publicationSections: sections ?? {},
    spanOf: merged.spanOf,
    keySpanOf: merged.keySpanOf,
    publicationSpanOf: publication?.spanOf ?? (() => null),
    spans: collectSpans(merged),
    layout: [],
    sources: [parts.manifestFile, ...(parts.publicationFile === null ? [] : [parts.publicationFile])],
  };
}

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

function findIssue(host: Host, path: string, context: Context): string | null {
  const kind = host.fileKind(path);
  if (kind === 'file') {
    if (/\.(?:ya?ml|json)$/i.test(path)) return path;
    reportFault(context, 'GA100', {
      message: 'this file is no manifest: one is called issue.yaml',
      hint: 'Give the folder of the issue.',
      span: { file: path, start: 0, end: 0 },
    });
    return null;
  }
  const found = kind === 'folder' ? manifestsIn(host, path, 'issue') : [];
  const [first] = found;
  if (first === undefined) {
    const message =
      kind === 'missing'
        ? 'there is no folder or file of that name'
        : kind === 'folder'
          ? 'there is no issue.yaml in this folder'
          : 'this is neither a folder nor a file, and cannot be read';
    const hint = kind === 'folder' ? hintForPaper(host, path) : {};
    reportFault(context, 'GA100', { message, ...hint, span: { file: path, start: 0, end: 0 } });
    return null;
  }
  reportSecond(found, context);
  return first;
}

function reportSecond([first, second]: readonly string[], context: Context): void {
  if (first === undefined || second === undefined) return;
  reportFault(context, 'GA114', {
    message: `two manifests stand in one folder: ${nameOf(first)} and ${nameOf(second)}`,
    span: { file: second, start: 0, end: 0 },
  });
}

/** Folders that a hint names. */
const MOST_NAMED = 5;

/** The folder of a paper holds its issues: one of them is meant. */
function hintForPaper(host: Host, folder: string): { readonly hint?: string } {
  const issues = host
    .listFolder(folder)
    .filter((name) => manifestsIn(host, `${folder}/${name}`, 'issue').length > 0);
  if (issues.length === 0) return {};
  const last = issues.slice(-MOST_NAMED);
  const more = issues.length > last.length ? ', among others' : '';
  return { hint: `Give the folder of an issue in it: ${last.join(', ')}${more}.` };
}

function readManifest(host: Host, file: string, context: Context): YamlDocument | null {
  const document = readDocument(host, file, context);
  if (document === null || !isPlainMap(document.value)) return document;
  const second = document.keySpanOf(['imprint']);
  const first = document.keySpanOf(['masthead']);
  if (first === null || second === null) return renameKey(document, 'imprint', 'masthead');
  reportFault(context, 'GA108', {
    message: '`masthead` and `imprint` mean the same, and both are given',
    span: second,
    related: [{ message: 'the masthead', span: first }],
  });
  return pickKeys(document, (key) => key !== 'imprint');
}

type SectionsOnly = { readonly sections: Readonly<Record<string, SectionFields>> | null };

const SECTIONS_ONLY: Shape<SectionsOnly> = fields<SectionsOnly>(
  { sections: optional(SECTIONS_SHAPE) },
  'sections',
);

function checkSections(publication: YamlDocument, context: Context): SectionsOnly['sections'] {
  const only = pickKeys(publication, (key) => key === 'sections');
  return checkSchema(SECTIONS_ONLY, only, { what: 'the publication' }, context)?.sections ?? null;
}

function collectSpans(document: YamlDocument): Record<string, Span> {
  const spans = new Map<string, Span>();
  const visit = (value: YamlDocument['value'], path: ValuePath): void => {
    const span = document.spanOf(path);
    if (span !== null && path.length > 0) spans.set(path.join('.'), span);
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, isList ? Number(key) : key]);
  };
  visit(document.value, []);
  return Object.fromEntries(spans);
}
