import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pt } from '../../../src/core/units.ts';
import type { PdfProfile } from '../../../src/edition/profiles.ts';
import type { RawImage } from '../../../src/image/image-asset.ts';
import type { Press } from '../../../src/pdf/press.ts';
import { usualPrint } from '../../tools/usual-print.ts';
import { drawSample, samplePicture } from './draw-sample.ts';
import { sampleEdition } from './sample-edition.ts';

const inks: RawImage = {
  key: 'inks',
  format: 'raw',
  width: 2,
  height: 1,
  inks: 4,
  bytes: Uint8Array.of(0, 0, 0, 255, 10, 200, 180, 20),
  alpha: null,
};

/** The newsprint profile that galley ships with, and black for every colour. */
function newsprint(): Press {
  const file = join(import.meta.dirname, '../../../src/image/newsprint.icc');
  return {
    plan: { ...usualPrint.print, bleed: pt(9), marks: true },
    profile: { bytes: new Uint8Array(readFileSync(file)), description: 'Newsprint', registered: null },
    inkOf: () => ({ cyan: 0, magenta: 0, yellow: 0, black: 1 }),
  };
}

/** The sample as a file of one profile, without a fault. */
export async function drawDefectless(profile: PdfProfile): Promise<Uint8Array> {
  if (profile === 'print') return drawSample(sampleEdition(), inks, { profile, press: newsprint() });
  const attached = { path: 'articles/a.md', bytes: Uint8Array.of(65), relation: 'Source' as const };
  return drawSample(sampleEdition(), await samplePicture('alpha'), {
    profile,
    sources: profile === 'archive' ? [attached] : [],
  });
}
