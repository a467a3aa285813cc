import { expect, test } from 'vitest';
import type { Box, ParagraphBox } from '../../../src/box/box.ts';
import { buildBoxes } from '../../../src/box/build-boxes.ts';
import { pt } from '../../../src/core/units.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { openLayoutSession } from '../../../src/layout/layout-session.ts';
import { style } from '../style/styled.ts';
import { openShop } from '../text/set-paragraph.ts';

const paragraphsOf = (box: Box): readonly ParagraphBox[] =>
  box.kind === 'paragraph' ? [box] : 'children' in box ? box.children.flatMap(paragraphsOf) : [];

test('what was let go is set anew and comes out the same, and what was told is not told again', async () => {
  const { engine } = await openShop();
  const context = createCollector();
  const session = openLayoutSession({
    engine,
    images: new Map(),
    baseline: pt(11),
    direction: 'ltr',
    context,
  });
  const html = '<p>The ferry turned round in the fog, and nobody said 𓂀 on the quay.</p>';
  const [box] = paragraphsOf(buildBoxes(style(html, '').tree, createCollector()).root);
  if (box === undefined) throw new Error('there is no paragraph');
  const set = (): unknown =>
    session
      .linesOf(box, 0, pt(90))
      .map(({ from, to, width, runs }) => ({ from, to, width, runs: runs.length }));
  const before = set();
  expect(session.keptParagraphs()).toBe(1);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA510']);
  expect(session.apart().keptParagraphs()).toBe(0);
  session.letGo();
  expect(session.keptParagraphs()).toBe(0);
  expect(set()).toEqual(before);
  expect(context.diagnostics).toHaveLength(1);
});
