import type { Locale } from '../manifest/locale.ts';
import type { Piece } from './markdown/inline-draft.ts';
import { findTypographyEdits, type TypesetEdits } from './typography.ts';
import type { TextEdit } from './typography/text-edit.ts';
import { orderEdits } from './typography/text-edit.ts';
import { primaryLanguage, typographyRules, type TypographyRules } from './typography/typography-rules.ts';

/** How the text round marked-up words is set. */
export type PieceSetting = {
  readonly language: string;
  readonly rules: TypographyRules;
  readonly locale: Locale;
  /** Whether the paragraph before left its quotation open. */
  readonly continuesQuote: boolean;
};

/** A run of pieces in one other language: its text, and where it begins and ends in the whole. */
type Stretch = {
  readonly language: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/**
 * Finds what typography does to the text that pieces make: by the rules of the story's language, and within words that
 * are marked as of another one by the rules of that. Quotation marks of the two never pair.
 */
export function typesetPieces(pieces: readonly Piece[], setting: PieceSetting): TypesetEdits {
  const foreign = foreignStretches(pieces, setting.language);
  const whole = pieces.map((piece) => (isOther(piece, setting.language) ? silent(piece.text) : typed(piece)));
  const own = findTypographyEdits(whole.join(''), setting.rules, setting.continuesQuote);
  if (foreign.length === 0) return own;
  const isOutside = ({ start, end }: TextEdit): boolean =>
    !foreign.some((stretch) => start < stretch.end && stretch.start < end);
  const edits = own.edits.filter(isOutside);
  const loneTicks = [...own.loneTicks];
  for (const { language, start, text } of foreign) {
    const found = findTypographyEdits(text, typographyRules(language, setting.locale), false);
    edits.push(...found.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })));
    loneTicks.push(...found.loneTicks.map((at) => at + start));
  }
  return { ...own, edits: orderEdits(edits, whole.join('')), loneTicks: loneTicks.sort((a, b) => a - b) };
}

const isOther = ({ language }: Piece, around: string): boolean =>
  language !== null && primaryLanguage(language) !== primaryLanguage(around);

/** What typography leaves alone opens and closes nothing, and is no dash. */
const typed = (piece: Piece): string => (piece.isProtected ? silent(piece.text) : piece.text);

const silent = (text: string): string => text.replaceAll(/["'`-]/g, '*');

function foreignStretches(pieces: readonly Piece[], around: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    const last = stretches.at(-1);
    if (piece.language !== null && isOther(piece, around)) {
      const joins = last?.end === start && last.language === piece.language;
      if (joins) stretches.splice(-1, 1, { ...last, end, text: last.text + typed(piece) });
      else stretches.push({ language: piece.language, start, end, text: typed(piece) });
    }
    start = end;
  }
  return stretches;
}
