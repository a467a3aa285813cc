import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Page, TextFragment } from '../../../src/page/page.ts';
import { checkContrast, contrastOf } from '../../../src/proof/check-contrast.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const grey = (value: number): { red: number; green: number; blue: number } => ({
  red: value,
  green: value,
  blue: value,
});
const WHITE = grey(1);
const BLACK = grey(0);

test('contrast is that of WCAG', () => {
  expect(contrastOf(WHITE, BLACK)).toBeCloseTo(21, 5);
  expect(contrastOf(BLACK, BLACK)).toBe(1);
  // The usual example: #767676 on white is just enough.
  expect(contrastOf(grey(0x76 / 255), WHITE)).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(grey(0x77 / 255), WHITE)).toBeLessThan(4.5);
});

const { set } = await composeFiles({
  'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
  'articles/ferry.en.md': '# Ferry takes on an office\n\nThe ferry takes on an office at the quay.\n',
});

/** The first page with what a test makes of its body text. */
function reported(change: (text: TextFragment, page: Page) => Page['fragments']): readonly string[] {
  const [page] = set.composed.pages;
  if (page === undefined) throw new Error('there is no page');
  const text = page.fragments.find(
    (one) => one.kind === 'text' && one.run.inline.text.startsWith('The ferry takes'),
  );
  if (text?.kind !== 'text') throw new Error('there is no body');
  const context = createCollector();
  checkContrast([{ ...page, fragments: change(text, page) }], [], context);
  return context.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

test('a page as the theme sets it is readable', () => {
  expect(reported((_, page) => page.fragments)).toEqual([]);
});

test('each pair of colours is told once', () => {
  const faults = reported((text) => [
    { ...text, colour: grey(0.6) },
    { ...text, colour: grey(0.6) },
    { ...text, colour: grey(0.65) },
  ]);
  expect(faults).toHaveLength(2);
  expect(faults[0]).toMatch(/^GA413 “The ferry takes.*#999999 on #ffffff: a contrast of 2\.8, where 4\.5/);
});

test('what lies behind the text counts, not what was drawn after it or stands elsewhere', () => {
  const box = (text: TextFragment): TextFragment['run']['x'] => (text.x + text.run.x) as never;
  const tint = (text: TextFragment, at: number) =>
    ({
      kind: 'rule',
      rect: { x: box(text) + at, y: text.y - 30, width: 900, height: 60 },
      colour: grey(0.2),
      structure: { kind: 'artifact', artifact: 'layout' },
    }) as unknown as Page['fragments'][number];
  expect(reported((text) => [tint(text, -5), text])).toHaveLength(1);
  expect(reported((text) => [tint(text, -5), { ...text, colour: WHITE }])).toEqual([]);
  expect(reported((text) => [text, tint(text, -5)])).toEqual([]);
  expect(reported((text) => [tint(text, 2000), text])).toEqual([]);
});

test('large text needs as much', () => {
  const large = (text: TextFragment, size: number): TextFragment => ({
    ...text,
    colour: grey(0.5),
    run: { ...text.run, fontSize: size as never },
  });
  for (const size of [17, 18, 60]) expect(reported((text) => [large(text, size)])).toHaveLength(1);
});
