import type { Token } from 'markdown-it';
import type { Block } from './nest-blocks.ts';

/** What stands between the asterisks of a cell or paragraph that is bold as a whole; null for any other. */
export function boldContent({ inline }: Pick<Block, 'inline'>): readonly Token[] | null {
  const tokens = (inline?.children ?? []).filter(({ type, content }) => type !== 'text' || content !== '');
  const [first, ...rest] = tokens;
  const last = rest.pop();
  if (first?.type !== 'strong_open' || last?.type !== 'strong_close') return null;
  return rest.some(({ type, level }) => type === 'strong_close' && level === last.level) ? null : rest;
}
