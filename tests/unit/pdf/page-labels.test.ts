import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { createObjectSink } from '../../../src/pdf/object-sink.ts';
import { writePageLabels } from '../../../src/pdf/page-labels.ts';
import { dict, name } from '../../../src/pdf/pdf-value.ts';

test.each([
  [['1', '2', '3'], '[ 0 << /S /D >> ]'],
  [['A1', 'A2', 'B1', 'B2'], '[ 0 << /P (A) /S /D >> 2 << /P (B) /S /D >> ]'],
  [
    ['i', 'ii', '7', '8', '10'],
    '[ 0 << /P (i) >> 1 << /P (ii) >> 2 << /S /D /St 7 >> 4 << /S /D /St 10 >> ]',
  ],
  [['08', '09', '10'], '[ 0 << /P (08) >> 1 << /P (09) >> 2 << /S /D /St 10 >> ]'],
])('labels %j', async (labels, ranges) => {
  const sink = createObjectSink({ version: '1.7', hasObjectStreams: true, isLinearised: false });
  const tree = writePageLabels(sink, labels);
  const root = sink.put(dict({ Type: name('Catalog'), PageLabels: tree }));
  const document = await PDFDocument.load(await sink.save({ root, info: sink.put(dict({})), pages: [] }), {
    updateMetadata: false,
  });
  const read = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString().replace(/\s+/g, ' '));
  expect(read).toContain(`<< /Nums ${ranges} >>`);
});
