import type { Shape } from '../schema/shape.ts';
import { choice, fields, flag, optional, pattern, text } from '../schema/shape.ts';

/** The picture of a story, as its front matter gives it. */
export type PictureFields = {
  readonly file: string | null;
  readonly alt: string | null;
  readonly decorative: boolean | null;
  readonly cutline: string | null;
  readonly credit: string | null;
  readonly columns: string | null;
  readonly focus: string | null;
  readonly crop: string | null;
  readonly scale: string | null;
};

/** The portrait of a story's author, as its front matter gives it. */
export type PortraitFields = {
  readonly file: string | null;
  readonly alt: string | null;
  readonly decorative: boolean | null;
  readonly focus: string | null;
};

/** The front matter of an article: every field is text as typed, null where not given. */
export type FrontMatter = {
  readonly label: string | null;
  readonly kicker: string | null;
  readonly headline: string | null;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly tagline: string | null;
  readonly availability: string | null;
  readonly language: string | null;
  readonly typography: 'typographic' | 'source' | null;
  readonly picture: PictureFields | null;
  readonly portrait: PortraitFields | null;
};

/** A language tag as far as galley reads it: `en`, `es-MX`, `zh-Hant`. */
export const LANGUAGE_TAG: RegExp = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** `80%`, or `80% to 100%`. */
const SCALE = /^(?:100|[1-9]\d)%(?: to (?:100|[1-9]\d)%)?$/;

/** What of a picture stays in view when it is cropped. */
export const FOCUS: Shape<string> = pattern(
  /^(?:100|\d?\d)% (?:100|\d?\d)%$/,
  'what must stay in view, from the left and from the top, such as 30% 40%',
);

const PICTURE: Shape<PictureFields> = fields<PictureFields>(
  {
    file: optional(text('the file name of a picture in images/, such as pier.jpg')),
    alt: optional(text('a text that says what the picture shows, for readers who do not see it')),
    decorative: optional(flag('true for a picture that tells nothing and needs no alt')),
    cutline: optional(text('the line of text under the picture')),
    credit: optional(text('the name of the photographer or agency')),
    columns: optional(
      pattern(
        /^(?:[1-9]\d?|all|[1-9]\d? to (?:[1-9]\d?|all))$/,
        'the number of columns it is set over, such as 2, all, or a range such as 2 to 3',
      ),
    ),
    focus: optional(FOCUS),
    crop: optional(
      pattern(
        /^[1-9]\d{0,3}:[1-9]\d{0,3}(?: to [1-9]\d{0,3}:[1-9]\d{0,3})?$/,
        'the proportion it may be cropped to, such as 3:2, or a range such as 4:3 to 16:9',
      ),
    ),
    scale: optional(
      pattern(
        SCALE,
        'the share of the width of its columns that it may be set in, such as 80%, or a range such as 80% to 100%',
      ),
    ),
  },
  'a map with file, alt, cutline, credit, columns, focus, crop and scale',
);

const PORTRAIT: Shape<PortraitFields> = fields<PortraitFields>(
  {
    file: optional(text('the file name of a picture in images/, such as ana.jpg')),
    alt: optional(text('a text that says what the picture shows, for readers who do not see it')),
    decorative: optional(flag('true where the byline says all that there is to tell')),
    focus: optional(FOCUS),
  },
  'a map with file, and alt or decorative; and focus',
);

/** Front matter of articles. */
export const ARTICLE_SHAPE: Shape<FrontMatter> = fields<FrontMatter>(
  {
    label: optional(
      text('what kind of story it is, such as opinion, analysis or review, or words of your own'),
    ),
    kicker: optional(text('the topic line over the headline')),
    headline: optional(text('the headline; without it the first heading of the text is the headline')),
    deck: optional(text('the sentence or two under the headline')),
    byline: optional(text('the name of the author')),
    dateline: optional(text('the place (and date) the story comes from')),
    tagline: optional(text('the line about the author at the end of the story')),
    availability: optional(text('the line at the end that says in which languages the story exists')),
    language: optional(pattern(LANGUAGE_TAG, 'a language code such as en, es or en-GB')),
    typography: optional(
      choice(
        ['typographic', 'source'],
        'typographic sets curly quotes and dashes; source leaves each character as typed',
      ),
    ),
    picture: optional(PICTURE),
    portrait: optional(PORTRAIT),
  },
  'keys such as headline, kicker and byline, each with a colon and a value',
);
