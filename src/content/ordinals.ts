import type { TextMark } from './markdown/set-inline.ts';
import { primaryLanguage } from './typography/typography-rules.ts';

/**
 * French ordinals as they are written short (Lexique des règles typographiques de l'Imprimerie nationale, "adjectifs
 * numéraux ordinaux"): what follows the figure is raised, 1er, 1re, 2d, 2de, 3e, XIXe, and so are the long forms that
 * people type, 1ère, 3ème. Roman figures of C, D, L and M are left, since Ce, Les and Me are words.
 */
const FRENCH =
  /(?<![\p{L}\p{M}\p{N}.,])(?:(?:1|I)(?<first>ers?|res?|ères?)|(?:2|II)(?<second>n?ds?|n?des?)|(?:\d+|[IVX]+)(?<other>es?|èmes?))(?![\p{L}\p{M}\p{N}])/gu;

/** What is raised in a text of a language: `sup` elements, in order and apart. */
export function findOrdinals(text: string, language: string): readonly TextMark[] {
  if (primaryLanguage(language) !== 'fr') return [];
  return [...text.matchAll(FRENCH)].flatMap(({ index, 0: whole, groups }): readonly TextMark[] => {
    const raised = groups?.['first'] ?? groups?.['second'] ?? groups?.['other'] ?? '';
    const end = index + whole.length;
    return [{ start: end - raised.length, end, name: 'sup', attributes: {} }];
  });
}
