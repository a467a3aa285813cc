import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { readFrontMatter } from '../../../src/manifest/front-matter.ts';

function read(text: string): {
  result: ReturnType<typeof readFrontMatter>;
  faults: string[];
  hints: (string | null)[];
} {
  const context = createCollector();
  const result = readFrontMatter(text, { file: 'ferry.md', offset: 4 }, context);
  return {
    result,
    faults: context.diagnostics.map(
      ({ code, span }) => `${code} ${text.slice((span?.start ?? 0) - 4, (span?.end ?? 0) - 4)}`,
    ),
    hints: context.diagnostics.map((diagnostic) => diagnostic.hint),
  };
}

test('fields are text as typed, and null where nothing is given', () => {
  const { result, faults } = read(
    'headline: 1984\nkicker: ""\npicture:\n  file: pier.jpg\n  decorative: yes\n',
  );
  expect(faults).toEqual([]);
  expect(result?.values).toEqual({
    label: null,
    kicker: null,
    headline: '1984',
    deck: null,
    byline: null,
    dateline: null,
    tagline: null,
    availability: null,
    language: null,
    typography: null,
    picture: {
      file: 'pier.jpg',
      alt: null,
      decorative: true,
      cutline: null,
      credit: null,
      columns: null,
      focus: null,
      crop: null,
      scale: null,
    },
    portrait: null,
  });
  expect(result?.spanOf(['headline'])).toEqual({ file: 'ferry.md', start: 14, end: 18 });
});

test('every fault is found at its place, and the rest is read', () => {
  const { result, faults, hints } = read(
    'headlin: x\ntypography: sorce\ndeck: [a]\nbyline: Ana\npicture:\n  alts: y\n  alt: z\n',
  );
  expect(faults).toEqual(['GA110 headlin', 'GA112 sorce', 'GA111 [a]', 'GA110 alts']);
  expect(hints[0]).toBe('Did you mean `headline`?');
  expect(result?.values).toMatchObject({ byline: 'Ana', deck: null, picture: { alt: 'z' } });
});

test('nothing at all is no fault, a text is one', () => {
  expect(read('').result?.values.headline).toBeNull();
  expect(read('just words\n')).toMatchObject({ result: null });
});
