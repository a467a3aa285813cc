import type { AssetStore } from '../host/asset-store.ts';
import type { PictureSource } from '../image/encode-images.ts';
import type { ImageAsset } from '../image/image-asset.ts';
import type { PictureDesk } from '../image/picture-desk.ts';

/** Where the pictures of an edition come from. */
export function pictureSource(
  desk: PictureDesk,
  { assets, images }: { readonly assets: AssetStore; readonly images: ReadonlyMap<string, ImageAsset> },
): PictureSource {
  const pixelsOf = (file: string): number => {
    const image = images.get(file);
    return image === undefined ? 0 : image.width * image.height;
  };
  return { desk, standIn: assets.standIn, pixelsOf };
}
