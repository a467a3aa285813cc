import type { Span } from '../core/origin.ts';
import type { ArticleField } from './article.ts';
import { readInline } from './markdown/inline-draft.ts';
import { parseInline } from './markdown/markdown-parser.ts';
import { inlineChecks, reportOpenQuote, setText, type StoryScope } from './story-scope.ts';

/** One line of text as typed: a field of the front matter, a cutline, a credit. */
export type TypedLine = { readonly text: string; readonly at: Span | null };

/** A field of the story from its typed text: inline Markdown, typography; null for one without text. */
export function readField(name: string, typed: TypedLine | null, scope: StoryScope): ArticleField | null {
  if (typed === null) return null;
  const set = setText(readLine(typed, scope), { node: name, offset: 0, continuesQuote: false }, scope);
  if (set.isQuoteOpen) reportOpenQuote(set.openQuote ?? typed.at, scope);
  return set.text === '' ? null : { name, text: set.text, nodes: set.nodes, at: typed.at };
}

/** Reads one line's inline Markdown; line ends in it are spaces. */
export function readLine(typed: TypedLine, scope: StoryScope): ReturnType<typeof readInline> {
  const content = typed.text.trim();
  const file = typed.at?.file ?? scope.file;
  // Every place of a field is the whole field: what YAML folded or escaped has no offsets of its own.
  const whole = typed.at ?? { file, start: 0, end: 0 };
  return readInline(
    parseInline(content),
    { content, file, locate: (offset) => offset, whole },
    inlineChecks(scope),
  );
}
