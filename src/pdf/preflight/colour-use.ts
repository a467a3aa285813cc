import { PDFArray, PDFDict, type PDFContext, type PDFObject } from 'pdf-lib';
import { dictOf, lookUp, nameOf } from '../object-lookup.ts';

/** A way to give colours that has no profile of its own. */
export type DeviceFamily = 'gray' | 'rgb' | 'cmyk';

const FAMILIES: Readonly<Record<string, DeviceFamily>> = {
  DeviceGray: 'gray',
  G: 'gray',
  DeviceRGB: 'rgb',
  RGB: 'rgb',
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
};

const DEFAULTS: Readonly<Record<DeviceFamily, string>> = {
  gray: 'DefaultGray',
  rgb: 'DefaultRGB',
  cmyk: 'DefaultCMYK',
};

const DEEPEST = 8;

/** What a colour space leads to. */
export type SpaceUse = {
  readonly devices: readonly DeviceFamily[];
  /** Arrays: the space itself, and those under it. */
  readonly spaces: readonly PDFArray[];
};

/** The entry of a resource, references followed. */
export function resourceOf(resources: PDFDict | null, kind: string, name: string): PDFObject | undefined {
  const holder = resources === null ? undefined : lookUp(resources.context, resources, kind);
  return holder instanceof PDFDict ? lookUp(holder.context, holder, name) : undefined;
}

/** What is used by a colour that is given without naming a space; a default of the resources takes its place. */
export function useOfDevice(family: DeviceFamily, resources: PDFDict | null): SpaceUse {
  const replaced = resourceOf(resources, 'ColorSpace', DEFAULTS[family]);
  return replaced instanceof PDFArray
    ? { devices: [], spaces: [replaced] }
    : { devices: [family], spaces: [] };
}

const NOTHING: SpaceUse = { devices: [], spaces: [] };

/** What a colour space uses: the spaces under a palette, a spot colour or a pattern count as well. */
export function useOfSpace(
  context: PDFContext,
  space: PDFObject | undefined,
  resources: PDFDict | null,
  depth = 0,
): SpaceUse {
  if (depth > DEEPEST) return NOTHING;
  const named = nameOf(space);
  if (named !== null) {
    const family = FAMILIES[named];
    if (family !== undefined) return useOfDevice(family, resources);
    const found = resourceOf(resources, 'ColorSpace', named);
    return found === undefined ? NOTHING : useOfSpace(context, found, resources, depth + 1);
  }
  if (!(space instanceof PDFArray)) return NOTHING;
  const items = space.asArray();
  const kind = nameOf(context.lookup(items[0])) ?? '';
  const device = FAMILIES[kind];
  if (device !== undefined && kind.startsWith('Device')) return useOfDevice(device, resources);
  const under = underOf(kind);
  if (under === null) return { devices: [], spaces: [space] };
  const inner = useOfSpace(context, context.lookup(items[under]), resources, depth + 1);
  return { devices: inner.devices, spaces: [space, ...inner.spaces] };
}

/** The index of the space under another in its array; null where none is. */
function underOf(kind: string): number | null {
  switch (kind) {
    case 'Indexed':
    case 'I':
    case 'Pattern':
      return 1;
    case 'Separation':
    case 'DeviceN':
      return 2;
    default:
      return null;
  }
}

/** What the ColorSpace of a picture, a shading or a group uses. */
export function useOfHolder(holder: PDFObject | undefined, resources: PDFDict | null, key: string): SpaceUse {
  const dictionary = dictOf(holder);
  if (dictionary === null) return NOTHING;
  return useOfSpace(dictionary.context, lookUp(dictionary.context, dictionary, key), resources);
}
