import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';
import { quayStory } from '../../tools/quay-story.ts';

const ROWS = Array.from({ length: 24 }, (_, at) => `| Team ${at + 1} | ${at} |`).join('\n');

/** Left edges at which the head of a table of two narrow columns stands. */
async function headsOf(style: string): Promise<ReadonlySet<number>> {
  const { set } = await composeFiles({
    'issue.yaml': 'name: The Quay\ndate: 2026-05-04\n',
    'templates/print.css': style,
    'articles/league.md': `${quayStory('The league at the quay', 120)}\n| Side | Points |\n|---|---|\n${ROWS}\n`,
    ...Object.fromEntries(
      ['bell', 'nets'].map((name) => [`articles/${name}.md`, quayStory(`The ${name} here`, 300)]),
    ),
  });
  return new Set(
    set.composed.pages.flatMap(({ fragments }) =>
      fragments.flatMap((each) =>
        each.kind === 'text' && each.run.texts.join('') === 'Points' ? [Math.round(each.x + each.run.x)] : [],
      ),
    ),
  );
}

test('a table that its style lets span is one, however narrow its columns are', async () => {
  expect((await headsOf('table { column-span: all; }')).size).toBe(1);
});
