/**
 * A stretch of one source file: UTF-16 offsets, `start` included, `end` excluded.
 * Empty at offset 0 it stands for the whole file, or for a folder.
 */
export type Span = { readonly file: string; readonly start: number; readonly end: number };

/**
 * Where set text comes from: the word ids of promise 1.
 *
 * `owner` is a story id, or `@issue` for what belongs to the edition (nameplate, contact rows, notice).
 * `node` names one field or block of it: `headline`, `contact.1`, or `body.0`, `body.1`, … in reading order.
 * `offset` is the UTF-16 offset of the text's first unit in that node's whole text (after typography).
 */
export type TextSource = { readonly owner: string; readonly node: string; readonly offset: number };

/** The `owner` of text that belongs to the edition and to no story. */
export const ISSUE_OWNER = '@issue';
