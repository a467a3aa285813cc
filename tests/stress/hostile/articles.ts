import { bytesOf, createSequence, type HostileCase } from './hostile-case.ts';

const FILE = '7/articles/ferry.md';
const HEAD = '---\nheadline: The ferry\n---\n';

/** The file as it stands. */
const file = (
  name: string,
  content: string | Uint8Array,
  codes: readonly string[],
  names = FILE,
): HostileCase => ({ name: `article: ${name}`, files: { [FILE]: content }, codes, names });

/** A body under a plain head. */
const body = (name: string, text: string, codes: readonly string[], names = FILE): HostileCase =>
  file(name, `${HEAD}${text}\n`, codes, names);

/** Paragraphs with a fault of the same kind in each. */
const each = (name: string, code: string, paragraphs: readonly string[]): HostileCase => ({
  ...body(name, paragraphs.join('\n\n'), [code], `${FILE}:4`),
  count: paragraphs.length,
});

const BUILT = 'out/quay-0007-2026-03-14-en.pdf';

const ENCODINGS: readonly HostileCase[] = [
  file(
    'UTF-16',
    new Uint8Array(Buffer.from(`\ufeff${HEAD}`, 'utf16le')),
    ['GA101'],
    'byte 0 begins the mark',
  ),
  file('Latin-1', bytesOf('Caf\xe9'), ['GA101'], 'byte 3 (E9'),
  file('lone carriage returns', 'One\rTwo', ['GA101'], 'byte 3 is a carriage return'),
  file('NUL', `${HEAD}a\0b`, ['GA101'], 'byte 29 is NUL'),
  file('a program', bytesOf('\x7fELF\x02\x01\x01\0\0\0'), ['GA101'], 'byte 7 is NUL'),
  file('a picture', bytesOf('\xff\xd8\xff\xe0'), ['GA239']),
  file(
    'bytes by lot',
    Uint8Array.from(
      { length: 4096 },
      (() => {
        const next = createSequence(11);
        return () => next(256);
      })(),
    ),
    ['GA101'],
  ),
  body('control characters', 'a\u0001b\u001b[31mc\u0007', ['GA215'], `${FILE}:4:2`),
  body('bidi overrides', 'abc \u202egnp.exe\u202c x', ['GA215'], `${FILE}:4:5`),
  body('separators of lines', 'a\u2028b', ['GA215'], `${FILE}:4:2`),
];

const FRONT: readonly HostileCase[] = [
  file('front matter without end', '---\nheadline: x\n', ['GA201'], `${FILE}:1`),
  file(
    'a bomb of aliases in front',
    '---\nheadline: &a x\ndeck: *a\n---\nx\n',
    ['GA106', 'GA247'],
    `${FILE}:2`,
  ),
  file('__proto__ in front', '---\nheadline: x\n__proto__: { kicker: y }\n---\nx\n', ['GA109'], `${FILE}:3`),
  file(
    '3,000 keys in front',
    `---\n${Array.from({ length: 3000 }, (_, index) => `k${index}: v\n`).join('')}---\nx\n`,
    ['GA102'],
    `${FILE}:2`,
  ),
  file(
    'a headline of 20,000 letters',
    `---\nheadline: ${'x'.repeat(20_000)}\n---\nx\n`,
    ['GA102'],
    `${FILE}:2`,
  ),
  file(
    'a headline that is a template',
    '---\nheadline: "{{#each this}}{{this}}{{/each}} {{> page}} {{{body}}} <%- include(\'/etc/passwd\') %>"\n---\nx\n',
    [],
    BUILT,
  ),
  file('nothing in it', '', ['GA133', 'GA135']),
];

const LINKS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#x73;cript:alert(1)',
  'java&Tab;script:alert(1)',
  'javascript&colon;alert(1)',
  '\\javascript:alert(1)',
  '%6aavascript:alert(1)',
  'javascript%3aalert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://a.example/1',
  'view-source:https://a.example',
  'ftp://a.example/x',
  '//evil.example/x',
  '/etc/passwd',
  '../../../etc/passwd',
  'ferry.pdf',
  '?x',
];

const PATHS = [
  '../../../etc/passwd',
  '../../../../../../../../etc/hostname',
  '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '..%5c..%5cetc%5cpasswd',
  'images/../../../../etc/passwd',
  './.././../../etc/passwd',
  '/etc/passwd',
  '%2Fetc%2Fpasswd',
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'http://evil.example/x.png',
  'https://evil.example/x.png',
  'data:image/png;base64,iVBORw0KGgo=',
  'C:/Windows/x.png',
  'pier.png%00.jpg',
  '%252e%252e/%252e%252e/etc/passwd',
];

const NOWHERE = [
  '%c0%ae%c0%ae/etc/passwd',
  '\uff0e\uff0e/etc/passwd',
  '....//....//etc/passwd',
  'images',
  `${'x'.repeat(5000)}.png`,
  '%E0%A4%A.png',
];

const HTML = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <svg/onload=alert(1)> b',
  '<iframe src="https://evil.example"></iframe>',
  '<style>@import "https://evil.example"</style>',
  '<a href="javascript:alert(1)">x</a>',
  '</p></body></html>',
];

const REFUSED: readonly HostileCase[] = [
  each(
    'schemes of links',
    'GA204',
    LINKS.map((link) => `[words](${link})`),
  ),
  each('addresses in angles', 'GA204', [
    '<javascript:alert(1)>',
    '<file:///etc/passwd>',
    '<data:text/html,x>',
  ]),
  each(
    'pictures out of the paper',
    'GA209',
    PATHS.map((path) => `![x](${path})`),
  ),
  each(
    'pictures that are nowhere',
    'GA208',
    NOWHERE.map((path) => `![x](${path})`),
  ),
  { ...each('HTML', 'GA203', HTML), count: 6 },
  each('stories out of the paper', 'GA236', [
    '[x](story:../../etc/passwd)',
    '[x](story:%2e%2e/ferry)',
    '[x](story:__proto__)',
  ]),
  each('words in braces', 'GA212', ['[x]{onclick="alert(1)"}', '[x]{lang="en\\"><script>"}']),
  body(
    'a link with a lot of address',
    `[x](https://a.example/${'x'.repeat(100_000)})`,
    ['GA204'],
    'at most 8000 are allowed',
  ),
  body(
    'addresses with ends of strings in them',
    [
      '[a](<http://x/) /S /JavaScript /JS (app.alert(1)>)',
      '[b](<https://a.example/">x<script>alert(1)</script>)',
      '[c](mailto:a@b.example?subject=x%0d%0aBcc:c@d.example)',
      '[d](tel:+1-773-555-0142)',
      '[e](https://\u0430pple.example/\u{1f600})',
      '[f](<https://a.example/\\) >> endobj>)',
      '{{constructor.constructor "return process"}} <%= 7*7 %> ${7*7} #{7*7}',
      'http://a.example/javascript:alert(1)',
    ].join('\n\n'),
    ['GA203', 'GA247', 'GA249'],
  ),
  body(
    'addresses that may be written',
    [
      '[a](<http://x/) /S /JavaScript /JS (app.alert(1)>)',
      '[c](mailto:a@b.example?subject=x%0d%0aBcc:c@d.example)',
      '[d](tel:+1-773-555-0142)',
      '[e](https://\u0430pple.example/)',
      '[f](<https://a.example/\\) endobj>)',
      '{{constructor.constructor "return process"}} ${7*7} #{7*7}',
      ') Tj ET /JavaScript << /OpenAction (x) >> endstream endobj',
    ].join('\n\n'),
    [],
    BUILT,
  ),
];

const DEEP: readonly HostileCase[] = [
  body('quotations 200 deep', `${'> '.repeat(200)}x`, ['GA202']),
  body('4 kB of quotation signs', '> '.repeat(2000), ['GA202']),
  body('lists 200 deep', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), [
    'GA202',
  ]),
  body('emphasis 400 deep', `${'*a **b '.repeat(200)}x${'** *'.repeat(200)}`, ['GA247'], BUILT),
  body('30,000 opening brackets', '['.repeat(30_000), ['GA511'], BUILT),
  body('20,000 opening pictures', '!['.repeat(20_000), [], BUILT),
  body('30,000 asterisks, letters between', '*a_'.repeat(10_000), ['GA247', 'GA511'], BUILT),
  body('30,000 angles', '<'.repeat(30_000), ['GA511'], BUILT),
  body('20,000 closing brackets', 'a]('.repeat(20_000), ['GA247'], BUILT),
  body('10,000 openings of emphasis', '*a **a '.repeat(5_000), ['GA247'], BUILT),
  body('more than five megabytes', 'x '.repeat(2_500_001), ['GA102']),
  body(
    '300 blocks in one another',
    `${Array.from({ length: 300 }, (_, depth) => `${':'.repeat(310 - depth)} box`).join('\n')}\nx`,
    ['GA202'],
  ),
  body('1,000 marks without notes', '[^1] '.repeat(1000), ['GA227']),
  body('a note that leads to itself', 'x[^1]\n\n[^1]: y[^1]', [], BUILT),
  body(
    'a table of 1,000 columns',
    `|${' a |'.repeat(1000)}\n|${' - |'.repeat(1000)}\n|${' b |'.repeat(1000)}`,
    ['GA235'],
  ),
];

const WORDS: readonly HostileCase[] = [
  body('a word of 10 kB', 'x'.repeat(10_000), ['GA511'], BUILT),
  body('5,000 marks on one letter', `a${'\u0301'.repeat(5000)} b`, [], BUILT),
  body(
    'words with joiners, soft hyphens and widths of nothing',
    'One a\u200d\u00ad\u200b\u2060b two. '.repeat(200),
    [],
    BUILT,
  ),
  body('writing in two directions', '\u05d0\u05d1 abc (\u0645\u0631\u062d\u0628\u0627) [1] '.repeat(200), [
    'GA510',
  ]),
  body('letters of no font', '\u{10080}\u{1f4f0}\ue000', ['GA510'], `${FILE}:4`),
  body('characters that are none', 'a\ufffeb\uffffc', ['GA510']),
];

const link = (path: string, target: string, names: string, codes: readonly string[]): HostileCase => ({
  name: `file: ${path} leads to ${target}`,
  files: {},
  links: { [path]: target },
  codes,
  names,
});

const FILES: readonly HostileCase[] = [
  link('7/articles/secret.md', '/etc/passwd', '7/articles/secret.md', ['GA142']),
  link('7/articles/loop.md', 'loop.md', '7/articles/loop.md', ['GA142']),
  link('7/articles/zero.md', '/dev/zero', '7/articles/zero.md', ['GA142']),
  link('7/articles/back.md', '../articles/ferry.md', BUILT, []),
  ...['/etc/hostname', '/dev/zero', 'pier.png', '../../../../../../etc/hostname'].map((target) => ({
    ...link('7/images/pier.png', target, `${FILE}:4`, [target === 'pier.png' ? 'GA208' : 'GA209']),
    files: { [FILE]: `${HEAD}![x](pier.png)\n\nWords.\n` },
  })),
  {
    name: 'file: all articles lead elsewhere',
    files: { [FILE]: null },
    links: { '7/articles': '/etc' },
    codes: ['GA133', 'GA142'],
    names: '7/articles',
  },
  {
    name: 'file: names that are one',
    files: { '7/articles/Caf\u00e9.md': 'x', '7/articles/cafe\u0301.md': 'y', '7/articles/FERRY.md': 'z' },
    codes: ['GA134'],
    names: '7/articles/ferry.md',
  },
  {
    name: 'file: names of other letters',
    files: {
      '7/articles/\u65b0\u95fb.md': '# One\n\nx\n',
      '7/articles/-rf.md': '# Two\n\nx\n',
      '7/articles/...md': '# Three\n\nx\n',
      '7/articles/a b & <c>.md': '# Four\n\nx\n',
      [`7/articles/${'x'.repeat(240)}.md`]: '# Five\n\nx\n',
      '7/articles/__proto__.md': '# Six\n\nx\n',
      '7/articles/Caf\u00e9.md': '# Seven\n\nx\n',
      '7/articles/cafe.md': '# Eight\n\nx\n',
    },
    codes: [],
    names: BUILT,
  },
  {
    name: 'file: names with line ends, overrides and bytes that are no text',
    files: { '7/articles/a\nb.md': 'x', '7/articles/a\u202eb.md': 'y' },
    codes: ['GA135'],
    names: '7/articles/',
  },
];

/** Hostile articles, and files in place of them. */
export const ARTICLES: readonly HostileCase[] = [
  ...ENCODINGS,
  ...FRONT,
  ...REFUSED,
  ...DEEP,
  ...WORDS,
  ...FILES,
];
