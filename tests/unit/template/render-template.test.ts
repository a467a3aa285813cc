import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { MarkupTree } from '../../../src/markup/markup-tree.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';
import { openTemplates } from '../../../src/template/open-templates.ts';
import type { Parts } from '../../../src/template/parts.ts';
import { OUTPUT_LIMIT, PARTIAL_DEPTH_LIMIT } from '../../../src/template/engine/template-run.ts';
import { renderTemplate } from '../../../src/template/render-template.ts';

const DATA = {
  edition: {
    name: 'Post & <Times>',
    tagline: null,
    words: { continuedOn: 'Continued on page {page}', page: 'Page' },
  },
  list: [
    { label: 'x', mark: 'one' },
    { label: 'y', mark: 'two' },
  ],
  zero: 0,
};

const HEAD = {
  kind: 'text',
  text: 'Head',
  source: { owner: 's', node: 'body.0', offset: 0 },
  at: null,
} as const;
const PARTS: Parts = new Map([
  ['body', [{ kind: 'element', name: 'h2', attributes: {}, children: [HEAD], at: null }]],
  ['deck', []],
]);

type Rendered = { readonly tree: MarkupTree; readonly html: string; readonly faults: readonly Diagnostic[] };

function render(page: string, files: Record<string, string> = {}, name = 'pages/a'): Rendered {
  const context = createCollector();
  const host = createMemoryHost({ '/theme/pages/a.hbs': page, ...files });
  const theme = { name: 't', folders: ['/paper/templates', '/theme'], fontFolders: [] };
  const templates = openTemplates(theme, host, context);
  const tree = renderTemplate({ templates, name, data: DATA, parts: PARTS }, context);
  return { tree, html: serializeXhtml(tree.children), faults: context.diagnostics };
}

/** Code, and the piece of source that the report points to. */
const pointed = ({ faults }: Rendered, files: Record<string, string>): string[] =>
  faults.map(
    ({ code, span }) =>
      `${code} ${span === null ? '-' : (files[span.file]?.slice(span.start, span.end) ?? '?')}`,
  );

test('fields are escaped, empty ones print nothing, zero prints', () => {
  const { html, faults } = render(
    '<p title="{{edition.name}}">{{edition.name}}|{{edition.tagline}}|{{zero}}</p>',
  );
  expect(faults).toEqual([]);
  expect(html).toBe('<p title="Post &amp; &lt;Times&gt;">Post &amp; &lt;Times&gt;||0</p>');
});

test('helpers compare, join conditions and fetch words', () => {
  const page =
    '{{#if (and edition.name (not edition.tagline))}}a{{/if}}{{#if (or zero edition.tagline)}}b{{/if}}' +
    '{{#each list}}{{#if (eq label "x")}}{{mark}}{{/if}}{{#if (ne label "x")}}-{{mark}}{{/if}}{{/each}}' +
    '|{{word "continuedOn" page=5}}|{{word "page"}}';
  expect(render(page).html).toBe('aone-two|Continued on page 5|Page');
});

test("a paper's own partial replaces the theme's", () => {
  const files = {
    '/theme/partials/p.hbs': '<p>theme</p>',
    '/paper/templates/partials/p.hbs': '<p>paper</p>',
  };
  expect(render('{{> p}}', files).html).toBe('<p>paper</p>');
});

test('each element knows its place in the file it was written in', () => {
  const page = '<div>\n{{#if edition.name}}\n  <p class="{{edition.name}}">x</p>\n{{/if}}\n{{> foot}}</div>';
  const { tree } = render(page, { '/theme/partials/foot.hbs': '\n<!-- <i> --><hr title="<b>"><em>z</em>' });
  const places: string[] = [];
  const visit = (node: MarkupTree['children'][number]): void => {
    if (node.kind === 'text') return;
    places.push(`${node.name} ${node.at?.file} ${node.at?.start}`);
    node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  expect(places).toEqual([
    'div /theme/pages/a.hbs 0',
    `p /theme/pages/a.hbs ${page.indexOf('<p')}`,
    'hr /theme/partials/foot.hbs 13',
    'em /theme/partials/foot.hbs 29',
  ]);
});

test('a tag whose name is made by the template takes the place of its parent', () => {
  const { tree, html } = render(
    '<div><h{{zero}}1>x</h{{zero}}1></div>'.replaceAll('{{zero}}', '{{#if zero}}0{{/if}}'),
  );
  expect(html).toBe('<div><h1>x</h1></div>');
  const [div] = tree.children;
  expect(div?.kind === 'element' ? div.children[0]?.at : null).toEqual(div?.at);
});

test('a part is grafted with its own ids, its heads lowered on demand', () => {
  const { tree, html } = render(
    '<div><ed-content part="body" shift="1"></ed-content></div><ed-content part="deck"></ed-content>',
  );
  expect(html).toBe('<div><h3>Head</h3></div>');
  expect(JSON.stringify(tree)).toContain('"source":{"owner":"s","node":"body.0","offset":0}');
});

test.each([
  ['{{edition.nmae}}', 'GA302 edition.nmae', 'Did you mean "name"?'],
  ['{{#if edition.nmae}}x{{/if}}', 'GA302 edition.nmae', 'Did you mean "name"?'],
  [
    '{{#each list}}{{zero}}{{/each}}',
    'GA302 zero',
    '"zero" is a field of another level: inside {{#each}} and {{#with}}, write ../zero or @root.',
  ],
  [
    '{{edition.tagline.size}}',
    'GA302 edition.tagline.size',
    'Ask first: {{#if …}} or {{#with …}} around it.',
  ],
  ['{{editoin.name.size}}', 'GA302 editoin.name.size', 'Did you mean "edition"?'],
  ['{{#each (or 1 editoin.a.b)}}{{/each}}', 'GA302 editoin.a.b', 'Did you mean "edition"?'],
  [
    '{{edition.name.size}}',
    'GA302 edition.name.size',
    'docs/themes.md lists the fields that templates can read.',
  ],
  ['{{@idnex}}', 'GA302 @idnex', expect.any(String)],
  ['{{wrod "page"}}', 'GA303 wrod', 'Did you mean "word"?'],
  [
    '{{#edition}}x{{/edition}}',
    'GA303 edition',
    'Blocks are if, unless, each, with. To go into a field, write {{#with edition}}.',
  ],
  ['{{#eq zero 1}}x{{/eq}}', 'GA303 eq', 'Write {{#if (eq …)}}…{{/if}}.'],
  ['{{> foto}}', 'GA304 foto', 'Did you mean "foot"?'],
  ['{{{edition.name}}}', 'GA305 {{{edition.name}}}', expect.stringContaining('Use {{field}}')],
  ['{{&edition.name}}', 'GA305 {{&edition.name}}', expect.stringContaining('Use {{field}}')],
  ['{{> (eq 1 1)}}', 'GA305 (eq 1 1)', expect.stringContaining('Use {{field}}')],
  ['{{word "paeg"}}', 'GA306 {{word "paeg"}}', 'Did you mean "page"?'],
  ['<ed-content part="bdoy"></ed-content>', 'GA307 <ed-content', 'Did you mean "body"?'],
  ['<p><ed-content part="body"></ed-content></p>', 'GA313 <ed-content', expect.stringContaining('use <div>')],
  ['{{word "continuedOn"}}', 'GA309 {{word "continuedOn"}}', 'Write {{word "continuedOn" page=…}}.'],
  ['{{word}}', 'GA309 word', 'Write {{word …}}.'],
  ['{{#if (eq zero)}}x{{/if}}', 'GA309 eq', 'Write {{#if (eq … …)}}.'],
  ['{{#if (and)}}x{{/if}}', 'GA309 and', 'Write {{#if (and …)}}.'],
  ['{{#each}}x{{/each}}', 'GA309 each', 'Write {{#each …}}.'],
  ['{{#with zero list}}x{{/with}}', 'GA309 with', 'Write {{#with …}}.'],
  ['{{each}}', 'GA303 each', 'Write {{#each …}}…{{/each}}.'],
  // The engine would call these; a name in brackets it would call too, did it not know all helpers beforehand.
  ['{{lookup}}', 'GA303 lookup', expect.stringContaining('Helpers are')],
  ['{{helperMissing}}', 'GA303 helperMissing', expect.stringContaining('Helpers are')],
  ['{{[@field]}}', 'GA302 [@field]', expect.any(String)],
  ['{{> @partial-block}}', 'GA304 ', expect.stringContaining('{{#> name}}')],
  ['{{#if zero}}x', 'GA301 {{#if zero}}', expect.stringContaining('never closed')],
  [
    '<p>{{#each list}}{{#if zero}}x{{/if}}</p>',
    'GA301 {{#each list}}',
    expect.stringContaining('never closed'),
  ],
  ['<p>\n{{#if zero}}x{{/each}}</p>', 'GA301 {{/each}}', expect.stringContaining('never closed')],
  ['<p>\n{{/if}}</p>', 'GA301 {{/if}}', expect.stringContaining('never closed')],
])('%s reports %s', (page, fault, hint) => {
  const rendered = render(page, { '/theme/partials/foot.hbs': '' });
  expect(pointed(rendered, { '/theme/pages/a.hbs': page })).toEqual([fault]);
  expect(rendered.faults[0]?.hint).toEqual(hint);
});

test('a fault in a nested partial points into its file', () => {
  const files = { '/theme/partials/p.hbs': '{{> q}}', '/theme/partials/q.hbs': 'a\r\nb {{edition.nam}}' };
  expect(pointed(render('{{> p}}', files), files)).toEqual(['GA302 edition.nam']);
});

test('a template that is not there is reported with the nearest name', () => {
  const { faults } = render('', {}, 'pages/aa');
  expect(faults.map(({ code, hint }) => [code, hint])).toEqual([['GA300', 'Did you mean "pages/a"?']]);
});

test('a partial that includes itself is stopped', () => {
  expect(render('{{> p}}', { '/theme/partials/p.hbs': '{{> p}}' }).faults.map(({ code }) => code)).toEqual([
    'GA308',
  ]);
});

test('partials stand fifty deep in one another, not one deeper', () => {
  const chain = (depth: number): readonly string[] => {
    const partials = Array.from({ length: depth }, (_, at): [string, string] => [
      `/theme/partials/p${at + 1}.hbs`,
      at + 1 === depth ? 'x' : `{{> p${at + 2}}}`,
    ]);
    return render('{{> p1}}', Object.fromEntries(partials)).faults.map(({ code }) => code);
  };
  expect(chain(PARTIAL_DEPTH_LIMIT)).toEqual([]);
  expect(chain(PARTIAL_DEPTH_LIMIT + 1)).toEqual(['GA308']);
});

/** A template that makes so many letters, and what it is told of. */
const made = (page: string, files: Record<string, string> = {}): readonly string[] => {
  const context = createCollector();
  const host = createMemoryHost({ '/theme/pages/a.hbs': page, ...files });
  openTemplates({ name: 't', folders: ['/theme'], fontFolders: [] }, host, context).fill(
    'pages/a',
    DATA,
    context,
  );
  return context.diagnostics.map(({ code }) => code);
};

test('a template makes twenty million letters, not one more', () => {
  expect(made('x'.repeat(OUTPUT_LIMIT))).toEqual([]);
  expect(made('x'.repeat(OUTPUT_LIMIT + 1))).toEqual(['GA308']);
});

// What is stopped does not come to the field that is missing behind it: without the count it would.
test('lists and partials are stopped while they grow, not when they are done', () => {
  const half = 'x'.repeat(OUTPUT_LIMIT / 2 + 1);
  expect(made(`{{#each list}}${half}{{/each}}{{nowhere}}`)).toEqual(['GA308']);
  expect(made('{{> p}}{{> p}}{{nowhere}}', { '/theme/partials/p.hbs': half })).toEqual(['GA308']);
});

test('a template that is not UTF-8 is reported', () => {
  const context = createCollector();
  const host = createMemoryHost({ '/theme/pages/a.hbs': new Uint8Array([0xff, 0xfe, 0x41]) });
  const templates = openTemplates({ name: 't', folders: ['/theme'], fontFolders: [] }, host, context);
  renderTemplate({ templates, name: 'pages/a', data: DATA, parts: PARTS }, context);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA301']);
});

test('templates of the EPUB are whole documents', () => {
  const { html } = render(
    '',
    { '/theme/epub/s.hbs': '<html><head><title>{{edition.name}}</title></head><body></body></html>' },
    'epub/s',
  );
  expect(html).toContain('<head><title>Post &amp; &lt;Times&gt;</title></head><body></body>');
});

test('a member that every object or list has is no field', () => {
  const codes = (page: string): string[] => render(page).faults.map(({ code }) => code);
  expect(codes('{{edition.constructor}}')).toEqual(['GA302']);
  expect(codes('{{#with edition}}{{toString}}{{/with}}')).toEqual(['GA302']);
  expect(codes('{{list.map}}')).toEqual(['GA302']);
  expect(render('{{list.length}}').html).toBe('2');
});
