import type { Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import { createAssetStore, type AssetStore } from '../host/asset-store.ts';
import type { Host } from '../host/host.ts';
import type { BuildOptions } from './build-options.ts';
import { draftAssets } from './draft-assets.ts';

/** The files that an edition's sources may refer to: those of the issue, then those of the paper. */
export function openAssets({ folder, publicationFolder }: Edition, host: Host): AssetStore {
  return createAssetStore(host, [
    folder,
    `${folder}/images`,
    publicationFolder,
    `${publicationFolder}/images`,
  ]);
}

/** What an edition is built with: {@link openAssets}, with boxes for missing pictures in a draft (GA714). */
export async function editionAssets(
  edition: Edition,
  { host, draft }: Pick<BuildOptions, 'host' | 'draft'>,
  context: Context,
): Promise<AssetStore> {
  const assets = openAssets(edition, host);
  return draft ? draftAssets(assets, edition, context) : assets;
}
