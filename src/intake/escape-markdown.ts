/**
 * Escapes one line of plain text so that it is read back as exactly that text: nothing in it is Markdown.
 * Only what would be read as a sign is escaped; quotation marks, hyphens and dots stay as typed.
 *
 * @example
 * escapeMarkdown('2 * 3 [a](b)') // '2 \\* 3 [a\\](b)'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_|~^]/g, '\\$&')
    .replace(/\](?=[({])/g, '\\]')
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&');
}

/** The same for a whole paragraph, whose first signs could make it a heading, a list, a quotation or a rule. */
export function escapeParagraph(text: string): string {
  return escapeMarkdown(text)
    .replace(/^(?=#{1,6}(?:[ \t]|$)|#{2,6}|>|[+-](?:[ \t]|$)|-[- \t]*$|`{3,}[^`']*$|~~~)/, '\\')
    .replace(/^(\d{1,2})(?=[.)](?:[ \t]|$))/, '$1\\');
}

/** The same for the text of a heading, whose last # would be taken for its closing sign. */
export function escapeHeading(text: string): string {
  return escapeMarkdown(text).replace(/#(?=#*$)/, '\\#');
}
