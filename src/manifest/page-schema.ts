import type { Shape } from '../schema/shape.ts';
import { choice, either, fields, list, mapOf, optional, pattern, text } from '../schema/shape.ts';

/** The plan of one page, or `auto`. */
export type PageFields =
  | string
  | {
      readonly lead: string | null;
      readonly second: string | null;
      readonly third: string | null;
      readonly briefs: readonly string[] | null;
      readonly section: string | null;
      readonly layout: string | null;
      readonly rest: 'auto' | 'none' | null;
    };

/** A list of stories by their names. */
export const STORY_IDS: Shape<readonly string[]> = list(
  text('the name of a file in articles/ without language and ending'),
  'a list of stories, such as [ferry, tides]',
);

/** The name of a page layout. */
export const LAYOUT_NAME: Shape<string> = text('a page layout of the theme, such as section or opinion');

const PLAN_MAP = 'a map with lead, second, third, briefs, section, layout and rest';
const PLAN_WANTED = `auto, or ${PLAN_MAP}`;

/** `pages:` of either file. */
export const PAGES_SHAPE: Shape<string | Readonly<Record<string, PageFields>>> = either(
  pattern(/^[1-9]\d{0,3}$/, 'a number of pages'),
  mapOf(
    either(
      pattern(/^auto$/, PLAN_WANTED),
      fields(
        {
          lead: optional(text('a story')),
          second: optional(text('a story')),
          third: optional(text('a story')),
          briefs: optional(STORY_IDS),
          section: optional(text('a section')),
          layout: optional(LAYOUT_NAME),
          rest: optional(choice(['auto', 'none'], 'auto or none')),
        },
        PLAN_MAP,
      ),
      PLAN_WANTED,
    ),
    'a map of pages, such as `1: { lead: ferry }` and `2-8: auto`',
  ),
  'a number of pages, or a map of pages',
);
