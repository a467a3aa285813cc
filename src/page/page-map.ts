/** Where a piece of a story begins on a page of the print. */
export type PageStart = {
  readonly story: string;
  /** Node and offset of the first unit on the page; `headline`-like nodes for a piece that begins with its head. */
  readonly node: string;
  readonly offset: number;
  readonly pageIndex: number;
  /** True for the first piece of the story. */
  readonly isFirst: boolean;
};

/** What the EPUB needs to know of the pages: the only thing of the layout it sees. */
export type PageMap = {
  /** Page labels by page index. */
  readonly labels: readonly string[];
  /** In reading order of the stories, then of the pages. */
  readonly starts: readonly PageStart[];
};
