// Prints what a build costs and how its lines come out.
//
//   npm run bench -- [issue] [runs]             time of each stage, as medians                (issues/0898, 7)
//   npm run bench -- --peers [options]          galley's whole process against Typst's, in turn
//   npm run bench -- --lines [options]          lines and CPU of breaking alone, without pages
//   npm run bench -- --make-up [part of a name] [pages] [file]
//                                               make-up of generated papers and of the samples, as measured on their pages;
//                                               with "pages" page by page too; figures also into a file
//   npm run bench -- --pdf                      CPU a page of drawing, tagging, saving and preflight: 16, 64, 256 pages
//
// options, each also read from the environment:
//   --folder DIR    GALLEY_PEERS      typst.mjs with its packages, and the matter in a folder under it
//   --matter DIR    GALLEY_MATTER     content.json, photos/ and paper.typ                      (c1 in the folder)
//   --fonts DIR     GALLEY_FONTS      the TrueType files of Debian's fonts-liberation
//   --typoqa FILE   GALLEY_TYPOQA     the judge of lines; without it the line figures are left out
//   --runs N                          timed runs of each program                              (5)
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { printPeers } from './peers.mjs';
import { runBundled } from './run-bundled.mjs';
import { printStages } from './stages.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
    pdf: { type: 'boolean', default: false },
    'make-up': { type: 'boolean', default: false },
    folder: { type: 'string', default: process.env.GALLEY_PEERS ?? '' },
    matter: { type: 'string', default: process.env.GALLEY_MATTER ?? '' },
    fonts: { type: 'string', default: process.env.GALLEY_FONTS ?? '/usr/share/fonts/truetype/liberation' },
    typoqa: { type: 'string', default: process.env.GALLEY_TYPOQA ?? '' },
    runs: { type: 'string', default: '5' },
  },
});
const matter = values.matter === '' ? join(values.folder, 'c1') : values.matter;
const options = { ...values, matter, runs: Number(values.runs) };

if (values.peers) await printPeers(options);
else if (values.lines)
  await runBundled('tests/bench/lines.ts', [matter, join(values.fonts, 'LiberationSerif-Regular.ttf')]);
else if (values['make-up']) await runBundled('tests/bench/make-up-figures.ts', positionals);
else if (values.pdf) await runBundled('tests/bench/pdf-parts.ts');
else printStages(positionals[0] ?? 'issues/0898', Number(positionals[1] ?? 7));
