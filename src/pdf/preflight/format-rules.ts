import { RULES } from './rule-table.ts';
import type { Rule, StandardKey } from './rule.ts';

/** Standards in the order in which the page names clauses. */
const STANDARDS: readonly StandardKey[] = ['ua1', 'ua2', 'a1', 'a2', 'a3', 'a4', 'x4', 'pdf'];

const HEAD = `# What \`galley check\` looks at

\`\`\`sh
npx galley check out/*.pdf
\`\`\`

\`galley check\` reads any PDF, of galley or not: with cross-reference tables or streams or both, with object streams,
arranged for the web, saved in several turns. It says what the file claims in its XMP metadata (PDF/A part and level,
PDF/UA, PDF/X), and applies the rules of what is claimed, and those that every PDF has to keep (\`pdf:\`). Of a file that
claims nothing only the latter count. The same is done with every PDF that \`galley build\` makes, before it is written:
a breach there is error GA920.

Each line names the rule by standard, clause and the number of the test in that clause, as veraPDF counts them:
\`ua1:7.18.5-2\` is ISO 14289-1, 7.18.5, the second test. Rules of PDF/X-4 (ISO 15930-7) are named by their subject: they are our reading of that standard, whose text was not at
hand and which no free program judges; ask your printer's preflight too.
Clauses of other claims that are broken by the same stand in brackets. Then follow the page, the object, what is wrong
and what to do about it. \`--json\` prints the same as one object. The exit code is 0 for files without a fault, 1
otherwise, 3 for a file that cannot be opened.

An encrypted file is refused (GA921), and so is one that cannot be read (GA922), with the byte where reading stopped.

Not looked at: programs of Type 1 fonts, CFF in simple fonts, the data of pictures, signatures, and whether words and
order make sense. veraPDF looks at more; nothing looks as well as a reader.

Of 120 defects that galley's tests plant, veraPDF says the same of 102; the others are rules of PDF/X, or go beyond what it
asks for, each with its reason (\`BEYOND\` in \`tests/tools/planted-defects.ts\`). Rules of
PDF/A-1, which no file of galley claims, are taken from the same table and are not.
`;

const LEVELS = 'Rules marked U hold of the levels U and A of PDF/A-1 to 3, those marked A of level A.';

/** The page of the documentation that lists all rules. */
export function formatRules(): string {
  const rows = Object.values(RULES).map(formatRule);
  return `${HEAD}\n## Rules\n\n${LEVELS}\n\n| rule | clauses |\n|---|---|\n${rows.join('\n')}\n`;
}

function formatRule(rule: Rule): string {
  const clauses = STANDARDS.flatMap((key) => {
    const clause = rule.clauses[key];
    return clause === undefined ? [] : [`\`${key}:${clause}\``];
  });
  const level = rule.level === 'B' ? '' : ` (${rule.level})`;
  return `| ${rule.title}${level}. *${rule.cure}* | ${clauses.join(' ')} |`;
}
