import { expect, test } from 'vitest';
import { preflightSaved } from '../../../src/build/preflight-saved.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { openPdf } from '../../../src/pdf/open-pdf.ts';
import { drop, plant } from '../../tools/plant-defect.ts';
import { drawSample, samplePicture } from '../pdf/draw-sample.ts';
import { sampleEdition } from '../pdf/sample-edition.ts';

test('GA920 names the rules that a finished file breaks, with page and object', async () => {
  const drawn = await drawSample(sampleEdition(), await samplePicture('jpeg'));
  const good = createCollector();
  preflightSaved('a.pdf', openPdf(drawn), good);
  expect(good.diagnostics).toEqual([]);
  const broken = createCollector();
  const faulty = await plant(drawn, { spoil: drop('Subtype', '/Link', 'F') });
  preflightSaved('a.pdf', openPdf(faulty), broken);
  expect(broken.diagnostics[0]).toMatchObject({
    code: 'GA920',
    severity: 'error',
    message: 'a2:6.3.2-1: a Link has no F',
    trail: ['a.pdf', 'page 1', expect.stringMatching(/^object \d+ 0$/)],
  });
});
