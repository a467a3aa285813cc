/** What its rules are known by: no file of the user's. */
export const BASE_FILE = 'base-sheet.ts';

/**
 * What every tree starts from, as a browser's own sheet does: which elements are blocks, how emphasis looks.
 * Weaker than any rule of a theme. Sizes and faces are the theme's.
 */
export const BASE_SHEET = `
html, body, address, article, aside, blockquote, caption, dd, details, div, dl, dt, figcaption, figure, footer,
header, hgroup, main, nav, ol, p, section, summary, ul, h1, h2, h3, h4, h5, h6, hr, img,
table, thead, tbody, tfoot, tr, td, th,
ed-page, ed-header, ed-footer, ed-band, ed-frame, ed-panel, ed-picture, ed-row {
  display: block;
}
head, title, meta, link, colgroup, col, rp, wbr { display: none; }
[hidden] { display: none; }
li { display: list-item; }

h1, h2, h3, h4, h5, h6 {
  font-weight: bold;
  hyphens: none;
  text-wrap: balance;
  break-after: avoid;
  break-inside: avoid;
}
p, li, blockquote, dd {
  hyphens: auto;
  -ed-glyph-scale: 0.98 1.02;
  -ed-tracking: -0.009em 0.009em;
}
figure { break-inside: avoid; }
figcaption { break-before: avoid; }
ul, ol { padding-inline-start: 1em; }
ul { list-style-type: disc; }
ol { list-style-type: decimal; }
dd { margin-inline-start: 1em; }
blockquote { margin-inline-start: 1em; }
hr { border-top: medium solid; }
table {
  column-span: auto;
  text-align: start;
  text-indent: 0;
  -ed-baseline: grid;
}
caption { text-align: start; }
td { hyphens: auto; }

em, i, cite, dfn { font-style: italic; }
strong, b, th { font-weight: bold; }
sup { font-size: 65%; vertical-align: super; }
sub { font-size: 65%; vertical-align: sub; }
small { font-size: 80%; }
u { text-decoration: underline; }

aside[role='doc-pullquote'] { -ed-role: BlockQuote; }
aside[role='doc-footnote'] > p { -ed-role: Note; }
aside.long-note { -ed-role: Note; }
aside.long-note > p { -ed-role: P; }
.noteref { -ed-role: Reference; }
.note-label { -ed-role: Lbl; }
ed-ref { -ed-role: Reference; }
`;
