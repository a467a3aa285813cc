import type { Edition } from '../edition/edition.ts';
import { createAssetStore } from '../host/asset-store.ts';
import type { Host } from '../host/host.ts';
import { writtenTags } from '../markup/written-tags.ts';
import type { TemplateSet } from '../template/template-set.ts';
import type { PictureUse } from './set-edition.ts';

/** A picture that a layout names itself, as it is written there. */
export type LayoutPicture = PictureUse & { readonly reference: string };

/** Layouts that are set on paper. */
const ON_PAPER = /^(pages|partials)\//;

/**
 * The pictures that the layouts of an edition name themselves, each name once: files of the issue, the paper, their
 * images/, or the folders of the theme. One that is nowhere is left out, and told where it would be set.
 */
export function findLayoutPictures(
  { folder, publicationFolder, theme }: Edition,
  templates: TemplateSet,
  host: Host,
): readonly LayoutPicture[] {
  const folders = [folder, publicationFolder, ...theme.folders];
  const assets = createAssetStore(
    host,
    folders.flatMap((own) => [own, `${own}/images`]),
  );
  const found = new Map<string, LayoutPicture>();
  for (const name of templates.names) {
    const file = ON_PAPER.test(name) ? templates.fileOf(name) : null;
    const bytes = file === null ? null : host.readFile(file);
    if (file === null || bytes === null) continue;
    const text = new TextDecoder().decode(bytes);
    // Few have any, and reading tags takes its time.
    if (!/<img\b/i.test(text)) continue;
    for (const { name: tag, attributes } of writtenTags(text)) {
      const src = tag === 'img' ? attributes.get('src') : undefined;
      if (src === undefined || found.has(src.value)) continue;
      const picture = assets.resolve(src.value);
      if (picture.kind !== 'found') continue;
      const at = { file, start: src.start, end: src.end };
      found.set(src.value, { reference: src.value, file: picture.path, at });
    }
  }
  return [...found.values()];
}
