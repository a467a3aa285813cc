import { beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { composeFiles } from '../../tools/compose-issue.ts';

let picture: Uint8Array;
beforeAll(async () => {
  const blank = { width: 120, height: 150, channels: 3, background: '#a33' } as const;
  picture = await sharp({ create: blank }).png().toBuffer();
});

const ROW = '  - { picture: rope.png, alt: Rope, size: 2 columns x 5 in }\n';

test.each([1, 3])(
  'eight advertisements of half a page in width stand abreast, behind stories: %i',
  async (stories) => {
    const text = 'The quay was wet, and the boats lay two abreast. '.repeat(12);
    const names = ['Ferry', 'Market', 'Ropes'].slice(0, stories);
    const { set, diagnostics } = await composeFiles({
      'issue.yaml': `name: Quay\ndate: 2026-03-14\nads:\n${ROW.repeat(8)}`,
      'images/rope.png': picture,
      ...Object.fromEntries(names.map((name) => [`articles/${name}.md`, `# ${name} opens\n\n${text}\n`])),
    });
    const { pages } = set.composed;
    expect(pages.length).toBe(5);
    const shown = pages.map(({ fragments }) => fragments.filter(({ kind }) => kind === 'image').length);
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(Math.max(...shown)).toBe(2);
    // Pages of them alone are told, but the last, which may end short.
    const told = diagnostics.filter(({ code }) => code === 'GA717').map(({ message }) => message);
    expect(told.length).toBeGreaterThan(0);
    for (const message of told)
      expect(message).toMatch(/^page [2-4] is underset: .* above the advertisement$/);
  },
);
