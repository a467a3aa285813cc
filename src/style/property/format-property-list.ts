import { LONGHANDS, LOGICAL, PROPERTIES } from './registry.ts';
import { SHORTHANDS } from './shorthands.ts';
import { LENGTH_UNITS, MOST_IN_UNIT } from './value-parsers.ts';

/**
 * The list of properties for docs/css-properties.md, in Markdown, made from the registry.
 * A test holds the file to it.
 */
export function formatPropertyList(): string {
  const longhands = LONGHANDS.map((name) => {
    const { syntax, initial, inherited, note } = PROPERTIES[name];
    return row([code(name), code(syntax), code(initial), inherited ? 'yes' : 'no', note ?? '']);
  });
  const shorthands = [...SHORTHANDS].map(([name, { syntax, longhands: set }]) =>
    row([code(name), code(syntax), set.map(code).join(', ')]),
  );
  const logical = [...LOGICAL].map(([name, { ltr, rtl }]) => row([code(name), code(ltr), code(rtl)]));
  return `# CSS properties

Every property that a style sheet of galley may set. Another one, or another value, is an error with its place.
Made from the registry in \`src/style/property/\`: change it there, and run \`npx vitest run tests/unit/style -u\`.

Lengths are in ${LENGTH_UNITS.map(code).join(', ')}; 0 needs no unit, and none is more than ${MOST_IN_UNIT} of
its unit. \`<integer 1–10>\` is one from 1 to 10, \`<length ≥ 0>\` one that is not negative.
\`1rlh\` is the distance of the page's baselines, \`1lh\` the line height of the element,
\`1vw\` and \`1vh\` a hundredth of the width and of the height between the page's margins, \`1px\` 1/96 inch.
Colours are a name, \`#rgb\`, \`#rrggbb\`, \`rgb(…)\` or \`grey(40%)\`; there is no transparency.
Every property also takes \`inherit\`, \`initial\`, \`unset\`, and \`var(--name)\` or \`var(--name, fallback)\` in its
value. \`!important\` works as in CSS.

## Properties

${table(['property', 'value', 'initially', 'inherited', 'note'], longhands)}

## Shorthands

What a shorthand does not name gets its initial value.

${table(['shorthand', 'value', 'sets'], shorthands)}

## By the direction of the text

${table(['property', 'from left to right', 'from right to left'], logical)}
`;
}

const code = (text: string): string => `\`${text}\``;

// A bar inside a cell would end it, also in code.
const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(head), row(head.map(() => '---')), ...rows].join('\n');
