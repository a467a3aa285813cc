import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNodes } from '../../../src/content/article-words.ts';
import { splitWords } from '../../../src/core/words.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';
import { parse } from './edition-fixture.ts';

/** The tree as HTML-like text, without spans and offsets; generated text stands in braces. */
function show(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.source === null ? `{${node.text}}` : node.text;
      const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
      return `<${node.name}${attributes.join('')}>${show(node.children)}</${node.name}>`;
    })
    .join('');
}

const read = (text: string): ReturnType<typeof parse> => parse(`---\nheadline: H\n---\n${text}`);
const body = (text: string): string => {
  const { article, codes } = read(text);
  expect(codes).toEqual([]);
  return show(article.body);
};
const faults = (text: string): readonly string[] => read(text).codes;

test('a pull quote has its own words, and says whose they are', () => {
  expect(body('::: pullquote\nIt is the last line\nthat tells.\n-- A compositor\n:::\n')).toBe(
    '<aside class="pullquote" role="doc-pullquote"><p>It is the last line that tells.</p><p class="attribution">A compositor</p></aside>',
  );
  const { article } = read('::: pullquote\nWords.\n\n-- Ana\n:::\n');
  expect(article.changes).toMatchObject([{ before: '-- ', after: '' }]);
  expect(fieldNodes(article).map(({ text }) => text)).toEqual(['H', 'Words.', 'Ana']);
});

test('a pull quote that repeats the story has no words of its own, and is hidden from those who listen', () => {
  const text = 'He said it: “the tide waits.” Nobody -- not one -- moved. The end.\n\n';
  expect(
    body(`${text}::: pullquote repeat\nThe tide waits. … The [end](https://a.example/).\n:::\n`),
  ).toContain(
    '<aside class="pullquote" data-repeat="" aria-hidden="true"><p>{The tide waits. … The }<span>{end}</span>{.}</p></aside>',
  );
  expect(body(`${text}::: pullquote optional\nThe tide waits.\n:::\n`)).toContain(
    '<aside class="pullquote" data-repeat="" data-optional="" aria-hidden="true">',
  );
  expect(faults(`${text}::: pullquote optional\nThe tides wait.\n:::\n`)).toEqual(['GA225']);
  const { article } = read(`::: pullquote repeat\nThe tide waits.\n:::\n\n${text}`);
  expect(fieldNodes(article).map(({ node }) => node)).toEqual(['headline', 'body.0']);
  expect(faults(`${text}::: pullquote repeat\nThe tides wait.\n:::\n`)).toEqual(['GA225']);
  expect(faults(`${text}::: pullquote repeat\nThe end. The tide waits.\n:::\n`)).toEqual(['GA225']);
  expect(faults(`${text}::: pullquote repeat\nThe tide waits.\n-- The foreman\n:::\n`)).toEqual([]);
});

test('a head is one rank under what stands around, and what follows the box goes on as before', () => {
  expect(
    body('::: facts How *it* is done\nText.\n:::\n\n## Sub\n\n::: box In\n## Under\n:::\n\n### Sub sub\n'),
  ).toBe(
    '<aside class="box facts" role="note" aria-labelledby="head-1"><h2 class="box-head" id="head-1">How <em>it</em> is done</h2><p>Text.</p></aside>' +
      '<h2>Sub</h2><aside class="box" role="note" aria-labelledby="head-2"><h3 class="box-head" id="head-2">In</h3><h4>Under</h4></aside><h3>Sub sub</h3>',
  );
});

test('a longer fence holds shorter ones', () => {
  expect(body(':::: letter Tides\nText.\n\n-- Ana, Port\n\n::: reply\nNo.\n-- Ed.\n:::\n::::\n')).toBe(
    '<section class="letter"><h2 class="letter-head" id="head-1">Tides</h2><p>Text.</p><p class="signature">Ana, Port</p><section class="reply"><p>No.</p><p class="signature">Ed.</p></section></section>',
  );
  expect(body('::: letter\nText.\n\n-- Ana,\nPort\n-- Ben\n:::\n')).toBe(
    '<section class="letter"><p>Text.</p><p class="signature">Ana, Port</p><p class="signature">Ben</p></section>',
  );
});

test('dashes say who speaks at the end alone', () => {
  expect(body('::: box\n-- one\n\nText.\n:::\n')).toMatch(/<p>—\sone<\/p><p>Text\.<\/p>/u);
  expect(body('-- one\n')).toMatch(/^<p>—\sone<\/p>$/u);
});

test('lists and colons in the text stay what they are', () => {
  expect(body('::: listing The week\n- one\n- two\n:::\n')).toBe(
    '<div class="listing"><h2 class="listing-head" id="head-1">The week</h2><ul><li>one</li><li>two</li></ul></div>',
  );
  expect(body('It says ::: here\n')).toBe('<p>It says ::: here</p>');
});

test.each([
  ['GA220', '::: fact\nText.\n:::\n'],
  ['GA221', '::: facts\nText.\n'],
  ['GA221', '::: facts\nText.\n\n::: box\nText.\n:::\n'],
  ['GA222', 'Text.\n\n:::\n'],
  ['GA223', '::: facts Head\n:::\n'],
  ['GA223', '::: pullquote\n-- Ana\n:::\n'],
  ['GA224', ':::: facts\n::: box\nText.\n:::\n::::\n'],
  ['GA224', '- item\n\n  ::: facts\n  Text.\n  :::\n'],
  ['GA224', '::: pullquote\n## Head\n\nText.\n:::\n'],
  ['GA226', '::: pullquote repeated\nText.\n:::\n'],
  ['GA227', 'Text[^1].\n'],
  ['GA228', 'Text.\n\n[^1]: Note.\n'],
  ['GA228', 'Text.\n\n*[ISSN]: Number\n'],
  ['GA229', 'Text[^1].\n\n[^1]: Note.\n[^1]: Again.\n'],
  ['GA229', 'ISSN.\n\n*[ISSN]: Number\n*[ISSN]: Other\n'],
  ['GA223', 'Text[^1].\n\n[^1]:\n'],
  ['GA224', 'Text[^1].\n\n[^1]: Note.\n\n    - item\n'],
])('%s: %j', (code, text) => {
  expect(faults(text)).toEqual([code]);
});

test('footnotes are numbered as their marks stand and are set at the end, each way a link', () => {
  expect(body('One[^b], two[^a] and[^b].\n\n[^a]: The *first*.\n[^b]: The\nsecond.\n\nMore.\n')).toBe(
    '<p>One<sup class="generated noteref"><a href="#note-1" id="noteref-1" role="doc-noteref" epub:type="noteref">{1}</a></sup>, two<sup class="generated noteref"><a href="#note-2" id="noteref-2" role="doc-noteref" epub:type="noteref">{2}</a></sup> and<sup class="generated noteref"><a href="#note-1" id="noteref-1-2" role="doc-noteref" epub:type="noteref">{1}</a></sup>.</p>' +
      '<p>More.</p><div class="notes"><hr class="notes-rule"></hr><aside class="footnote" id="note-1" role="doc-footnote" epub:type="footnote"><p><span class="generated note-label"><a href="#noteref-1" role="doc-backlink">{1}</a></span>{\u2002}The second.</p></aside><aside class="footnote" id="note-2" role="doc-footnote" epub:type="footnote"><p><span class="generated note-label"><a href="#noteref-2" role="doc-backlink">{2}</a></span>{\u2002}The <em>first</em>.</p></aside></div>',
  );
});

test('what stands indented behind an empty line is another paragraph of its note', () => {
  const paragraphs = (text: string): readonly string[] =>
    fieldNodes(read(text).article)
      .slice(1)
      .map((node) => node.text);
  const note = '[^a]: One\ntwo.\n\n    Three\n    "four.\n\n\n\tFive".\n';
  expect(paragraphs(`Text[^a].\n\n${note}\nSix.\n\n    Seven.\n`)).toEqual([
    'Text.',
    'Six.',
    'Seven.',
    'One two.',
    'Three “four.',
    'Five”.',
  ]);
  expect(body(`Text[^a].\n\n${note}`)).toMatch(
    /<aside class="footnote long-note".*<\/p><p>Three.*<\/p><p>Five/,
  );
});

test('abbreviations are whole words, capitals as given, in links too', () => {
  expect(
    body(
      'The ISSN, not ISSNs or issn; [ISSN](https://a.example/).\n\n*[ISSN]: International Standard Serial Number\n',
    ),
  ).toBe(
    '<p>The <abbr title="International Standard Serial Number">ISSN</abbr>, not ISSNs or issn; <a href="https://a.example/"><abbr title="International Standard Serial Number">ISSN</abbr></a>.</p>',
  );
});

test('no word is lost in nested blocks, and none comes twice', () => {
  const words = fc.array(fc.constantFrom('ebb', 'quay', 'tide', 'crane', "o'clock"), {
    minLength: 1,
    maxLength: 6,
  });
  const paragraph = words.map((list) => list.join(' '));
  const inner = fc
    .tuple(fc.constantFrom('pullquote', 'reply'), paragraph, fc.option(paragraph))
    .map(([kind, text, name]) => `::: ${kind}\n${text}\n${name === null ? '' : `-- ${name}\n`}:::`);
  const outer = fc
    .tuple(
      fc.constantFrom('letter', 'box', 'sidebar'),
      fc.option(paragraph),
      fc.array(fc.oneof(paragraph, inner), { minLength: 1, maxLength: 4 }),
    )
    .map(([kind, head, parts]) => `:::: ${kind} ${head ?? ''}\n${parts.join('\n\n')}\n::::`);
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, inner, outer), { minLength: 1, maxLength: 5 }), (parts) => {
      const text = parts.join('\n\n');
      const { article, codes } = read(text);
      expect(codes).toEqual([]);
      const given = splitWords(text.replace(/^::+(?: (?:pullquote|reply|letter|box|sidebar))?/gm, ''));
      const set = fieldNodes(article)
        .slice(1)
        .flatMap((node) => splitWords(node.text));
      expect(set.map(({ word }) => word)).toEqual(given.map(({ word }) => word));
    }),
  );
});

test('verse keeps its lines, stanzas and steps; emphasis runs on over the end of a line', () => {
  const text =
    '::: verse High water\n  The *tide\n    turns* at nine,\n  so "it\n\n    was" then.\n\n-- Ana\n:::\n';
  expect(body(text)).toBe(
    '<section class="verse"><h2 class="verse-head" id="head-1">High water</h2>' +
      '<div class="stanza stanza-short"><p class="line">The <em>tide</em></p><p class="line indent-1"><em>turns</em> at nine,</p>' +
      '<p class="line">so “it</p></div><div class="stanza stanza-short"><p class="line indent-1">was” then.</p></div>' +
      '<p class="attribution">Ana</p></section>',
  );
  const { article } = read(text);
  expect(fieldNodes(article).map(({ text: words }) => words)).toEqual([
    'H',
    'High water',
    'The tide',
    'turns at nine,',
    'so “it',
    'was” then.',
    'Ana',
  ]);
  expect(faults('::: verse\n- One\n:::\n')).toEqual(['GA224']);
});

test('a paragraph all in bold leads in; one with other words does not', () => {
  expect(body('**Who pays?**\n\nThe **town** pays.\n')).toBe(
    '<p class="lead-in"><strong>Who pays?</strong></p><p>The <strong>town</strong> pays.</p>',
  );
});

test('a notice of short lines is centred, one with a list or a long paragraph is set like text', () => {
  const classOf = (text: string): string | undefined => {
    const [first] = parse(`# H\n\n::: notice Found\n${text}\n:::\n\nText.\n`).article.body;
    return first?.kind === 'element' ? first.attributes['class'] : undefined;
  };
  expect(classOf('A key.\n\nAsk at the desk.')).toBe('box notice');
  expect(classOf('A key:\n\n1. of brass')).toBe('box notice running');
  expect(classOf('It opens the door of the boathouse. '.repeat(5))).toBe('box notice running');
});
