import { expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { checkNavigation } from '../../../src/epub/check-navigation.ts';
import type { Chapter } from '../../../src/epub/epub-book.ts';
import { element } from '../../../src/epub/markup-node.ts';
import type { MarkupNode } from '../../../src/markup/markup-tree.ts';

const faults = (label: MarkupNode): readonly string[] => {
  const nav = element('nav', { 'epub:type': 'toc' }, [element('ol', {}, [element('li', {}, [label])])]);
  const context = createCollector();
  // Nothing else of the contents is looked at.
  checkNavigation({ tree: element('body', {}, [nav]) } as unknown as Chapter, '/contents.hbs', context);
  return context.diagnostics.map(({ message }) => message);
};

const link = (children: readonly (MarkupNode | string)[], attributes = {}): MarkupNode =>
  element('a', { href: 'ferry.xhtml', ...attributes }, children);

test('the words of a link are its text, or what stands for a picture or the link itself', () => {
  expect(faults(link(['Ferry']))).toEqual([]);
  expect(faults(link([element('img', { src: 'ferry.jpg', alt: 'Ferry' })]))).toEqual([]);
  expect(
    faults(link([element('span', {}, [element('img', { src: 'f.jpg', 'aria-label': 'Ferry' })])])),
  ).toEqual([]);
  expect(faults(link([], { 'aria-label': 'Ferry' }))).toEqual([]);
});

test('a link without any has none', () => {
  const none = ['an entry of the contents has no words'];
  expect(faults(link([' ']))).toEqual(none);
  expect(faults(link([element('img', { src: 'ferry.jpg', alt: '' })]))).toEqual(none);
  expect(faults(link([element('img', { src: 'ferry.jpg' })], { title: 'Ferry' }))).toEqual(none);
});
