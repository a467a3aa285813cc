/** Signs that word processors put before the items of a list, at the head of a line. */
const BULLET = /^([ \t]*)([•‣◦▪●])(?=[ \t]+\S)/u;
const SIGNS = /[•‣◦▪●]/gu;
/** A sign of Markdown before an item. */
const MARKER = /^[ \t]*([-*+])[ \t]/;

/**
 * Markdown with typed bullets at the heads of lines as signs of lists, of the same length. A line with more of them between
 * its words, or behind such a line, has them for something else.
 *
 * @example
 * readTypedBullets('- tea\n• milk') // '- tea\n- milk'
 */
export function readTypedBullets(markdown: string): string {
  if (markdown.search(SIGNS) < 0) return markdown;
  let marker = '*';
  let isParted = false;
  const lines = markdown.split('\n').map((line) => {
    const before = isParted;
    const inner = line.replace(BULLET, '$1').search(SIGNS) >= 0;
    isParted = inner;
    const typed = MARKER.exec(line)?.[1];
    if (typed !== undefined) marker = typed;
    if (inner || before) return line;
    return line.replace(BULLET, `$1${marker}`);
  });
  return lines.join('\n');
}
