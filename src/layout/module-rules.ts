import { pt } from '../core/units.ts';
import type { BorderSide } from '../style/computed-style.ts';
import type { Composer, DraftPage } from './composer.ts';
import { drawBorder } from './draw-decorations.ts';
import { columnsWidth, columnX } from './leg-grid.ts';
import type { GridRect, PlannedModule } from './page-plan.ts';
import { outerStyle } from './place-flow.ts';

/**
 * Draws the hairlines between modules that stand side by side, as far down as both do; advertisements have an edge of
 * their own. Rules above modules are a matter of the theme: they belong to the heads.
 */
export function drawModuleRules(
  composer: Composer,
  page: DraftPage,
  modules: readonly PlannedModule[],
): void {
  const edited = modules.filter(({ matter }) => matter.kind !== 'advertisement');
  const rule = ruleOf(edited);
  if (rule === null) return;
  for (const { rect } of edited) {
    for (const other of edited) {
      const shared = sharedRows(rect, other.rect);
      const isAtFold = other.rect.column === composer.grid.columnsToFold;
      if (other.rect.column !== rect.column + rect.columns || shared === null || isAtFold) continue;
      drawModuleRule(composer, page, { column: other.rect.column, ...shared, rule });
    }
  }
}

/** The hairline between the legs of the first story that has one. */
function ruleOf(modules: readonly PlannedModule[]): BorderSide | null {
  for (const { matter } of modules) {
    if (matter.kind !== 'story' && matter.kind !== 'rest') continue;
    return outerStyle(matter.flow.treeOf(matter.kind === 'story' ? matter.shape : 'brief')).columnRule;
  }
  return null;
}

function sharedRows(a: GridRect, b: GridRect): { readonly row: number; readonly rows: number } | null {
  const row = Math.max(a.row, b.row);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  return rows > 0 ? { row, rows } : null;
}

/** Where a rule stands: before a column, over some rows. */
export type ModuleRule = {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
  readonly rule: BorderSide;
};

/** A vertical rule in the middle of the gutter before a column. */
export function drawModuleRule(
  { grid }: Composer,
  page: DraftPage,
  { column, row, rows, rule }: ModuleRule,
): void {
  const behind = columnX(grid, column);
  const middle = grid.isFromRight === true ? columnsWidth(grid, 1) + grid.gutter / 2 : -grid.gutter / 2;
  const x = pt(behind + middle - rule.width / 2);
  const rect = {
    x,
    y: pt(grid.live.y + row * grid.baseline),
    width: rule.width,
    height: pt(rows * grid.baseline),
  };
  for (const item of drawBorder(rule, rect, false)) {
    if (item.kind !== 'fill') continue;
    page.fragments.push({
      kind: 'rule',
      rect: item.rect,
      colour: item.colour,
      structure: { kind: 'artifact', artifact: 'layout' },
    });
  }
}
