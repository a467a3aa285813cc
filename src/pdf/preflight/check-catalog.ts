import { PDFArray, PDFBool, PDFDict, PDFName, type PDFObject } from 'pdf-lib';
import { itemsOf, lookUp, nameOf, rawEntry, textOf } from '../object-lookup.ts';
import type { OpenedPdf } from '../open-pdf.ts';
import type { Say } from './finding.ts';
import type { InspectedFile } from './inspect-file.ts';

/** RFC 5646, as far as the standards look at it. */
const LANGUAGE_TAG = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

/** What hangs on the catalog: marks, language, title, forms, layers, actions. */
export function checkCatalog(inspected: InspectedFile, say: Say): void {
  const { file, structure, contents } = inspected;
  const { context, catalog } = file;
  const read = (key: string): PDFObject | undefined => lookUp(context, catalog, key);
  if (!isTrue(file, 'MarkInfo', 'Marked'))
    say('mark-info', 'MarkInfo does not say Marked', { object: catalog });
  if (isTrue(file, 'MarkInfo', 'Suspects')) say('suspects', 'MarkInfo says Suspects', { object: catalog });
  if (structure.root === null) say('structure-root', 'there is no structure tree', { object: catalog });
  if (!isTrue(file, 'ViewerPreferences', 'DisplayDocTitle'))
    say('display-title', 'ViewerPreferences do not say DisplayDocTitle', { object: catalog });
  if (read('AA') !== undefined) say('catalog-actions', 'the catalog has AA', { object: catalog });
  if (read('OpenAction') !== undefined) say('open-action', 'the catalog has OpenAction', { object: catalog });
  if (read('Requirements') !== undefined)
    say('requirements', 'the catalog has Requirements', { object: catalog });
  if (read('NeedsRendering') === PDFBool.True)
    say('form-rendering', 'the catalog says NeedsRendering', { object: catalog });
  const names = read('Names');
  if (names instanceof PDFDict && names.has(PDFName.of('AlternatePresentations')))
    say('alternates', 'Names has AlternatePresentations', { object: catalog });
  checkLanguage(inspected, say);
  const tags = contents.flatMap(({ uses }) => [...uses.languages]);
  for (const tag of new Set(tags))
    if (!LANGUAGE_TAG.test(tag)) say('language-tag', `"${tag}" is no language tag`);
  checkVersion(inspected, say);
  checkForm(file, say);
  checkLayers(file, say);
  checkPermissions(file, say);
}

function isTrue(file: OpenedPdf, dictionary: string, key: string): boolean {
  const holder = lookUp(file.context, file.catalog, dictionary);
  return holder instanceof PDFDict && lookUp(file.context, holder, key) === PDFBool.True;
}

function checkLanguage({ file, structure }: InspectedFile, say: Say): void {
  const { context, catalog } = file;
  const language = textOf(lookUp(context, catalog, 'Lang'));
  if ((language ?? '') === '') say('language', 'the catalog has no Lang', { object: catalog });
  const holders = [catalog, ...structure.elements.map(({ dictionary }) => dictionary)];
  for (const holder of holders) {
    const tag = textOf(lookUp(context, holder, 'Lang'));
    if (tag !== null && tag !== '' && !LANGUAGE_TAG.test(tag))
      say('language-tag', `"${tag}" is no language tag`, { object: holder });
  }
}

function checkVersion({ file, claims }: InspectedFile, say: Say): void {
  const version = nameOf(lookUp(file.context, file.catalog, 'Version'));
  if (claims.pdfA?.part === '4' && version !== null && !/^2\.\d$/.test(version))
    say('version', `the catalog says PDF ${version}`, { object: file.catalog });
  // Readers take the later of both (ISO 32000-1, 7.7.2).
  const effective = version !== null && version > file.parsed.version ? version : file.parsed.version;
  if (claims.pdfX !== null && claims.pdfA?.part !== '4' && effective > '1.6')
    say('version', `the file says PDF ${effective}`, { object: file.catalog });
}

function checkForm(file: OpenedPdf, say: Say): void {
  const form = lookUp(file.context, file.catalog, 'AcroForm');
  if (!(form instanceof PDFDict)) return;
  if (lookUp(file.context, form, 'NeedAppearances') === PDFBool.True)
    say('form-appearances', 'AcroForm says NeedAppearances', { object: form });
  if (lookUp(file.context, form, 'XFA') !== undefined) say('form-xfa', 'AcroForm has XFA', { object: form });
}

function checkLayers(file: OpenedPdf, say: Say): void {
  const { context } = file;
  const properties = lookUp(context, file.catalog, 'OCProperties');
  if (!(properties instanceof PDFDict)) return;
  say('layers', 'the catalog has OCProperties', { object: properties });
  const all = rawItems(lookUp(context, properties, 'OCGs'));
  const names = new Set<string>();
  const configurations = [
    ...itemsOf(context, rawEntry(properties, 'D')),
    ...itemsOf(context, rawEntry(properties, 'Configs')),
  ];
  for (const configuration of configurations) {
    if (!(configuration instanceof PDFDict)) continue;
    const name = textOf(lookUp(context, configuration, 'Name')) ?? '';
    if (name === '') say('layer-name', 'an arrangement of layers has no Name', { object: configuration });
    else if (names.has(name))
      say('layer-names', `two arrangements of layers are named "${name}"`, { object: configuration });
    names.add(name);
    if (configuration.has(PDFName.of('AS')))
      say('layer-automatic', 'an arrangement of layers has AS', { object: configuration });
    const order = lookUp(context, configuration, 'Order');
    const ordered = new Set<PDFObject>();
    if (order !== undefined) collectItems(file, order, ordered, 0);
    if (order !== undefined && !all.every((layer) => ordered.has(layer)))
      say('layer-order', 'a layer is not in Order', { object: configuration });
  }
}

const rawItems = (object: PDFObject | undefined): readonly PDFObject[] =>
  object instanceof PDFArray ? object.asArray() : [];

function collectItems(file: OpenedPdf, object: PDFObject, into: Set<PDFObject>, depth: number): void {
  for (const item of rawItems(object)) {
    into.add(item);
    const found = file.context.lookup(item);
    if (found instanceof PDFArray && depth < 50) collectItems(file, found, into, depth + 1);
  }
}

function checkPermissions(file: OpenedPdf, say: Say): void {
  const permissions = lookUp(file.context, file.catalog, 'Perms');
  if (!(permissions instanceof PDFDict)) return;
  for (const key of permissions.keys())
    if (!['UR3', 'DocMDP'].includes(key.decodeText()))
      say('permissions', `Perms has ${key.decodeText()}`, { object: permissions });
}
