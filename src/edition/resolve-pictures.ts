import { sniffFileFormat } from '../core/foreign-format.ts';
import type { Pt } from '../core/units.ts';
import type { Context } from '../diagnostics/context.ts';
import { reportFault } from '../diagnostics/context.ts';
import { reportUnreadable } from '../host/report-unreadable.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { createAssetStore, type AssetStore } from '../host/asset-store.ts';
import type { Host } from '../host/host.ts';
import type { LoadedManifest } from '../manifest/load-manifest.ts';
import { parseLength } from '../schema/parse-length.ts';
import type { ValuePath } from '../schema/yaml-document.ts';
import type { Ad, HouseFiller, Nameplate, PageGrid, Portrait } from './edition.ts';
import type { Localize } from './localize.ts';
import { dataPictureFault, missingPicture, missingPictureFault } from './missing-picture.ts';

/** The pictures that the manifest itself names, as files. An advertisement whose picture cannot be used is left out. */
export type ManifestPictures = {
  readonly nameplate: Nameplate | null;
  readonly ads: readonly (Omit<Ad, 'alt'> & { readonly index: number })[];
  readonly house: readonly (Omit<HouseFiller, 'alt'> & { readonly index: number })[];
  readonly portraits: readonly Omit<Portrait, 'alt' | 'focus'>[];
};

/** What looking up pictures takes. */
export type PictureOptions = {
  readonly host: Host;
  /** Null when it has faults: sizes are not read then. */
  readonly grid: PageGrid | null;
  /** A picture that is missing is kept as {@link missingPicture}. */
  readonly isDraft: boolean;
};

/**
 * Looks up the pictures of `nameplate`, `ads`, `house` and `portraits` in the issue and its paper, and reads the sizes of advertisements.
 *
 * Reports GA208 for a picture that is missing (GA714 in a draft), GA154 for one that lies outside or is of no format that
 * can be used, GA146 for a portrait without alternative text that is not decorative, or with both, GA155 for an
 * advertisement or house filler without alternative text.
 */
export function resolvePictures(
  loaded: LoadedManifest,
  options: PictureOptions,
  context: Context,
): ManifestPictures {
  const { folder, publicationFolder, values } = loaded;
  const folders = [folder, `${folder}/images`, publicationFolder, `${publicationFolder}/images`];
  const { isDraft } = options;
  const finding = { loaded, assets: createAssetStore(options.host, folders), isDraft, context };
  const nameplate =
    values.nameplate === null
      ? null
      : findPicture(
          { reference: values.nameplate, path: ['nameplate'], wanted: 'SVG, PNG or JPEG' },
          finding,
        );
  const pictureOf = (key: 'ads' | 'house', index: number): string | null => {
    const given = values[key]?.[index];
    if (given === undefined) return null;
    const path = [key, index, 'picture'];
    if (given.alt === null) {
      const what = key === 'ads' ? 'advertisement' : 'house filler';
      const message = `the ${what} \`${given.picture}\` does not say what it says`;
      const hint = `Give it \`alt:\` with the words that the ${what} says.`;
      reportFault(context, 'GA155', { message, hint, span: loaded.spanOf(path) });
    }
    const found = findPicture({ reference: given.picture, path, wanted: 'JPEG, PNG or WebP' }, finding);
    return found?.path ?? null;
  };
  const ads = (values.ads ?? []).flatMap((ad, index) => {
    const file = pictureOf('ads', index);
    const page = ad.page === null ? null : Number(ad.page);
    const size = options.grid === null ? NO_SIZE : sizeOf(ad.size, options.grid);
    return file === null ? [] : [{ index, id: `@ad.${index + 1}`, file, page, ...size }];
  });
  const house = (values.house ?? []).flatMap((_, index) => {
    const file = pictureOf('house', index);
    return file === null ? [] : [{ index, id: `@house.${index + 1}`, file }];
  });
  const portraits = Object.keys(values.portraits ?? {}).flatMap((name) => {
    const file = portraitOf(name, finding);
    return file === null ? [] : [{ name, file }];
  });
  return {
    portraits,
    nameplate: nameplate === null ? null : { file: nameplate.path, isDrawing: nameplate.isDrawing },
    ads,
    house,
  };
}

function portraitOf(name: string, finding: Finding): string | null {
  const { loaded, context } = finding;
  const given = loaded.values.portraits?.[name];
  if (given === undefined) return null;
  const path = ['portraits', name, 'picture'];
  const isDecorative = given.decorative ?? false;
  if ((given.alt === null) !== isDecorative) {
    const fault = isDecorative
      ? 'is called decorative and has an alternative text too'
      : 'has no alternative text, and does not say that it is decorative';
    reportFault(context, 'GA146', { message: `the portrait of ${name} ${fault}`, span: loaded.spanOf(path) });
  }
  return findPicture({ reference: given.picture, path, wanted: 'JPEG, PNG or WebP' }, finding)?.path ?? null;
}

/** The advertisements with their texts in one language. */
export function resolveAds(
  pictures: ManifestPictures,
  loaded: LoadedManifest,
  localize: Localize,
): readonly Ad[] {
  return pictures.ads.map(({ index, ...ad }) => ({
    ...ad,
    alt: localize(loaded.values.ads?.[index]?.alt ?? null, ['ads', index, 'alt']) ?? '',
  }));
}

/** The house fillers with their texts in one language. */
export function resolveHouse(
  pictures: ManifestPictures,
  loaded: LoadedManifest,
  localize: Localize,
): readonly HouseFiller[] {
  return pictures.house.map(({ index, ...filler }) => ({
    ...filler,
    alt: localize(loaded.values.house?.[index]?.alt ?? null, ['house', index, 'alt']) ?? '',
  }));
}

/** The portraits with their texts in one language. */
export function resolvePortraits(
  pictures: ManifestPictures,
  loaded: LoadedManifest,
  localize: Localize,
): readonly Portrait[] {
  return pictures.portraits.map(({ name, file }) => ({
    name,
    file,
    alt: localize(loaded.values.portraits?.[name]?.alt ?? null, ['portraits', name, 'alt']),
    focus: loaded.values.portraits?.[name]?.focus ?? null,
  }));
}

type Wanted = {
  readonly reference: string;
  readonly path: ValuePath;
  readonly wanted: 'SVG, PNG or JPEG' | 'JPEG, PNG or WebP';
};
type Finding = {
  readonly loaded: LoadedManifest;
  readonly assets: AssetStore;
  readonly isDraft: boolean;
  readonly context: Context;
};

const OUTSIDE = { kind: 'outside' } as const;

/** A picture by its first bytes; what nobody knows is left to the decoder. */
function findPicture(
  { reference, path, wanted }: Wanted,
  { loaded, assets, isDraft, context }: Finding,
): { readonly path: string; readonly isDrawing: boolean } | null {
  const refuse = (message: string, hint: string | null): null => {
    reportFault(context, 'GA154', { message, hint, span: loaded.spanOf(path) });
    return null;
  };
  if (/^data:/i.test(reference)) {
    const { message, hint } = dataPictureFault(reference);
    return refuse(message, hint);
  }
  const isAddress = /^[A-Za-z][A-Za-z0-9+.-]+:/.test(reference);
  const found = isAddress ? OUTSIDE : assets.resolve(reference);
  if (found.kind === 'found') {
    const start = assets.readStart(found.path);
    if (start === null) {
      const why = assets.whyUnreadable(found.path);
      reportUnreadable({ file: found.path, why }, loaded.spanOf(path), context);
      return null;
    }
    const format = sniffFileFormat(start);
    const isDrawing =
      wanted.startsWith('SVG') && (format === null ? /\.svg$/i.test(reference) : format.id === 'svg');
    if (format === null || format.asPicture === null || isDrawing) return { path: found.path, isDrawing };
    return refuse(`\`${reference}\` is ${format.name}; ${wanted} is wanted`, format.asPicture);
  }
  if (found.kind === 'outside')
    return refuse(
      `\`${reference}\` lies outside the folders of this issue and its paper`,
      'Put the file into images/ of the issue, or of the paper.',
    );
  if (found.kind === 'not-a-file')
    return refuse(`\`${reference}\` is a folder or a device, and no picture`, null);
  const meant = suggest(reference, assets.names());
  if (isDraft) {
    const message = `there is no picture \`${reference}\`: a box stands for it in the draft`;
    const hint = meant === null ? {} : { hint: `Did you mean \`${meant}\`?` };
    reportFault(context, 'GA714', { message, ...hint, span: loaded.spanOf(path) });
    return { path: missingPicture(reference), isDrawing: false };
  }
  reportFault(context, 'GA208', { ...missingPictureFault(reference, meant), span: loaded.spanOf(path) });
  return null;
}

const NO_SIZE = { columns: null, width: null, depth: null };

/** `2 columns x 90 mm`, `120 mm x 90 mm` (as many columns as hold the width), columns alone, or a depth alone. */
function sizeOf(size: string | null, grid: PageGrid): Pick<Ad, 'columns' | 'width' | 'depth'> {
  const parts = (size ?? '').split(' x ').map((part) => part.trim());
  const depth = parseLength(parts.at(-1) ?? '');
  const [first = ''] = parts;
  const given = /^(\d+) columns?$/.exec(first)?.[1];
  if (given !== undefined) return { columns: Math.max(1, Number(given)), width: null, depth };
  const width = parts.length > 1 ? parseLength(first) : null;
  return { columns: width === null ? null : columnsFor(width, grid), width, depth };
}

/** The fewest columns that hold a width; half a point of it may hang over. */
function columnsFor(width: Pt, { live, columns, gutter }: PageGrid): number {
  const column = (live.width - (columns - 1) * gutter) / columns;
  const needed = Math.ceil((width - 0.5 + gutter) / (column + gutter));
  return Math.max(1, needed);
}
