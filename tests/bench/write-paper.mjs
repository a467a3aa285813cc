// Writes the matter of a content.json (a title, stories with paragraphs, photographs and advertisements) as a paper that
// galley builds: page 289 × 380 mm, five columns with gutters of 4 mm, body Liberation Serif 9.5/11.5 pt, as the peers
// set it. The fonts are copied from where the system keeps them; the folder is made anew each time.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const BASELINE = 11.5;
/** A column's width in points: (289 − 24 − 4 × 4) ÷ 5 mm. */
const COLUMN = 141.165;
const FACES = [
  ['Regular', 400, 'normal'],
  ['Italic', 400, 'italic'],
  ['Bold', 700, 'normal'],
  ['BoldItalic', 700, 'italic'],
];
const FAMILIES = { 'liberation-serif': 'Liberation Serif', 'liberation-sans': 'Liberation Sans' };

const SHEET = `
:root { font-family: 'Liberation Serif'; font-size: 9.5pt; }
.nameplate { font-family: 'Liberation Serif'; font-weight: 700; font-size: 52pt; line-height: 6rlh; }
.issue-line, .folio, .running-head, .byline, figcaption, .story-body h2, .jump-line, .jump-from,
.imprint-name, .imprint-block, .imprint-head, .colophon { font-family: 'Liberation Sans'; }
.headline, .story-head h1, .jump-head { font-family: 'Liberation Serif'; font-weight: 700; letter-spacing: normal; }
.headline { font-size: 27pt; line-height: 34.5pt; }
[shape='second'] .headline { font-size: 27pt; line-height: 3rlh; }
[shape='third'] .headline { font-size: 21pt; line-height: 2rlh; }
[shape='brief'] .headline { font-size: 16.5pt; line-height: 2rlh; }
[shape] .story-body > p:first-child { initial-letter: normal; }
[shape] .deck { font-family: 'Liberation Serif'; font-style: italic; font-size: 9.5pt; line-height: 1rlh; margin: 0; }
[shape] .byline { font-weight: 700; font-size: 8pt; line-height: 1rlh; margin: 0; }
figcaption { font-size: 8pt; line-height: 1rlh; }
figure { margin: 1rlh 0; }
.story-body figure img { height: 8rlh; object-fit: cover; }
.story-body figure.advertisement img { object-fit: contain; }
`;

/**
 * Writes the paper.
 *
 * @param matter folder with content.json and photos/
 * @param fonts folder with the TrueType files of Debian's fonts-liberation
 * @param folder what to make; what stands there is removed
 */
export async function writePaper(matter, fonts, folder) {
  const { title, articles } = JSON.parse(readFileSync(join(matter, 'content.json'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['articles', 'images', 'templates']) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, family] of Object.entries(FAMILIES))
    copyFamily(fonts, join(folder, 'fonts', name), family);
  writeFileSync(join(folder, 'templates', 'print.css'), SHEET);
  writeFileSync(join(folder, 'issue.yaml'), manifestOf(title, articles));
  for (const photo of readdirSync(join(matter, 'photos')))
    copyFileSync(join(matter, 'photos', photo), join(folder, 'images', photo));
  for (const [index, article] of articles.entries()) {
    const name = `${storyName(article)}.md`;
    writeFileSync(join(folder, 'articles', name), storyOf(article, index));
    if (article.adAfter !== undefined) await drawAdvertisement(folder, article);
  }
}

const storyName = ({ id }) => `s${id.slice(1).padStart(4, '0')}`;

function copyFamily(fonts, to, family) {
  mkdirSync(to, { recursive: true });
  const stem = family.replaceAll(' ', '');
  const faces = FACES.map(([name, weight, style]) => {
    const file = `${stem}-${name}.ttf`;
    copyFileSync(join(fonts, file), join(to, file));
    return `  - { file: ${file}, weight: ${weight}, style: ${style} }`;
  });
  const rows = [
    `family: ${family}`,
    'licence: OFL-1.1',
    'source: Debian fonts-liberation',
    'faces:',
    ...faces,
  ];
  writeFileSync(join(to, 'family.yaml'), `${rows.join('\n')}\n`);
}

function manifestOf(title, articles) {
  const stories = articles.map(storyName).join(', ');
  return `name: ${JSON.stringify(title)}
slug: bench
date: 2024-06-01
format: { width: 289 mm, height: 380 mm }
grid:
  columns: 5
  gutter: 4 mm
  baseline: ${BASELINE} pt
  margins: { top: 14 mm, right: 12 mm, bottom: 12 mm, left: 12 mm }
sections:
  all: { title: All, stories: [${stories}] }
`;
}

function storyOf({ headline, deck, byline, paras, photo, adAfter }, index) {
  const fields = Object.entries({ headline, deck, byline, typography: 'source' });
  const head = fields.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n');
  const blocks = paras.flatMap((text, at) =>
    photo?.at === at ? [pictureOf(photo), escape(text)] : [escape(text)],
  );
  if (adAfter !== undefined) blocks.push(`![${adAfter.title}, number ${index + 1}](ad-${index + 1}.png)`);
  return `---\n${head}\n---\n${blocks.join('\n\n')}\n`;
}

const pictureOf = ({ src, alt, caption, credit }) =>
  `![${escape(alt)}](${src.replace(/^.*\//, '')} ${JSON.stringify(caption)}){credit=${JSON.stringify(credit)}}`;

/** Signs that Markdown would read. */
const escape = (text) =>
  text
    .replace(/[\\`*_{}[\]<>#|~:^]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+>])/, '\\$1');

/** A frame of so many lines in the width of a column. */
async function drawAdvertisement(folder, { id, adAfter }) {
  const [width, height] = [COLUMN * 4, adAfter.lines * BASELINE * 4].map(Math.round);
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect x="1" y="1" width="${width - 2}" height="${height - 2}" fill="#fff" stroke="#000" stroke-width="2"/></svg>`;
  await sharp(Buffer.from(frame))
    .png()
    .toFile(join(folder, 'images', `ad-${id.slice(1)}.png`));
}
