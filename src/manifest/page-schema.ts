import type { Shape } from '../schema/shape.ts';
import { choice, either, fields, list, mapOf, optional, pattern, text } from '../schema/shape.ts';

/** Where a story leaves its page, and the page that it goes on on. */
export type JumpFields = { readonly after: string | null; readonly to: string | null };

/** A story in a slot: its name, or what is said of it. */
export type SlotFields = string | { readonly story: string; readonly jump: JumpFields | null };

/** The plan of one page, or `auto`. */
export type PageFields =
  | string
  | {
      readonly lead: SlotFields | null;
      readonly second: SlotFields | null;
      readonly third: SlotFields | null;
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

/** Where a story may leave its page. */
export const JUMP_AFTER: RegExp =
  /^\s*(?:([1-9]\d{0,3})\s+(paragraphs?|lines?)|(\d{1,5}(?:\.\d{1,4})?\s*(?:mm|cm|in|inch|inches|pt|points?|picas?|pc)))\s*$/;

const AFTER_WANTED = '6 paragraphs, 60 lines, or column inches such as 8 in';
const JUMP_WANTED = 'a map with after and to';
const SLOT_WANTED = 'a story, or `{ story: ferry, jump: { after: 6 paragraphs, to: 4 } }`';

const SLOT: Shape<SlotFields> = either(
  text('a story'),
  fields(
    {
      story: text('a story'),
      jump: optional(
        fields(
          {
            after: optional(pattern(JUMP_AFTER, AFTER_WANTED)),
            to: optional(pattern(/^[1-9]\d{0,3}$/, 'the number of a later page')),
          },
          JUMP_WANTED,
        ),
      ),
    },
    SLOT_WANTED,
  ),
  SLOT_WANTED,
);

const PLAN_MAP = 'a map with lead, second, third, briefs, section, layout and rest';
const PLAN_WANTED = `auto, or ${PLAN_MAP}`;

/** `pages:` of either file. */
export const PAGES_SHAPE: Shape<string | Readonly<Record<string, PageFields>>> = either(
  pattern(/^[1-9]\d{0,3}$/, 'a number of pages from 1 to 9999'),
  mapOf(
    either(
      pattern(/^auto$/, PLAN_WANTED),
      fields(
        {
          lead: optional(SLOT),
          second: optional(SLOT),
          third: optional(SLOT),
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
