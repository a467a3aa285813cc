import { expect, test } from 'vitest';
import { drawDummies } from '../../../src/makeup/draw-dummy.ts';
import { legDummies } from '../../../src/makeup/leg-dummies.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const TEXT = 'The ferry comes back to the old pier on Monday and goes again at six.\n\n'.repeat(12);

test('an issue that runs through bands has a dummy of its head, its legs and its imprint', async () => {
  const { edition, set } = await composeFiles({
    'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
    'articles/ferry.en.md': `# Ferry takes on an office\n\n${TEXT}`,
  });
  expect(set.dummies).toBeNull();
  const pages = legDummies(set.composed.pages, edition.grid);
  expect(pages).toHaveLength(set.composed.pages.length);
  const { columns, rows, modules } = pages[0] ?? { columns: 0, rows: 0, modules: [] };
  expect(rows * edition.grid.baseline).toBeCloseTo(edition.grid.live.height, 6);
  const legs = modules.filter(({ stories, rect }) => stories[0] === 'ferry' && rect.columns === 1);
  expect(legs.map(({ rect }) => rect.column)).toEqual(Array.from({ length: columns }, (_, index) => index));
  // In whole rows: a column of text is as deep as the legs next to it, to a line.
  const depths = legs.map(({ rect }) => rect.rows);
  expect(Math.max(...depths) - Math.min(...depths)).toBeLessThanOrEqual(1);
  for (const { rect } of modules) {
    expect(rect.column + rect.columns).toBeLessThanOrEqual(columns);
    expect(rect.row + rect.rows).toBeLessThanOrEqual(rows);
  }
  expect(modules.map(({ kind }) => kind)).toContain('imprint');
  expect(drawDummies(pages)).toContain('>ferry</text>');
});
