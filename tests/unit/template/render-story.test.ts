import { expect, test } from 'vitest';
import type { Article, ArticleField } from '../../../src/content/article.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';
import { openTemplates } from '../../../src/template/open-templates.ts';
import { renderBlueprint } from '../../../src/template/render-blueprint.ts';
import { renderFurniture } from '../../../src/template/render-furniture.ts';
import { renderStory } from '../../../src/template/render-story.ts';
import type { TemplateSet } from '../../../src/template/template-set.ts';
import { EDITION } from './an-edition.ts';

const field = (name: string, text: string): ArticleField => ({
  name,
  text,
  nodes: [{ kind: 'text', text, source: { owner: 'ferry', node: name, offset: 0 }, at: null }],
  at: null,
});

const ARTICLE: Article = {
  id: 'ferry',
  section: 'sea',
  language: 'es',
  languageAt: null,
  direction: 'ltr',
  file: '/paper/12/articles/ferry.es.md',
  label: null,
  kind: null,
  kicker: null,
  headline: field('headline', 'El ferry'),
  deck: null,
  byline: null,
  dateline: null,
  tagline: field('tagline', 'La autora vive aquí.'),
  availability: null,
  picture: null,
  portrait: null,
  body: [{ kind: 'element', name: 'p', attributes: {}, children: field('body.0', 'Zarpa.').nodes, at: null }],
  changes: [],
};

const open = (files: Record<string, string>): TemplateSet =>
  openTemplates(EDITION.theme, createMemoryHost(files), createCollector());

test("a story is rendered with its shape and language, its own parts before the edition's", () => {
  const templates = open({
    '/theme/pages/story.hbs':
      '<article>{{shape}} {{imprint}} {{story.section.title}}{{#if story.kicker}}K{{/if}}' +
      '<h1><ed-content part="headline"></ed-content></h1><ed-content part="body"></ed-content>' +
      '<p><ed-content part="tagline"></ed-content>/<ed-content part="edition.tagline"></ed-content></p></article>',
  });
  const context = createCollector();
  const tree = renderStory(
    { templates, edition: EDITION, article: ARTICLE, shape: 'lead', imprint: true, say: () => null },
    context,
  );
  expect(context.diagnostics).toEqual([]);
  expect(serializeXhtml(tree.children)).toBe(
    '<article shape="lead" lang="es" dir="ltr">lead true Sea<h1>El ferry</h1><p>Zarpa.</p>' +
      '<p>La autora vive aquí./For the islands</p></article>',
  );
});

test('a template may name another shape than the planner', () => {
  const templates = open({ '/theme/pages/story.hbs': '<article shape="brief">x</article>' });
  const tree = renderStory(
    { templates, edition: EDITION, article: ARTICLE, shape: 'lead', imprint: false, say: () => null },
    createCollector(),
  );
  expect(serializeXhtml(tree.children)).toContain('shape="brief"');
});

test('blueprints see the page, furniture also its stories and further fields', () => {
  const templates = open({
    '/theme/pages/front.hbs': '<ed-page name="{{page.label}}">{{page.side}}</ed-page>',
    '/theme/pages/folio.hbs':
      '<p>{{to}} {{edition.name}} {{page.number}} {{#each stories}}{{headline}} {{page}}{{/each}}</p>',
  });
  const context = createCollector();
  const page = { number: 3, label: 'A3', side: 'right', isFirst: false, isLast: true, sections: [] } as const;
  const request = { templates, edition: EDITION, page };
  expect(serializeXhtml(renderBlueprint({ ...request, name: 'front' }, context).children)).toBe(
    '<ed-page name="A3">right</ed-page>',
  );
  const stories = [{ id: 'ferry', kicker: null, headline: 'Ferry', section: null, page: 'A1' }];
  const furniture = renderFurniture({ ...request, name: 'folio', stories, fields: { to: 'on' } }, context);
  expect(serializeXhtml(furniture.children)).toBe('<p>on Harbour Post 3 Ferry A1</p>');
  expect(context.diagnostics).toEqual([]);
});
