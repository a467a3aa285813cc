import type { Article } from '../content/article.ts';
import type { DocumentRecord } from '../edition/document-record.ts';
import type { Edition } from '../edition/edition.ts';
import type { EncodedImage } from '../image/image-asset.ts';
import type { MarkupTree } from '../markup/markup-tree.ts';
import type { PageMap } from '../page/page-map.ts';
import type { TemplateSet } from '../template/template-set.ts';

/** Everything an EPUB is made of. */
export type EpubBook = {
  readonly edition: Edition;
  /** In rank, as `edition.stories`. */
  readonly articles: readonly Article[];
  readonly templates: TemplateSet;
  readonly record: DocumentRecord;
  readonly pageMap: PageMap;
  /** Pages of the PDF. */
  readonly pageCount: number;
  /** Page 1 as a picture. */
  readonly cover: {
    readonly bytes: Uint8Array;
    readonly format: 'png' | 'jpeg';
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
  /** Pictures of the stories by the path of their file. */
  readonly images: ReadonlyMap<string, EncodedImage>;
  readonly readerCss: string;
  /** Whole font files, by file name; the style sheet names them as `fonts/<name>`. Empty embeds none. */
  readonly fonts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** What a document of the book is. */
export type ChapterKind =
  'cover' | 'contents' | 'front' | 'section' | 'story' | 'imprint' | 'colophon' | 'accessibility';

/** A place where a page of the print begins. */
export type PageTarget = {
  readonly pageIndex: number;
  /** Label of the page. */
  readonly label: string;
  /** Which of the page's pieces begins here: 0 for the one that stands for the page. */
  readonly rank: number;
  /** What the page list says: the label, or that a further piece of the page stands here. */
  readonly title: string;
  /** Id of the marker in its document. */
  readonly id: string;
};

/** One document of the book. */
export type Chapter = {
  readonly kind: ChapterKind;
  /** File name, unique in the book: `story-tunnels.xhtml`. */
  readonly name: string;
  /** What the contents call it. */
  readonly title: string;
  /** The story of a `story`, else null. */
  readonly story: string | null;
  /** The section of a `section`, and of a story that belongs to one; else null. */
  readonly section: string | null;
  /** The whole document: one `html` element. */
  readonly tree: MarkupTree;
  /** Page-break markers in it, in document order. */
  readonly pages: readonly PageTarget[];
};
