import type { Span } from '../core/origin.ts';
import type { MarkupElement, MarkupNode } from '../markup/markup-tree.ts';

/** A field of a story that holds words. Its name is the `node` of its words' ids. */
export type ArticleField = {
  /** `label`, `kicker`, `headline`, `deck`, `byline`, `dateline`, `tagline`, `availability`, `cutline`, `credit`. */
  readonly name: string;
  /** After typography; the text nodes of `nodes` put together give exactly this. */
  readonly text: string;
  /** Inline markup: text, em, strong, span, a. */
  readonly nodes: readonly MarkupNode[];
  readonly at: Span | null;
};

/** The picture that belongs to the whole story. */
export type ArticlePicture = {
  /** Absolute path, inside the issue or publication folder. */
  readonly file: string;
  /** Null only when `decorative`. */
  readonly alt: string | null;
  readonly decorative: boolean;
  readonly cutline: ArticleField | null;
  readonly credit: ArticleField | null;
  /** Columns it is set over, `all` or a number; null leaves it to the layout. */
  readonly columns: string | null;
  /** What must stay in view when it is cropped: `30% 40%`, from the left and from the top. */
  readonly focus: string | null;
  /** Proportions it may be cropped to: `3:2`, or `4:3 to 16:9`; null shows all of it. */
  readonly crop: string | null;
  /** Share of the width of its columns that it is set in where nothing is cut away: `80%`, or `80% to 100%`; null for all. */
  readonly scale: string | null;
  readonly at: Span | null;
};

/** The portrait of a story's author; it stands at the byline. */
export type ArticlePortrait = Pick<ArticlePicture, 'file' | 'alt' | 'decorative' | 'focus' | 'at'>;

/** One change that typography made: for `typography: source`, the reading of reports, and tests. */
export type TypographyChange = { readonly at: Span | null; readonly before: string; readonly after: string };

/** A story as content: fields and a body tree. */
export type Article = {
  readonly id: string;
  readonly section: string | null;
  readonly language: string;
  /** Where the story says so itself; null where it is the edition's. */
  readonly languageAt: Span | null;
  readonly direction: 'ltr' | 'rtl';
  readonly file: string;
  /** What kind of story it is, printed over its head: `Opinion`. */
  readonly label: ArticleField | null;
  /** The word that the label was looked up by: `opinion`; null for one in words of its own. */
  readonly kind: string | null;
  readonly kicker: ArticleField | null;
  readonly headline: ArticleField | null;
  readonly deck: ArticleField | null;
  readonly byline: ArticleField | null;
  readonly dateline: ArticleField | null;
  readonly tagline: ArticleField | null;
  /** As written in the story, else made from the edition's pattern; null when neither applies. */
  readonly availability: ArticleField | null;
  readonly picture: ArticlePicture | null;
  readonly portrait: ArticlePortrait | null;
  /**
   * Block elements of the fixed list: p, h2–h4 (subheads; the headline counts as h1; to h6 in boxes), ul, ol, li,
   * blockquote, figure, figcaption, img, hr, aside (pull quotes, boxes, notes), section (letters, replies), div,
   * table, caption, thead, tbody, tr, th, td, and inline em, strong, a, span, br, sup, abbr.
   * Text node ids: every block that holds text directly is one node `body.<n>`, n counted in document order from 0.
   */
  readonly body: readonly MarkupElement[];
  readonly changes: readonly TypographyChange[];
};
