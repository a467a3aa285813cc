import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { serializeXhtml } from '../../../src/markup/serialize-xhtml.ts';
import { openTemplates } from '../../../src/template/open-templates.ts';
import { renderFurniture } from '../../../src/template/render-furniture.ts';
import type { TemplateData } from '../../../src/template/template-data.ts';
import { EDITION } from './an-edition.ts';

const LAYOUT = readFileSync(new URL('../../../templates/tabloid/pages/house.hbs', import.meta.url), 'utf8');

/** What galley's own filler says in a hole of some depth. */
function fillerAt(
  place: { readonly columns: number; readonly depth: string },
  also: readonly TemplateData[] = [],
): string {
  const host = createMemoryHost({ '/theme/pages/house.hbs': LAYOUT });
  const context = createCollector();
  const page = { number: 2, label: '2', side: 'left' as const, isFirst: false, isLast: false, sections: [] };
  const templates = openTemplates(EDITION.theme, host, context);
  const masthead = {
    ...EDITION.masthead,
    contact: [
      { kind: 'post' as const, label: 'Post', value: '1 Quay', href: null },
      { kind: 'email' as const, label: 'E-mail', value: 'desk@herald.example', href: null },
    ],
  };
  const fields = { house: null, hole: { ...place, also } };
  const edition = { ...EDITION, masthead };
  const tree = renderFurniture({ templates, edition, name: 'house', page, stories: [], fields }, context);
  expect(context.diagnostics).toEqual([]);
  return serializeXhtml(tree.children);
}

test('a deep hole says how to reach the paper, a shallow one its name alone', () => {
  const deep = fillerAt({ columns: 3, depth: 'deep' });
  expect(deep).toContain('class="house-words house-deep"');
  expect(deep).toContain('desk@herald.example');
  expect(deep).not.toContain('1 Quay');
  const shallow = fillerAt({ columns: 3, depth: 'shallow' });
  expect(shallow).toContain(EDITION.name);
  expect(shallow).not.toContain('desk@herald.example');
});

test('a hole of one column keeps its name small', () => {
  expect(fillerAt({ columns: 1, depth: 'middling' })).toContain('house-middling house-narrow');
});

test('stories of other pages stand in it with their pages, and the name does not', () => {
  const also = [{ headline: 'El ferry', language: 'es', page: '4' }];
  const filler = fillerAt({ columns: 2, depth: 'middling' }, also);
  expect(filler).toContain('In this issue');
  expect(filler).toContain('lang="es"');
  expect(filler).toContain('Page 4');
  expect(filler).not.toContain(EDITION.name);
});
