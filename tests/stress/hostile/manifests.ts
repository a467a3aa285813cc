import { bytesOf, PAPER, type HostileCase } from './hostile-case.ts';

const ISSUE = PAPER['7/issue.yaml'] ?? '';
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

/** An issue.yaml in place of the plain one. */
const manifest = (
  name: string,
  text: string | Uint8Array,
  codes: readonly string[],
  names = '7/issue.yaml',
): HostileCase => ({ name: `manifest: ${name}`, files: { '7/issue.yaml': text }, codes, names });

/** Lines under the plain manifest. */
const lines = (name: string, text: string, codes: readonly string[], names = '7/issue.yaml:4'): HostileCase =>
  manifest(name, `${ISSUE}${text}\n`, codes, names);

const keys = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  K${index}: v`).join('\n');

/** Ten names, each ten times the one before. */
const laughs = Array.from({ length: 10 }, (_, index) => {
  const inner = index === 0 ? '"lol"' : `*a${index - 1}`;
  return `x${index}: &a${index} [${Array.from({ length: 10 }, () => inner).join(', ')}]`;
}).join('\n');

const ENCODINGS: readonly HostileCase[] = [
  manifest('nothing in it', '', ['GA113', 'GA115']),
  manifest('a byte order mark alone', '\ufeff', ['GA113', 'GA115']),
  manifest('UTF-16 with a mark', utf16(`\ufeff${ISSUE}`), ['GA101'], 'byte 0 begins the mark of UTF-16'),
  manifest('UTF-16 without one', utf16(ISSUE), ['GA101'], 'byte 1 is NUL'),
  manifest('UTF-16, high byte first', bytesOf('\xfe\xff\0n'), ['GA101'], 'byte 0 begins the mark of UTF-16'),
  manifest('UTF-32', bytesOf('\0\0\xfe\xff\0\0\0n'), ['GA101'], 'byte 0 is NUL'),
  manifest('Latin-1', bytesOf('name: Caf\xe9\ndate: 2026-03-14\n'), ['GA101'], 'byte 9 (E9 in hexadecimal)'),
  manifest(
    'lone carriage returns',
    'name: Quay\rdate: 2026-03-14\r',
    ['GA101'],
    'byte 10 is a carriage return',
  ),
  manifest('NUL in a name', 'name: Qu\0ay\ndate: 2026-03-14\n', ['GA101'], 'byte 8 is NUL'),
  manifest('an overlong slash', bytesOf('name: \xc0\xaf\n'), ['GA101'], 'byte 6 (C0'),
  manifest('half a surrogate pair', bytesOf('name: \xed\xa0\x80\n'), ['GA101'], 'byte 6 (ED'),
  manifest('a character cut off', bytesOf('name: \xf0\x9f\x92'), ['GA101'], 'byte 6 (F0'),
  manifest('beyond Unicode', bytesOf('name: \xf4\x90\x80\x80'), ['GA101'], 'byte 6 (F4'),
];

const YAML: readonly HostileCase[] = [
  lines(
    'a bomb of aliases',
    `masthead:\n  ${laughs.replaceAll('\n', '\n  ')}`,
    ['GA106', 'GA110'],
    '7/issue.yaml:5',
  ),
  lines('a merge key', 'masthead: { <<: { publisher: X } }', ['GA109']),
  lines('a tag that makes functions', 'tagline: !!js/function "x"', ['GA106'], '7/issue.yaml:4'),
  lines('an anchor on a map', 'masthead: &x { publisher: X }', ['GA106', 'GA111']),
  lines('__proto__', '__proto__: { tagline: X }', ['GA109']),
  lines('constructor', 'constructor: { prototype: { tagline: X } }', ['GA109']),
  lines('prototype within', 'masthead: { staff: { prototype: X, __proto__: Y } }', ['GA109']),
  lines('a key twice', 'name: Other', ['GA108']),
  lines('a key twice in other letters', '"n\\u0061me": Other', ['GA108']),
  lines('a second document', '---\nname: Other', ['GA103']),
  lines('an open quotation mark', 'tagline: "never closed', ['GA106']),
  lines('an open bracket', 'languages: [en', ['GA106', 'GA111']),
  lines('brackets 5,000 deep', `tagline: ${'['.repeat(5000)}`, ['GA102']),
  lines('maps 3,000 deep', `tagline: ${'{a: '.repeat(3000)}`, ['GA102']),
  lines('lists 5,000 deep on a line', `tagline:\n  ${'- '.repeat(5000)}x`, ['GA102'], '7/issue.yaml:5'),
  lines('indented 300 deep', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n'), [
    'GA109',
    'GA110',
  ]),
  lines('2,001 keys in a map', `abbreviations:\n${keys(2001)}`, ['GA102'], '7/issue.yaml:5'),
  lines('40,000 keys in a map', `abbreviations:\n${keys(40_000)}`, ['GA102'], '7/issue.yaml:5'),
  lines('half a megabyte of text', `tagline: ${'x'.repeat(500_000)}`, ['GA102'], '7/issue.yaml'),
  lines('tabs for blanks', 'masthead:\n\tpublisher: X', ['GA103'], '7/issue.yaml:5'),
  manifest('a list', '- name: Quay\n', ['GA111']),
  manifest('a sentence', 'Dear editor\n', ['GA111']),
  manifest('a document of a word processor', '{\\rtf1 name: Quay}', ['GA239'], '7/issue.yaml'),
  manifest('a page of the web', '<!doctype html><html></html>', ['GA239'], '7/issue.yaml'),
  {
    name: 'manifest: JSON with a key twice and __proto__',
    files: {
      '7/issue.yaml': null,
      '7/issue.json': '{"name":"Quay","name":"Other","date":"2026-03-14","__proto__":{"tagline":"x"}}',
    },
    codes: ['GA108', 'GA109'],
    names: '7/issue.json:1:',
  },
  {
    name: 'manifest: JSON that breaks off',
    files: { '7/issue.yaml': null, '7/issue.json': '{"name":"Quay","date"' },
    codes: ['GA103'],
    names: '7/issue.json:1:',
  },
  {
    name: 'manifest: publication.yaml is a folder',
    files: { 'publication.yaml/readme': 'x' },
    codes: [],
    names: 'quay-0007-2026-03-14-en.pdf',
  },
];

const VALUES: readonly HostileCase[] = [
  manifest(
    'what other programs would run, in every text',
    [
      'name: "Quay {{constructor.constructor}} <%= process.exit(9) %> ${1}"',
      'number: ../../../evil',
      'edition: ../../evil',
      'date: 2026-03-14',
      'tagline: "abc \\u202e cba \\u0001\\u0007\\e[31m ]]><script>alert(1)</script><!-- & &#0;"',
      'rights: javascript:alert(1)',
      'abbreviations: { "(a+)+$": { en: x }, "[": y, ".*": z }',
      'masthead:',
      '  publisher: "\\") /S /JavaScript /JS (app.alert(1)"',
      '  contact: [{ web: "https://a.example/\\"><script>" }, { post: "<img src=x onerror=alert(1)>" }]',
    ].join('\n'),
    [],
    'out/quay-constructor-constructor-process-exit-9-1-evil-2026-03-14-evil-en.pdf',
  ),
  lines('half a surrogate by escape', 'tagline: "a\\ud800b"', ['GA510']),
  manifest(
    'a number of 5,000 digits',
    `name: Quay\nnumber: ${'9'.repeat(5000)}\ndate: 2026-03-14\n`,
    ['GA415', 'GA511', 'GA720'],
    '7/issue.yaml:2:9',
  ),
  manifest(
    'a name without letters',
    'name: "\u{1f4f0}"\nnumber: 7\ndate: 2026-03-14\n',
    ['GA510'],
    '7/issue.yaml:1:8',
  ),
  manifest(
    'a name of 100,000 letters',
    `name: ${'x'.repeat(100_000)}\nnumber: 7\ndate: 2026-03-14\n`,
    ['GA102'],
    '7/issue.yaml:1:7',
  ),
  manifest('a day that is none', 'name: Quay\ndate: 9999-99-99\n', ['GA120'], '7/issue.yaml:2'),
  manifest('a date of 5,000 digits', `name: Quay\ndate: ${'1'.repeat(5000)}\n`, ['GA120'], '7/issue.yaml:2'),
  lines('a slug that climbs', 'slug: ../../evil', ['GA111']),
  lines('a language that climbs', 'languages: ["../../../etc/passwd"]', ['GA111']),
  lines('a theme that climbs', 'theme: ../../evil', ['GA111']),
  lines('a theme that is a place', 'theme: /etc', ['GA111']),
  lines('a page of one point', 'format: { width: 1 pt, height: 1 pt }', ['GA123']),
  lines('a page of a mile', 'format: { width: 1600000 mm, height: 1 mm }', ['GA111']),
  lines('a page of no number', 'format: { width: NaN mm, height: 1e999 mm }', ['GA111']),
  lines('a million columns', 'grid: { columns: 1000000 }', ['GA111']),
  lines('columns of one point', 'grid: { columns: 12, gutter: 40 mm }', ['GA123']),
  lines('a grid of nothing', 'grid: { baseline: 0 pt }', ['GA123']),
  lines('margins wider than the page', 'grid: { margins: 400 mm }', ['GA123']),
  lines('a million pages', 'pages: 1000000', ['GA111']),
  lines(
    'stories that do not exist',
    `sections:\n  news: [${Array.from({ length: 5000 }, (_, index) => `s${index}`).join(', ')}]`,
    ['GA130'],
    '7/issue.yaml:5',
  ),
  lines('a story that climbs', 'sections: { news: [../../../etc/passwd] }', ['GA130']),
  lines('a plan with a story that climbs', 'pages: { 1: { lead: ../issue } }', ['GA143']),
  lines('a script for a web address', 'masthead: { contact: [{ web: "javascript:alert(1)" }] }', ['GA127']),
  lines('data for a web address', 'masthead: { contact: [{ web: "data:text/html,x" }] }', ['GA127']),
  lines(
    'a mail address of two lines',
    'masthead: { contact: [{ email: "a@b.example\\nBcc: c@d.example" }] }',
    ['GA127'],
  ),
  lines('a script for the archive', 'archive: "javascript:alert({number})"', ['GA127']),
  lines('files of the machine for the archive', 'archive: "file:///etc/{number}"', ['GA127']),
  lines('a profile that climbs', 'print: { profile: ../../../etc/passwd }\nprofiles: [print]', ['GA910']),
  lines('100,000 quotation marks', `tagline: ${'\\"'.repeat(100_000)}`, ['GA102']),
  lines('100,000 colons', `tagline: ${':'.repeat(100_000)}`, ['GA102', 'GA105']),
];

const CLIMBS = [
  '../../../../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'https://evil.example/x.png',
  '//evil.example/x.png',
  '"C:\\\\Windows\\\\x.png"',
  '"..\\\\..\\\\x.png"',
  '"%2e%2e%2f%2e%2e%2fetc%2fpasswd"',
  '"x\\0.png"',
  'data:image/png;base64,iVBORw0KGgo=',
  '.',
  'images/../../../../etc/hostname',
];

const PICTURES: readonly HostileCase[] = [
  ...CLIMBS.map((path) =>
    // An escaped path is the name of a file, and there is none.
    lines(`a nameplate at ${path}`, `nameplate: ${path}`, [path.includes('%') ? 'GA208' : 'GA154']),
  ),
  lines(
    'advertisements out of the paper',
    `ads:\n${CLIMBS.map((path) => `  - { picture: ${path.startsWith('"') ? path : `"${path}"`}, alt: x }`).join('\n')}`,
    ['GA154', 'GA208'],
    '7/issue.yaml:16',
  ),
];

/** Hostile manifests. */
export const MANIFESTS: readonly HostileCase[] = [...ENCODINGS, ...YAML, ...VALUES, ...PICTURES];
