import { expect, test } from 'vitest';
import { createRoleWriter } from '../../../src/pdf/role-writer.ts';
import type { ObjectSink } from '../../../src/pdf/object-sink.ts';

/** Keeps what is put, and numbers it. */
function sinkOf(): { readonly sink: ObjectSink; readonly put: unknown[] } {
  const put: unknown[] = [];
  const sink = { put: (value: unknown) => ({ number: put.push(value) }), reserve: () => ({ number: 0 }) };
  return { sink: sink as unknown as ObjectSink, put };
}

test('in PDF 2.0 what an entry of a table of contents leads with is the body of an item, and nothing else is', () => {
  const { sink, put } = sinkOf();
  const roles = createRoleWriter(sink, true);
  const nameIn = (role: 'Reference' | 'Link', parent: 'TOCI' | 'P'): unknown =>
    roles.elementEntries(role, parent)['S'];
  expect(nameIn('Reference', 'TOCI')).not.toEqual(nameIn('Reference', 'P'));
  expect(nameIn('Link', 'TOCI')).toEqual(nameIn('Link', 'P'));
  expect(JSON.stringify(put)).toMatch(/ContentsReference[^\]]*LBody/);
});

test('in PDF 1.7 it is a Reference everywhere', () => {
  const roles = createRoleWriter(sinkOf().sink, false);
  expect(roles.elementEntries('Reference', 'TOCI')).toEqual(roles.elementEntries('Reference', 'P'));
});
