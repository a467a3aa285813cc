import type { Rect } from '../core/geometry.ts';
import type { Colour } from '../style/computed-style.ts';
import type { ComposedEdition } from './composed-edition.ts';
import type { Fragment, Page, StructureRef, TextFragment } from './page.ts';

/**
 * The pages as text, for tests: a line for each thing at its place, in drawing order.
 *
 * A line of text has the left edge of its glyphs, its baseline and its right edge, then for each stretch in one face and
 * size the face, the size, the leaf of the structure (or the artifact) and the words; the hyphen of a broken word shows
 * as `¬`. Rules, pictures and links have their corner and their size, legs the story that fills them. All in points,
 * y down from the top of the page, rounded to a tenth.
 */
export function dumpPages(edition: ComposedEdition): string {
  return edition.pages.map(dumpPage).join('\n');
}

function dumpPage(page: Page): string {
  const { width, height } = page.size;
  const lines = [`page ${page.label}: ${size(width)} × ${size(height)}`];
  page.fragments.forEach((fragment, index) => {
    if (fragment.kind !== 'text') lines.push(dumpThing(fragment));
    else if (!isOnLineOf(fragment, page.fragments[index - 1])) {
      lines.push(dumpLine(lineFrom(page.fragments, index)));
    }
  });
  for (const { story, rect } of page.beads) lines.push(`leg ${rectangle(rect)} ${story}`);
  return `${lines.join('\n')}\n`;
}

/** Glyph runs of one line stand one after the other and have one origin. */
function isOnLineOf(fragment: TextFragment, other: Fragment | undefined): boolean {
  return other?.kind === 'text' && other.x === fragment.x && other.y === fragment.y;
}

function lineFrom(fragments: readonly Fragment[], start: number): readonly TextFragment[] {
  const line: TextFragment[] = [];
  for (const fragment of fragments.slice(start)) {
    if (fragment.kind !== 'text' || (line.length > 0 && !isOnLineOf(fragment, line.at(-1)))) break;
    line.push(fragment);
  }
  return line;
}

function dumpLine(line: readonly TextFragment[]): string {
  const left = Math.min(...line.map(({ x, run }) => x + run.x));
  const right = Math.max(...line.map(({ x, run }) => x + run.x + run.width));
  const stretches: { head: string; text: string }[] = [];
  for (const { run, structure } of line) {
    const rise = run.rise === 0 ? '' : ` rise ${point(run.rise)}`;
    const head = `${run.face.id} ${point(run.fontSize)}${rise} ${place(structure)}`;
    const last = stretches.at(-1);
    const text = run.texts.join('').replaceAll('\u00AD', '¬');
    if (last?.head === head) last.text += text;
    else stretches.push({ head, text });
  }
  const said = stretches.map(({ head, text }) => `${head} "${text}"`);
  return `text ${point(left)} ${point(line[0]?.y ?? 0)} to ${point(right)} | ${said.join(' | ')}`;
}

function dumpThing(fragment: Exclude<Fragment, TextFragment>): string {
  switch (fragment.kind) {
    case 'rule':
      return `rule ${rectangle(fragment.rect)} ${place(fragment.structure)} ${shade(fragment.colour)}`;
    case 'image': {
      const { crop, file, rect, seen, structure } = fragment;
      const part = [crop.x, crop.y, crop.width, crop.height].map((value) => value.toFixed(3)).join(' ');
      const shown = seen === undefined ? '' : ` seen ${rectangle(seen)}`;
      return `picture ${rectangle(rect)} ${place(structure)} ${file.split('/').at(-1) ?? ''} part ${part}${shown}`;
    }
    case 'link':
      return `link ${rectangle(fragment.rect)} ${fragment.target}`;
  }
}

const place = (structure: StructureRef): string =>
  structure.kind === 'leaf' ? `leaf ${structure.leaf}` : structure.artifact;

/** As a style sheet writes it: `#111111`. */
const shade = ({ red, green, blue }: Colour): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const rectangle = ({ x, y, width, height }: Rect): string =>
  `${point(x)} ${point(y)} ${size(width)} × ${size(height)}`;

/** A tenth of a point; never `-0.0`. */
const point = (value: number): string => (Math.round(value * 10) / 10 + 0).toFixed(1);

/** Rules are thinner than a tenth of a point tells apart. */
const size = (value: number): string => String(Math.round(value * 100) / 100);
