import { naturalRows } from './fit-cell.ts';
import type { Matter } from './matter.ts';
import { ROWS_BETWEEN } from './weights.ts';

/** Briefs of one page as a column of its own, each under its small head; the same object for the same briefs. */
export function joinBriefs(joined: Map<string, Matter>, briefs: readonly Matter[]): Matter {
  const id = briefs.map((brief) => brief.id).join('+');
  const known = joined.get(id);
  if (known !== undefined) return known;
  const settings = briefs.map((brief) => brief.settingFor(1, 'brief'));
  const rows = settings.reduce((sum, setting) => sum + (setting === null ? 0 : naturalRows(setting)), 0);
  const [first] = settings;
  const depth = rows + (briefs.length - 1) * ROWS_BETWEEN;
  const headRows = first?.headRows ?? 0;
  const legRows = depth - headRows;
  const setting = {
    columns: 1,
    shape: 'brief' as const,
    headRows,
    legRows,
    bodyRows: legRows,
    picture: null,
  };
  const matter: Matter = {
    id,
    kind: 'brief',
    section: briefs[0]?.section ?? null,
    mayJump: false,
    parts: briefs,
    settingFor: (columns) => (columns === 1 && first !== null ? setting : null),
  };
  joined.set(id, matter);
  return matter;
}
