import type { Span } from '../core/origin.ts';
import type { Context } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';
import type { PlainValue, ValuePath } from '../schema/yaml-document.ts';
import type { FontFile } from './font-file.ts';
import { reportFault } from '../diagnostics/context.ts';
import { reportUnreadable } from '../host/report-unreadable.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { parseYaml } from '../schema/parse-yaml.ts';

const LIST_NAME = 'family.yaml';

/** What a list says, and what it may say for people alone. */
const LIST_KEYS = ['family', 'faces', 'licence', 'license', 'source', 'version'];
const FACE_KEYS = ['file', 'weight', 'style', 'sizes'];

/**
 * Lists the font files of font folders: each sub-folder with a `family.yaml` is a family. Files are read on first use.
 *
 * A family of an earlier folder hides one of the same name in a later folder: the paper's own fonts replace galley's.
 * In the order of the folders, then of the family folders' names, then of the list.
 *
 * Reports GA505 for a list that cannot be understood, GA506 for a file that is listed but not there, and GA507 for the first
 * of the font files that no list can have.
 */
export function loadFontFiles(folders: readonly string[], host: Host, context: Context): readonly FontFile[] {
  const files: FontFile[] = [];
  const taken = new Set<string>();
  for (const folder of folders) {
    const names = host.listFolder(folder);
    reportLoose(folder, names, host, context);
    const found = names.flatMap((name) => loadFamily(`${folder}/${name}`, host, context));
    for (const file of found) if (!taken.has(file.family.toLowerCase())) files.push(file);
    for (const file of found) taken.add(file.family.toLowerCase());
  }
  return files;
}

/** Files of fonts, by their names. */
const FONT_FILE = /\.(ttf|otf|ttc|otc|woff2?)$/i;

/** A font file that stands loose in a folder of fonts, or in a folder without a list. */
function reportLoose(folder: string, names: readonly string[], host: Host, context: Context): void {
  const inside = (name: string): readonly string[] =>
    host.fileKind(`${folder}/${name}`) === 'folder' &&
    host.fileKind(`${folder}/${name}/${LIST_NAME}`) === 'missing'
      ? host.listFolder(`${folder}/${name}`).map((file) => `${name}/${file}`)
      : [name];
  const loose = names.flatMap(inside).find((name) => FONT_FILE.test(name));
  if (loose === undefined) return;
  const message = `The font file “${loose}” has no ${LIST_NAME} beside it and is passed over.`;
  reportFault(context, 'GA507', { message, span: { file: `${folder}/${loose}`, start: 0, end: 0 } });
}

function loadFamily(folder: string, host: Host, context: Context): FontFile[] {
  const list = `${folder}/${LIST_NAME}`;
  if (host.fileKind(list) !== 'file') return [];
  const bytes = host.readFile(list);
  if (bytes === null) {
    reportUnreadable({ file: list, why: host.whyUnreadable(list) }, null, context);
    return [];
  }
  const document = parseYaml(new TextDecoder().decode(bytes), { file: list, offset: 0 }, context);
  if (document === null) return [];
  const refuse = (message: string, path: ValuePath): null => {
    const span: Span = document.spanOf(path) ?? { file: list, start: 0, end: 0 };
    reportFault(context, 'GA505', { message, span });
    return null;
  };
  const family = textAt(document.value, 'family');
  const faces = valueAt(document.value, 'faces');
  if (family === null) refuse('The family has no name: `family` is missing.', []);
  if (!Array.isArray(faces)) refuse('The family has no list `faces` of its font files.', []);
  if (family === null || !Array.isArray(faces)) return [];
  refuseKeys(document.value, LIST_KEYS, (message, key) => refuse(message, [key]));
  if (faces.length === 0) refuse('The family has no faces.', ['faces']);
  return faces.flatMap((entry: PlainValue, index) => {
    refuseKeys(entry, FACE_KEYS, (message, key) => refuse(message, ['faces', index, key]));
    const face = readEntry(entry, (message) => refuse(message, ['faces', index]));
    if (face === null) return [];
    const path = `${folder}/${face.file}`;
    if (host.fileKind(path) === 'file') return [createFontFile(path, family, face, host)];
    const span = document.spanOf(['faces', index]);
    reportFault(context, 'GA506', {
      message: `The font file “${face.file}” is listed but is not there.`,
      span,
    });
    return [];
  });
}

type FaceEntry = { readonly file: string } & Pick<FontFile, 'weight' | 'style' | 'opticalSizes'>;

function readEntry(entry: PlainValue, refuse: (message: string) => null): FaceEntry | null {
  const file = textAt(entry, 'file');
  const weight = textAt(entry, 'weight') ?? '400';
  const style = textAt(entry, 'style') ?? 'normal';
  const sizes = valueAt(entry, 'sizes');
  if (file === null || /^[/\\]|(^|[/\\])\.\.([/\\]|$)/.test(file)) {
    return refuse('A face needs `file`, the name of a font file in this folder.');
  }
  if (!/^\d{1,4}$/.test(weight) || Number(weight) < 1 || Number(weight) > 1000) {
    return refuse(
      `The weight of “${file}” is “${weight}”; it is a number from 1 to 1000 (400 is regular, 700 bold).`,
    );
  }
  if (style !== 'normal' && style !== 'italic') {
    return refuse(`The style of “${file}” is “${style}”; it is \`normal\` or \`italic\`.`);
  }
  const opticalSizes = sizes === null ? null : readSizes(sizes);
  if (opticalSizes === undefined) {
    return refuse(`The sizes of “${file}” are two numbers in points, the smaller first: \`[8, 13]\`.`);
  }
  return { file, weight: Number(weight), style, opticalSizes };
}

/** Undefined when it is no range. */
function readSizes(value: PlainValue): readonly [number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [from, to] = value.map((item: PlainValue) =>
    typeof item === 'string' && /^\d+(\.\d+)?$/.test(item) ? Number(item) : NaN,
  );
  return from !== undefined && to !== undefined && from < to ? [from, to] : undefined;
}

function createFontFile(path: string, family: string, face: FaceEntry, host: Host): FontFile {
  let bytes: Uint8Array | null = null;
  return {
    path,
    family,
    weight: face.weight,
    style: face.style,
    opticalSizes: face.opticalSizes,
    // A family has dozens of files of a quarter megabyte each, and a page uses a few: read on first use. A file that
    // has gone since it was listed is an empty one, and refused as such when it is opened.
    get bytes() {
      return (bytes ??= host.readFile(path) ?? new Uint8Array());
    },
  };
}

function refuseKeys(
  value: PlainValue,
  known: readonly string[],
  refuse: (message: string, key: string) => null,
): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = suggest(key, known);
    refuse(
      `“${key}” is no key of a ${LIST_NAME}: ${near === null ? `there are ${known.join(', ')}` : `did you mean “${near}”?`}`,
      key,
    );
  }
}

function valueAt(value: PlainValue, key: string): PlainValue {
  if (value === null || typeof value === 'string' || Array.isArray(value)) return null;
  // Not a scalar and not a list: a record of keys.
  return (value as { readonly [name: string]: PlainValue })[key] ?? null;
}

function textAt(value: PlainValue, key: string): string | null {
  const found = valueAt(value, key);
  return typeof found === 'string' && found !== '' ? found : null;
}
