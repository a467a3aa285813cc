import { pt } from '../../../src/core/units.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { parseMarkup } from '../../../src/markup/parse-markup.ts';
import { computeStyles } from '../../../src/style/compute-styles.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import type { StyledElement, StyledTree } from '../../../src/style/styled-tree.ts';

/** A tree styled by sheets on a baseline grid of 10 points, and what was reported. */
export type Styled = {
  readonly tree: StyledTree;
  readonly faults: readonly Diagnostic[];
  /** Style of the first element with that id, or of the root. */
  readonly of: (id: string) => ComputedStyle;
};

const LIVE = { width: pt(200), height: pt(300) };

/** Styles a fragment, on a live area of 200 by 300 points. */
export function style(html: string, ...sheets: string[]): Styled {
  const context = createCollector();
  const parsed = sheets.map((text, index) => parseSheet(text, `/t/${index}.css`, context));
  const options = { sheets: parsed, language: 'en', direction: 'ltr', baseline: pt(10), live: LIVE } as const;
  const tree = computeStyles(parseMarkup(html, '/t/a.hbs', context), options, context);
  return {
    tree,
    faults: context.diagnostics,
    of: (id) => {
      const found = find(tree.root, id);
      if (found === null) throw new Error(`no element has the id ${id}`);
      return found.style;
    },
  };
}

function find(element: StyledElement, id: string): StyledElement | null {
  if (element.attributes['id'] === id || (id === 'root' && element.name === 'ed-root')) return element;
  for (const child of element.children) {
    const found = child.kind === 'text' ? null : find(child, id);
    if (found !== null) return found;
  }
  return null;
}
