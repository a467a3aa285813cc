import { expect, test } from 'vitest';
import { readContactLine } from '../../../src/intake/contact-line.ts';
import { readIssueLine } from '../../../src/intake/issue-line.ts';
import { settleContact } from '../../../src/intake/settle-contact.ts';
import { findTypedDate } from '../../../src/intake/typed-date.ts';

test.each([
  ['March 16, 1997', 'en', '1997-03-16'],
  ['Sunday, March 16, 1997', 'en', '1997-03-16'],
  ['16 March 1997', 'en', '1997-03-16'],
  ['Mar. 16th, 1997', 'en', '1997-03-16'],
  ['3/16/1997', 'en', '1997-03-16'],
  ['4/3/1997', 'es', '1997-03-04'],
  ['1997-03-16', 'en', '1997-03-16'],
  ['March 1997', 'en', '1997-03'],
  ['March 16-22, 1997', 'en', '1997-03-16/1997-03-22'],
  ['March 30-April 5, 1997', 'en', '1997-03-30/1997-04-05'],
  ['December 28-January 3, 1998', 'en', '1997-12-28/1998-01-03'],
  ['16 de marzo de 1997', 'es', '1997-03-16'],
  ['domingo 16 de marzo del 1997', 'es', '1997-03-16'],
  ['del 16 al 22 de marzo de 1997', 'es', '1997-03-16/1997-03-22'],
  ['marzo de 1997', 'es', '1997-03'],
])('the date %s (%s) is %s', (text, language, iso) => {
  expect(findTypedDate(`Paper, ${text}`, language)).toMatchObject({ iso, text });
});

test.each(['February 30, 1997', '45 March', 'the year', '31/31/1997'])('%s is no date', (text) => {
  expect(findTypedDate(text, 'en')?.iso ?? 'none').not.toMatch(/-\d\d-\d\d/);
});

test.each([
  ['Quayside Worker #412, May 4, 2025', '{name} #{number}, {date}', 'Quayside Worker', '412'],
  ['Quayside Worker No. 412 - May 4, 2025', '{name} No. {number} - {date}', 'Quayside Worker', '412'],
  [
    'QUAYSIDE WORKER, Vol. 3, No. 12 (May 2025)',
    '{name}, Vol. {volume}, No. {number} ({date})',
    'QUAYSIDE WORKER',
    '12',
  ],
  ['Quayside Worker #12 May 2025', '{name} #{number} {date}', 'Quayside Worker', '12'],
  ['Quayside Worker, May 4, 2025', '{name}, {date}', 'Quayside Worker', null],
  ['El Obrero nº 007, 4 de mayo de 2025', '{name} nº {number}, {date}', 'El Obrero', '007'],
  ['No. 12, May 4, 2025', 'No. {number}, {date}', null, '12'],
])('the issue line %s', (line, pattern, name, number) => {
  expect(readIssueLine(line, 'en')).toMatchObject({ pattern, name, number });
});

test.each([
  'On May 4, 2025 the ferry stopped.',
  'The ferry stopped on May 4, 2025',
  'See QW #409 for the first report',
  'Quayside Worker',
  'Lines of 1984',
])('%s is no issue line', (line) => {
  expect(readIssueLine(line, 'en')).toBe(null);
});

test.each([
  ['Write: Box 12, Fish Market', [['post', 'Write', 'Box 12, Fish Market']]],
  [
    'Fax: 555-0143 Phone: 555-0142',
    [
      ['fax', 'Fax', '555-0143'],
      ['phone', 'Phone', '555-0142'],
    ],
  ],
  [
    'Tel./Fax: 555-0143; E-mail: a@b.example',
    [
      ['phone', 'Tel./Fax', '555-0143'],
      ['email', 'E-mail', 'a@b.example'],
    ],
  ],
  ['Escriba a: Apartado 1', [['post', 'Escriba a', 'Apartado 1']]],
  ['https://quay.example', [['web', null, 'https://quay.example']]],
  ['He said: no fax: none', []],
  ['Plain words', []],
])('contact rows of %s', (line, rows) => {
  expect(readContactLine(line).map(({ kind, label, value }) => [kind, label, value])).toEqual(rows);
});

test.each([
  ['web', 'www.quay.example', 'web', 'https://www.quay.example'],
  ['web', 'https://quay.example', 'web', 'https://quay.example'],
  ['web', 'none yet', 'post', 'none yet'],
  ['email', 'desk@quay.example', 'email', 'desk@quay.example'],
  ['email', 'none', 'post', 'none'],
] as const)('the %s row "%s" is written as %s', (kind, value, settledKind, settledValue) => {
  expect(settleContact({ kind, label: 'L', value })).toMatchObject({
    kind: settledKind,
    value: settledValue,
  });
});
