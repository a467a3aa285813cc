import { expect, test } from 'vitest';
import { composeFiles } from '../../tools/compose-issue.ts';

const filesWith = (rows: number) => ({
  'issue.yaml': 'name: The Lantern\nnumber: 7\ndate: 2021-06-04\n',
  'articles/ferry.en.md': '# Ferry takes on an office\n\nThe ferry takes on an office.\n',
  'templates/pages/front.hbs':
    '<ed-page name="front"><ed-band><ed-frame rows="rest" thread="main"></ed-frame></ed-band>' +
    `<ed-footer rows="${rows}" template="folio"></ed-footer></ed-page>\n`,
});

test('strips that leave no rows for stories are told', async () => {
  await expect(composeFiles(filesWith(200))).rejects.toThrow(
    /GA702 the footer of page layout "front" takes 200 rows, and the page has \d+: no story/,
  );
  const { diagnostics } = await composeFiles(filesWith(20));
  expect(diagnostics.filter(({ code }) => code === 'GA702')).toEqual([]);
});
