import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './median.mjs';
import { writePaper } from './write-paper.mjs';

/** Node does not tell what its children cost; these do, in the last line of the errors. The shell knows no memory. */
const GNU_TIME = '/usr/bin/time';
const TIMED = existsSync(GNU_TIME)
  ? [GNU_TIME, '-f', '%U %S %M']
  : ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash'];

/** Figures of the judge that the bench shows, with what is wanted of them. */
const WANTED = [
  ['rMean', '≤ 1.20'],
  ['rSD', '≤ 0.36'],
  ['rP99', '≤ 2.3'],
  ['loose>2 %', '≤ 3'],
  ['hyphens/100', '≤ 9'],
  ['ladders3', '0'],
  ['colEndHyphen', '0'],
  ['runts %', '≤ 3'],
  ['rivers/1000', '≤ 0.4'],
  ['widows', '0'],
  ['orphans', '0'],
  ['grid % .25pt', '100'],
  ['raggedLinesMean', '≤ 1'],
  ['maxHoleLines', '≤ 3'],
  ['pages', ''],
];

/**
 * Runs galley and Typst in turn on the same matter, whole cold processes, and prints the medians and their ratios; then
 * the line figures of both by the judge. What is not there (Typst, the judge) is said, and the rest still printed.
 */
export async function printPeers({ folder, matter, fonts, typoqa, runs }) {
  if (!existsSync(join(matter, 'content.json'))) throw new Error(`no content.json in ${resolve(matter)}`);
  const place = mkdtempSync(join(tmpdir(), 'galley-peers-'));
  try {
    const paper = join(place, 'paper');
    await writePaper(matter, fonts, paper);
    const programs = programsFor({ folder, matter, fonts, place, paper });
    printTimes(timeInTurn(programs, runs));
    printFigures(typoqa, programs);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function programsFor({ folder, matter, fonts, place, paper }) {
  const galley = (...flags) => [
    'dist/galley.mjs',
    'build',
    paper,
    '--out',
    join(place, 'out'),
    '--quiet',
    ...flags,
  ];
  const programs = [
    { name: 'galley, PDF + EPUB', args: galley('--no-cache'), pdf: null },
    {
      name: 'galley, PDF',
      args: galley('--only', 'pdf', '--no-cache'),
      pdf: join(place, 'out', 'bench-2024-06-01-en.pdf'),
    },
    {
      name: 'galley, one story changed',
      args: galley('--cache-dir', join(place, 'cache')),
      pdf: null,
      before: () => changeStory(paper),
    },
  ];
  const typst = join(folder, 'typst.mjs');
  if (folder === '' || !existsSync(typst)) {
    console.log('Typst: not there (--folder or GALLEY_PEERS names the folder of typst.mjs)\n');
    return programs;
  }
  const pdf = join(place, 'typst.pdf');
  return [
    { name: 'Typst, PDF', args: [resolve(typst), resolve(matter), pdf], pdf, env: { FONTS: resolve(fonts) } },
    ...programs,
  ];
}

/** A story gets a sentence more: what a second build after a correction has to do. The first round fills the cache. */
function changeStory(paper) {
  const folder = join(paper, 'articles');
  const [story] = readdirSync(folder).sort();
  appendFileSync(join(folder, story), '\nThis was said again the next day.\n');
}

/** A B C A B C …, so that a busy machine slows all alike; the first round fills the disk's cache and does not count. */
function timeInTurn(programs, runs) {
  const rounds = Array.from({ length: runs + 1 }, () => programs.map(runOnce)).slice(1);
  return programs.map(({ name }, index) => ({
    name,
    wall: median(rounds.map((round) => round[index].wall)),
    cpu: median(rounds.map((round) => round[index].cpu)),
    memory: median(rounds.map((round) => round[index].memory)),
  }));
}

function runOnce({ name, args, env = {}, before = () => {} }) {
  before();
  const started = performance.now();
  const [timer, ...timing] = TIMED;
  const run = spawnSync(timer, [...timing, process.execPath, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const wall = performance.now() - started;
  if (run.status !== 0) throw new Error(`${name} ended with ${run.status}\n${run.stderr}${run.stdout}`);
  const [user = '0', system = '0', memory = 'NaN'] = run.stderr.trim().split('\n').at(-1)?.split(' ') ?? [];
  return { wall, cpu: 1000 * (Number(user) + Number(system)), memory: Number(memory) / 1024 };
}

function printTimes(times) {
  const base = times[0].name.startsWith('Typst') ? times[0] : null;
  printRow('', ['wall, ms', '÷ Typst', 'CPU, ms', '÷ Typst', 'memory, MB']);
  for (const { name, wall, cpu, memory } of times) {
    const ratioOf = (value, of) => (base === null ? '–' : (value / of).toFixed(2));
    printRow(name, [
      wall.toFixed(0),
      ratioOf(wall, base?.wall),
      cpu.toFixed(0),
      ratioOf(cpu, base?.cpu),
      Number.isNaN(memory) ? '–' : memory.toFixed(0),
    ]);
  }
  console.log('');
}

const printRow = (name, cells) =>
  console.log(`${name.padEnd(28)}${cells.map((cell) => String(cell).padStart(14)).join('')}`);

function printFigures(typoqa, programs) {
  if (typoqa === '' || !existsSync(typoqa)) {
    console.log('Lines: the judge is not there (--typoqa or GALLEY_TYPOQA names typoqa.mjs)');
    return;
  }
  const measured = programs.filter(({ pdf }) => pdf !== null);
  const run = spawnSync(process.execPath, [typoqa, '--json', ...measured.map(({ pdf }) => pdf)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`${typoqa} ended with ${run.status}\n${run.stderr}`);
  const figures = JSON.parse(run.stdout);
  printRow('', [...measured.map(({ name }) => name.replace(/,.*/, '')), 'wanted']);
  for (const [key, wanted] of WANTED) printRow(key, [...figures.map((figure) => figure[key] ?? '–'), wanted]);
}
