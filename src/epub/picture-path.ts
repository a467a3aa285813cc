import type { EncodedImage } from '../image/image-asset.ts';
import type { EpubBook } from './epub-book.ts';
import { fileNames } from './file-name.ts';

/** Path of the cover inside `OEBPS/`. */
export function coverPath(book: EpubBook): string {
  return `images/cover.${ending(book.cover.format)}`;
}

/** Paths of the stories' pictures inside `OEBPS/`, by the path of their file. Folders of the machine leave no trace. */
export function picturePaths(images: ReadonlyMap<string, EncodedImage>): ReadonlyMap<string, string> {
  const files = [...images.keys()].sort();
  const stems = files.map((file) => (file.split('/').at(-1) ?? '').replace(/\.[^.]*$/, ''));
  // Numbers in the order of the paths keep two files of one name apart, wherever the folder lies.
  const ids = stems.map((stem, index) => {
    const twins = stems.slice(0, index).filter((other) => other === stem).length;
    return twins === 0 ? stem : `${stem} ${twins + 1}`;
  });
  const names = fileNames(ids);
  return new Map(
    files.map((file, index) => [
      file,
      `images/picture-${names[index] ?? ''}.${ending(images.get(file)?.format ?? 'png')}`,
    ]),
  );
}

function ending(format: 'png' | 'jpeg'): string {
  return format === 'jpeg' ? 'jpg' : 'png';
}
