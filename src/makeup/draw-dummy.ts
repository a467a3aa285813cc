import { dummyTitle, labelsOf } from './format-dummy.ts';
import type { DummyModule, DummyPage } from './page-dummy.ts';

/** Pixels of a column and of a row, and between two pages. */
const COLUMN = 84;
const ROW = 6;
const MARGIN = 18;
const PAGES_ABREAST = 4;
const LABEL = 11;

const FILL: Readonly<Record<DummyModule['kind'], string>> = {
  story: '#f4f1e8',
  rest: '#e6ecf2',
  briefs: '#f1e9e0',
  advertisement: '#dddddd',
  panel: '#ececec',
  imprint: '#ffffff',
};

/** Dummies of all pages as one SVG drawing, four pages in a row. */
export function drawDummies(pages: readonly DummyPage[]): string {
  const width = Math.max(1, ...pages.map((page) => (page.columns * COLUMN) / placesOf(page))) + MARGIN;
  const height = Math.max(1, ...pages.map((page) => page.rows * ROW)) + 2 * MARGIN;
  const across = Math.min(PAGES_ABREAST, Math.max(1, ...pages.map(placesOf), pages.length));
  let place = 0;
  const drawn = pages.map((page) => {
    // A spread stays whole: it begins a row where it would go over its end.
    if ((place % across) + placesOf(page) > across) place += across - (place % across);
    const x = (place % across) * width + MARGIN;
    const y = Math.floor(place / across) * height + MARGIN;
    place += placesOf(page);
    return `<g transform="translate(${x} ${y})">${drawPage(page)}</g>`;
  });
  const down = Math.ceil(place / across);
  const size = `width="${across * width + MARGIN}" height="${down * height + MARGIN}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="${LABEL - 1}">\n${drawn.join('\n')}\n</svg>\n`;
}

/** Places in a row of dummies: two for a spread. */
const placesOf = ({ through }: DummyPage): number => (through === undefined ? 1 : 2);

function drawPage(page: DummyPage): string {
  const edge = `<rect width="${page.columns * COLUMN}" height="${page.rows * ROW}" fill="#fff" stroke="#999"/>`;
  const title = `<text x="0" y="-4">${dummyTitle(page)}</text>`;
  return [title, edge, ...page.modules.map(drawModule)].join('');
}

function drawModule(module: DummyModule): string {
  const { column, columns, row, rows } = module.rect;
  const [x, y] = [column * COLUMN, row * ROW];
  const rect = `<rect x="${x + 1}" y="${y}" width="${columns * COLUMN - 2}" height="${rows * ROW}" fill="${FILL[module.kind]}" stroke="#333"/>`;
  const most = Math.max(1, Math.floor((rows * ROW - 4) / LABEL));
  const signs = Math.floor((columns * COLUMN - 8) / 5.4);
  const labels = labelsOf(module)
    .slice(0, most)
    .map(
      (label, at) =>
        `<text x="${x + 5}" y="${y + (at + 1) * LABEL}">${escapeXml(label.slice(0, signs))}</text>`,
    );
  return rect + labels.join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
