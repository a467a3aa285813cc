import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import type { Article } from '../../../src/content/article.ts';
import { splitWords } from '../../../src/core/words.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parse } from './edition-fixture.ts';

/** The tree as HTML-like text, without spans and offsets. */
function show(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
      return `<${node.name}${attributes.join('')}>${show(node.children)}</${node.name}>`;
    })
    .join('');
}

const body = (text: string): string => {
  const { article, codes } = parse(`---\nheadline: H\n---\n${text}`);
  expect(codes).toEqual([]);
  return show(article.body);
};
const faults = (text: string): readonly string[] => parse(`---\nheadline: H\n---\n${text}`).codes;

test('fields come from the front matter, with inline markup and typography', () => {
  const { article, codes } = parse(
    `---\nheadline: The *Ana* "sails"\nkicker: Harbour\nbyline: Ana Example\n---\nText.\n`,
  );
  expect(codes).toEqual([]);
  expect(show(article.headline?.nodes ?? [])).toBe('The <em>Ana</em> “sails”');
  expect(article.headline?.text).toBe('The Ana “sails”');
  expect(fieldNodes(article).map(({ node }) => node)).toEqual(['kicker', 'headline', 'byline', 'body.0']);
});

test('without front matter the first heading is the headline', () => {
  const { article, codes } = parse('# 1984\n\nText.\n\n## Subhead\n\nMore.\n');
  expect(codes).toEqual([]);
  expect(article.headline?.text).toBe('1984');
  expect(show(article.body)).toBe('<p>Text.</p><h2>Subhead</h2><p>More.</p>');
});

test('front matter without headline takes a heading with one #, not a subhead', () => {
  expect(parse('---\nkicker: K\n---\n# Head\n\nText.\n').article.headline?.text).toBe('Head');
  const { article, codes } = parse('---\nkicker: K\n---\n## Sub\n\nText.\n');
  expect(article.headline).toBe(null);
  expect(codes).toEqual(['GA213']);
});

test('what a typewriter means stays text', () => {
  expect(body('1984. A year.')).toBe('<p>1984. A year.</p>');
  expect(body("`So' he said.")).toBe('<p>‘So’ he said.</p>');
  expect(body('    Indented.')).toBe('<p>Indented.</p>');
  expect(body('[Note]: this is text')).toBe('<p>[Note]: this is text</p>');
});

test('lists begin with numbers of one or two digits and end before a longer one', () => {
  expect(body('1. one\n12. two')).toBe('<ol><li>one</li><li>two</li></ol>');
  expect(body('3) three')).toBe('<ol start="3"><li>three</li></ol>');
  expect(body('1. one\n\n1984. A year.')).toBe('<ol><li>one</li></ol><p>1984. A year.</p>');
  expect(body('- a\n  - b\n- c')).toBe('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>');
  expect(body('- a\n\n- b')).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul>');
});

test('each block that holds text is one node, counted in document order, with exact offsets', () => {
  const { article } = parse('---\nheadline: H\n---\nA *b* c.\n\n- one\n  - two\n\n> three\n');
  expect(fieldNodes(article)).toMatchObject([
    { node: 'headline', text: 'H' },
    { node: 'body.0', text: 'A b c.' },
    { node: 'body.1', text: 'one' },
    { node: 'body.2', text: 'two' },
    { node: 'body.3', text: 'three' },
  ]);
  const offsets: (number | undefined)[] = [];
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'text') offsets.push(node.source?.offset);
    else node.children.forEach(visit);
  };
  article.body.slice(0, 1).forEach(visit);
  expect(offsets).toEqual([0, 2, 3]);
});

test('a text node knows its place in the file, through escapes, links and emphasis', () => {
  const source = '---\nheadline: H\n---\nOne [two](https://a.example) *three* fo\\*ur\n  and five.\n';
  const { article } = parse(source);
  const places: string[] = [];
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'element') node.children.forEach(visit);
    else if (node.at !== null) places.push(source.slice(node.at.start, node.at.end));
  };
  article.body.forEach(visit);
  expect(places).toEqual(['One ', 'two', ' ', 'three', ' fo\\*ur\n  and five.'.replace('\n  ', '\n  ')]);
});

test('a line break is a space in the words and an element in the tree', () => {
  const { article } = parse('---\nheadline: H\n---\none  \ntwo\\\nthree\n');
  expect(show(article.body)).toBe('<p>one <br></br>two <br></br>three</p>');
  expect(fieldNodes(article)[1]?.text).toBe('one two three');
});

test('subheads that skip a rank are set in the next one; a second headline is an error', () => {
  const { article, codes } = parse('---\nheadline: H\n---\n### A\n\nx\n\n#### B\n\nx\n');
  expect(show(article.body)).toBe('<h2>A</h2><p>x</p><h3>B</h3><p>x</p>');
  expect(codes).toEqual(['GA206', 'GA206']);
  expect(faults('# Second\n\nx')).toEqual(['GA205']);
});

test('cross-references are links where the archive has the number and its address', () => {
  expect(body('See HW #9.')).toBe(
    '<p>See <a class="issue-reference" href="https://harbour.example/9">HW\u00A0#9</a>.</p>',
  );
  expect(body('See HW #10.')).toBe('<p>See <span class="issue-reference">HW\u00A0#10</span>.</p>');
  expect(body('See TP No. 11; SHW #9.')).toBe(
    '<p>See <span class="issue-reference">TP\u00A0No.\u00A011</span>; SHW #9.</p>',
  );
  expect(body('[HW #9](https://x.example/)')).toBe('<p><a href="https://x.example/">HW\u00A0#9</a></p>');
});

test('typography: source keeps a story letter for letter', () => {
  const typed = '"`A\' -- b"... HW #9';
  const { article } = parse(`---\nheadline: '"H"'\ntypography: source\n---\n${typed}\n`);
  expect(article.headline?.text).toBe('"H"');
  expect(fieldNodes(article)[1]?.text).toBe(typed);
  expect(article.changes).toEqual([]);
});

test('typographic changes are recorded with their place', () => {
  const source = '---\nheadline: H\n---\nOne *two--three* "four".\n';
  const { article } = parse(source);
  expect(
    article.changes.map(({ at, before, after }) => [source.slice(at?.start, at?.end), before, after]),
  ).toEqual([
    ['--', '--', '—'],
    ['"', '"', '“'],
    ['"', '"', '”'],
  ]);
});

test('quotation marks are matched across markup, and a character entity stays as written', () => {
  expect(body('"*Go*," she said.')).toBe('<p>“<em>Go</em>,” she said.</p>');
  expect(body('a 3&quot; pipe and &#39;x&#39;')).toBe("<p>a 3\" pipe and 'x'</p>");
});

test('a quotation may run over paragraphs', () => {
  expect(body('"One.\n\n"Two."')).toBe('<p>“One.</p><p>“Two.”</p>');
});

test('a picture of the body is a figure whose caption is one node', () => {
  const { article, codes } = parse(
    '---\nheadline: H\n---\n![A pier.](pier.jpg "The *pier*."){credit="Ana Example"}\n\n![](my%20pier.png){decorative}\n',
  );
  expect(codes).toEqual([]);
  expect(show(article.body)).toBe(
    '<figure><img src="/paper/12/images/pier.jpg" alt="A pier."></img><figcaption>' +
      '<span class="cutline">The <em>pier</em>.</span> <span class="credit">Ana Example</span></figcaption></figure>' +
      '<figure><img src="/paper/12/images/my pier.png" alt=""></img></figure>',
  );
  expect(fieldNodes(article)[1]).toMatchObject({ node: 'body.0', text: 'The pier. Ana Example' });
});

test.each([
  ['no alt', '![](pier.jpg "Cutline.")', 'GA207'],
  ['missing', '![a](none.jpg)', 'GA208'],
  ['outside', '![a](../../../etc/passwd.jpg)', 'GA209'],
  ['a web address', '![a](https://x.example/a.jpg)', 'GA209'],
  ['format', '![a](heic.jpg)', 'GA210'],
  ['in a line', 'Text ![a](pier.jpg) text', 'GA211'],
  ['attribute', '![a](pier.jpg){width=3}', 'GA212'],
  ['language', '[a]{lang=f}', 'GA212'],
  ['script', '[a](javascript:alert(1))', 'GA204'],
  ['hidden script', '[a](<java script:alert(1)>)', 'GA204'],
  ['file', '<file:///etc/passwd>', 'GA204'],
  ['relative', '[a](page.html)', 'GA204'],
  ['both', '![a](pier.jpg){decorative}', 'GA218'],
  ['fence', '```\ncode\n```', 'GA216'],
  ['row with too many cells', '| a | b |\n| --- | --- |\n| 1 | 2 | 3 |', 'GA230'],
  ['row with too few cells', '| a | b |\n| --- | --- |\n| 1 |', 'GA231'],
  ['table without a line of hyphens', '| a | b |\n| 1 | 2 |', 'GA232'],
  ['line of hyphens of another width', '| a | b |\n| --- |\n| 1 | 2 |', 'GA233'],
  ['control', 'a\u0007b', 'GA215'],
])('a fault of a picture, link or block: %s', (_name, text, code) => {
  expect(faults(text)).toEqual([code]);
});

test('HTML is reported once a paragraph, at its first tag; an escaped sign is text', () => {
  const { codes, collector } = parse('---\nheadline: H\n---\nA <b>bold</b> word, 3 < 4, <Ana>, \\<b>.\n');
  expect(codes).toEqual(['GA203']);
  expect(collector.diagnostics[0]?.message).toContain('so would 1 more tag of this paragraph');
  expect(collector.diagnostics[0]?.span).toEqual({
    file: '/paper/12/articles/ferry.en.md',
    start: 22,
    end: 25,
  });
});

test('front matter that never closes and articles without text or of too much text', () => {
  expect(parse('---\nheadline: H\n').codes).toContain('GA201');
  expect(parse('---\nheadline: H\n---\n').codes).toEqual(['GA214']);
  expect(parse('---\nbyline: By Ana Example\n---\n').codes).toEqual(['GA214']);
  expect(parse('').codes).toEqual(['GA214']);
  expect(parse('x'.repeat(5_000_001)).codes).toContain('GA200');
});

test('a paragraph of 500,000 characters is set, one of a character more is not', () => {
  const most = `${'words '.repeat(83_333)}us`;
  expect(most).toHaveLength(500_000);
  expect(parse(`# H\n\n${most}\n\nMore.\n`).codes).toEqual([]);
  expect(parse(`# H\n\nOne.\n\n${most}e\n`).codes).toEqual(['GA240']);
});

test('nesting is capped, in blocks and in a line', () => {
  expect(parse(`# H\n\n${'>'.repeat(5000)} deep\n`).codes).toContain('GA202');
  const inline = `${'*a '.repeat(150)}x${'*'.repeat(150)}`;
  expect(parse(`# H\n\n${inline}\n`).codes).toContain('GA202');
  expect(parse(`# H\n\n${'>'.repeat(40)} deep\n`).codes).toEqual([]);
});

test('a translation inherits picture file, credit and byline, never alt or cutline', () => {
  const original = {
    file: '/paper/12/articles/ferry.en.md',
    text: '---\nheadline: H\nbyline: Ana Example\npicture:\n  file: pier.jpg\n  alt: A pier.\n  cutline: C\n  credit: Ben Example\n---\nText.\n',
  };
  const source = { original, language: 'es', languages: ['en', 'es'] };
  const spanish = { language: 'es', availability: 'En {languages}' };
  const bare = parse('---\nheadline: T\n---\nTexto.\n', source, spanish);
  expect(bare.codes).toEqual(['GA207']);
  const full = parse('---\nheadline: T\npicture:\n  alt: Un muelle.\n---\nTexto.\n', source, spanish);
  expect(full.codes).toEqual([]);
  expect(full.article.byline?.text).toBe('Ana Example');
  expect(full.article.picture).toMatchObject({
    file: '/paper/12/images/pier.jpg',
    alt: 'Un muelle.',
    cutline: null,
  });
  expect(full.article.picture?.credit?.text).toBe('Ben Example');
  expect(full.article.availability?.text).toBe('En English and Spanish');
});

test('a portrait stands at a byline, with alt or as decoration; a translation inherits its file', () => {
  const head = 'headline: H\nbyline: Ana Example\nportrait:\n  file: pier.jpg\n';
  const file = '/paper/12/images/pier.jpg';
  const portraitOf = (fields: string): readonly [unknown, readonly string[]] => {
    const { article, codes } = parse(`---\n${fields}---\nText.\n`);
    return [article.portrait, codes];
  };
  expect(portraitOf(`${head}  alt: Ana laughs\n`)).toMatchObject([
    { file, alt: 'Ana laughs', decorative: false },
    [],
  ]);
  expect(portraitOf(`${head}  decorative: true\n`)).toMatchObject([
    { file, alt: null, decorative: true },
    [],
  ]);
  expect(portraitOf(head)[1]).toEqual(['GA207']);
  expect(portraitOf(`${head}  alt: Ana\n  decorative: true\n`)[1]).toEqual(['GA218']);
  expect(portraitOf('headline: H\nportrait: { file: pier.jpg, alt: Ana }\n')[1]).toEqual(['GA242']);
  expect(portraitOf('headline: H\nbyline: Ana\nportrait: { file: ana.jpg, alt: Ana }\n')).toEqual([
    null,
    ['GA208'],
  ]);
  const original = {
    file: '/paper/12/articles/ferry.en.md',
    text: `---\n${head}  alt: Ana laughs\n  focus: 0% 9%\n---\nText.\n`,
  };
  const source = { original, language: 'es', languages: ['en', 'es'] };
  const spanish = parse('---\nheadline: T\nportrait: { alt: Ana ríe }\n---\nTexto.\n', source);
  expect(spanish.article.portrait).toMatchObject({ file, alt: 'Ana ríe', focus: '0% 9%' });
  expect(parse('---\nheadline: T\n---\nTexto.\n', source).codes).toEqual(['GA207']);
});

test('portraits of the paper stand at stories with a label, by the name in the byline', () => {
  const portraits = [
    { name: 'Ana  Example', file: '/paper/12/images/ana.jpg', alt: 'Ana laughs', focus: '40% 25%' },
    { name: "Ben O'Example", file: '/paper/12/images/ben.jpg', alt: null, focus: null },
  ];
  const portraitOf = (fields: string): unknown =>
    parse(`---\nheadline: H\n${fields}---\nText.\n`, {}, { portraits }).article.portrait;
  expect(portraitOf('label: opinion\nbyline: Ana Example\n')).toMatchObject({
    file: '/paper/12/images/ana.jpg',
    alt: 'Ana laughs',
    decorative: false,
    focus: '40% 25%',
  });
  expect(portraitOf("label: From the hills\nbyline: Ben O'Example\n")).toMatchObject({ decorative: true });
  expect(portraitOf('byline: Ana Example\n')).toBeNull();
  expect(portraitOf('label: opinion\nbyline: Ana Example and Ben Example\n')).toBeNull();
  expect(portraitOf('label: opinion\n')).toBeNull();
  expect(
    portraitOf('label: opinion\nbyline: Ana Example\nportrait: { file: pier.jpg, alt: Ana at sea }\n'),
  ).toMatchObject({ alt: 'Ana at sea' });
});

test('a story in another language than its edition says so on its blocks and has its own quotation marks', () => {
  const { article } = parse('---\nheadline: H\nlanguage: es\n---\n"Hola" [oui]{lang=fr}\n');
  expect(show(article.body)).toBe('<p lang="es">«Hola» <span lang="fr">oui</span></p>');
});

test('an availability line of the story is printed as written', () => {
  const text = '---\nheadline: H\navailability: As written.\n---\nText.\n';
  expect(
    parse(text, { languages: ['en', 'es'] }, { availability: 'In {languages}' }).article.availability?.text,
  ).toBe('As written.');
  expect(
    parse('# H\n\nx', { languages: ['en'] }, { availability: 'In {languages}' }).article.availability,
  ).toBe(null);
});

test('a paragraph with very many changes is set', () => {
  const { article } = parse(`# H\n\n${"'s ".repeat(150_000)}\n`);
  expect(article.changes).toHaveLength(150_000);
});

test('whatever is written, parsing comes back, and typography changes no word of it', () => {
  const piece = fc.constantFrom(
    'word',
    'HW #9',
    '1.',
    '*',
    '**',
    '_',
    '#',
    '##',
    '>',
    '-',
    '+',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '!',
    '<b>',
    '<',
    '![a](pier.jpg)',
    '{credit="x"}',
    '[x]{lang=fr}',
    '[x](https://a.example)',
    '&quot;',
    '&amp;',
    '\\',
    '"',
    "'",
    '`',
    '--',
    '...',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '  \n',
    '\t',
    '---',
    '|',
    '```',
    'ñ',
    "don't",
    '1983-84',
    '😀',
  );
  const words = (article: Article): readonly string[] =>
    fieldNodes(article).flatMap(({ node, text }) => splitWords(text).map(({ word }) => `${node} ${word}`));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `---\nheadline: H\n---\n${pieces.join('')}`;
      const set = parse(text).article;
      const typed = parse(text, {}, { typography: 'source' }).article;
      expect(words(set)).toEqual(words(typed));
      expect(offsetsOf(set)).toEqual(fieldNodes(set).map(({ node, text: whole }) => [node, whole.length]));
    }),
    { seed: 3, numRuns: 2000 },
  );
});

/** Each node with the length that its text nodes reach, each beginning where the one before it ended. */
function offsetsOf(article: Article): readonly (readonly [string, number])[] {
  const ends = new Map<string, number>([['headline', article.headline?.text.length ?? 0]]);
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'element') return node.children.forEach(visit);
    if (node.source === null) throw new Error('text of a story without source');
    expect(node.text).not.toBe('');
    expect(node.source.offset).toBe(ends.get(node.source.node) ?? 0);
    ends.set(node.source.node, node.source.offset + node.text.length);
  };
  article.body.forEach(visit);
  return [...ends];
}

test('a label of a known kind is said in the language of the edition; any other stays as typed', () => {
  const label = (typed: string): readonly [string | null, string | undefined] => {
    const { article, codes } = parse(`---\nlabel: ${typed}\nheadline: H\n---\nText.\n`);
    expect(codes).toEqual([]);
    return [article.kind, article.label?.text];
  };
  expect(label('Opinion')).toEqual(['opinion', 'Opinión']);
  expect(label('From the bridge')).toEqual([null, 'From the bridge']);
});
