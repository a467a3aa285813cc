import type { ReadElement } from '../page/read-element.ts';

/**
 * What a listener hears, a line an element: its role, its language where it changes, its alternative text, what an
 * abbreviation stands for, what a head of a table heads, its text.
 * Elements that hold only elements are printed with their role alone; depth is two spaces. The soft hyphens of words
 * that are broken at line ends are not heard, and left out.
 */
export function formatReadingOrder(elements: readonly ReadElement[], depth: number = 0): string {
  return elements.map((element) => formatElement(element, depth)).join('');
}

function formatElement(element: ReadElement, depth: number): string {
  const marks = [
    element.role,
    ...(element.language === null ? [] : [`[${element.language}]`]),
    ...(element.alt === null ? [] : [`(${element.alt})`]),
    ...(element.expansion === null ? [] : [`= ${element.expansion}`]),
    ...(element.scope === null ? [] : [`of the ${element.scope}`]),
  ].join(' ');
  const lines = [`${'  '.repeat(depth)}${marks}`];
  let text = '';
  const inner: string[] = [];
  const flush = (): void => {
    const settled = asHeard(text);
    if (settled !== '') inner.push(`${'  '.repeat(depth + 1)}"${settled}"\n`);
    text = '';
  };
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text;
    else {
      flush();
      inner.push(formatElement(child, depth + 1));
    }
  }
  if (inner.length === 0 && asHeard(text) !== '') return `${lines[0] ?? ''}: "${asHeard(text)}"\n`;
  flush();
  return `${lines.join('')}\n${inner.join('')}`;
}

const asHeard = (text: string): string => text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
