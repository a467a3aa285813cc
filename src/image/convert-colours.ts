import type { Ink } from './ink.ts';
import { loadSharp } from './load-sharp.ts';

/** A colour as sRGB components, 0–1. */
type Rgb = { readonly red: number; readonly green: number; readonly blue: number };

/** Components nearer than this to each other are a grey to the eye; a press prints it in one ink, without a fringe. */
const NEUTRAL = 0.04;

/** From this much on black is printed full: a press sets less of it in dots, and letters get frayed edges. */
const SOLID = 0.85;

/**
 * Colours as the inks of a press. Greys become black ink alone: the value of sRGB goes over as it is, since newsprint
 * darkens half tones (26 % at the middle, ISO 12647-3) about as much as the curve of sRGB does. Others go through the
 * profile, perceptual.
 *
 * @param profile path of the press's ICC profile; null prints everything in black ink.
 * @returns the inks of a colour that was given.
 */
export async function convertColours(
  colours: readonly Rgb[],
  profile: string | null,
): Promise<(colour: Rgb) => Ink> {
  const bright = colours.filter((colour) => profile !== null && !isNeutral(colour));
  const inks = new Map<string, Ink>();
  if (bright.length > 0 && profile !== null) {
    const pixels = Uint8Array.from(bright.flatMap(({ red, green, blue }) => [red, green, blue].map(toByte)));
    const sharp = await loadSharp();
    const raw = { width: bright.length, height: 1, channels: 3 as const };
    const { data } = await sharp(pixels, { raw })
      .withIccProfile(profile)
      .raw()
      .toBuffer({ resolveWithObject: true });
    bright.forEach((colour, index) => {
      const [cyan = 0, magenta = 0, yellow = 0, black = 0] = [0, 1, 2, 3].map((ink) =>
        fraction(data[index * 4 + ink] ?? 0),
      );
      inks.set(keyOf(colour), { cyan, magenta, yellow, black });
    });
  }
  return (colour) => inks.get(keyOf(colour)) ?? blackOf(colour);
}

const isNeutral = ({ red, green, blue }: Rgb): boolean =>
  Math.max(red, green, blue) - Math.min(red, green, blue) <= NEUTRAL;

const toByte = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 255);

/** Whole percents: no plate holds more, and the numbers in the file stay short. */
const fraction = (byte: number): number => Math.round((byte / 255) * 100) / 100;

const keyOf = ({ red, green, blue }: Rgb): string => [red, green, blue].map(toByte).join(' ');

/** Black ink for a colour's lightness (luma of Rec. 709). */
function blackOf({ red, green, blue }: Rgb): Ink {
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const black = Math.round((1 - light) * 100) / 100;
  return { cyan: 0, magenta: 0, yellow: 0, black: black >= SOLID ? 1 : black };
}
