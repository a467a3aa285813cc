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

/** Markdown of one line that stands at the beginning of a paragraph, where its first signs are no heading, list, quotation or rule. */
export function guardParagraph(markdown: string): string {
  return markdown
    .replace(
      /^(?=#{1,6}(?:[ \t]|$)|#{2,6}|>|[+-](?:[ \t]|$)|-[- \t]*$|`{3,}[^`']*$|~~~|:{3}|\[[^\]]*\]:|={3,}[ \t]*$|\+{3,}[ \t]*$)/,
      '\\',
    )
    .replace(/^[•‣◦▪●](?=[ \t]*\S)/u, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/^(\d{1,2})(?=[.)](?:[ \t]|$))/, '$1\\');
}

/** Markdown of one line as the text of a heading, whose last # would be taken for its closing sign. */
export function guardHeading(markdown: string): string {
  return markdown.replace(/#(?=#*$)/, '\\#');
}
