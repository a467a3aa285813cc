import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fragment } from '../../../src/page/page.ts';
import { composeFiles } from '../../tools/compose-issue.ts';

const ISSUE =
  'name: Harbour Herald\nnumber: 7\ndate: 2024-05-03\nformat: { width: 150 mm, height: 190 mm }\ngrid: { columns: 2, margins: 24 pt }\n';
const QUAY = readFileSync(join(import.meta.dirname, '../../layout/insets/in/images/quay.png'));
const WORDS = 'the boat turned round at noon since fog lay on the water like wool and nobody could see'.split(
  ' ',
);

async function compose(article: string) {
  return composeFiles({
    'issue.yaml': ISSUE,
    'articles/ferry.md': article,
    'images/quay.png': new Uint8Array(QUAY),
  });
}

function overlaps(fragments: readonly Fragment[]): readonly string[] {
  const pictures = fragments.filter((one) => one.kind === 'image').map(({ rect }) => rect);
  return fragments.flatMap((one) => {
    if (one.kind !== 'text') return [];
    const [left, right] = [one.x + one.run.x, one.x + one.run.x + one.run.width];
    const inside = pictures.some(
      (rect) =>
        left < rect.x + rect.width - 0.1 &&
        right > rect.x + 0.1 &&
        one.y > rect.y + 0.1 &&
        one.y - one.run.fontSize * 0.5 < rect.y + rect.height - 0.1,
    );
    return inside ? [one.run.texts.join('')] : [];
  });
}

test('text runs beside a picture of less than half a column', async () => {
  const text = `${WORDS.join(' ')}. `.repeat(4);
  const { set, diagnostics } = await compose(
    `# Head\n\n${text}\n\n![Quay.](quay.png){inset=left}\n\n${text}`,
  );
  expect(diagnostics).toEqual([]);
  const fragments = set.composed.pages[0]?.fragments ?? [];
  const picture = fragments.find((one) => one.kind === 'image');
  const beside = fragments.filter(
    (one) => one.kind === 'text' && picture !== undefined && Math.abs(one.y - picture.rect.y - 6) < 1,
  );
  expect(picture?.rect.width).toBeLessThan(90);
  expect(beside.length).toBeGreaterThan(0);
  expect(overlaps(fragments)).toEqual([]);
});

test('wherever insets stand, no line overlaps one, and every word is set', async () => {
  const paragraph = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 70 })
    .map((words) => words.join(' '));
  const inset = fc.constantFrom(
    '![Q.](quay.png){inset=left}',
    '![Q.](quay.png "Quay."){inset=right}',
    '## Sub',
    '- item',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 2, arbitrary: paragraph }, inset), { minLength: 2, maxLength: 12 }),
      async (blocks) => {
        const { set } = await compose(`# Head\n\nFirst.\n\n${blocks.join('\n\n')}`);
        for (const page of set.composed.pages) expect(overlaps(page.fragments)).toEqual([]);
        const said = set.composed.pages.flatMap(({ fragments }) =>
          fragments.flatMap((one) =>
            one.kind === 'text' && one.run.inline.source?.owner === 'ferry' ? one.run.texts : [],
          ),
        );
        const words = blocks
          .map((block) => block.replace(/!\[.*?\(quay\.png ?"?|"?\)\{.*\}|## |- /g, ''))
          .join('');
        const letters = (text: string): string => [...text.replace(/[^A-Za-z]/g, '')].sort().join('');
        expect(letters(said.join(''))).toBe(letters(`HeadFirst${words}`));
      },
    ),
    { seed: 898, numRuns: 25 },
  );
}, 60_000);
