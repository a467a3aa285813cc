import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';
import { createCollector, type Collector } from '../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { sniffFileFormat } from '../../src/core/foreign-format.ts';
import { decodeText } from '../../src/schema/decode-text.ts';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { openTemplates } from '../../src/template/open-templates.ts';
import { renderTemplate } from '../../src/template/render-template.ts';
import { parse } from '../unit/content/edition-fixture.ts';
import { resolveYaml } from '../unit/edition/issue-fixture.ts';

// Texts of four grammars, put together from the pieces that parsers stumble over, and mutations of a good one. Nothing
// may be thrown, and every fault has a code of the catalogue and a place inside its file. Seeds are fixed; what breaks
// becomes a case of its own beside the code that broke.

const SEED = 20_260_314;

const MANIFEST = `name: { en: Quay, es: Muelle }
number: 007
date: 2026-03-14/2026-03-15
languages: [en, es]
masthead:
  staff: { editor: [Ana, "Ben"] }
  contact:
    - web: https://quay.example
    - email: desk@quay.example
sections:
  news: { title: News, stories: [ferry] }
pages: { 1: { lead: ferry }, 2-4: auto }
ads: [{ picture: rope.png, alt: Rope, size: 2 columns x 36 pt }]
grid: { columns: 5, gutter: 1 picas, margins: { top: 10 mm } }
`;

const ARTICLE = `---
headline: "The ferry: a second"
picture: { file: pier.jpg, alt: A pier }
---
A *paragraph* of **words**[^1] with a [link](https://a.example) and [texte]{lang=fr}.

## Subhead

> quoted

1. one
2. two

| a | b |
| - | - |
| 1 | 2 |

![A pier.](pier.jpg "Cutline"){credit="Ana"}

::: box Head
Inner words.
:::

[^1]: The note.
`;

const SHEET = `:root { --ink: #123; }
@font-face { font-family: x }
p.lead > span:first-child, [shape="lead"] h2:not(.x):nth-child(2n+1) {
  font: italic 700 9pt/11pt "Source Serif", serif; margin: 1pt auto; color: var(--ink);
  border-top: 0.5pt solid rgb(0 0 0 / 50%); -ed-tracking: 0.01em; column-span: all;
}
`;

const TEMPLATE = `{{#if edition.name}}<p class="a {{edition.name}}">{{edition.name}}</p>{{else}}<hr>{{/if}}
{{#each list}}<ed-row tracks="1fr auto">{{this.label}}{{@index}}</ed-row>{{/each}}
{{!-- note --}}<ed-content part="body"></ed-content>{{> foot}}
`;

/** Signs that mean something to one of the grammars, and characters that mean something to none; all are text. */
const PIECES: readonly string[] = [
  ...'{}[]()<>:;,.|-*_#&!%@`\'"~^=+/\\? \n\t',
  '---',
  ':::',
  '{{',
  '}}',
  '{{{',
  '{{#if x}}',
  '{{/if}}',
  '{{> a}}',
  '<!--',
  '-->',
  '/*',
  '*/',
  '![',
  '](',
  '[^1]:',
  '\u202e',
  '\ufeff',
  '\u200d',
  '\u0301',
  '\u{1f4f0}',
  '\u05d0',
  '\u2028',
  '\u00ad',
  '__proto__',
  'constructor',
  'null',
  '~',
  '1e999',
  'NaN',
  '-0',
  '9'.repeat(40),
  'url(',
  'calc(',
  '!important',
  'U+26',
];

const piece = fc.constantFrom(...PIECES);

/** A good text with some of it taken away, doubled, or with pieces put in. */
const mutated = (good: string): fc.Arbitrary<string> => {
  const edit = fc.record({
    at: fc.nat(good.length),
    length: fc.integer({ min: 0, max: 12 }),
    put: fc.oneof(
      piece,
      fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
    ),
    isDoubled: fc.boolean(),
  });
  return fc.array(edit, { minLength: 1, maxLength: 8 }).map((edits) =>
    edits.reduce((text, { at, length, put, isDoubled }) => {
      const middle = text.slice(at, at + length);
      return text.slice(0, at) + put + (isDoubled ? middle + middle : '') + text.slice(at + length);
    }, good),
  );
};

/** Pieces and words of a good text, in any order. */
const scrambled = (good: string): fc.Arbitrary<string> => {
  const words = [...new Set(good.split(/(?<=[\s{}[\]():;])/))];
  return fc.array(fc.oneof(piece, fc.constantFrom(...words)), { maxLength: 60 }).map((all) => all.join(''));
};

const both = (good: string): fc.Arbitrary<string> => fc.oneof(mutated(good), scrambled(good));

/** Runs a parser on texts of a grammar: what it reports is known, and lies inside the text where it is about it. */
function attack(good: string, run: (text: string) => Pick<Collector, 'diagnostics'>, file: string): void {
  const property = fc.property(both(good), (text) => {
    for (const { code, message, span } of run(text).diagnostics) {
      expect(CATALOGUE.has(code), code).toBe(true);
      expect(message).not.toMatch(/undefined|\[object/);
      if (span === null || span.file !== file) continue;
      expect(span.start, message).toBeGreaterThanOrEqual(0);
      expect(span.end, message).toBeGreaterThanOrEqual(span.start);
      expect(span.start, message).toBeLessThanOrEqual(text.length + 1);
    }
  });
  fc.assert(property, { seed: SEED, numRuns: 150 });
}

test('manifests', () => {
  attack(MANIFEST, (text) => resolveYaml(text), '/paper/7/issue.yaml');
});

test('articles', () => {
  attack(ARTICLE, (text) => parse(text).collector, '/paper/12/articles/ferry.en.md');
});

test('style sheets', () => {
  const run = (text: string): Collector => {
    const context = createCollector();
    parseSheet(text, '/theme/print.css', context);
    return context;
  };
  attack(SHEET, run, '/theme/print.css');
});

test('templates', () => {
  const theme = { name: 't', folders: ['/theme'], fontFolders: [] };
  const data = { edition: { name: 'Post', tagline: null }, list: [{ label: 'x' }], zero: 0 };
  const run = (text: string): Collector => {
    const context = createCollector();
    const host = createMemoryHost({ '/theme/pages/a.hbs': text, '/theme/partials/foot.hbs': '<p>Foot</p>' });
    renderTemplate(
      {
        templates: openTemplates(theme, host, context),
        name: 'pages/a',
        data,
        parts: new Map([['body', []]]),
      },
      context,
    );
    return context;
  };
  // The place of a tag that never ends counts in what was rendered, so places are not looked at here.
  attack(TEMPLATE, run, '/rendered');
});

test('bytes', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    const context = createCollector();
    sniffFileFormat(bytes);
    const text = decodeText(bytes, 'a.md', context);
    expect(text === null).toBe(context.hasError());
  });
  fc.assert(property, { seed: SEED, numRuns: 2000 });
});
