import type { Span, TextSource } from '../core/origin.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineElement } from '../style/inline-run.ts';
import type { StyledElement, StyledNode } from '../style/styled-tree.ts';

/** Text as written, before its white space is settled; `isBreak` for a `br`. */
export type InlineText = {
  readonly kind: 'text';
  readonly text: string;
  readonly isBreak: boolean;
  readonly style: ComputedStyle;
  readonly language: string;
  readonly source: TextSource | null;
  readonly element: InlineElement | null;
  readonly at: Span | null;
};

/** A block among the text, and the inline element it stands in. */
export type InnerBlock = {
  readonly kind: 'block';
  readonly element: StyledElement;
  readonly inline: InlineElement | null;
};

/** What a block holds, inline elements opened up, in order. */
export type Content = InlineText | InnerBlock;

/** Where content stands: the style and language its text has. */
export type InlineParent = {
  readonly style: ComputedStyle;
  readonly language: string;
  readonly inline: InlineElement | null;
};

const BLOCK_NAMES: ReadonlySet<string> = new Set(['img', 'hr', 'ed-row']);

/** Opens up inline elements, so that what is left is text and blocks. */
export function collectContent(nodes: readonly StyledNode[], parent: InlineParent): readonly Content[] {
  return nodes.flatMap((node): readonly Content[] => {
    if (node.kind === 'text') {
      const { style, language, inline: element } = parent;
      return [
        {
          kind: 'text',
          text: node.text,
          isBreak: false,
          style,
          language,
          source: node.source,
          element,
          at: node.at,
        },
      ];
    }
    if (node.name === 'br') {
      const { style, language, inline: element } = parent;
      return [{ kind: 'text', text: '', isBreak: true, style, language, source: null, element, at: node.at }];
    }
    if (node.style.display !== 'inline' || BLOCK_NAMES.has(node.name)) {
      return [{ kind: 'block', element: node, inline: parent.inline }];
    }
    const inline = inlineElement(node, parent.inline);
    return collectContent(node.children, { style: node.style, language: node.language, inline });
  });
}

/** The inline element that tags and links know a styled one by. */
export function inlineElement(node: StyledElement, parent: InlineElement | null): InlineElement {
  const { name, attributes, language, style } = node;
  return {
    name,
    language,
    href: name === 'a' ? (attributes['href'] ?? null) : null,
    id: attributes['id'] ?? null,
    expansion: name === 'abbr' ? (attributes['title'] ?? null) : null,
    className: attributes['class'] ?? '',
    role: style.edRole,
    parent,
  };
}
