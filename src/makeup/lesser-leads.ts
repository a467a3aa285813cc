import { headSize } from './fit-cell.ts';
import type { Makeup } from './make-up-pages.ts';

/** A story that the page plan names as the lead of its page, where another one has a head as large or stands over it. */
export type LesserLead = { readonly pageIndex: number; readonly id: string };

/** Planned leads that do not lead their page. */
export function lesserLeads({ pages }: Pick<Makeup, 'pages'>): readonly LesserLead[] {
  return pages.flatMap(({ makeup: { placed } }, pageIndex) =>
    placed.flatMap((lead): readonly LesserLead[] => {
      const { id, isLead, kind } = lead.matter;
      if (isLead !== true || kind === 'rest') return [];
      const size = headSize(lead.matter, lead.setting.shape);
      const isLess = placed.some(
        (other) =>
          other !== lead &&
          (headSize(other.matter, other.setting.shape) >= size || other.cell.row < lead.cell.row),
      );
      return isLess ? [{ pageIndex, id }] : [];
    }),
  );
}
