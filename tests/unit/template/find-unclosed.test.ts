import { expect, test } from 'vitest';
import { findUnclosed } from '../../../src/template/engine/find-unclosed.ts';

test.each([
  // braces that never close, with whatever stands behind
  ['<p>{{story.headline</p>\n', '{{story.headline', '{{ is not closed by }}'],
  ['<p>{{story.headline}</p>\n<p>{{story.deck}}</p>', '{{story.headline', '{{ is not closed by }}'],
  ['{{a}}\n<p>{{{b }}c', null, null],
  ['{{a}}\n<p>{{#if b\n</p>{{/if}}', '{{#if b', '{{ is not closed by }}'],
  ['<p>{{word "said}}</p><p class="x">{{a}}</p>', '{{word "said', '{{ is not closed by }}'],
  ['{{a}} {{! no end', '{{! no end', 'a comment is not closed'],
  ['{{a}} {{!-- no }} end', '{{!-- no', 'a comment is not closed'],
  // blocks
  ['{{#if a}}{{#each b}}x{{/if}}', '{{#each b}}', '{{#each}} is closed by {{/if}}'],
  ['{{#if a}}x{{else}}y', '{{#if a}}', '{{#if}} is not closed by {{/if}}'],
  ['{{#if a}}x{{/if}}{{/if}}', '{{/if}}', '{{/if}} ends a block that is not open'],
  ['{{#if a}}x{{/each}}', '{{/each}}', '{{#if}} is closed by {{/each}}'],
  ['{{~#if a~}}x{{~/if~}}{{^if b}}y{{/if}}{{#if c}}', '{{#if c}}', '{{#if}} is not closed by {{/if}}'],
  // what looks like a tag and is none
  ['\\{{ text {{word "}} {{"}} {{!-- {{#if a}} --}}{{!-- x --~}}{{! {{#if }}{{[a}}b]}}', null, null],
])('%s', (text, marked, reason) => {
  const found = findUnclosed(text);
  expect(found === null ? null : text.slice(found.start, found.end)).toBe(marked);
  expect(found?.reason ?? null).toBe(reason);
});
