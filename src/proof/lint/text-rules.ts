import type { LineFact, LintFinding, ParagraphFact } from './page-facts.ts';

/** Word spaces that many times the font's own look like holes. */
const LOOSE = 2.5;
/** Letters of a line that a finding shows. */
const SHOWN = 40;

/** Findings on lines: what stands alone at the head or foot of a column, loose lines, rivers. */
export function lintLines(paragraphs: readonly ParagraphFact[], baseline: number): readonly LintFinding[] {
  return [
    ...paragraphs.flatMap(aloneAtEdge),
    ...looseLines(paragraphs),
    ...paragraphs.flatMap((paragraph) => rivers(paragraph, baseline)),
  ];
}

/** Lines of a paragraph column by column. */
function columnsOf({ lines }: ParagraphFact): readonly (readonly LineFact[])[] {
  const columns: LineFact[][] = [];
  let before: LineFact | null = null;
  for (const line of lines) {
    const goesOn =
      before !== null && before.page === line.page && before.column === line.column && line.y > before.y;
    if (goesOn) columns.at(-1)?.push(line);
    else columns.push([line]);
    before = line;
  }
  return columns;
}

function aloneAtEdge(paragraph: ParagraphFact): readonly LintFinding[] {
  const columns = columnsOf(paragraph);
  const [first] = columns;
  const last = columns.at(-1);
  if (columns.length < 2 || first === undefined || last === undefined) return [];
  const alone = (own: readonly LineFact[], rule: string, place: string): readonly LintFinding[] => {
    const [line] = own;
    if (line === undefined || own.length > 1) return [];
    const message = `the ${place}: “${shown(line)}”`;
    const cure = 'Change a few words, or the place of a subhead, so that the column can break elsewhere.';
    return [{ rule, page: line.page, story: paragraph.story, message, cure }];
  };
  return [
    ...alone(first, 'orphan', 'first line of a paragraph stands alone at the foot of a column'),
    ...alone(last, 'widow', 'last line of a paragraph stands alone at the head of a column'),
  ];
}

/** One finding for each story on each page, with its loosest line. */
function looseLines(paragraphs: readonly ParagraphFact[]): readonly LintFinding[] {
  const found = new Map<string, { readonly story: string; readonly lines: LineFact[] }>();
  for (const { story, lines } of paragraphs) {
    for (const line of lines.filter(({ looseness }) => looseness > LOOSE)) {
      const key = `${line.page}\n${story}`;
      const known = found.get(key) ?? { story, lines: [] };
      known.lines.push(line);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ story, lines }) => {
    const loosest = lines.reduce((most, line) => (line.looseness > most.looseness ? line : most));
    const what = lines.length === 1 ? 'a line is' : `${lines.length} lines are`;
    return {
      rule: 'loose-line',
      page: loosest.page,
      story,
      message: `${what} loose: “${shown(loosest)}” has spaces ${loosest.looseness.toFixed(1)} times as wide as they should be`,
      cure: 'Change a word, let a long one break (`hyphenationExceptions`), or set the story over fewer, wider columns.',
    };
  });
}

/** Lines that a river runs through at least; spaces over so many times the usual one are part of it. */
const RIVER_LINES = 5;
const WIDE = 1.2;
/** Share of a space that two spaces of a river must have over one another. */
const SHARED = 0.4;

/** Wide spaces one under the other through several lines. */
function rivers({ story, lines }: ParagraphFact, baseline: number): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  let flowing: readonly Stream[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isUnder =
      before !== undefined &&
      before.page === line.page &&
      before.column === line.column &&
      line.y > before.y &&
      line.y - before.y < baseline * 1.5;
    flowing = streamsOf(line, isUnder ? flowing : []);
    const [river] = flowing.filter(({ length }) => length === RIVER_LINES);
    if (river === undefined) return;
    findings.push({
      rule: 'river',
      page: line.page,
      story,
      message: `a river of white runs through ${RIVER_LINES} lines down to “${shown(line)}”`,
      cure: 'Change a word in one of the lines.',
    });
  });
  return findings;
}

type Stream = { readonly x: number; readonly width: number; readonly length: number };

function streamsOf({ gaps }: LineFact, above: readonly Stream[]): readonly Stream[] {
  return gaps
    .filter(({ width, own }) => width >= own * WIDE)
    .map(({ x, width, own }) => {
      const shared = (stream: Stream): number =>
        Math.min(stream.x + stream.width, x + width) - Math.max(stream.x, x);
      const longest = above
        .filter((stream) => shared(stream) > own * SHARED)
        .reduce((most, { length }) => Math.max(most, length), 0);
      return { x, width, length: longest + 1 };
    });
}

const shown = ({ text }: LineFact): string =>
  text.trim().length > SHOWN ? `${text.trim().slice(0, SHOWN - 1)}…` : text.trim();
