import type { Rect } from '../core/geometry.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Page, TextFragment } from '../page/page.ts';
import type { Colour } from '../style/computed-style.ts';

/** Least contrast of text to what lies behind it (WCAG 2.2, 1.4.3); of large type too, which that lets have 3. */
const LEAST = 4.5;

const PAPER: Colour = { red: 1, green: 1, blue: 1 };

/** Letters of the text that a report quotes. */
const QUOTED = 40;

/**
 * Looks at the colours of all text as it stands on the pages: reports GA413 for each pair of a colour and what lies
 * behind it that is too alike to be read by everyone, once, at the first place. Text over a picture is passed over:
 * nobody knows what the picture shows there.
 */
export function checkContrast(pages: readonly Page[], trail: readonly string[], context: Context): void {
  const seen = new Set<string>();
  const contrasts = new Map<Colour, Map<Colour, number>>();
  for (const page of pages) {
    for (const [text, ground] of textsOnGrounds(page))
      judge(text, ground, { page, trail, seen, contrasts, context });
  }
}

/** Every text of a page with the colour that lies behind it, in drawing order. */
function textsOnGrounds(page: Page): readonly (readonly [TextFragment, Colour])[] {
  const behind: { readonly rect: Rect; readonly colour: Colour | null }[] = [];
  const texts: (readonly [TextFragment, Colour])[] = [];
  for (const fragment of page.fragments) {
    if (fragment.kind === 'rule') behind.push(fragment);
    if (fragment.kind === 'image') behind.push({ rect: fragment.rect, colour: null });
    if (fragment.kind !== 'text') continue;
    const ground = behind.findLast(({ rect }) => isWithin(fragment, rect)) ?? { colour: PAPER };
    if (ground.colour !== null) texts.push([fragment, ground.colour]);
  }
  return texts;
}

/** Whether the middle of a run's letters lies in a rectangle. */
function isWithin({ run, x, y }: TextFragment, rect: Rect): boolean {
  const middle = x + run.x + run.width / 2;
  const height = y - run.rise - run.fontSize / 4;
  return (
    middle >= rect.x && middle <= rect.x + rect.width && height >= rect.y && height <= rect.y + rect.height
  );
}

function judge(
  fragment: TextFragment,
  ground: Colour,
  place: {
    readonly page: Page;
    readonly trail: readonly string[];
    readonly seen: Set<string>;
    readonly contrasts: Map<Colour, Map<Colour, number>>;
    readonly context: Context;
  },
): void {
  const { run, colour } = fragment;
  const known = place.contrasts.get(colour) ?? new Map<Colour, number>();
  place.contrasts.set(colour, known);
  const contrast = known.get(ground) ?? contrastOf(colour, ground);
  known.set(ground, contrast);
  if (contrast >= LEAST) return;
  const said = run.inline.text.trim();
  const key = `${hexOf(colour)} ${hexOf(ground)}`;
  if (said === '' || place.seen.has(key)) return;
  place.seen.add(key);
  const quoted = said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said;
  reportFault(place.context, 'GA413', {
    message: `“${quoted}” is ${hexOf(colour)} on ${hexOf(ground)}: a contrast of ${(Math.floor(contrast * 10) / 10).toFixed(1)}, where ${LEAST} is the least`,
    span: run.inline.at,
    trail: [...place.trail, `page ${place.page.label}`],
  });
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf({ red, green, blue }: Colour): number {
  const linear = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const hexOf = ({ red, green, blue }: Colour): string =>
  `#${[red, green, blue]
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
