import { expect, test } from 'vitest';
import { reportFindings } from '../../../src/build/report-findings.ts';
import { openSideDesk } from '../../../src/build/side-desk.ts';
import { findInstallation } from '../../../src/cli/installation.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { NO_CACHE } from '../../../src/host/cache.ts';
import { drop, plant } from '../../tools/plant-defect.ts';
import { drawSample, samplePicture } from '../pdf/draw-sample.ts';
import { sampleEdition } from '../pdf/sample-edition.ts';

const { engines } = findInstallation();
const desk = openSideDesk({ readFile: () => null, cache: NO_CACHE, engines });

test('GA920 names the rules that a finished file breaks, with page and object', async () => {
  const drawn = await drawSample(sampleEdition(), await samplePicture('jpeg'));
  const good = createCollector();
  reportFindings('a.pdf', (await desk.judgePdf(drawn, false)).findings, [], good);
  expect(good.diagnostics).toEqual([]);
  expect((await desk.judgePdf(drawn, true)).stories.map(({ role }) => role)).toContain('Art');
  const broken = createCollector();
  const faulty = await plant(drawn, { spoil: drop('Subtype', '/Link', 'F') });
  reportFindings('a.pdf', (await desk.judgePdf(faulty, false)).findings, [], broken);
  expect(broken.diagnostics[0]).toMatchObject({
    code: 'GA920',
    severity: 'error',
    message: 'a2:6.3.2-1: a Link has no F',
    trail: ['a.pdf', 'page 1', expect.stringMatching(/^object \d+ 0$/)],
  });
});

test("where the tree is wrong, the paper's own declarations of roles are the place to look at", () => {
  const finding = { also: [], page: 1, object: '32 0', offset: null, message: 'H3 follows H1', cure: '' };
  const spans = [1, 9].map((start) => ({ file: '/t/print.css', start, end: start + 2 }));
  const reported = (rule: string) => {
    const context = createCollector();
    reportFindings('a.pdf', [{ ...finding, rule }], spans, context);
    return context.diagnostics[0];
  };
  expect(reported('ua1:7.4.2-1')).toMatchObject({
    span: spans[0],
    related: [{ span: spans[1] }],
    hint: expect.stringContaining('gives an element another role'),
  });
  expect(reported('a2:6.3.2-1')).toMatchObject({ span: null, related: [] });
});
