import type { Ink } from '../image/ink.ts';
import type { Colour } from '../style/computed-style.ts';
import { formatNumber } from './pdf-value.ts';

/** How a colour is set in a content stream. */
export type Fill = {
  readonly operator: string;
  /** Whether it is printed over what lies below instead of leaving it out. */
  readonly isOverprinted: boolean;
};

/** The fill of a colour in one file. */
export type FillOf = (colour: Colour) => Fill;

/** Colours of the screen, in sRGB by the output intent; greys by their own operator. */
export const rgbFill: FillOf = ({ red, green, blue }) => {
  const isGrey = red === green && green === blue;
  const operator = isGrey ? `${formatNumber(red)} g` : `${[red, green, blue].map(formatNumber).join(' ')} rg`;
  return { operator, isOverprinted: false };
};

/**
 * Colours as inks. Full black alone is printed over what lies below: a press that is a hair out of register would
 * else show paper round every letter.
 */
export function inkFill(inkOf: (colour: Colour) => Ink): FillOf {
  return (colour) => {
    const { cyan, magenta, yellow, black } = inkOf(colour);
    const isBlack = cyan + magenta + yellow === 0 && black === 1;
    const operator = `${[cyan, magenta, yellow, black].map(formatNumber).join(' ')} k`;
    return { operator, isOverprinted: isBlack };
  };
}
