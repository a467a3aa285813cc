/*
 * Columns: pages, and the fewest that have as much room as is used · used, of fillers, white: shares of the live area of the
 * pages before the last story's, white over one line between blocks counted · holes over three lines · columns that end
 * more than a line above the foot · fillers, and pages with more than one · matter and advertisements on the last page ·
 * what `galley lint` finds by its rules: tombstone, hierarchy, uneven-legs, dominant-picture, jump-once, jump-length,
 * jump-pages · advertisements left over.
 */

/**
 * Composes thirty generated papers of 8, 16 and 32 pages and the samples, and prints figures of their make-up as measured on
 * the pages. Run by `npm run bench -- --make-up [part of a name] [pages] [file]`.
 */
import { writeFileSync } from 'node:fs';
import { composeFiles, composeIssue, type ComposedIssue } from '../tools/compose-issue.ts';
import { figuresOf, pagesAmiss, type Figures } from './make-up/figures.ts';
import { PAPERS, paperFiles } from './make-up/generated-papers.ts';

const [wanted = '', showsPages = '', json = ''] = process.argv.slice(2);

type Paper = { readonly name: string; readonly compose: () => Promise<ComposedIssue> };

const papers: readonly Paper[] = [
  { name: 'demo', compose: () => composeIssue('issues/demo') },
  {
    name: 'demo broadsheet',
    compose: () => composeIssue('issues/demo', undefined, { theme: 'broadsheet', format: null }),
  },
  { name: '0898', compose: () => composeIssue('issues/0898') },
  ...PAPERS.map((plan): Paper => ({
    name: plan.name,
    compose: async () => composeFiles(await paperFiles(plan)),
  })),
];

const RULES = [
  'tombstone',
  'hierarchy',
  'uneven-legs',
  'dominant-picture',
  'jump-once',
  'jump-length',
  'jump-pages',
];
const HEADS = [
  'pages',
  'used',
  'fillers',
  'white',
  'holes',
  'uneven',
  'count',
  '2 a page',
  'last',
  'tomb',
  'heads',
  'legs',
  'picture',
  'jumps',
  'depth',
  'to',
  'ads',
  'CPU',
];

const row = (name: string, cells: readonly string[]): void =>
  console.log(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(9)).join('')}`);
const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(2)} %`);

function print(name: string, own: Figures, seconds: number): void {
  const used = own.room - own.white;
  row(name, [
    `${own.pages}/${own.needed}`,
    share(used, own.room),
    share(own.fillers, own.room),
    share(own.white, own.room),
    `${own.holes}`,
    share(own.uneven, own.columns),
    `${own.fillerCount}`,
    `${own.again}`,
    share(own.lastFilled, own.lastRoom),
    ...RULES.map((rule) => `${own.found.get(rule) ?? 0}`),
    `${own.advertisementsLeft}`,
    `${seconds.toFixed(1)} s`,
  ]);
}

function add(a: Figures, b: Figures): Figures {
  const found = new Map(a.found);
  for (const [rule, count] of b.found) found.set(rule, (found.get(rule) ?? 0) + count);
  const numbers = Object.entries(a).map(([key, value]) => [
    key,
    typeof value === 'number' ? value + Number(b[key as keyof Figures]) : value,
  ]);
  return { ...(Object.fromEntries(numbers) as Figures), found };
}

const readable = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value;

row('', HEADS);
const known = new Map<string, Figures>();
let total: Figures | null = null;
let all = 0;
for (const { name, compose } of papers.filter((paper) => paper.name.includes(wanted))) {
  const started = process.cpuUsage();
  const composed = await compose();
  const { user, system } = process.cpuUsage(started);
  const own = figuresOf(composed);
  all += (user + system) / 1e6;
  if (own === null) console.log(`${name.padEnd(22)}  not made up`);
  else {
    print(name, own, (user + system) / 1e6);
    known.set(name, own);
    total = total === null ? own : add(total, own);
  }
  if (showsPages === 'pages') for (const line of pagesAmiss(composed)) console.log(line);
}
if (total !== null) print('all', total, all);
if (json !== '') writeFileSync(json, `${JSON.stringify(known, readable)}\n`);
