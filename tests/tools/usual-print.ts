import { pt } from '../../src/core/units.ts';
import type { Edition } from '../../src/edition/edition.ts';

/** What an edition that says nothing of its PDFs has. */
export const usualPrint: Pick<Edition, 'profiles' | 'print'> = {
  profiles: ['screen'],
  print: {
    profile: null,
    isGrey: false,
    bleed: pt(0),
    marks: false,
    slug: false,
    pagesOf: 2,
    isPadded: true,
    ink: 240,
    resolution: 150,
    creep: pt(0),
  },
};
